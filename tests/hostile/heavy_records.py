"""Records of thousands of reports, below 1 MB with their plan, each at its own weak place."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple

from rectify_cli.progress.encode import lines_of
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.record_name import record_name
from tests.hostile.heavy_plans import HEAD

ONE_TASK = f"{HEAD}tasks: {{t: {{owner: o, duration: 30d}}}}\n"
COUNTED = f"{HEAD}tasks: {{t: {{owner: o, duration: 30d, target: {{count: 1, unit: x}}}}}}\n"
MANY_TASKS = f"{HEAD}tasks:\n" + "".join(f"  t{n}: {{owner: o}}\n" for n in range(5_000))
_BYTES = 800_000


class Record(NamedTuple):
    """A plan, and the one file of reports beside it."""

    plan: str
    name: str
    content: bytes


def _id(number: int) -> str:
    return f"01M8GQ49AT{number:016}"


def _report(number: int, kind: EventKind, **said: Any) -> Event:
    said = {"on": date(2021, 4, 1), "task": "t", **said}
    if kind in {"block", "drop"}:
        said["why"] = "x"
    at = f"2021-04-01T01:02:03.{number:06}Z"
    return Event(id=_id(number), at=at, by="me", kind=kind, **said)


def _record(plan: str, report: Callable[[int], Event]) -> Record:
    events, left = [], _BYTES - len(plan)
    for number in count():
        events.append(report(number))
        left -= len(lines_of(events[-1:]))
        if left < 0:
            content = lines_of(events)
            return Record(plan, record_name(events[0], content), content)
    raise AssertionError


def _after(number: int) -> tuple[str, ...]:
    return (_id(number - 1),) if number else ()


def dropped_and_taken_up() -> Record:
    """One task, dropped and taken up again thousands of times."""
    kinds: tuple[EventKind, ...] = ("drop", "reopen")
    return _record(ONE_TASK, lambda n: _report(n, kinds[n % 2], after=_after(n)))


def dropped_by_thousands() -> Record:
    """Thousands drop it, somebody has seen all of them, thousands take it up again."""
    last = 2_000
    seen = tuple(_id(number) for number in range(last))

    def report(number: int) -> Event:
        if number < last:
            return _report(number, "drop")
        if number == last:
            return _report(number, "note", note="x", after=seen)
        return _report(number, "reopen", after=(_id(last),))

    return _record(ONE_TASK, report)


def done_and_opened_again() -> Record:
    """Thousands say that it is all done, and as many, who had not seen it, that it is not."""
    kinds: tuple[EventKind, ...] = ("progress", "reopen")
    return _record(ONE_TASK, lambda n: _report(n, kinds[n % 2], percent=None if n % 2 else 100))


def counted_day_by_day() -> Record:
    """A total for each of thousands of days, at its target ever since."""
    first = date(1990, 1, 1)
    return _record(
        COUNTED,
        lambda n: _report(n, "count", total=n + 5, on=first + timedelta(n), after=_after(n)),
    )


def tasks_that_are_gone() -> Record:
    """Reports of thousands of tasks that a plan of thousands does not have."""
    return _record(MANY_TASKS, lambda n: _report(n, "start", task=f"x{n}y"))


def units_that_are_gone() -> Record:
    """Reports of thousands of units that a plan of thousands does not have."""
    units = "".join(f"  u{n}: {{}}\n" for n in range(3_000))
    plan = f"{HEAD}{units}groups: {{g: {{kind: unit}}}}\ntasks: {{t: {{each: g}}}}\n"
    return _record(plan, lambda n: _report(n, "done", unit=f"v{n}"))


def items_that_are_gone() -> Record:
    """Ticks of thousands of items that a checklist of thousands does not have."""
    items = "".join(f"      - {{id: i{n}, item: thing {n}}}\n" for n in range(2_000))
    plan = f"{HEAD}tasks:\n  t:\n    owner: o\n    checklist:\n{items}"
    return _record(plan, lambda n: _report(n, "item", item=f"j{n}"))


HEAVY_RECORDS = (
    dropped_and_taken_up, dropped_by_thousands, done_and_opened_again, counted_day_by_day,
    tasks_that_are_gone, units_that_are_gone, items_that_are_gone,
)  # fmt: skip
