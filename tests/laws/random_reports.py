"""Random plans with phases, fan-outs and targets, and random reports by writers who saw something.

A writer sees all that was written before, or only what stood at a random earlier moment, as on a
branch that has not been merged.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.ledger import Stored, heads
from tests.laws.random_networks import START, Written, networks
from tests.progress.story import id_of

WRITERS = ("li", "wang", "zhao")
UNITS = ("u1", "u2", "u3")
_KINDS: tuple[EventKind, ...] = (
    "start", "done", "done", "progress", "progress", "block", "unblock", "note", "reopen", "drop",
    "item", "accept", "return",
)  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> Written:
    """A network whose tasks stand in two phases; some fan out, count, weigh or have a checklist."""
    plan = draw(networks(pins=True, deadlines=True, own_calendars=True, most=7))
    tasks: Written = plan.pop("tasks")
    phases: Written = {"p": {"tasks": {}}, "q": {"tasks": {}, "deadline": str(START)}}
    plan["owners"] = {"boss": {}, **{unit: {"kind": "school"} for unit in UNITS}}
    plan["groups"] = {"schools": {"kind": "school"}}
    plan["phases"] = phases
    for name, task in tasks.items():
        kind = draw(st.sampled_from(["plain", "plain", "units", "count", "items", "accept"]))
        if kind == "units":
            task["each"] = "schools"
            task["complete_at"] = draw(st.sampled_from(["100%", "60%"]))
        elif kind == "count":
            task["target"] = {"count": draw(st.integers(1, 20)), "unit": "papers"}
        elif kind == "items":
            task["checklist"] = [{"id": "x", "item": "X"}, {"id": "y", "item": "Y"}]
        elif kind == "accept":
            task["accept"] = "boss"
        if draw(st.integers(0, 3)) == 0:
            task["weight"] = draw(st.integers(1, 9))
        phases[draw(st.sampled_from("pq"))]["tasks"][name] = task
    return plan


def task_paths(plan: Written) -> dict[str, Written]:
    return {
        f"{phase}.{name}": task
        for phase, written in plan["phases"].items()
        for name, task in written["tasks"].items()
    }


@st.composite
def events(draw: st.DrawFn, plan: Written, most: int = 14) -> list[Stored]:
    """Reports in the order in which they were written."""
    tasks = task_paths(plan)
    found: list[Event] = []
    for number in range(draw(st.integers(0, most))):
        path = draw(st.sampled_from(sorted(tasks)))
        task = tasks[path]
        kind: EventKind = draw(st.sampled_from(_KINDS))
        if "target" in task and draw(st.booleans()):
            kind = "count"
        unit = draw(st.sampled_from(UNITS)) if "each" in task else None
        seen = found if draw(st.booleans()) else found[: draw(st.integers(0, len(found)))]
        count = draw(st.integers(-3, 25)) if kind == "count" else None
        adds = count is not None and (count < 0 or draw(st.booleans()))
        found.append(
            Event(
                id=id_of(number + 1),
                at="2021-03-08T08:00:00Z",
                by=draw(st.sampled_from(WRITERS)),
                kind=kind,
                on=START + timedelta(days=draw(st.integers(0, 40))),
                task=path,
                unit=unit,
                after=heads(e for e in seen if e.task == path and e.unit in {unit, None}),
                percent=draw(st.integers(0, 100)) if kind == "progress" else None,
                add=count if adds else None,
                total=None if adds else count,
                item=draw(st.sampled_from("xy")) if kind == "item" else None,
                ticked=draw(st.booleans()) if kind == "item" else True,
            )
        )
    return [Stored(event, "plan.yaml") for event in found]


days = st.integers(0, 60).map(lambda offset: START + timedelta(days=offset))


def day_after(day: date) -> date:
    return day + timedelta(days=1)
