"""The years of a calendar as a table: every day that is not what the week alone would make of it.

Between `workdays.year` and the renderers; `rectify calendar show` prints it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rectify_cli.plan.model import Plan
from rectify_cli.report.calendar_words import calendar_words
from rectify_cli.report.headline import calendar_in_words
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words
from rectify_cli.workdays.year import CalendarYear, YearDay, YearMonth
from rectify_cli.workdays.years import in_words


@dataclass(frozen=True, slots=True)
class _Run:
    """Days in a row of one month that are the same for the same reason."""

    first: YearDay
    last: YearDay

    @property
    def count(self) -> int:
        return (self.last.date - self.first.date).days + 1


def calendar_table(plan: Plan, years: Sequence[CalendarYear], language: str) -> Report:
    """A section a month; a row for days off and make-up workdays in a row."""
    words = Words(language)
    make_up = any(day.kind == "make-up workday" for year in years for day in year.exceptions)
    totals = [(str(year.year), words.workdays(year.workdays)) for year in years]
    # The calendar of a country is named without its week.
    week = words.week(plan.calendar.week) if plan.calendar.country is not None else ""
    return Report(
        title=plan.title,
        language=language,
        columns=(
            Column("date", words("date"), "date"),
            Column("weekday", words("weekday")),
            Column("last", calendar_words(words, "last"), "key"),
            Column("days", calendar_words(words, "days"), "key"),
            Column("kind", words("kind")),
            Column("label", calendar_words(words, "label")),
            Column("source", calendar_words(words, "source"), "note"),
        ),
        group=(
            Column("month", calendar_words(words, "month")),
            Column("workdays", calendar_words(words, "workdays"), "number"),
        ),
        sections=[_section(year, month, words) for year in years for month in year.months],
        facts=(
            (calendar_in_words(plan, words, make_up=make_up), *([week] if week else [])),
            *totals,
        ),
        notes=tuple(_notes(years, words)),
    )


def _section(year: CalendarYear, month: YearMonth, words: Words) -> Section:
    name = f"{year.year}-{month.month:02}"
    rows = tuple(_row(run, words) for run in _runs(month))
    return Section((name, words.workdays(month.workdays)), rows, (name, month.workdays))


def _row(run: _Run, words: Words) -> Row:
    day = run.first
    return Row(
        (
            day.date,
            words.weekday(day.date),
            run.last.date,
            run.count,
            _kind(run, words),
            day.reason.label,
            calendar_words(words, "the-plan") if day.reason.source == "plan" else day.reason.source,
        )
    )


def _kind(run: _Run, words: Words) -> str:
    """What the days are, and until when: `make-up workday`, `7 days off, to 02-17`."""
    day = run.first
    if not day.reason.workday:
        kind = words("day-off") if run.count == 1 else words("days-off", n=run.count)
    elif day.kind == "workday":
        kind = calendar_words(words, "workday")
    else:
        kind = words("make-up" if day.reason.kind == "country" else "extra-workday")
    if run.count == 1:
        return kind
    return words.joined((kind, words("until", day=f"{run.last.date:%m-%d}")))


def _runs(month: YearMonth) -> Iterator[_Run]:
    run: _Run | None = None
    for day in month.days:
        if run is not None and (day.kind, day.reason) == (run.last.kind, run.last.reason):
            run = _Run(run.first, day)
            continue
        if run is not None:
            yield run
        run = None if day.reason.kind == "week" else _Run(day, day)
    if run is not None:
        yield run


def _notes(years: Sequence[CalendarYear], words: Words) -> Iterator[str]:
    unpublished = [year.year for year in years if not year.published]
    if unpublished:
        yield calendar_words(words, "not-announced", years=in_words(unpublished))
