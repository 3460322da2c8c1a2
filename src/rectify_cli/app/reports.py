"""The progress folders of a plan and of every plan that it includes → events, and what is damaged.

`read_reports` is what views, recording and `check` read. What can be read is handed over, what
cannot is named with its file and line, never passed over in silence: a view shows the rest, warns
and ends with 1; a command that records warns and ends with 0.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rectify_cli.foundation.finding import Finding, Message, in_file_order, say
from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Stored
from rectify_cli.progress.record_folder import progress_folder
from rectify_cli.progress.record_name import content_hash, hash_in
from rectify_cli.store.report_files import ReportFile, read_report_files

DAMAGED_RULE = "torn-report"
_MAX_FINDINGS_OF_A_FILE = 20
_BRING_BACK = say("bring the file back as it was, from git or from a copy")
_UPDATE = say("a newer version of rectify reads it")


class Reports(Struct):
    """Every event that could be read, copies too, and a finding for all that could not.

    `damaged` are findings of the rule `torn-report`, in file order.
    """

    stored: tuple[Stored, ...] = ()
    damaged: tuple[Finding, ...] = ()


def read_reports(plan: Plan, folder: Path) -> Reports:
    """Read what was recorded beside every file of a plan.

    Args:
        plan: The plan; its paths are relative to `folder`.
        folder: The working folder.
    """
    return read_reports_beside(plan_files(plan), folder)


def read_reports_beside(files: Iterable[str], folder: Path) -> Reports:
    """Read what was recorded beside these plan files, whose paths are relative to `folder`."""
    stored: list[Stored] = []
    damaged: list[Finding] = []
    known: dict[str, Event] = {}
    for plan_file in files:
        shown = progress_folder(plan_file)
        found, unopened = read_report_files(folder / shown)
        for file in found:
            events, wrong = read_lines(plan_file, f"{shown}/{file.name}", file)
            stored += events
            damaged += wrong or _clashing(f"{shown}/{file.name}", file, events, known)
        for each in unopened:
            path = f"{shown}/{each.name}".rstrip("/")
            why = say("it cannot be read: {why}", why=each.why)
            damaged.append(Finding(DAMAGED_RULE, _line(path, 1, ""), why))
    return Reports(tuple(stored), tuple(in_file_order(damaged)) if damaged else ())


def plan_files(plan: Plan) -> tuple[str, ...]:
    """The plan's file and those of all plans that it includes, as findings name them."""
    return tuple(dict.fromkeys((plan.path, *(task.where.source.path for task in plan.tasks))))


def read_lines(plan_file: str, path: str, file: ReportFile) -> tuple[list[Stored], list[Finding]]:
    """The events of one file, and what is wrong with it, at its lines.

    Args:
        plan_file: The plan file beside which it lies.
        path: The file's own path, as findings name it.
        file: Its name and bytes.
    """
    from rectify_cli.progress.decode import NoEvent, decode  # noqa: PLC0415 - no reports, no need

    stored: list[Stored] = []
    wrong: list[Finding] = []
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError:
        text = file.data.decode("utf-8", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line == "\r":
            continue
        event = decode(line)
        if isinstance(event, NoEvent):
            fix = _UPDATE if event.newer else _BRING_BACK
            wrong.append(Finding(DAMAGED_RULE, _line(path, number, line), event.why, fix))
        else:
            stored.append(Stored(event, plan_file))
    if not wrong:
        changed = _changed(file)
        if changed is not None:
            wrong.append(Finding(DAMAGED_RULE, _line(path, 1, ""), changed, _BRING_BACK))
    elif len(wrong) > _MAX_FINDINGS_OF_A_FILE:
        rest = say("and {n} more of its lines", n=len(wrong) - _MAX_FINDINGS_OF_A_FILE)
        place = wrong[_MAX_FINDINGS_OF_A_FILE].span
        wrong[_MAX_FINDINGS_OF_A_FILE:] = [Finding(DAMAGED_RULE, place, rest)]
    return stored, wrong


def _clashing(
    path: str, file: ReportFile, stored: Iterable[Stored], known: dict[str, Event]
) -> Iterator[Finding]:
    """The first in a file that bears the id of a report known already, and says something else."""
    from rectify_cli.progress.decode import decode  # noqa: PLC0415 - as above

    for each in stored:
        event = each.event
        if known.setdefault(event.id, event) == event:
            continue
        lines = file.data.decode("utf-8").split("\n")
        number = next(n for n, line in enumerate(lines, 1) if decode(line) == event)
        why = say("another report has the same id, {id}, and says something else", id=event.id)
        yield Finding(DAMAGED_RULE, _line(path, number, lines[number - 1]), why, _BRING_BACK)
        return


def _changed(file: ReportFile) -> Message | None:
    """Why a file of whole lines is not what was once written; None if it is."""
    wanted = hash_in(file.name)
    if wanted is None:
        return say("it is not named as reports are: its name has no hash of what it holds")
    if content_hash(file.data) == wanted:
        return None
    if not file.data:
        return say("it is empty")
    return say("it was changed after it was written: its content has not the hash in its name")


def _line(path: str, number: int, line: str) -> Span:
    return Span(path, number, 1, number, len(line) + 1)
