"""The day-by-day view that a person reads: each day what starts, goes on, falls due, is ticked."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.report.day_lines import FullDay, IdleDays, day_lines, say_kind_of_day
from rectify_cli.report.day_rows import day_rows
from rectify_cli.report.days_off import DaysOff, say_days_off
from rectify_cli.report.headline import headline
from rectify_cli.report.selection import Selection, Shown, shown
from rectify_cli.report.table import Column, Report, Section
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule


def agenda(schedule: Schedule, selection: Selection, language: str) -> Report:
    """The view of the days that a selection leaves, made while it is read."""
    words = Words(language)
    left = shown(schedule, selection)
    group = (
        Column("date", words("date"), "date"),
        Column("weekday", words("weekday")),
        Column("number", words("number"), "number"),
        Column("day_note", words("day-note")),
    )
    columns = (
        Column("what", words("what")),
        Column("owner", words("owner")),
        Column("task", words("task"), "key"),
        Column("title", words("title")),
        Column("note", words("note"), "note"),
    )
    return Report(
        title=schedule.plan.title,
        language=language,
        facts=headline(schedule, selection, words),
        group=group,
        columns=columns,
        sections=_sections(schedule, selection, left, words),
    )


def _sections(
    schedule: Schedule, selection: Selection, left: Shown, words: Words
) -> Iterator[Section]:
    with_year = schedule.finish is not None and schedule.start.year != schedule.finish.year
    empty = True
    for line in day_lines(schedule, selection, left):
        empty = False
        if isinstance(line, DaysOff):
            yield _days_off(line, words, with_year=with_year)
        elif isinstance(line, IdleDays):
            yield _idle(line, words, with_year=with_year)
        else:
            yield _day(schedule, line, left, words, with_year=with_year)
    if empty:
        yield Section((_nothing(schedule, selection, words),), tone="faint")


def _nothing(schedule: Schedule, selection: Selection, words: Words) -> str:
    """Why there is nothing to show: when the plan is, if other days were asked for."""
    first, last = schedule.start, schedule.finish
    if last is None or workdays_shown(schedule, selection.first, selection.last):
        return words("nothing-shown")
    return words("nothing-then", first=words.full(first), last=words.full(last))


def _days_off(off: DaysOff, words: Words, *, with_year: bool) -> Section:
    first, last = (words.stamp(day, year=with_year) for day in (off.first, off.last))
    span = first if off.first == off.last else words("to", first=first, last=last)
    said = say_days_off(off, words)
    until = words("until", day=words.stamp(off.last, year=True))
    note = said if off.first == off.last else words.joined([until, said])
    head = (off.first, words.weekday(off.first), None, note)
    return Section((span, said), head=head, tone="faint")


def _idle(run: IdleDays, words: Words, *, with_year: bool) -> Section:
    first, last = (words.stamp(day.date, year=with_year) for day in (run.days[0], run.days[-1]))
    numbers = [day.number for day in run.days]
    many = len(run.days) > 1
    span = words("to", first=first, last=last) if many else first
    key = "workday-numbers" if many else "workday-number"
    number = words(key, n=numbers[0], last=numbers[-1])
    until = words("until", day=words.stamp(run.days[-1].date, year=True))
    note = words.joined([until, words("idle")] if many else [words("idle")])
    head = (run.days[0].date, words.weekday(run.days[0].date), numbers[0], note)
    return Section((span, number, words("idle")), head=head, tone="faint")


def _day(
    schedule: Schedule, day: FullDay, left: Shown, words: Words, *, with_year: bool
) -> Section:
    number = "" if day.number is None else words("workday-number", n=day.number)
    kind = say_kind_of_day(day, words)
    parts = (words.stamp(day.date, year=with_year), number, kind)
    head = (day.date, words.weekday(day.date), day.number, kind)
    rows = tuple(day_rows(schedule, day, left, words))
    return Section(tuple(part for part in parts if part), rows, head)


def workdays_shown(schedule: Schedule, first: date | None, last: date | None) -> int:
    """How many of the plan's workdays lie in a range of days, both ends counted."""
    if schedule.finish is None:
        return 0
    begin = max(first or schedule.start, schedule.start).toordinal()
    end = min(last or schedule.finish, schedule.finish).toordinal() + 1
    position = schedule.calendar.position
    return max(0, position(end) - position(begin))
