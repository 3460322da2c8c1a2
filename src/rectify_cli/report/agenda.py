"""The day-by-day view that a person reads: each day what starts, goes on, falls due, is ticked."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.report.agenda_notes import checklist_line, notes, title_of
from rectify_cli.report.day_lines import (
    DaysOff,
    FullDay,
    day_lines,
    say_days_off,
    say_kind_of_day,
)
from rectify_cli.report.headline import headline
from rectify_cli.report.names import bearer
from rectify_cli.report.selection import Selection, Shown, shown
from rectify_cli.report.table import Column, Report, Row, Section, Tone
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import DayItem, Schedule

_TONES: dict[str, Tone] = {"due": "notice", "milestone": "strong"}


def agenda(schedule: Schedule, selection: Selection) -> Report:
    """The view of the days that a selection leaves, made while it is read."""
    words = Words(schedule.plan.language)
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
        language=schedule.plan.language,
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
        else:
            yield _day(schedule, line, left, words, with_year=with_year)
    if empty:
        yield Section((words("nothing-shown"),), tone="faint")


def _days_off(off: DaysOff, words: Words, *, with_year: bool) -> Section:
    first, last = (words.stamp(day, year=with_year) for day in (off.first, off.last))
    span = first if off.first == off.last else words("to", first=first, last=last)
    said = say_days_off(off, words)
    until = words("until", day=words.stamp(off.last, year=True))
    note = said if off.first == off.last else words.listed([until, said])
    head = (off.first, words.weekday(off.first), None, note)
    return Section((span, said), head=head, tone="faint")


def _day(
    schedule: Schedule, day: FullDay, left: Shown, words: Words, *, with_year: bool
) -> Section:
    number = "" if day.number is None else words("workday-number", n=day.number)
    kind = say_kind_of_day(day, words)
    parts = (words.stamp(day.date, year=with_year), number, kind)
    rows = [_row(schedule, day, item, left, words) for item in _in_reading_order(schedule, day)]
    head = (day.date, words.weekday(day.date), day.number, kind)
    return Section(tuple(part for part in parts if part), tuple(rows), head)


def _in_reading_order(schedule: Schedule, day: FullDay) -> list[DayItem]:
    """What is special to the day first: meetings by the clock, what falls due, what starts."""
    ending = {item.timing.index for item in day.items if item.kind != "due" and _ends(item)}
    kept = [i for i in day.items if i.kind != "due" or i.timing.index not in ending]
    return sorted(kept, key=lambda item: _rank(schedule, item))


def _ends(item: DayItem) -> bool:
    """Whether an item is the last of its work, which then says itself that it is due."""
    return item.kind == "milestone" or (item.kind == "work" and item.day == item.of)


def _rank(schedule: Schedule, item: DayItem) -> tuple[int, str]:
    time = schedule.task_of(item.timing).time
    clock = time.begin.isoformat() if time is not None else "~"
    if item.kind in {"milestone", "occurrence"} or (item.kind == "work" and item.of == 1):
        return (0, clock)
    if item.kind == "due":
        return (1, "")
    if item.kind == "item":
        return (2, "")
    return (3 if item.day == 1 else 4, clock)


def _row(schedule: Schedule, day: FullDay, item: DayItem, left: Shown, words: Words) -> Row:
    plan, timing = schedule.plan, item.timing
    task = schedule.task_of(timing)
    own = next((i.owner for i in task.checklist if item.kind == "item" and i.id == item.item), None)
    units = () if own is not None else left.units_of(timing)
    line = checklist_line(task, words) if _begins(item) else None
    return Row(
        cells=(
            _what(item, words),
            bearer(plan, own or task.owner, units, words),
            task.path,
            title_of(item, task, words),
            words.joined(notes(schedule, item, day.date, words)),
        ),
        tone=_TONES.get(item.kind, "plain"),
        details=() if line is None else (line,),
    )


def _begins(item: DayItem) -> bool:
    return item.kind == "milestone" or (item.kind == "work" and item.day == 1)


def _what(item: DayItem, words: Words) -> str:
    if item.kind == "work":
        return words("work-once") if item.of == 1 else f"{item.day}/{item.of}"
    return words("work-once") if item.kind == "occurrence" else words(item.kind)


def workdays_shown(schedule: Schedule, first: date | None, last: date | None) -> int:
    """How many of the plan's workdays lie in a range of days, both ends counted."""
    if schedule.finish is None:
        return 0
    begin = max(first or schedule.start, schedule.start).toordinal()
    end = min(last or schedule.finish, schedule.finish).toordinal() + 1
    position = schedule.calendar.position
    return max(0, position(end) - position(begin))
