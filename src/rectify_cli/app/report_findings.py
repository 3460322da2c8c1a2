"""The reports beside a plan → what `rectify check` says of them: the damaged, and the lost.

They hang on the progress folders, which no kept verdict knows of, so they are looked for at every
check. A plan that nobody has reported on costs one question to the disk for each of its files.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rectify_cli.app.here import Here
from rectify_cli.app.inputs import Edited
from rectify_cli.app.load import Loaded, Unread, load_plan
from rectify_cli.app.schedule import Verdict, load_and_schedule
from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.rules import ABOUT_REPORTS
from rectify_cli.foundation.source import SourceText
from rectify_cli.progress.record_folder import progress_folder

if TYPE_CHECKING:
    from rectify_cli.app.reports import Reports
    from rectify_cli.plan.model import Plan
    from rectify_cli.progress.ledger import Ledger
    from rectify_cli.schedule.model import Schedule

_TABLES = (".csv", ".xlsx")
_HIDE_UNITS = frozenset(
    {"bad-encoding", "missing-file", "path-outside", "too-large", "unknown-group", "yaml-syntax"}
)
"""Where one of these is found, some units may be unknown for no other reason."""


def report_findings(
    path: Path, here: Here, edited: Edited, verdict: Verdict
) -> tuple[Finding, ...]:
    """What is wrong with the reports of a plan that was judged, without what it silences."""
    beside = [name for name in verdict.sources if not name.casefold().endswith(_TABLES)]
    if not any(os.path.lexists(here.folder / progress_folder(name)) for name in beside):
        return ()
    scheduled = load_and_schedule(path, here, edited)
    if isinstance(scheduled, Unread):
        return ()
    # Costly, and few plans that are checked in CI have reports.
    from rectify_cli.app.reports import read_reports, read_reports_beside  # noqa: PLC0415
    from rectify_cli.app.silence import to_show  # noqa: PLC0415

    loaded = scheduled.loaded
    if loaded.plan is None:
        return read_reports_beside([loaded.path], here.folder).damaged
    reports = read_reports(loaded.plan, here.folder)
    found = list(reports.damaged)
    schedule = scheduled.schedule
    if _gathered(loaded.plan, reports, schedule).orphans:
        # A plan that was kept does not know where its keys stand.
        anew = load_plan(path, here.folder, edited)
        if not isinstance(anew, Unread) and anew.plan is not None:
            found += _lost(anew, _gathered(anew.plan, reports, schedule))
    return tuple(to_show(found, loaded.plan.ignores, loaded.path))


def _gathered(plan: "Plan", reports: "Reports", schedule: "Schedule | None") -> "Ledger":
    """The ledger; without dates nobody knows on which days a task recurs."""
    from rectify_cli.progress.ledger import gather  # noqa: PLC0415 - few plans have reports
    from rectify_cli.progress.lost_days import with_lost_days  # noqa: PLC0415

    ledger = gather(plan, reports.stored)
    return ledger if schedule is None else with_lost_days(ledger, schedule)


def _lost(loaded: Loaded, ledger: "Ledger") -> list[Finding]:
    """The findings about reports of what is gone, without what an error of the plan hides."""
    from rectify_cli.progress.lost_reports import lost_reports  # noqa: PLC0415 - seldom needed

    broken = {finding.rule for finding in loaded.findings if finding.is_error}
    if not broken:
        return lost_reports(ledger)
    seen = tuple(
        orphan
        for orphan in ledger.orphans
        if not (
            broken & _HIDE_UNITS
            if orphan.lacks == "unit"
            else _is_written(str(orphan.stored.event.task), loaded.sources)
        )
    )
    return lost_reports(ledger._replace(orphans=seen))


def _is_written(task: str, sources: Mapping[str, SourceText]) -> bool:
    """Whether a task is there after all, as a key that an error hides: that is said once."""
    key = re.compile(rf"(?m)(?:^|[\s{{,\"']){re.escape(task.rpartition('.')[2])}[\"']?\s*[:：]")
    return any(key.search(source.text) for source in sources.values())


def without_reports(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are of plans alone."""
    return [finding for finding in findings if finding.rule not in ABOUT_REPORTS]
