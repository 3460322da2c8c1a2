"""Small plans as plain values: what the judges are asked about.

Stands apart from the program on purpose: it knows the plan language from the outside only, so that
what a judge is asked and what the program reads come from one value by two ways.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

LinkType = Literal["FS", "SS", "FF", "SF"]
Unit = Literal["d", "w", "ed", "ew"]

DAY = timedelta(days=1)
MON_TO_FRI = (0, 1, 2, 3, 4)
ALL_WEEK = (0, 1, 2, 3, 4, 5, 6)
HORIZON = (-800, 1600)


@dataclass(frozen=True)
class Calendar:
    """A week, days off over it, and make-up workdays over those."""

    week: tuple[int, ...] = MON_TO_FRI
    days_off: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()

    def works(self, day: date) -> bool:
        if day in self.workdays:
            return True
        return day.weekday() in self.week and day not in self.days_off

    def before(self, morning: date) -> int:
        """How many workdays lie before this morning: its boundary, counted from far back."""
        return bisect_left(_workdays(self), morning)

    def day(self, boundary: int) -> date:
        """The workday that begins at a boundary."""
        return _workdays(self)[boundary]


@lru_cache(maxsize=256)
def _workdays(calendar: Calendar) -> list[date]:
    first, last = (date(2021, 1, 1) + timedelta(days=edge) for edge in HORIZON)
    days = (first + timedelta(days=offset) for offset in range((last - first).days))
    return [day for day in days if calendar.works(day)]


@dataclass(frozen=True)
class Lag:
    """A signed number of workdays (`d`, `w`) or calendar days (`ed`, `ew`)."""

    amount: int = 0
    unit: Unit = "d"

    @property
    def elapsed(self) -> bool:
        return self.unit in {"ed", "ew"}

    def days(self, plan_week: int) -> int:
        """In workdays or calendar days, a week of workdays being as long as the plan's week."""
        return self.amount * {"d": 1, "w": plan_week, "ed": 1, "ew": 7}[self.unit]

    def __str__(self) -> str:
        sign = "-" if self.amount < 0 else "+"
        return f" {sign} {abs(self.amount)}{self.unit}" if self.amount else ""


@dataclass(frozen=True)
class Link:
    """A dependency on the task or phase `on`."""

    on: str
    type: LinkType = "FS"
    lag: Lag = Lag()

    def __str__(self) -> str:
        return f"{self.on}{'' if self.type == 'FS' else ' ' + self.type}{self.lag}"


@dataclass(frozen=True)
class RelativeStart:
    """`start: REF.point + LAG`: no earlier than so many days from the date of a task's point."""

    of: str
    point: Literal["start", "finish"]
    lag: Lag

    @property
    def as_link(self) -> Link:
        """The same as a link: a finish's date begins one day before its end."""
        if self.point == "start":
            return Link(self.of, "SS", self.lag)
        return Link(self.of, "FS", Lag(self.lag.amount - 1, self.lag.unit))

    def __str__(self) -> str:
        return f"{self.of}{'.start' if self.point == 'start' else ''}{self.lag}"


@dataclass(frozen=True)
class Task:
    """A leaf. With `start` and `finish` it is a window, and its duration is not written."""

    id: str
    duration: int
    links: tuple[Link, ...] = ()
    start: date | None = None
    start_from: RelativeStart | None = None
    on: date | None = None
    finish: date | None = None
    deadline: date | None = None
    calendar: Calendar | None = None
    alap: bool = False
    phase: str | None = None

    @property
    def pinned(self) -> bool:
        return self.on is not None or self.finish is not None

    @property
    def window(self) -> bool:
        return self.start is not None and self.finish is not None


@dataclass(frozen=True)
class Phase:
    """A node around some tasks."""

    id: str
    links: tuple[Link, ...] = ()
    start: date | None = None
    deadline: date | None = None


@dataclass(frozen=True)
class Plan:
    """`tasks` stand after what they wait for; `written` is the order of the text.

    `first` are the tasks that begin as early as their phase does, once that is known: a link from
    a phase's start comes from them.
    """

    start: date
    calendar: Calendar
    tasks: tuple[Task, ...]
    written: tuple[str, ...]
    phases: tuple[Phase, ...] = ()
    deadline: date | None = None
    goal: str | None = None
    first: tuple[str, ...] = ()

    @property
    def by_id(self) -> dict[str, Task]:
        return {task.id: task for task in self.tasks}

    @property
    def week_days(self) -> int:
        return len(self.calendar.week)

    @property
    def sides_matter(self) -> bool:
        """Whether Friday's evening and Monday's morning can differ for what follows."""
        return any(task.calendar for task in self.tasks) or any(
            link.lag.elapsed for task in self.tasks for link in self.leaf_links(task)
        )

    def phase_of(self, task: Task) -> Phase | None:
        return next((phase for phase in self.phases if phase.id == task.phase), None)

    def calendar_of(self, task: Task) -> Calendar:
        return task.calendar or self.calendar

    def leaf_links(self, task: Task) -> list[Link]:
        """What holds a task: its own links and its phase's, each from the leaves it comes from."""
        around = self.phase_of(task)
        links = task.links + (around.links if around and not task.pinned else ())
        links += (task.start_from.as_link,) if task.start_from else ()
        return [leaf for link in links for leaf in self._from_leaves(link)]

    def _from_leaves(self, link: Link) -> Iterator[Link]:
        if link.on not in {phase.id for phase in self.phases}:
            yield link
        for task in self.tasks:
            if task.phase == link.on and (link.type in {"FS", "FF"} or task.id in self.first):
                yield Link(task.id, link.type, link.lag)

    def no_earlier_than(self, task: Task) -> date | None:
        around = self.phase_of(task)
        days = [day for day in (task.start, around.start if around else None) if day is not None]
        return max(days, default=None)

    def cap(self, task: Task) -> date | None:
        """The strictest deadline around a task."""
        around = self.phase_of(task)
        days = (task.deadline, around.deadline if around else None, self.deadline)
        return min((day for day in days if day is not None), default=None)
