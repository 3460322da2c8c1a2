"""Baselines beside a plan: the schedule of a day kept, listed, read again, dropped."""

from datetime import date
from pathlib import Path

from rectify_cli.app.here import Here
from rectify_cli.app.inputs import printed_path
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.baseline import Baseline, baseline_of
from rectify_cli.progress.baseline_name import (
    ENDING,
    baseline_folder,
    canonical,
    folded,
    why_no_name,
)
from rectify_cli.progress.baseline_text import NoBaseline, baseline_text, read_baseline
from rectify_cli.report.baselines import Listed, baselines_record, baselines_table
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.schedule.model import Schedule
from rectify_cli.store.baseline_files import drop_in, names_in, write_in
from rectify_cli.store.read import Unreadable, read_inside
from rectify_cli.store.reasons import why_not_read, why_not_written

__all__ = ["Listed"]


class NotDone(Struct):
    """Why nothing was changed, or nothing read; `missing`: there is no baseline of that name."""

    why: Message
    missing: bool = False


class Kept(Struct):
    """A baseline that was written, is so already, or (`dry`) would be; `path` as people write it.

    `before` is what stood there, None where nothing did or it was broken.
    """

    path: str
    name: str
    baseline: Baseline
    before: Baseline | None
    same: bool


class Dropped(Struct):
    """A baseline that is gone (or would be); None: its file was broken."""

    path: str
    name: str
    baseline: Baseline | None


def set_baseline(
    schedule: Schedule, name: str, day: date, here: Here, *, force: bool, dry: bool
) -> Kept | NotDone:
    """Keep a schedule under a name; another one of that name stays, unless `force` overwrites it.

    Args:
        schedule: The schedule of a plan without errors.
        name: As typed.
        day: The day as of which it is kept.
        here: The working folder, which the plan's path is relative to.
        force: Overwrite another schedule of that name.
        dry: Write nothing.
    """
    name = canonical(name)
    wrong = why_no_name(name)
    if wrong is not None:
        return NotDone(wrong)
    plan_file = schedule.plan.path
    known = _names(plan_file, here)
    if isinstance(known, NotDone):
        return known
    there = next((each for each in known if folded(each) == folded(name)), None)
    kept = baseline_of(schedule, day)
    path = _path(plan_file, there or name)
    before = None if there is None else _read(plan_file, there, here)
    standing = before if isinstance(before, Baseline) else None
    same = standing is not None and standing._replace(day=day) == kept
    if there is not None and not same and not force:
        return NotDone(
            say("{path} is there already; --force overwrites it, or take another name", path=path)
        )
    if not dry and not same:
        text = baseline_text(kept).encode("utf-8", "backslashreplace")
        folder = here.folder / baseline_folder(plan_file)
        try:
            write_in(folder, (there or name) + ENDING, text)
        except (OSError, ValueError) as error:
            why = why_not_written(error)
            return NotDone(say("{path} cannot be written: {why}", path=path, why=why))
    return Kept(path, there or name, kept, standing, same)


def list_baselines(plan_file: str, here: Here) -> list[Listed] | NotDone:
    """Every baseline of a plan, the earliest first, those that are broken last."""
    names = _names(plan_file, here)
    if isinstance(names, NotDone):
        return names
    found = []
    for name in names:
        read = _read(plan_file, name, here)
        path = _path(plan_file, name)
        if isinstance(read, Baseline):
            found.append(Listed(name, path, read))
        else:
            found.append(Listed(name, path, None, read.why))
    return sorted(found, key=_by_day)


def baselines_of(plan_file: str, here: Here) -> list[str]:
    """The names of the baselines that are kept; none where they cannot be listed."""
    names = _names(plan_file, here)
    return [] if isinstance(names, NotDone) else names


def find_baseline(plan_file: str, name: str, here: Here) -> Baseline | NotDone:
    """The baseline of a plan that a name means: what `status --against NAME` compares with."""
    found = _find(plan_file, name, here)
    return found if isinstance(found, NotDone) else _read(plan_file, found, here)


def drop_baseline(plan_file: str, name: str, here: Here, *, dry: bool) -> Dropped | NotDone:
    """Take a baseline away, a broken one too."""
    found = _find(plan_file, name, here)
    if isinstance(found, NotDone):
        return found
    read = _read(plan_file, found, here)
    path = _path(plan_file, found)
    if not dry:
        try:
            drop_in(here.folder / baseline_folder(plan_file), found + ENDING)
        except OSError as error:
            why = why_not_written(error)
            return NotDone(say("{path} cannot be dropped: {why}", path=path, why=why))
    return Dropped(path, found, read if isinstance(read, Baseline) else None)


def baselines_report(listed: list[Listed], title: str, language: str) -> Report:
    """The view of a plan's baselines."""
    return baselines_table(listed, title, language)


def baselines_as_record(listed: list[Listed], plan_file: str) -> Record:
    """The same for machines."""
    return baselines_record(listed, plan_file)


def _by_day(listed: Listed) -> tuple[date, str]:
    return (date.max if listed.baseline is None else listed.baseline.day, listed.name)


def _find(plan_file: str, name: str, here: Here) -> str | NotDone:
    names = _names(plan_file, here)
    if isinstance(names, NotDone):
        return names
    wanted = canonical(name)
    if wanted in names:
        return wanted
    alike = [each for each in names if folded(each) == folded(wanted)]
    if len(alike) == 1:
        return alike[0]
    near = did_you_mean(wanted, names)
    if near is not None:
        said = say("there is no baseline '{name}'; did you mean '{near}'?", name=name, near=near)
    elif names:
        said = say("there is no baseline '{name}'; there are: {names}", name=name,
                   names=", ".join(names))  # fmt: skip
    else:
        said = say(
            "there is no baseline '{name}', nor any other; "
            "keep one with  rectify baseline set NAME",
            name=name,
        )
    return NotDone(said, missing=True)


def _names(plan_file: str, here: Here) -> list[str] | NotDone:
    folder = baseline_folder(plan_file)
    try:
        files = names_in(here.folder / folder)
    except OSError as error:
        return NotDone(say("{path} cannot be read: {why}", path=folder, why=why_not_read(error)))
    return [
        canonical(file.removesuffix(ENDING))
        for file in files
        if file.endswith(ENDING) and not file.startswith(".")
    ]


def _read(plan_file: str, name: str, here: Here) -> Baseline | NotDone:
    path = _path(plan_file, name)
    root = here.folder / Path(plan_file).parent
    data = read_inside(here.folder / path, root)
    if isinstance(data, Unreadable):
        return NotDone(say("{path} cannot be read: {why}", path=path, why=data.why))
    try:
        read = read_baseline(data.decode("utf-8"))
    except UnicodeDecodeError:
        read = NoBaseline(say("it is not UTF-8"))
    if isinstance(read, NoBaseline):
        return NotDone(
            say("{path} is no baseline that can be read: {why}", path=path, why=read.why)
        )
    return read


def _path(plan_file: str, name: str) -> str:
    return printed_path(Path(baseline_folder(plan_file)) / (name + ENDING))
