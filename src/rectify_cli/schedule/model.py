"""What scheduling gives: a timing for every task, the occurrences, the items of every day.

Units of a fan-out that share calendar, overrides and predecessors share one `Timing`, so that the
cost grows with the number of different instances, not with the number of units.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import NO_LAG, Lag, LinkType, Plan, Task
from rectify_cli.schedule.covered import Covered
from rectify_cli.workdays.calendar import Calendar

DriverKind = Literal["link", "start", "pin", "plan-start", "alap"]
ItemKind = Literal["work", "milestone", "due", "item", "occurrence"]


class Driver(Struct):
    """What sets a start: a link or a relative start (`task` names it), a date, a pin.

    `timing` is the index of the predecessor's timing that binds, None where the link comes from a
    summary or a phase, or there is none. `where` is the task that says it: the driven one, or a
    summary or phase around it.
    """

    kind: DriverKind
    where: int
    task: int | None = None
    timing: int | None = None
    link: LinkType | None = None
    lag: Lag = NO_LAG
    same: bool = False


class Occurrence(Struct):
    """One day of a repeating task: its nominal date, and the day it stands on."""

    nominal: date
    day: date


class Timing(Struct):
    """The dates of one task, one summary, or of those units of a fan-out that share them.

    Durations and floats are in workdays of `calendar`, dates are inclusive. `units` is None where
    the task is no fan-out. `deadline` is the task's own, as a day. `at_end`: a milestone that
    stands at the end of its day. `early_*` are the dates before any `alap` task was moved.
    `covers` lists, for a task that stands on a day off, the days it covers; None: its workdays.
    """

    # A tuple is made four times as fast as a frozen dataclass; nobody asks it where an item is.
    index: int  # type: ignore[assignment]
    task: int
    units: tuple[str, ...] | None
    calendar: Calendar
    start: date
    finish: date
    duration: int
    deadline: date | None
    early_start: date
    early_finish: date
    late_start: date
    late_finish: date
    total_float: int
    free_float: int
    critical: bool
    pinned: bool
    at_end: bool
    drivers: tuple[Driver, ...]
    covers: Covered | None = None
    occurrences: tuple[Occurrence, ...] | None = None
    summary: bool = False

    @property
    def is_milestone(self) -> bool:
        """Whether it takes no time."""
        return self.duration == 0 and not self.summary


class DayItem(Struct):
    """Something on a day: day `day` of `of` of a timing's work, or what is due or done there.

    `text` is what the day holds, the checklist item, or empty.
    """

    timing: Timing
    kind: ItemKind
    day: int
    of: int
    text: str = ""
    item: str | None = None


class Day(Struct):
    """One day and what is on.

    `workday` speaks of the plan's calendar; `number` counts its workdays from the plan's start, 1
    the first; None on a day off and before the start.
    """

    date: date
    workday: bool
    number: int | None
    items: tuple[DayItem, ...]


class Schedule(Struct):
    """Every date of a plan.

    `by_task[i]` holds the timings of task i: none where it cannot be dated, one for a plain task,
    a summary or a phase, one for each group of equal units of a fan-out. `start` and `finish` are
    the plan's; `finish` is None where nothing can be dated. `workdays` counts the plan calendar's
    workdays from start to finish, both counted. `deadlines` are those of summaries and phases, by
    the task's index, of such too as have no timing: all that stands in them repeats.
    """

    plan: Plan
    calendar: Calendar
    start: date
    finish: date | None
    deadline: date | None
    workdays: int
    timings: tuple[Timing, ...]
    by_task: tuple[tuple[Timing, ...], ...]
    deadlines: Mapping[int, date]

    def task_of(self, timing: Timing) -> Task:
        """The task that a timing dates."""
        return self.plan.tasks[timing.task]
