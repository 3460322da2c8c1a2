"""Writing the days of a plan's countries into files beside it, from which they never move again."""

import os.path
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from rectify_cli.app.calendar_show import years_of
from rectify_cli.app.here import Here
from rectify_cli.app.national import national_from
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec, Plan
from rectify_cli.schedule.model import Schedule
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.replace import replace_file
from rectify_cli.syntax.node import Mapping, Scalar
from rectify_cli.workdays.frozen import frozen_text, says_frozen
from rectify_cli.workdays.national import LAST_YEAR, NationalDays, UnknownPlace


class Line(Struct):
    """A line that a plan still lacks: the file, the line of its calendar, what to add there."""

    path: str
    line: int
    text: str


class Frozen(Struct):
    """A file that now holds a country's days, and the lines by which plans would take them."""

    path: Path
    state: Literal["written", "unchanged"]
    source: str
    lines: tuple[Line, ...]


class NotFrozen(Struct):
    """Why nothing was written."""

    why: Message


States = dict[Path, Literal["written", "unchanged"]]


class _Wanted(Struct):
    """A calendar that names a country, and the file that is to hold its days."""

    country: str
    subdivision: str | None
    path: Path
    where: Mapping


def freeze_calendars(
    plan: Plan, schedule: Schedule | None, here: Here, out: Path | None, *, force: bool
) -> tuple[Frozen, ...] | NotFrozen:
    """Write the days of every country that the plan's calendars name, a file each.

    A file goes where the calendar's `frozen:` says, else beside the plan; `out` names another
    place, if there is but one. Only a frozen calendar is ever overwritten, and one with other
    days only by `force`; where one file cannot be written so, none is.
    """
    wanted = list(_wanted(plan, out))
    if not wanted:
        return NotFrozen(say("the plan's calendar names no country: there is nothing to freeze"))
    if out is not None and not _is_inside(_way(plan.path, out, here)):
        return NotFrozen(say("{path} lies outside the plan's folder", path=out.as_posix()))
    if out is not None and len({(each.country, each.subdivision) for each in wanted}) > 1:
        return NotFrozen(say("the plan counts in several countries: leave -o out"))
    texts: dict[Path, tuple[str, str]] = {}
    for each in wanted:
        days = _days(each, plan, schedule, here)
        if isinstance(days, UnknownPlace):
            return NotFrozen(say("there is no {what} '{name}'", what=days.what, name=days.name))
        text = frozen_text(days, each.country, each.subdivision)
        if texts.setdefault(each.path, (text, days.source))[0] != text:
            return NotFrozen(say("{path} is to hold two countries", path=each.path))
    states = _write(texts, here, force=force)
    if isinstance(states, NotFrozen):
        return states
    return tuple(
        Frozen(path, states[path], source, tuple(_lines(wanted, path, here)))
        for path, (_, source) in texts.items()
    )


def _wanted(plan: Plan, out: Path | None) -> Iterator[_Wanted]:
    """The calendars that say where their days come from, each mapping once."""
    specs = [plan.calendar, *(task.calendar for task in plan.tasks if task.calendar is not None)]
    seen: set[int] = set()
    for spec in specs:
        if spec.where is None or spec.country is None or id(spec.where) in seen:
            continue
        seen.add(id(spec.where))
        if not {"country", "subdivision", "frozen"}.isdisjoint(spec.where.keys):
            path = _path(spec, spec.where, Path(plan.path).parent, out)
            yield _Wanted(spec.country, spec.subdivision, path, spec.where)


def _way(file: str, path: Path, here: Here) -> Path:
    """How a plan file names another file; absolute if they stand on two drives."""
    try:
        return Path(os.path.relpath(here.folder / path, (here.folder / file).parent))
    except ValueError:
        return path.absolute()


def _is_inside(way: Path) -> bool:
    return not way.is_absolute() and way.parts[0] != ".."


def _path(spec: CalendarSpec, where: Mapping, folder: Path, out: Path | None) -> Path:
    """Where the days are to be kept, relative to the working folder."""
    if out is not None:
        return out
    named = where.values.get("frozen")
    if isinstance(named, Scalar) and named.text:
        return Path(where.source.path).parent / named.text
    place = spec.country if spec.subdivision is None else f"{spec.country}-{spec.subdivision}"
    return folder / f"calendar-{place}.yaml"


def _days(
    wanted: _Wanted, plan: Plan, schedule: Schedule | None, here: Here
) -> NationalDays | UnknownPlace:
    """The days of the plan's years; of the one after too, where they are announced."""
    first, last = years_of(plan, schedule)
    after = min(last + 1, LAST_YEAR)
    national = national_from(here.cache, plan.language)
    days = national(wanted.country, wanted.subdivision, first, after)
    if isinstance(days, UnknownPlace) or after not in days.unpublished:
        return days
    return national(wanted.country, wanted.subdivision, first, last)


def _write(texts: dict[Path, tuple[str, str]], here: Here, *, force: bool) -> States | NotFrozen:
    states: States = {}
    for path, (text, _) in texts.items():
        there = _what_is_there(here.folder / path, text)
        if there == "foreign":
            return NotFrozen(
                say(
                    "{path} is there and is no frozen calendar; nothing was written\n"
                    "name another file with  -o FILE",
                    path=path.as_posix(),
                )
            )
        if there == "other" and not force:
            return NotFrozen(
                say(
                    "{path} holds other days; nothing was written\n"
                    "rectify calendar diff shows what would change, --force overwrites it",
                    path=path.as_posix(),
                )
            )
        states[path] = "unchanged" if there == "same" else "written"
    for path, (text, _) in texts.items():
        if states[path] == "written":
            try:
                replace_file(here.folder / path, text.encode("utf-8"))
            except (OSError, ValueError) as error:
                why = why_not_written(error)
                shown = path.as_posix()
                return NotFrozen(say("{path} cannot be written: {why}", path=shown, why=why))
    return states


def _what_is_there(path: Path, text: str) -> Literal["nothing", "same", "other", "foreign"]:
    if not os.path.lexists(path):
        return "nothing"
    stands = read_file(path)
    if isinstance(stands, Unreadable) or not says_frozen(stands):
        return "foreign"
    return "same" if stands.replace(b"\r\n", b"\n") == text.encode("utf-8") else "other"


def _lines(wanted: list[_Wanted], path: Path, here: Here) -> Iterator[Line]:
    for each in wanted:
        if each.path == path:
            file = each.where.source.path
            name = _way(file, path, here).as_posix()
            named = each.where.values.get("frozen")
            if not isinstance(named, Scalar) or named.text != name:
                yield Line(file, each.where.span.line, f"frozen: {name}")
