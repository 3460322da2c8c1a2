"""Who is to be reminded of what (催办): the typed value behind the words, the mail and the slip."""

from collections.abc import Iterator, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.lamps import is_soon
from rectify_cli.progress.standing import is_over
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.names import owner_title
from rectify_cli.report.record import Record
from rectify_cli.report.words import Words
from rectify_cli.workdays.count import workdays_after


class Errand(Struct):
    """One thing that somebody is reminded of.

    `overdue` is in workdays since the day it was due, 0 where it is not yet; `left` the workdays
    until it is due, None where that is past. `missing` of a leader's fan-out: who has not done it.
    """

    task: str
    no: str
    title: str
    due: date
    overdue: int
    left: int | None
    deliverable: str
    missing: tuple[str, ...] = ()


class Reminder(Struct):
    """All that one unit or leader is reminded of on a day; the overdue first."""

    plan_title: str
    recipient: str
    name: str
    email: str | None
    as_of: date
    errands: tuple[Errand, ...]

    @property
    def is_overdue(self) -> bool:
        """Whether anything in it is late."""
        return any(errand.overdue for errand in self.errands)


def reminders(
    status: Status, language: str, wanted: Sequence[str] | None, *, leaders: bool
) -> list[Reminder]:
    """A reminder for each unit, or for each leader, with something that is late or due soon.

    Args:
        status: How the plan stands.
        language: The language of the words.
        wanted: Only these owners, by id; None: everybody.
        leaders: For those who lead tasks, instead of the units that do them.
    """
    plan = status.schedule.plan
    words = Words(language)
    by_owner: dict[str, list[Errand]] = {}
    for task in plan.tasks:
        row = status.rows[task.index]
        if task.kind != "task" or not row.is_open:
            continue
        of_whom = _of_leader(status, task, row) if leaders else _of_units(status, task, row, words)
        for owner, errand in of_whom:
            by_owner.setdefault(owner, []).append(errand)
    chosen = plan.owners if wanted is None else wanted
    return [
        _reminder(status, plan, owner, by_owner[owner]) for owner in chosen if owner in by_owner
    ]


def _reminder(status: Status, plan: Plan, owner: str, errands: list[Errand]) -> Reminder:
    known = plan.owners.get(owner)
    return Reminder(
        plan_title=plan.title,
        recipient=owner,
        name=owner_title(plan, owner),
        email=None if known is None else known.email,
        as_of=status.as_of,
        errands=tuple(sorted(errands, key=lambda errand: (-errand.overdue, errand.due))),
    )


def _of_leader(status: Status, task: Task, row: TaskStatus) -> Iterator[tuple[str, Errand]]:
    if task.lead is None or row.due is None:
        return
    if task.units is not None and task.repeat is None:
        errand = _of_its_units(status, task, row)
    else:
        errand = _errand(status, task, row.due, task.title)
    if errand is not None:
        yield task.lead, errand


def _of_its_units(status: Status, task: Task, row: TaskStatus) -> Errand | None:
    """What a leader is reminded of for units: who is latest, and all who are late with them.

    A unit that has a later day of its own is not said to be missing before that comes near.
    """
    found = [(unit, _errand(status, task, row.units[unit].due, task.title)) for unit in row.missing]
    errands = {unit: errand for unit, errand in found if errand is not None}
    if not errands:
        return None
    first = min(errands.values(), key=lambda errand: errand.due)
    plan = status.schedule.plan
    with_it = (unit for unit, each in errands.items() if each.overdue or not first.overdue)
    return first._replace(missing=tuple(owner_title(plan, unit) for unit in with_it))


def _of_units(
    status: Status, task: Task, row: TaskStatus, words: Words
) -> Iterator[tuple[str, Errand]]:
    """What was reported done is a matter of whoever accepts it, and of nobody else."""
    if task.repeat is not None:
        yield from _of_occurrences(status, task, row, words)
    elif task.units is not None:
        yield from _of_fan_out(status, task, row, words)
    elif row.state == "reported" and row.due is not None:
        yield from _of_acceptor(status, task, [row.due], words)
    elif task.owner is not None and row.due is not None:
        errand = _errand(status, task, row.due, task.title)
        if errand is not None:
            yield task.owner, errand


def _of_fan_out(
    status: Status, task: Task, row: TaskStatus, words: Words
) -> Iterator[tuple[str, Errand]]:
    waiting: list[date] = []
    for unit in row.missing:
        due = row.units[unit].due
        errand = _errand(status, task, due, task.title)
        if row.units[unit].state == "reported":
            waiting.append(due)
        elif errand is not None:
            yield unit, errand
    yield from _of_acceptor(status, task, waiting, words)


def _of_acceptor(
    status: Status, task: Task, due: Sequence[date], words: Words
) -> Iterator[tuple[str, Errand]]:
    """What was reported and waits to be accepted, each with its day; the earliest counts."""
    if due and task.accept is not None:
        title = words("remind-to-accept", title=task.title, n=len(due))
        errand = _errand(status, task, min(due), title)
        if errand is not None:
            yield task.accept, errand


def _of_occurrences(
    status: Status, task: Task, row: TaskStatus, words: Words
) -> Iterator[tuple[str, Errand]]:
    for each in row.occurrences:
        title = words("return-occurrence", title=task.title, day=each.nominal.isoformat())
        errand = _errand(status, task, each.day, title)
        if errand is None:
            continue
        waiting = 0
        for who, facts in each.facts.items():
            if who not in each.missing and (who is not None or each.done == each.total):
                continue
            owner = task.owner if who is None else who
            if facts.complete_on is not None:
                waiting += 1
            elif owner is not None and not is_over(task, each):
                yield owner, errand
        if waiting and task.accept is not None:
            said = words("remind-to-accept", title=title, n=waiting)
            yield task.accept, errand._replace(title=said)


def _errand(status: Status, task: Task, due: date, title: str) -> Errand | None:
    """The errand of something that is late, or due within the plan's `due_soon`; else None."""
    timings = status.schedule.by_task[task.index]
    calendar = timings[0].calendar if timings else status.schedule.calendar
    as_of = status.as_of
    is_late = as_of > due
    if not is_late and not is_soon(due, as_of, calendar, status.schedule.plan.due_soon):
        return None
    return Errand(
        task=task.path,
        no=task.no or "",
        title=title,
        due=due,
        overdue=max(1, workdays_after(calendar, due, as_of)) if is_late else 0,
        left=None if is_late else workdays_after(calendar, as_of, due),
        deliverable=task.deliverable or "",
    )


def reminder_text(reminder: Reminder, language: str) -> str:
    """The words to paste: who, as of when, each errand in a line, what to do."""
    words = Words(language)
    day = _day(reminder.as_of, words)
    lines = [words("remind-head", name=reminder.name, day=day)]
    for number, errand in enumerate(reminder.errands, 1):
        lines.append(words("remind-line", n=number, what=_errand_said(errand, words)))
    lines.append(words("remind-end", plan=reminder.plan_title))
    return "\n".join(lines)


def _errand_said(errand: Errand, words: Words) -> str:
    parts = [errand.title, words("remind-due", day=_day(errand.due, words))]
    if errand.overdue:
        parts.append(words("remind-overdue", count=words.workdays(errand.overdue)))
    elif errand.left == 0:
        parts.append(words("remind-today"))
    elif errand.left is not None:
        parts.append(words("remind-left", count=words.workdays(errand.left)))
    if errand.missing:
        named = list(errand.missing[:5])
        if len(errand.missing) > len(named):
            named.append(words("more", n=len(errand.missing) - len(named)))
        parts.append(words("remind-missing", n=len(errand.missing), units=words.listed(named)))
    return words.joined(parts)


def _day(day: date, words: Words) -> str:
    """`4月8日（周四）`, `Thu 2021-04-08`: as it is read in a message."""
    if words.language == "zh":
        return f"{day.month}月{day.day}日（{words.weekday(day)}）"
    return words.full(day)


def overdue_only(found: Sequence[Reminder]) -> list[Reminder]:
    """Reminders with nothing but what is late: what a slip asks for."""
    return [
        each._replace(errands=tuple(errand for errand in each.errands if errand.overdue))
        for each in found
        if each.is_overdue
    ]


def reminder_record(found: Sequence[Reminder], as_of: date, language: str) -> Record:
    """The same for machines."""
    return {
        "format": 1,
        "as_of": as_of,
        "reminders": [
            {
                "recipient": each.recipient,
                "name": each.name,
                "email": each.email,
                "text": reminder_text(each, language),
                "items": [
                    {
                        "task": errand.task,
                        "title": errand.title,
                        "due": errand.due,
                        "overdue": errand.overdue,
                        "left": errand.left,
                        "missing": list(errand.missing),
                    }
                    for errand in each.errands
                ],
            }
            for each in found
        ],
    }
