"""The years of a calendar as a table with a row a day, for files: `calendar show -o days.csv`.

The screen says the same in fewer lines: there, `report.calendar_table` leaves out the days that
are what the week makes of them.
"""

from collections.abc import Sequence

from rectify_cli.plan.model import Plan
from rectify_cli.report.calendar_table import (
    calendar_facts,
    calendar_notes,
    say_source,
    say_worked,
)
from rectify_cli.report.table import Column, Report, Row, Section, Tone
from rectify_cli.report.words import Words
from rectify_cli.workdays.year import CalendarYear, DayKind, YearDay, YearMonth

_TONES: dict[DayKind, Tone] = {
    "workday": "plain",
    "day off": "faint",
    "make-up workday": "notice",
}


def calendar_days(plan: Plan, years: Sequence[CalendarYear], language: str) -> Report:
    """A section a month, a row a day: what it is, its name, its number among the year's workdays.

    Who says so is left empty where it is only the week.
    """
    words = Words(language)
    return Report(
        title=plan.title,
        language=language,
        columns=(
            Column("date", words("date"), "date"),
            Column("weekday", words("weekday")),
            Column("kind", words("kind")),
            Column("label", words("cal-label")),
            Column("number", words("cal-number"), "number"),
            Column("source", words("cal-source")),
        ),
        sections=[_section(year, month, words) for year in years for month in year.months],
        facts=calendar_facts(plan, years, words),
        notes=tuple(calendar_notes(years, words)),
    )


def _section(year: CalendarYear, month: YearMonth, words: Words) -> Section:
    heading = (f"{year.year}-{month.month:02}", words.workdays(month.workdays))
    return Section(heading, tuple(_row(day, words) for day in month.days))


def _row(day: YearDay, words: Words) -> Row:
    reason = day.reason
    kind = say_worked(day, words) if reason.workday else words("day-off")
    source = "" if reason.kind == "week" else say_source(reason.source, words)
    cells = (day.date, words.weekday(day.date), kind, reason.label, day.number, source)
    return Row(cells, _TONES[day.kind])
