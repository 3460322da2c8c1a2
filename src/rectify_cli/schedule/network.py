"""The network: what must be dated, and the edges that bind it. Built by `schedule.connect`.

A node is a task (or those units of a fan-out that share everything), or one of three junctions:
a *gate*, which holds a summary's tasks back until what the summary waits for; a *summary*, which
begins with the first and ends with the last of its tasks; a *join*, all units of a fan-out. Thus a
link to or from a phase of a thousand tasks is one edge, never a thousand.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec, DateRule, Lag, Link, LinkType, Plan, Point, Task
from rectify_cli.schedule.units import Alike
from rectify_cli.workdays.calendar import Calendar

CalendarOf = Callable[[CalendarSpec], Calendar]
Mode = Literal["free", "on", "finish", "window", "hammock", "actual", "gate", "summary", "join"]
EdgeType = Literal["FS", "SS", "FF", "SF", "start", "on", "finish", "until", "gate"]

JUNCTIONS: frozenset[Mode] = frozenset({"gate", "summary", "join"})
WHOLES: frozenset[Mode] = frozenset({"summary", "join"})
PINNED: frozenset[Mode] = frozenset({"on", "finish", "window"})
LINKS: frozenset[EdgeType] = frozenset({"FS", "SS", "FF", "SF"})
COUNTED_IN_INSTANTS: frozenset[EdgeType] = LINKS | {"gate"}


class Edge(Struct):
    """What a node asks of an earlier one.

    The four links count `lag` from an instant; `start`, `on`, `finish` and `until` (a hammock's
    deadline) count it from the date of `point`; `gate` passes a gate's instant on. `says` is the
    task that says it, `names` the one that it names, `said` the link as the plan has it.
    """

    pred: int
    type: EdgeType
    lag: int
    elapsed: bool
    point: Point
    says: int
    names: int
    said: Link | None = None

    @property
    def link(self) -> LinkType:
        """The link that a relative date stands for."""
        match self.type:
            case "FS" | "SS" | "FF" | "SF":
                return self.type
            case "start" | "on" | "gate":
                return "FS" if self.point == "finish" else "SS"
            case _:
                return "FF" if self.point == "finish" else "SF"


class Node(Struct):
    """A node. Days are ordinals; `duration` is in workdays of `calendar`.

    `start`, `on` and `finish` are days that are written; relative ones are edges. `until` is the
    day a hammock works to. `own_finish` is the distance of a finish, or of a deadline to work to,
    that counts from the node's own start. `deadline` is the task's own, as its override has it.
    `actual`, of forecasts only: it took place, or is under way, from `start` to `finish`; a
    milestone `at_beginning` of its day.
    """

    mode: Mode
    task: int
    calendar: Calendar
    floor: int
    units: tuple[str, ...] | None = None
    duration: int = 0
    start: int | None = None
    on: int | None = None
    finish: int | None = None
    until: int | None = None
    own_finish: Lag | None = None
    deadline: DateRule | None = None
    alap: bool = False
    joined: int | None = None
    left: int | None = None
    edges: tuple[Edge, ...] = ()
    members: tuple[int, ...] = ()
    at_beginning: bool = False


class Network(Struct):
    """All nodes, an order in which each comes after what it waits for, and who is left out.

    `leaves[t]` are the nodes of task t. `order` misses what stands on a cycle or hangs on one, or
    on a task that cannot be dated. `calendar` is the plan's. `groups[t]` are the groups of equal
    units of task t; `ungrouped` are the fan-outs beyond the bound of different instances.
    """

    plan: Plan
    calendar: Calendar
    calendar_of: CalendarOf
    nodes: Sequence[Node]
    leaves: Sequence[tuple[int, ...]]
    order: Sequence[int]
    groups: Sequence[tuple[Alike, ...]]
    ungrouped: tuple[int, ...] = ()

    def outer_calendar(self, task: Task) -> Calendar:
        """The calendar of a phase or a summary."""
        return self.calendar if task.calendar is None else self.calendar_of(task.calendar)
