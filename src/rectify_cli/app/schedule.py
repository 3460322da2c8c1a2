"""A loaded plan → its calendars and its schedule, with every finding that is to be shown."""

from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from rectify_cli.app.here import Here
from rectify_cli.app.load import Loaded, Unread, load_plan
from rectify_cli.app.national import national_from
from rectify_cli.app.plan_files import Edited
from rectify_cli.app.silence import to_show
from rectify_cli.foundation.finding import Finding
from rectify_cli.schedule.build import build_schedule
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_calendars, check_published


class Scheduled(NamedTuple):
    """A plan with its dates. `schedule` is None where there can be none.

    `findings` are those of all stages that nobody silenced, in file order. `calendars` gives the
    calendar of every spec of the plan, to whoever dates it again (a forecast); None without a plan.
    """

    loaded: Loaded
    schedule: Schedule | None
    findings: tuple[Finding, ...]
    calendars: Calendars | None = None

    @property
    def has_errors(self) -> bool:
        """Whether the plan is broken, so that its dates are those of what could be read."""
        return any(finding.is_error for finding in self.findings)


def load_and_schedule(
    path: Path, here: Here, edited: Edited = MappingProxyType({})
) -> Scheduled | Unread:
    """Load the plan at a path and date it, some files' texts taken for what `edited` has."""
    loaded = load_plan(path, here.folder, edited)
    return loaded if isinstance(loaded, Unread) else schedule_plan(loaded, here)


def schedule_plan(loaded: Loaded, here: Here) -> Scheduled:
    """Date a loaded plan as far as it can be dated."""
    if loaded.plan is None:
        return Scheduled(loaded, None, tuple(_shown(loaded, [])))
    plan = loaded.plan
    calendars = Calendars(plan.start, national_from(here.cache, plan.language))
    findings = check_calendars(plan, calendars)
    schedule = None
    if not any(finding.rule == "no-workdays" for finding in findings):
        schedule, wrong = build_schedule(plan, calendars.of)
        findings += wrong
        findings += check_published(plan, calendars)
    return Scheduled(loaded, schedule, tuple(_shown(loaded, findings)), calendars)


def _shown(loaded: Loaded, findings: list[Finding]) -> list[Finding]:
    ignores = () if loaded.plan is None else loaded.plan.ignores
    return to_show([*loaded.findings, *findings], ignores, loaded.path)
