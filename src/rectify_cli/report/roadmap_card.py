"""What a roadmap says of one task beside its bar: its facts, and why it stands on its days."""

from collections.abc import Iterator

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.chain import before_of, works_to_deadline
from rectify_cli.report.names import clock, owner_title, owner_titles
from rectify_cli.report.roadmap_owners import Owners
from rectify_cli.report.task_record import signed
from rectify_cli.report.timeline import Bar
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Driver, Schedule, Timing

_MOST_DRIVERS = 6


class Reason(Struct):
    """What sets a task's days, in a sentence; `key` names the bar of the task that does."""

    text: str
    key: str | None = None


class Card(Struct):
    """The facts of a task as labelled texts; `parts` are the keys by which it is filtered."""

    facts: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]
    urls: tuple[str, ...]
    items: tuple[str, ...]
    parts: tuple[str, ...]


def card_of(schedule: Schedule, task: Task, bar: Bar, owners: Owners, language: str) -> Card:
    """What is to be said of a task whose bar is shown."""
    words = Words(language)
    plan = schedule.plan
    facts = (*_dates(schedule, task, bar, words), *_people(plan, task, bar, words))
    return Card(
        facts=tuple((words(key), text) for key, text in facts if text),
        reasons=tuple(_reasons(schedule, task, words)),
        urls=task.urls,
        items=tuple(_item(plan, task, words)),
        parts=owners.parts.get(task.index, ()),
    )


def _dates(schedule: Schedule, task: Task, bar: Bar, words: Words) -> Iterator[tuple[str, str]]:
    timings = schedule.by_task[task.index]
    if bar.start == bar.finish:
        yield "dates", words.full(bar.start)
    else:
        yield "dates", words("to", first=words.full(bar.start), last=words.full(bar.finish))
    if bar.marks:
        yield "occurrences", str(len(bar.marks))
    elif not timings[0].summary:
        yield "duration", words.workdays(max(timing.duration for timing in timings))
    if bar.deadline is not None:
        yield "task-deadline", words.full(bar.deadline)
    if not bar.marks and bar.shape != "summary":
        yield "float", _float(timings, bar, words)


def _float(timings: tuple[Timing, ...], bar: Bar, words: Words) -> str:
    least = min(timing.total_float for timing in timings)
    if bar.critical:
        return (
            words("critical")
            if least >= 0
            else words.joined([words("critical"), words.workdays(least)])
        )
    return words.workdays(least)


def _people(plan: Plan, task: Task, bar: Bar, words: Words) -> Iterator[tuple[str, str]]:
    yield "owner", owner_title(plan, task.owner)
    if task.units is not None:
        yield "units-heading", bar.bearer
    yield "lead", owner_title(plan, task.lead)
    yield "participants", owner_titles(plan, task.participants, words)
    yield "time", clock(task.time)
    yield "place", owner_title(plan, task.place)
    if task.target is not None:
        yield "task-target", f"{task.target.count} {task.target.unit}"
    yield "deliverable", task.deliverable or ""
    yield "document", task.document or ""
    yield "note", task.note or ""


def _item(plan: Plan, task: Task, words: Words) -> Iterator[str]:
    for item in task.checklist:
        owner = owner_title(plan, item.owner)
        yield words("owned", text=item.text, owner=owner) if owner else item.text


def _reasons(schedule: Schedule, task: Task, words: Words) -> Iterator[Reason]:
    """The drivers of a task's days, those that its units share once."""
    timings = schedule.by_task[task.index]
    if timings[0].summary:
        return
    if timings[0].occurrences is not None:
        yield Reason(words("roadmap-repeats"))
        return
    found: dict[Reason, None] = {}
    for timing in timings:
        for driver in timing.drivers:
            found[_reason(schedule, timing, driver, words)] = None
        if works_to_deadline(schedule, timing):
            found[Reason(words("roadmap-hammock", day=words.full(timing.finish)))] = None
    reasons = list(found)
    yield from reasons[:_MOST_DRIVERS]
    if len(reasons) > _MOST_DRIVERS:
        yield Reason(words("more", n=len(reasons) - _MOST_DRIVERS))


def _reason(schedule: Schedule, timing: Timing, driver: Driver, words: Words) -> Reason:
    before = before_of(schedule, driver)
    if before is None:
        day = words.full(timing.start)
        return Reason(words(f"roadmap-{driver.kind}", day=day))
    # A summary is named as the plan names it, not by the task that ends it.
    named = schedule.plan.tasks[before.task if driver.task is None else driver.task]
    link = driver.link or "FS"
    day = words.full(before.finish if link in {"FS", "FF"} else before.start)
    lag = signed(driver.lag)
    text = words(f"roadmap-{link}", task=named.title, day=day, lag=lag)
    return Reason(text, named.path)
