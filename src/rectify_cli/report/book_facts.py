"""What a task book tells of one task, as facts: a label and a text each."""

from collections.abc import Iterator, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.names import clock, owner_title
from rectify_cli.report.selection import lead_of
from rectify_cli.report.words import Words
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Schedule, Timing

_NAMED = 20
"""So many units are named; of more, only how many there are."""


class Fact(Struct):
    """A label and its text. Two that are short stand side by side; empty ones are to be filled."""

    label: str
    text: str
    short: bool = False


def facts_of(
    plan: Plan, task: Task, timings: Sequence[Timing], units: tuple[str, ...], words: Words
) -> Iterator[Fact]:
    """Who, when and what: those that a task book always has, then the others that are set."""
    yield Fact(words("owner"), _bearers(plan, task, units, words), short=not units)
    yield Fact(words("lead"), lead_titles(plan, task, timings, words), short=not units)
    yield Fact(words("participants"), _parties(plan, task.participants, words))
    yield Fact(words("book-dates"), _dates(timings, words), short=True)
    yield Fact(words("task-deadline"), deadlines_of(plan, timings, words, in_full=True), short=True)
    yield Fact(words("deliverable"), task.deliverable or "")
    target = "" if task.target is None else f"{task.target.count} {task.target.unit}"
    for key, text in (
        ("time", clock(task.time)),
        ("place", owner_title(plan, task.place)),
        ("task-target", target),
        ("accept", owner_title(plan, task.accept)),
    ):
        if text:
            yield Fact(words(key), text, short=True)
    for key, text in (("links", words.listed(task.urls)), ("note", task.note or "")):
        if text:
            yield Fact(words(key), text)


def lead_titles(plan: Plan, task: Task, timings: Sequence[Timing], words: Words) -> str:
    """The responsible leader; of a fan-out whose units have leaders of their own, each once."""
    names = dict.fromkeys(lead_of(task, timing) for timing in timings) or {task.lead: None}
    return words.listed(owner_title(plan, name) for name in names if name is not None)


def deadlines_of(plan: Plan, timings: Sequence[Timing], words: Words, *, in_full: bool) -> str:
    """The day by which it is due: its deadline, else the planned finish.

    Of units with other days each is told, and for whom it is where there is room.
    """
    units: dict[date, list[str]] = {}
    for timing in timings:
        units.setdefault(timing.deadline or timing.finish, []).extend(timing.units or ())
    if not in_full:
        return "\n".join(day.isoformat() for day in units)
    if len(units) == 1:
        return words.full(next(iter(units)))
    return words.listed(
        words("book-deadline-of", day=words.full(day), names=_some(plan, names, words))
        for day, names in units.items()
    )


def checklist_of(schedule: Schedule, task: Task, words: Words) -> Iterator[str]:
    """The items, each with its day and its owner where it has them."""
    if not task.checklist:
        return
    alone = schedule._replace(timings=schedule.by_task[task.index])
    due = {
        item.item: day.date for day in expand(alone) for item in day.items if item.kind == "item"
    }
    for entry in task.checklist:
        text = entry.text
        if entry.id in due:
            text = words("book-item-due", text=text, day=words.full(due[entry.id]))
        if entry.owner is not None:
            owner = owner_title(schedule.plan, entry.owner)
            text = words("book-item-owner", text=text, owner=owner)
        yield text


def _bearers(plan: Plan, task: Task, units: tuple[str, ...], words: Words) -> str:
    if not units:
        return owner_title(plan, task.owner)
    return words.joined(filter(None, (owner_title(plan, task.owner), _some(plan, units, words))))


def _some(plan: Plan, units: Sequence[str], words: Words) -> str:
    if len(units) > _NAMED:
        return words("units", n=len(units))
    return words.listed(owner_title(plan, unit) for unit in units)


def _parties(plan: Plan, names: Sequence[str], words: Words) -> str:
    """Owners by their titles; a group with how many it has, since its name is only an id."""
    return words.listed(
        owner_title(plan, name)
        if name in plan.owners or name not in plan.groups
        else words("book-group", group=name, count=words("units", n=len(plan.groups[name])))
        for name in names
    )


def _dates(timings: Sequence[Timing], words: Words) -> str:
    if not timings:
        return words("without-dates")
    start = min(timing.start for timing in timings)
    finish = max(timing.finish for timing in timings)
    if start == finish:
        return words.full(start)
    return words("to", first=words.full(start), last=words.full(finish))
