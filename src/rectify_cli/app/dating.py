"""A loaded plan → its dates, and every finding about it that is to be shown."""

from rectify_cli.app.here import Here
from rectify_cli.app.load import Loaded
from rectify_cli.app.national import national_from
from rectify_cli.app.silence import to_show
from rectify_cli.foundation.finding import Finding
from rectify_cli.plan.model import Plan
from rectify_cli.schedule.build import build_schedule, find_wrong
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_calendars, check_extent, check_published
from rectify_cli.workdays.without_empty import without_empty_calendars


def date_plan(
    loaded: Loaded, here: Here
) -> tuple[Schedule | None, tuple[Finding, ...], Calendars | None]:
    """The plan's schedule as far as it can be dated, all findings, and the calendars used."""
    if loaded.plan is None:
        return None, _shown(loaded, []), None
    plan = loaded.plan
    calendars = Calendars(plan.start, national_from(here.cache, plan.language))
    findings = check_calendars(plan, calendars)
    schedule = None
    datable = _datable(plan, calendars, findings)
    if datable is not None:
        schedule, wrong = build_schedule(datable, calendars.of)
        findings += wrong
        findings += check_published(plan, calendars)
        findings += check_extent(plan, calendars)
    return schedule, _shown(loaded, findings), calendars


def findings_of(loaded: Loaded, here: Here) -> tuple[Finding, ...]:
    """The findings of `date_plan` alone, for less."""
    plan = loaded.plan
    if plan is None:
        return _shown(loaded, [])
    calendars = Calendars(plan.start, national_from(here.cache, plan.language))
    findings = check_calendars(plan, calendars)
    datable = _datable(plan, calendars, findings)
    if datable is not None:
        findings += find_wrong(datable, calendars.of)
        findings += check_published(plan, calendars)
        findings += check_extent(plan, calendars)
    return _shown(loaded, findings)


def _datable(plan: Plan, calendars: Calendars, findings: list[Finding]) -> Plan | None:
    """The plan, without what has no workdays at all; None where nothing is left of it."""
    if any(finding.rule == "no-workdays" for finding in findings):
        return without_empty_calendars(plan, calendars.anchor)
    return plan


def _shown(loaded: Loaded, findings: list[Finding]) -> tuple[Finding, ...]:
    ignores = () if loaded.plan is None else loaded.plan.ignores
    return tuple(to_show([*loaded.findings, *findings], ignores, loaded.path))
