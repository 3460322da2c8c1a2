"""One task whole: every field that is set, its dates and floats, its units, its days."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.agenda_notes import what_the_day_holds
from rectify_cli.report.names import owner_title
from rectify_cli.report.sheet_dates import dates_facts
from rectify_cli.report.sheet_fields import field_facts
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import DayItem, Schedule, Timing

_MANY = 20
"""So many units are named; of more, only how many there are."""


def task_sheet(schedule: Schedule, task: Task, language: str) -> Report:
    """The view of a task, a summary or a phase."""
    words = Words(language)
    timings = schedule.by_task[task.index]
    sections = (
        Section((), tuple(Row(fact) for fact in _facts(schedule, task, words))),
        Section((words("units-heading"),), tuple(_units(schedule, task, timings, words))),
        Section((words("checklist"),), tuple(_checklist(schedule, task, words))),
        Section((words("days"),), tuple(_days(schedule, task, words))),
    )
    return Report(
        title=task.title,
        language=language,
        columns=(Column("field", words("field")), Column("value", words("value"))),
        sections=tuple(section for section in sections if section.rows),
        facts=((words(f"kind-{task.kind}"), task.path),),
    )


def _facts(schedule: Schedule, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    yield from dates_facts(schedule, task, words)
    yield from field_facts(schedule.plan, task, words)


def _units(
    schedule: Schedule, task: Task, timings: tuple[Timing, ...], words: Words
) -> Iterator[Row]:
    """Each group of units with its dates, then those that have none."""
    plan = schedule.plan
    dated = {unit for timing in timings for unit in timing.units or ()}
    for timing in timings:
        if timing.units is not None:
            yield Row((_span(timing, words), _named(plan, timing.units, words)))
    without = tuple(unit for unit in task.units or () if unit not in dated)
    if without:
        yield Row((words("without-dates"), _named(plan, without, words)))


def _named(plan: Plan, units: tuple[str, ...], words: Words) -> str:
    if len(units) > _MANY:
        return words("units", n=len(units))
    return words.listed(owner_title(plan, unit) for unit in units)


def _span(timing: Timing, words: Words) -> str:
    if timing.start == timing.finish:
        return timing.start.isoformat()
    return words("to", first=timing.start, last=timing.finish)


def _checklist(schedule: Schedule, task: Task, words: Words) -> Iterator[Row]:
    due = {
        item.item: words.full(day)
        for day, item in reversed(list(_items(schedule, task)))
        if item.kind == "item"
    }
    for entry in task.checklist:
        owner = owner_title(schedule.plan, entry.owner)
        text = words("owned", text=entry.text, owner=owner) if owner else entry.text
        yield Row((due.get(entry.id, ""), text))


def _days(schedule: Schedule, task: Task, words: Words) -> Iterator[Row]:
    """What the plan says of each day; for a fan-out, on the days of its first units."""
    if not task.days:
        return
    first = next(iter(schedule.by_task[task.index]), None)
    for day, item in _items(schedule, task):
        if item.kind == "work" and item.timing is first:
            text = what_the_day_holds(schedule, item)
            if text:
                yield Row((f"{words.full(day)}  {item.day}/{item.of}", text))


def _items(schedule: Schedule, task: Task) -> Iterator[tuple[date, DayItem]]:
    """What is on for one task, day by day."""
    alone = schedule._replace(timings=schedule.by_task[task.index])
    for day in expand(alone):
        for item in day.items:
            yield day.date, item
