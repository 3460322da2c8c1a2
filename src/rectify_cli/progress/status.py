"""How a plan stands on the evening of a day: what every view of progress reads.

Made by `progress.assess` from the plan, its schedule and the ledger. Nothing here depends on the
order in which reports were written or read.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.events import Event
from rectify_cli.schedule.model import Schedule

State = Literal[
    "dropped", "done", "reported", "blocked", "active", "waiting", "not-reported", "ready"
]
Lamp = Literal["red", "yellow", "blue", "green", "done"]
Reason = Literal[
    "overdue",
    "blocked",
    "stale",
    "not-reported",
    "forecast-late",
    "behind",
    "forecast-slips",
    "red-below",
    "due-soon",
]
"""Why a lamp shows what it does; `behind`: its share is under what was expected the workday before,
`forecast-slips`: its forecast passes its planned finish, `forecast-late`: a deadline."""

STATES: tuple[State, ...] = (
    "done",
    "reported",
    "active",
    "ready",
    "waiting",
    "blocked",
    "not-reported",
    "dropped",
)
LAMPS: tuple[Lamp, ...] = ("red", "yellow", "blue", "green", "done")


class Conflict(Struct):
    """Two reports that contradict each other, written without having seen each other.

    `shown` is the one whose value counts until a new report settles it: the less advanced.
    """

    what: Literal["course", "count", "item", "block", "drop"]
    shown: Event
    other: Event


class Facts(Struct):
    """What the reports say of one thing: a task, a unit's part in it, or one occurrence of either.

    `complete_on`: the day since which it is done or reported to be, None where it is not.
    `accepted_on` the day of acceptance, where it holds. `percent` and `count` are None where
    nothing of the kind was reported; `measured_on` is the day of the latest percent, count or
    item; `itemised`: an item was ticked or unticked. `begun_on` is the day of the first report of
    work. `last_word` that of the latest report of any kind. `closed_on`: a fan-out that was ended
    as it is. `notes` are the events that carry a note, newest last.
    """

    complete_on: date | None = None
    accepted_on: date | None = None
    returned: bool = False
    reopened: bool = False
    percent: int | None = None
    # Nobody asks a record how often a value stands in it.
    count: int | None = None  # type: ignore[assignment]
    measured_on: date | None = None
    begun_on: date | None = None
    last_word: date | None = None
    block: Event | None = None
    drop: Event | None = None
    closed_on: date | None = None
    ticked: frozenset[str] = frozenset()
    itemised: bool = False
    conflicts: tuple[Conflict, ...] = ()
    said_by: str | None = None
    notes: tuple[Event, ...] = ()


NOTHING_SAID = Facts()


class UnitStatus(Struct):
    """One unit's part in a fan-out. `counts`: it is one of the N: joined, not left, not dropped."""

    unit: str
    state: State
    facts: Facts
    due: date
    counts: bool
    share: Fraction


class OccurrenceStatus(Struct):
    """One occurrence of a repeating task: its nominal date, its day, how many of its units did it.

    `total` is 1 where the task is no fan-out; `missing` are the units that have not.
    """

    nominal: date
    day: date
    done: int
    total: int
    missing: tuple[str, ...]
    facts: Mapping[str | None, Facts]


class TaskStatus(Struct):
    """How a task, a summary or a phase stands.

    Shares run from 0 to 1. `done` of `total`: a fan-out's units; a counted task's count and target;
    else leaves. `missing` are the units of a fan-out that are not done, in the owners' order.
    `planned_*` are None where it cannot be dated. `due` is the day after which it is overdue, and
    `overdue` the workdays since then, one at least. `expected_before`: what was expected the
    workday before. `slip` is in workdays of the task's calendar, later positive. `lamp` is None
    where it is dropped. `held_by` are the predecessors (indices) that it waits for.
    """

    # A tuple is made four times as fast as a frozen dataclass; nobody asks it where an item is.
    index: int  # type: ignore[assignment]
    state: State
    lamp: Lamp | None
    reasons: tuple[Reason, ...]
    share: Fraction
    expected: Fraction
    done: int
    total: int
    missing: tuple[str, ...]
    facts: Facts
    planned_start: date | None
    planned_finish: date | None
    deadline: date | None
    due: date | None
    overdue: int
    stale: bool
    forecast_start: date | None
    forecast_finish: date | None
    slip: int | None
    expected_before: Fraction = Fraction(0)
    held_by: tuple[int, ...] = ()
    units: Mapping[str, UnitStatus] = MappingProxyType({})
    occurrences: tuple[OccurrenceStatus, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state not in {"done", "dropped"}


class Status(Struct):
    """A plan on the evening of `as_of`: a row for every task, summary and phase, by their index.

    `share`, `expected`, `forecast_finish` and `slip` (workdays of the plan's calendar) are the
    whole plan's. `forecast` is the schedule as it is to be expected, with the same timings' indices
    as `schedule`. `ledger_size` counts the reports that were taken into account.
    """

    schedule: Schedule
    as_of: date
    rows: Sequence[TaskStatus]
    share: Fraction
    expected: Fraction
    forecast_finish: date | None
    slip: int | None
    forecast: Schedule
    ledger_size: int

    def row(self, index: int) -> TaskStatus:
        """The row of a task."""
        return self.rows[index]
