"""The years of a calendar as a table: every day that is not what the week alone would make of it.

Between `workdays.year` and the renderers; `rectify calendar show` prints it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.report.days_off import DaysOff, runs_of
from rectify_cli.report.headline import calendar_in_words
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words
from rectify_cli.workdays.year import CalendarYear, YearDay, YearMonth
from rectify_cli.workdays.years import in_words


class _Run(Struct):
    """Days in a row that are the same for the same reason, in the month of the first of them."""

    first: date
    last: date
    kind: str
    label: str
    source: str

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def calendar_table(plan: Plan, years: Sequence[CalendarYear], language: str) -> Report:
    """A section a month; a row for days off and make-up workdays in a row."""
    words = Words(language)
    runs = _runs(years, words)
    return Report(
        title=plan.title,
        language=language,
        columns=(
            Column("date", words("date"), "date"),
            Column("weekday", words("weekday")),
            Column("last", words("cal-last"), "key"),
            Column("days", words("cal-days"), "key"),
            Column("kind", words("kind")),
            Column("label", words("cal-label")),
            Column("source", words("cal-source"), "note"),
        ),
        group=(
            Column("month", words("cal-month")),
            Column("workdays", words("cal-workdays"), "number"),
        ),
        sections=[
            _section(year, month, runs.get((year.year, month.month), ()), words)
            for year in years
            for month in year.months
        ],
        facts=calendar_facts(plan, years, words),
        notes=tuple(calendar_notes(years, words)),
    )


def calendar_facts(
    plan: Plan, years: Sequence[CalendarYear], words: Words
) -> tuple[tuple[str, ...], ...]:
    """What the calendar is, and the workdays of each year."""
    make_up = any(day.kind == "make-up workday" for year in years for day in year.exceptions)
    # The calendar of a country is named without its week.
    week = words.week(plan.calendar.week) if plan.calendar.country is not None else ""
    said = (calendar_in_words(plan, words, make_up=make_up), *([week] if week else []))
    return said, *((str(year.year), words.workdays(year.workdays)) for year in years)


def calendar_notes(years: Sequence[CalendarYear], words: Words) -> Iterator[str]:
    """Which of the years are not announced, if any."""
    unpublished = [year.year for year in years if not year.published]
    if unpublished:
        yield words("cal-not-announced", years=in_words(unpublished))


def say_worked(day: YearDay, words: Words) -> str:
    """What a workday is called that somebody has said to be one."""
    if day.kind == "workday":
        return words("cal-workday")
    return words("make-up" if day.reason.kind == "country" else "extra-workday")


def say_source(source: str, words: Words) -> str:
    """Who says what a day is: the plan, a file, a library."""
    return words("cal-the-plan") if source == "plan" else source


def _section(year: CalendarYear, month: YearMonth, runs: Sequence[_Run], words: Words) -> Section:
    name = f"{year.year}-{month.month:02}"
    rows = tuple(_row(run, words) for run in runs)
    return Section((name, words.workdays(month.workdays)), rows, (name, month.workdays))


def _row(run: _Run, words: Words) -> Row:
    kind = run.kind
    if run.days > 1:
        kind = words.joined((kind, words("until", day=f"{run.last:%m-%d}")))
    weekday = words.weekday(run.first)
    return Row((run.first, weekday, run.last, run.days, kind, run.label, run.source))


def _runs(years: Sequence[CalendarYear], words: Words) -> dict[tuple[int, int], list[_Run]]:
    """The days off and the days worked against the week, by year and month."""
    off = ((day.date, day.reason) for year in years for day in year.days if not day.reason.workday)
    found = [_off(run, words) for run in runs_of(off)]
    found += _worked([day for year in years for day in year.exceptions], words)
    by_month: dict[tuple[int, int], list[_Run]] = {}
    for run in sorted(found):
        by_month.setdefault((run.first.year, run.first.month), []).append(run)
    return by_month


def _off(run: DaysOff, words: Words) -> _Run:
    sources = [say_source(source, words) for source in run.sources]
    kind = words("day-off") if run.count == 1 else words("days-off", n=run.count)
    return _Run(run.first, run.last, kind, words.listed(run.labels), words.listed(sources))


def _worked(days: Sequence[YearDay], words: Words) -> Iterator[_Run]:
    worked = [day for day in days if day.reason.workday]
    while worked:
        first = last = worked.pop(0)
        while worked and worked[0].date == last.date + timedelta(1) and _alike(worked[0], last):
            last = worked.pop(0)
        source = say_source(first.reason.source, words)
        yield _Run(first.date, last.date, say_worked(first, words), first.reason.label, source)


def _alike(one: YearDay, other: YearDay) -> bool:
    return (one.kind, one.reason) == (other.kind, other.reason)
