"""A loaded plan → its dates, and every finding about it that is to be shown."""

from rectify_cli.app.here import Here
from rectify_cli.app.load import Loaded
from rectify_cli.app.national import national_from
from rectify_cli.app.silence import to_show
from rectify_cli.foundation.finding import Finding
from rectify_cli.schedule.build import build_schedule
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_calendars, check_extent, check_published


def date_plan(
    loaded: Loaded, here: Here
) -> tuple[Schedule | None, tuple[Finding, ...], Calendars | None]:
    """The plan's schedule as far as it can be dated, all findings, and the calendars used."""
    if loaded.plan is None:
        return None, tuple(to_show(loaded.findings, (), loaded.path)), None
    plan = loaded.plan
    calendars = Calendars(plan.start, national_from(here.cache, plan.language))
    findings = check_calendars(plan, calendars)
    schedule = None
    if not any(finding.rule == "no-workdays" for finding in findings):
        schedule, wrong = build_schedule(plan, calendars.of)
        findings += wrong
        findings += check_published(plan, calendars)
        findings += check_extent(plan, calendars)
    shown = to_show([*loaded.findings, *findings], plan.ignores, loaded.path)
    return schedule, tuple(shown), calendars
