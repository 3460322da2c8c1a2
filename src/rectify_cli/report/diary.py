"""The schedule as a diary: what stands in a calendar of one's own, an event for every stretch."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.report.edition import Edition
from rectify_cli.report.names import bearer, clock, owner_title, owner_titles
from rectify_cli.report.selection import Selection, Shown, lead_of, shown
from rectify_cli.report.source import Source
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Schedule, Timing


class Event(Struct):
    """All day from `start` to `finish`, both counted.

    `identity` stays the same as long as it is the same event, whatever its dates and words.
    """

    identity: tuple[str, ...]
    title: str
    start: date
    finish: date
    place: str
    lines: tuple[str, ...]
    category: str


class Diary(Struct):
    """Events in the order of the plan."""

    title: str
    language: str
    events: tuple[Event, ...]
    edition: Edition


def diary_of(source: Source) -> Diary:
    """What a selection leaves: tasks, occurrences, and checklist items with a day of their own."""
    events = _events(source.schedule, source.selection, Words(source.language))
    return Diary(
        source.schedule.plan.title,
        source.language,
        tuple(event for event in events if _within(event, source.selection)),
        source.edition,
    )


def _within(event: Event, chosen: Selection) -> bool:
    first, last = chosen.first or date.min, chosen.last or date.max
    return event.start <= last and first <= event.finish


def _events(schedule: Schedule, chosen: Selection, words: Words) -> Iterator[Event]:
    left = shown(schedule, chosen)
    for timing in schedule.timings:
        if timing.summary or timing.index not in left.units:
            continue
        event = _event(schedule, timing, left, words)
        if timing.occurrences is None:
            yield event
            continue
        for number, each in enumerate(timing.occurrences, 1):
            yield event._replace(
                identity=(*event.identity, each.nominal.isoformat()),
                title=words("occurrence", title=event.title, n=number),
                start=each.day,
                finish=each.day,
            )
    yield from _items(schedule, left, words)


def _event(schedule: Schedule, timing: Timing, left: Shown, words: Words) -> Event:
    task = schedule.task_of(timing)
    units = left.units_of(timing)
    whose = bearer(schedule.plan, None, units, words)
    title = words("owned", text=task.title, owner=whose) if whose else task.title
    time = clock(task.time)
    return Event(
        identity=(*_named(schedule, task), _unit(units)),
        title=f"{title} {time}" if time else title,
        start=timing.start,
        finish=timing.finish,
        place=owner_title(schedule.plan, task.place),
        lines=tuple(_lines(schedule, timing, words)),
        category=_phase(schedule, task),
    )


def _items(schedule: Schedule, left: Shown, words: Words) -> Iterator[Event]:
    """The checklist items that have a day."""
    dated = {
        task.index
        for task in schedule.plan.tasks
        for item in task.checklist
        if item.due is not None
    }
    alone = schedule._replace(timings=tuple(t for t in schedule.timings if t.task in dated))
    for day in expand(alone):
        for item in day.items:
            if item.kind != "item" or item.item is None or not left.has(item):
                continue
            task = schedule.task_of(item.timing)
            units = left.units_of(item.timing)
            yield Event(
                (*_named(schedule, task), _unit(units), item.item),
                words("owned", text=item.text, owner=task.title),
                day.date,
                day.date,
                "",
                (),
                _phase(schedule, task),
            )


def _named(schedule: Schedule, task: Task) -> tuple[str, ...]:
    """The plan by its file's name, wherever it lies, its title and the task's path."""
    plan = schedule.plan
    return plan.path.replace("\\", "/").rpartition("/")[2], plan.title, task.path


def _unit(units: tuple[str, ...]) -> str:
    """Several units are called by the first of them, which no other event of the task is."""
    return "".join(units[:1]) + ("+" if len(units) > 1 else "")


def _phase(schedule: Schedule, task: Task) -> str:
    phase = schedule.plan.phase_of(task)
    return "" if phase is None else phase.title


def _lines(schedule: Schedule, timing: Timing, words: Words) -> Iterator[str]:
    plan, task = schedule.plan, schedule.task_of(timing)
    for key, text in (
        ("owner", owner_title(plan, task.owner)),
        ("lead", owner_title(plan, lead_of(task, timing))),
        ("participants", owner_titles(plan, task.participants, words)),
        ("task-deadline", "" if timing.deadline is None else words.full(timing.deadline)),
        ("deliverable", task.deliverable or ""),
        ("note", task.note or ""),
    ):
        if text:
            yield words("diary-line", label=words(key), text=text)
