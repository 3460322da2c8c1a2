"""`rectify log check`: whether the reports are whole, of this plan, and none was taken away.

Against a revision of git the reports are add-only: whatever stood in a progress folder then stands
somewhere in it now, as a file of its own or in a pack.
"""

from collections.abc import Iterator
from pathlib import Path

from rectify_cli.app.dating import date_plan
from rectify_cli.app.here import Here
from rectify_cli.app.load import Loaded
from rectify_cli.app.reports import plan_files, read_reports
from rectify_cli.foundation.finding import Finding, Message, in_file_order, say
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.decode import NoEvent, decode
from rectify_cli.progress.encode import encode
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import gather
from rectify_cli.progress.lost_days import with_lost_days
from rectify_cli.progress.lost_reports import lost_reports
from rectify_cli.progress.record_folder import progress_folder
from rectify_cli.render.diagnostics.found import Found
from rectify_cli.store.git import NoRevision, Revision, find_revision, path_within, read_all_at

_TAKEN_AWAY = "torn-report"


class LogChecked(Struct):
    """What is wrong with the reports of a plan, and how many there are."""

    found: Found
    reports: int


def check_log(loaded: Loaded, plan: Plan, here: Here, against: str | None) -> LogChecked | Message:
    """Every finding about the reports; why not, where the revision cannot be read.

    Args:
        loaded: The plan file as it was loaded, not from the cache.
        plan: The same plan, resolved.
        here: The working folder.
        against: A revision of git, as people type it; None: only the present.
    """
    reports = read_reports(plan, here.folder)
    ledger = gather(plan, reports.stored)
    if any(day is not None for _, _, day in ledger.all_of):
        schedule, _, _ = date_plan(loaded, here)
        ledger = ledger if schedule is None else with_lost_days(ledger, schedule)
    findings = [*reports.damaged, *lost_reports(ledger)]
    if against is not None:
        gone = _gone_since(plan, here, against, {encode(each.event) for each in reports.stored})
        if isinstance(gone, Message):
            return gone
        findings += gone
    sources: dict[str, SourceText] = dict(loaded.sources)
    return LogChecked(Found(in_file_order(findings), sources, 1), len(ledger.events))


def _gone_since(plan: Plan, here: Here, against: str, known: set[str]) -> list[Finding] | Message:
    revision = find_revision((here.folder / plan.path).parent, against)
    if isinstance(revision, NoRevision):
        return revision.why
    found: list[Finding] = []
    for plan_file in plan_files(plan):
        shown = progress_folder(plan_file)
        files = _files_at(revision, here.folder / shown)
        if isinstance(files, NoRevision):
            return files.why
        for name, data in sorted(files.items()):
            found += _missing(f"{shown}/{name}", data, against, known)
    return found


def _files_at(revision: Revision, folder: Path) -> dict[str, bytes] | NoRevision:
    inside = path_within(revision, folder)
    if inside is None:
        return {}
    return read_all_at(revision, inside, ".jsonl")


def _missing(path: str, data: bytes, against: str, known: set[str]) -> Iterator[Finding]:
    """The reports of a file of then that are nowhere now; what was no report then is no matter."""
    for number, line in enumerate(data.decode("utf-8", "surrogateescape").split("\n"), 1):
        event = decode(line.removesuffix("\r")) if line.strip() else None
        if event is None or isinstance(event, NoEvent) or encode(event) in known:
            continue
        span = Span(path, number, 1, number, 1)
        fix = say("bring the file back:  git checkout {revision} -- {path}", revision=against,
                  path=path)  # fmt: skip
        yield Finding(_TAKEN_AWAY, span, _said(event, against), fix)


def _said(event: Event, against: str) -> Message:
    return say(
        "a report that {revision} has is gone: {kind} of {task}, {day}, by {by}",
        revision=against,
        kind=event.kind,
        task=event.task or "-",
        day=event.on,
        by=event.by,
    )
