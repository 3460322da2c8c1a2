"""The floors one after the other, without the app: a plan's text in, its schedule out."""

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.bind import bind
from rectify_cli.plan.resolve import resolve
from rectify_cli.plan.wanted import Files
from rectify_cli.schedule.build import build_schedule
from rectify_cli.schedule.model import Schedule
from rectify_cli.syntax.parse import parse
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.library import national_days
from rectify_cli.workdays.national import NationalDays, UnknownPlace


def in_english(
    country: str, subdivision: str | None, first: int, last: int
) -> NationalDays | UnknownPlace:
    return national_days(country, subdivision, first, last, "en")


def schedule_and_findings(text: str) -> tuple[Schedule, list[Finding]]:
    """The schedule of a plan that names no other file, and what every floor found."""
    root, findings = parse(SourceText("plan.yaml", text))
    assert root is not None, findings
    document, bound = bind(root)
    assert document is not None, bound
    plan, resolved = resolve(document, Files())
    assert plan is not None, resolved
    schedule, dated = build_schedule(plan, Calendars(plan.start, in_english).of)
    return schedule, [*findings, *bound, *resolved, *dated]


def schedule_of(text: str) -> Schedule:
    """The schedule of a plan that is in order."""
    schedule, findings = schedule_and_findings(text)
    errors = [
        f"{each.span.line}: {each.rule}: {each.message}" for each in findings if each.is_error
    ]
    assert not errors, errors
    return schedule
