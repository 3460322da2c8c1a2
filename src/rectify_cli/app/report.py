"""What was typed or listed of some tasks → events that may be recorded, or why none may.

All of a command or nothing: `prepare` finds what the words mean and holds every request against
the plan and the reports so far. Nothing is written here; `app.record_events` does that.
"""

from collections.abc import Sequence
from datetime import date

from rectify_cli.app.assess import Told
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.find_unit import Units, Whose, find_item, find_units
from rectify_cli.app.here import Here
from rectify_cli.app.stamp import stamp
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.assess import assess_as_asked
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.ledger import Stored, gather, plan_file
from rectify_cli.progress.list_line import HeldBack, Line
from rectify_cli.progress.report_events import report_events, signed
from rectify_cli.progress.report_request import Accepted, Known, Refusal, Request
from rectify_cli.progress.status import Status

__all__ = [
    "Asked", "EventKind", "HeldBack", "ListLine", "Prepared", "Refusal", "Signed", "events_of",
    "prepare", "sign",
]  # fmt: skip

ListLine = Line
"""A line of `--units-from`."""

_LISTED = 20


class Asked(Struct):
    """A report as it was typed: words for tasks, units and items, the rest read already.

    `listed` are the lines of `--units-from`. `on` and `occurrence` as in `Request`.
    """

    kind: EventKind
    tasks: tuple[str, ...]
    whose: Whose = Whose()
    listed: tuple[Line, ...] | None = None
    occurrence: date | None = None
    on: date | None = None
    percent: int | None = None
    add: int | None = None
    total: int | None = None
    items: tuple[str, ...] = ()
    ticked: bool = True
    why: str | None = None
    note: str | None = None
    evidence: str | None = None


class Prepared(Struct):
    """What may be recorded: each request met; lines of a list that are held back, named twice."""

    accepted: tuple[Accepted, ...]
    held: tuple[HeldBack, ...] = ()
    repeated: int = 0


class Signed(Struct):
    """The reports of a command with writer and ids, and how the plan stands once they are there.

    `as_of` is the day that they are true of, the latest where there are several.
    """

    by: str
    reports: tuple[Stored, ...]
    after: Status


def prepare(asked: Asked, told: Told, today: date) -> Prepared | tuple[Refusal, ...]:
    """Find out what is meant, and whether all of it can be; every reason why not.

    Args:
        asked: What was typed.
        told: The dated plan and its reports so far.
        today: Today in the plan's time zone: no report is of a later day.
    """
    tasks = _tasks(asked, told)
    if isinstance(tasks, Refusal):
        return (tasks,)
    if asked.listed is not None:
        return _prepare_list(asked, asked.listed, tasks, told, today)
    requests: list[Request] = []
    wrong: list[Refusal] = []
    for task in tasks:
        found = _requests(asked, task, told)
        if isinstance(found, tuple):
            wrong += found
        else:
            requests += found
    return tuple(wrong) or _held_against(requests, told, today)


def _tasks(asked: Asked, told: Told) -> list[Task] | Refusal:
    found: dict[int, Task] = {}
    plan = told.schedule.plan
    # The surest way first: a command may name thousands, and the others look through all tasks.
    by_path = {task.path: task for task in plan.tasks}
    for word in asked.tasks:
        task = by_path.get(word) or find_task(plan, word)
        if isinstance(task, NoTask):
            several: list[Message] = [
                say("  {text}", text=f"{each.path}  {each.title}")
                for each in task.several[:_LISTED]
            ]
            if len(task.several) > _LISTED:
                several.append(say("  and {n} more", n=len(task.several) - _LISTED))
            return Refusal(task.why, tuple(several))
        found[task.index] = task
    return list(found.values())


def _requests(asked: Asked, task: Task, told: Told) -> list[Request] | tuple[Refusal, ...]:
    units = find_units(told.schedule.plan, task, asked.whose)
    if not isinstance(units, Units):
        return units
    bare = _request(asked, task)._replace(units=units.named, grouped=units.grouped)
    if asked.kind != "item" or task.kind != "task":
        return [bare]
    items = [find_item(task, word) for word in asked.items]
    wrong = tuple(item for item in items if isinstance(item, Refusal))
    names = dict.fromkeys(item for item in items if isinstance(item, str))
    return wrong or [bare._replace(item=item) for item in names]


def _request(asked: Asked, task: Task) -> Request:
    return Request(
        kind=asked.kind,
        task=task,
        occurrence=asked.occurrence,
        on=asked.on,
        percent=asked.percent,
        add=asked.add,
        total=asked.total,
        ticked=asked.ticked,
        why=asked.why,
        note=asked.note,
        evidence=asked.evidence,
    )


def _held_against(
    requests: Sequence[Request], told: Told, today: date
) -> Prepared | tuple[Refusal, ...]:
    known = Known(told.schedule, told.ledger, today)
    accepted: list[Accepted] = []
    wrong: list[Refusal] = []
    for request in requests:
        answer = report_events(request, known)
        if isinstance(answer, Accepted):
            accepted.append(answer)
        else:
            wrong += answer
    return tuple(wrong) or Prepared(tuple(accepted))


def _prepare_list(
    asked: Asked, lines: tuple[Line, ...], tasks: list[Task], told: Told, today: date
) -> Prepared | tuple[Refusal, ...]:
    """As `prepare`, for a list: a line that cannot be so is held back, the others may be met."""
    if len(tasks) != 1 or tasks[0].units is None:
        path = ", ".join(task.path for task in tasks)
        return (Refusal(say("--units-from is for one fan-out, not for {tasks}", tasks=path)),)
    found = _requests(asked, tasks[0], told)
    if isinstance(found, tuple):
        return found
    from rectify_cli.progress.units_list import read_units  # noqa: PLC0415 - few reports list

    read = read_units(lines, told.schedule.plan, tasks[0], asked.kind)
    held = {each.line: each for each in read.held}
    units = dict(read.lines)
    text_of = {line.number: line.text for line in lines}
    while units:
        requests = [each._replace(units=(*each.units, *units)) for each in found]
        answer = _held_against(requests, told, today)
        if isinstance(answer, Prepared):
            return answer._replace(held=_in_order(held), repeated=read.repeated)
        doubtful = {each.unit: each.why for each in answer if each.unit in units}
        if len(doubtful) < len({each.unit for each in answer}):
            return tuple(each for each in answer if each.unit not in units)
        for unit, why in doubtful.items():
            number = units.get(str(unit))
            if number is not None:  # the others of its line are held back with it
                held[number] = HeldBack(number, text_of[number], why)
                units = {each: line for each, line in units.items() if line != number}
    if not held:
        return (Refusal(say("the list is empty")),)
    return Prepared((), _in_order(held), read.repeated)


def _in_order(held: dict[int, HeldBack]) -> tuple[HeldBack, ...]:
    return tuple(held[number] for number in sorted(held))


def sign(prepared: Prepared, by: str, told: Told, here: Here, today: date) -> Signed:
    """Give the drafts their writer and names, and see how the plan stands with them."""
    ledger = told.ledger
    count = sum(len(each.drafts) for each in prepared.accepted)
    given = stamp(count, by, ledger.events.values(), here)
    reports: list[Stored] = []
    for each in prepared.accepted:
        ids = given.ids[len(reports) : len(reports) + len(each.drafts)]
        events = signed(each.drafts, by, given.at, ids)
        reports += (Stored(event, plan_file(each.request.task)) for event in events)
    if reports:
        ledger = gather(told.schedule.plan, [*ledger.events.values(), *reports])
    days = [each.event.on for each in reports] or [
        each.request.on or today for each in prepared.accepted
    ]
    after = assess_as_asked(told.schedule, told.calendars.of, ledger, max(days, default=today))
    return Signed(by, tuple(reports), after)


def events_of(signed_reports: Signed) -> list[Event]:
    """The events of a command, in their order."""
    return [each.event for each in signed_reports.reports]
