"""The program and the independent judge agree on every row of random plans with random reports."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rectify_cli.plan.model import Task
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.ledger import Stored
from rectify_cli.schedule.model import Schedule
from tests.judges.progress_judge import Judge
from tests.laws.random_networks import START, text_of
from tests.laws.random_reports import UNITS, plans
from tests.pipeline import schedule_of
from tests.progress.story import assessed, id_of

_OF_ANY: tuple[EventKind, ...] = (
    "start", "done", "done", "done", "progress", "progress", "count", "item", "block", "unblock",
    "note", "reopen", "drop", "accept", "return", "close", "undo",
)  # fmt: skip


@st.composite
def _histories(draw: st.DrawFn, schedule: Schedule, most: int = 24) -> list[Event]:
    """Reports that nobody would refuse, each by somebody who had seen all before it."""
    leaves = [task for task in schedule.plan.tasks if task.kind == "task"]
    found: list[Event] = []
    day = START
    for _ in range(draw(st.integers(0, most))):
        day += timedelta(draw(st.sampled_from([0, 0, 1, 1, 2, 5])))
        task = draw(st.sampled_from(leaves))
        kind = draw(st.sampled_from(_OF_ANY))
        event = _event(draw, task, kind, len(found) + 1, day)
        event = event._replace(after=tuple(e.id for e in found if e.task == task.path))
        if kind == "undo":
            if found and found[-1].kind != "undo":
                found.append(event._replace(task=None, unit=None, undoes=(found[-1].id,)))
        elif _can_be(Judge(schedule, found, date.max), task, event):
            found.append(event)
    return found


def _event(draw: st.DrawFn, task: Task, kind: EventKind, number: int, day: date) -> Event:
    unit = draw(st.sampled_from([*UNITS, *UNITS, None])) if task.units is not None else None
    count = draw(st.integers(-3, 12)) if kind == "count" else None
    adds = count is not None and (count < 0 or draw(st.booleans()))
    return Event(
        id=id_of(number),
        at="2021-03-08T08:00:00Z",
        by="li",
        kind=kind,
        on=day,
        task=task.path,
        unit=unit,
        percent=draw(st.sampled_from([0, 20, 50, 90, 100])) if kind == "progress" else None,
        add=count if adds else None,
        total=None if adds else count,
        item=draw(st.sampled_from("xy")) if kind == "item" else None,
        ticked=draw(st.booleans()) if kind == "item" else True,
    )


def _can_be(judge: Judge, task: Task, event: Event) -> bool:
    """Whether the program would take it: the rest is refused, and no judge need know of it."""
    kind, card, whole = event.kind, judge.card(task, event.unit), judge.card(task)
    of_the_whole = task.units is not None and event.unit is None
    if of_the_whole and kind not in {"block", "unblock", "note", "drop", "close", "reopen"}:
        return False
    if (card.dropped or whole.dropped) and kind not in {"note", "reopen"}:
        return False
    match kind:
        case "count":
            return task.target is not None and (card.count or 0) + (event.add or 0) >= 0
        case "item":
            return bool(task.checklist)
        case "block":
            return not card.complete
        case "unblock":
            return card.blocked
        case "accept" | "return":
            return task.accept is not None and card.complete and not card.accepted
        case "reopen":
            return card.complete or card.dropped or card.closed
        case "close":
            return of_the_whole
    return True


@pytest.mark.parametrize("examples", [100, pytest.param(1500, marks=pytest.mark.slow)])
def test_the_program_says_what_the_judge_says(examples: int) -> None:
    law = settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])
    law(given(st.data())(_agree))()


def _agree(data: st.DataObject) -> None:
    schedule = schedule_of(text_of(data.draw(plans())))
    events = data.draw(_histories(schedule))
    day = START + timedelta(days=data.draw(st.integers(0, 40)))
    status = assessed(schedule, [Stored(event, "plan.yaml") for event in events], day)
    judge = Judge(schedule, events, day)
    for task in schedule.plan.tasks:
        if task.kind == "task":
            row = status.rows[task.index]
            said = (row.state, row.share, row.done, row.total, row.missing, row.lamp)
            found = judge.judge(task, row)
            judged = (found.state, found.share, found.done, found.total, found.missing, found.lamp)
            assert said == judged, f"{task.path} on {day}"
