"""A loaded plan → its dates, and every finding about it that is to be shown."""

from rectify_cli.app.here import Here
from rectify_cli.app.load import Loaded
from rectify_cli.app.national import national_from
from rectify_cli.app.silence import to_show
from rectify_cli.foundation.finding import Finding
from rectify_cli.plan.model import FixedDate, Plan
from rectify_cli.schedule.build import build_schedule, find_wrong
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_calendars, check_extent, check_published

# What is said of a start that is no day of the calendar.
_OF_A_START = frozenset({"bad-date", "missing-key", "too-large", "wrong-type"})


def date_plan(
    loaded: Loaded, here: Here
) -> tuple[Schedule | None, tuple[Finding, ...], Calendars | None]:
    """The plan's schedule as far as it can be dated, all findings, and the calendars used."""
    plan = loaded.plan
    if plan is None:
        return None, findings_of(loaded, here), None
    calendars = Calendars(plan.start, national_from(here.cache, plan.language))
    findings = check_calendars(plan, calendars)
    schedule = None
    datable = _datable(plan, calendars, findings)
    if datable is not None:
        schedule, wrong = build_schedule(datable, calendars.of)
        findings += wrong
        findings += check_published(plan, calendars)
        findings += check_extent(plan, calendars)
    return schedule, _shown(loaded, plan, findings), calendars


def findings_of(loaded: Loaded, here: Here) -> tuple[Finding, ...]:
    """The findings of `date_plan` alone, for less."""
    plan = _from_first_day(loaded.startless) if loaded.startless is not None else loaded.plan
    if plan is None:
        return tuple(to_show(loaded.findings, (), loaded.path))
    calendars = Calendars(plan.start, national_from(here.cache, plan.language))
    findings = check_calendars(plan, calendars)
    datable = _datable(plan, calendars, findings)
    if datable is not None:
        findings += find_wrong(datable, calendars.of)
        findings += check_published(plan, calendars)
        findings += check_extent(plan, calendars)
    return _shown(loaded, plan, findings)


def _from_first_day(plan: Plan) -> Plan:
    """A plan without a start, from the first day that is written: what is pinned can be checked.

    It cannot silence that it lacks its start.
    """
    rules = (rule for task in plan.tasks for rule in task.dates[:3])
    days = (rule.day for rule in rules if isinstance(rule, FixedDate))
    ignores = tuple(each for each in plan.ignores if each.rule not in _OF_A_START)
    return plan._replace(start=min(days, default=plan.start), ignores=ignores)


def _datable(plan: Plan, calendars: Calendars, findings: list[Finding]) -> Plan | None:
    """The plan, without what has no workdays at all; None where nothing is left of it."""
    if any(finding.rule == "no-workdays" for finding in findings):
        from rectify_cli.workdays.without_empty import (  # noqa: PLC0415 - few plans
            without_empty_calendars,
        )

        return without_empty_calendars(plan, calendars.anchor)
    return plan


def _shown(loaded: Loaded, plan: Plan, findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(to_show([*loaded.findings, *findings], plan.ignores, loaded.path))
