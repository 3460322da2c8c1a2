"""What a unit is asked to report: the typed value behind the form that goes out to it.

Made from the status of a day; `render.returns` writes it, `intake.from_return` reads it back.
"""

from collections.abc import Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.completion import done_on
from rectify_cli.progress.status import NOTHING_SAID, Facts, State, Status, TaskStatus
from rectify_cli.report.edition import Edition
from rectify_cli.report.names import owner_title
from rectify_cli.report.words import Words


class ReturnLine(Struct):
    """One thing that a unit reports on: a task, its part in one, or an occurrence of either.

    `task` is the path that names it. `now` says in words how it stands, `is_over` that there is
    nothing more to report. `target`, `counted_in` and `total` belong to counted tasks.
    """

    task: str
    occurrence: date | None
    no: str
    title: str
    due: date | None
    now: str
    is_over: bool
    target: int | None
    counted_in: str
    total: int | None


class ReturnForm(Struct):
    """A unit's return as it goes out on a day, with the words that its cells may hold.

    `choices` are the states that can be reported, in words: done, under way, blocked.
    """

    plan_title: str
    unit: str
    unit_title: str
    language: str
    as_of: date
    edition: Edition
    choices: tuple[str, str, str]
    lines: tuple[ReturnLine, ...]


CHOICES = ("return-done", "return-under-way", "return-blocked")
"""The labels of the states that a return may say, in every language that is read back."""


def reporting_units(status: Status) -> list[str]:
    """The owners that have anything to report, in the owners' order."""
    plan = status.schedule.plan
    asked: set[str] = set()
    for task in plan.tasks:
        if task.kind != "task" or status.rows[task.index].state == "dropped":
            continue
        asked.update(task.units if task.units is not None else filter(None, (task.owner,)))
    return [name for name in plan.owners if name in asked]


def return_form(status: Status, unit: str, language: str, edition: Edition) -> ReturnForm:
    """The return of one unit: its part in every fan-out, and the tasks that it is responsible for.

    What is over stays in the form, for the record; occurrences stand in it up to the next one.
    """
    words = Words(language)
    plan = status.schedule.plan
    done, under_way, blocked = (words(each) for each in CHOICES)
    return ReturnForm(
        plan_title=plan.title,
        unit=unit,
        unit_title=owner_title(plan, unit),
        language=language,
        as_of=status.as_of,
        edition=edition,
        choices=(done, under_way, blocked),
        lines=tuple(_lines(status, unit, words)),
    )


def _lines(status: Status, unit: str, words: Words) -> Iterator[ReturnLine]:
    for task in status.schedule.plan.tasks:
        row = status.rows[task.index]
        if task.kind != "task" or row.state == "dropped":
            continue
        if task.repeat is not None:
            yield from _occurrences(status, task, row, unit, words)
        elif task.units is None:
            if task.owner == unit:
                yield _line(task, words, row.state, row.facts, row.due)
        elif unit in row.units and row.units[unit].state != "dropped":
            part = row.units[unit]
            over = row.state == "done" and part.state != "done"
            yield _line(task, words, "done" if over else part.state, part.facts, part.due)


def _occurrences(
    status: Status, task: Task, row: TaskStatus, unit: str, words: Words
) -> Iterator[ReturnLine]:
    """The occurrences that a unit has part in: all that are due, and the next one."""
    who = unit if task.units is not None else None
    if task.units is None and task.owner != unit:
        return
    for each in row.occurrences:
        facts = each.facts.get(who)
        if facts is None:
            continue
        state: State = "active" if facts.begun_on is not None else "ready"
        if row.state == "done" or done_on(task, facts) is not None:
            state = "done"
        elif facts.complete_on is not None:
            state = "reported"
        title = words("return-occurrence", title=task.title, day=each.nominal.isoformat())
        line = _line(task, words, state, facts, each.day)
        yield line._replace(occurrence=each.nominal, title=title)
        if each.day > status.as_of:
            return


def _line(task: Task, words: Words, state: State, facts: Facts, due: date | None) -> ReturnLine:
    counted = task.target
    return ReturnLine(
        task=task.path,
        occurrence=None,
        no=task.no or "",
        title=task.title,
        due=due,
        now=_now(task, words, state, facts),
        is_over=state in {"done", "reported"},
        target=None if counted is None else counted.count,
        counted_in="" if counted is None else counted.unit,
        total=facts.count if counted is not None else None,
    )


def _now(task: Task, words: Words, state: State, facts: Facts) -> str:
    """How it stands: the state, and how far it is where that was reported."""
    parts = [words(f"state-{state}")]
    if facts is not NOTHING_SAID and state not in {"done", "reported"}:
        if task.target is not None and facts.count is not None:
            parts.append(words("return-count", n=facts.count, target=task.target.count))
        elif facts.percent is not None:
            parts.append(words("return-percent-now", n=facts.percent))
    return words.joined(parts)
