"""The years of a calendar as a record: every day, and who says so."""

from collections.abc import Sequence

from rectify_cli.plan.model import Plan
from rectify_cli.report.record import Record, Stream
from rectify_cli.workdays.year import CalendarYear, YearDay

FORMAT = 1
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def calendar_record(plan: Plan, years: Sequence[CalendarYear]) -> Record:
    """The calendar of the plan, and its years with all their days."""
    spec = plan.calendar
    return {
        "format": FORMAT,
        "plan": {"title": plan.title, "path": plan.path},
        "calendar": {
            "country": spec.country,
            "subdivision": spec.subdivision,
            "frozen": spec.frozen.path if spec.frozen is not None else None,
            "week": [_WEEKDAYS[day] for day in sorted(spec.week)],
        },
        "years": Stream(_year(year) for year in years),
    }


def _year(year: CalendarYear) -> Record:
    return {
        "year": year.year,
        "workdays": year.workdays,
        "published": year.published,
        "sources": list(year.sources),
        "months": [{"month": each.month, "workdays": each.workdays} for each in year.months],
        "days": Stream(_day(day) for day in year.days),
    }


def _day(day: YearDay) -> Record:
    return {
        "date": day.date,
        "workday": day.reason.workday,
        "number": day.number,
        "kind": day.kind,
        "label": day.reason.label or None,
        "layer": day.reason.kind,
        "source": day.reason.source,
    }
