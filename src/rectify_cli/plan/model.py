"""The resolved plan: what every floor above reads. Nothing here knows how it was written.

Tasks, summaries and phases are one type in one tuple, in the order of the files, parents before
children; they name each other by index into that tuple. Owners and groups are named by id.
"""

from collections.abc import Mapping as Map
from datetime import date, time
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from rectify_cli.foundation.placed import placed
from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.meaning import Meaning
from rectify_cli.plan.assertions.tree import Expression
from rectify_cli.syntax.node import Mapping, Node

Point = Literal["start", "finish"]
LinkType = Literal["FS", "SS", "FF", "SF"]
Kind = Literal["phase", "summary", "task"]
OnDayOff = Literal["earlier", "later", "skip"]

FS: LinkType = "FS"


class Lag(Struct):
    """A signed distance: workdays of a calendar, or elapsed (calendar) days."""

    days: int
    elapsed: bool = False


NO_LAG = Lag(0)


@lru_cache(maxsize=4096)
def lag(days: int, *, elapsed: bool = False) -> Lag:
    """A distance; equal ones are one record, for a large plan has few that differ."""
    return Lag(days, elapsed)


class FixedDate(Struct):
    """A date as written."""

    day: date


class RelativeDate(Struct):
    """A date counted from a task's start or finish date; `task` None is the task that says it."""

    task: int | None
    point: Point
    lag: Lag


DateRule = FixedDate | RelativeDate


class Link(Struct):
    """A dependency on a task, summary or phase. `same`: a unit waits for itself only."""

    task: int
    type: LinkType
    lag: Lag
    same: bool
    where: Node


class Dates(Struct):
    """What is written about when a task happens. `duration` is in workdays; None: not written.

    `to_deadline` is the hammock, which works until its deadline. What a phase, a summary and an
    instance's override say has this form too.
    """

    on: DateRule | None = None
    start: DateRule | None = None
    finish: DateRule | None = None
    duration: int | None = None
    to_deadline: bool = False


class Override(Struct):
    """What is different for one unit of a fan-out; `dates` None leaves the task's as they are."""

    dates: Dates | None
    deadline: DateRule | None
    lead: str | None
    where: Mapping


@placed
class DayLabel(Struct):
    """A day or a range of days with what it is called, as a calendar lists it.

    `where` takes no part in equality: calendars that list the same days are one calendar.
    """

    first: date
    last: date
    label: str
    where: Node


class Overlay(Struct):
    """Days off, then extra workdays, laid over what lies below."""

    days_off: tuple[DayLabel, ...] = ()
    workdays: tuple[DayLabel, ...] = ()


class FrozenCalendar(Struct):
    """A country's resolved days as a file beside the plan keeps them.

    `country` and `subdivision` are whose days the file says they are.
    """

    path: str
    source: str
    years: frozenset[int]
    days_off: Map[date, str]
    workdays: Map[date, str]
    country: str | None = None
    subdivision: str | None = None

    def __hash__(self) -> int:
        """By all but its days, which are mappings."""
        return hash((self.path, self.source, self.years, self.country, self.subdivision))


@placed
class CalendarSpec(Struct):
    """How a calendar is made. The later wins: week, country, then the overlays in order.

    `week` holds weekdays, Monday 0. `frozen`, where given, stands in for the country's library.
    Two tasks with equal specs share one calendar; `where` takes no part in that.
    """

    week: frozenset[int]
    country: str | None
    subdivision: str | None
    frozen: FrozenCalendar | None
    overlays: tuple[Overlay, ...]
    where: Mapping | None = None


class Owner(Struct):
    """Everyone and everything that carries work: a unit, a team, a person, a place."""

    id: str
    title: str
    kind: str
    parent: str | None
    lead: str | None
    email: str | None
    capacity: Fraction | None
    days_off: tuple[DayLabel, ...]
    joined: date | None
    left: date | None
    tags: tuple[str, ...]
    was: tuple[str, ...]
    where: Node


class ChecklistItem(Struct):
    """One item of a checklist, known by its id, else by its text."""

    id: str
    text: str
    owner: str | None
    due: DateRule | None
    where: Node


class DayText(Struct):
    """What the workdays `first`..`last` of a task hold (1-based, both counted)."""

    first: int
    last: int
    text: str
    where: Node


class TimeRange(Struct):
    """Clock times within a day, in the plan's zone; `end` None where only a start is given."""

    begin: time
    end: time | None


class Target(Struct):
    """A count to be reached."""

    # A tuple is defined several times as fast as a dataclass; nobody counts its items.
    count: int  # type: ignore[assignment]
    unit: str


class Estimate(Struct):
    """Three-point estimate in workdays."""

    optimistic: int
    likely: int
    pessimistic: int


class Repeat(Struct):
    """A recurrence as an RFC 5545 rule without DTSTART, which is the task's start."""

    rule: str
    where: Node


class Task(Struct):
    """A phase, a summary or a task, with what came down to it from around it.

    `floor` is the start of the plan file that defines it: nothing starts earlier unless pinned.
    `units` is None without `each`; else the ids of the fan-out's units in the owners' order, those
    of `except` taken out. `doubtful`: something that its dates hang on was in error and dropped,
    so that it cannot be dated. `dropped` names the keys whose values were in error and left out.
    `plan_calendar` is the calendar of the included plan that defines it, None in the top plan.
    `where` is the mapping that defines it.
    """

    # A tuple is made four times as fast as a frozen dataclass; nobody asks it where an item is.
    index: int  # type: ignore[assignment]
    path: str
    id: str
    kind: Kind
    parent: int | None
    children: tuple[int, ...]
    title: str
    floor: date
    where: Mapping
    no: str | None = None
    owner: str | None = None
    lead: str | None = None
    participants: tuple[str, ...] = ()
    dates: Dates = Dates()
    deadline: DateRule | None = None
    links: tuple[Link, ...] = ()
    alap: bool = False
    each: str | None = None
    units: tuple[str, ...] | None = None
    overrides: Map[str, Override] = MappingProxyType({})
    complete_at: Fraction = Fraction(1)
    repeat: Repeat | None = None
    on_day_off: OnDayOff = "earlier"
    time: TimeRange | None = None
    place: str | None = None
    uses: Map[str, Fraction] = MappingProxyType({})
    checklist: tuple[ChecklistItem, ...] = ()
    days: tuple[DayText, ...] = ()
    document: str | None = None
    urls: tuple[str, ...] = ()
    deliverable: str | None = None
    target: Target | None = None
    accept: str | None = None
    report_every: Lag | None = None
    estimate: Estimate | None = None
    weight: Fraction | None = None
    priority: int | None = None
    calendar: CalendarSpec | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    was: tuple[str, ...] = ()
    doubtful: bool = False
    dropped: frozenset[str] = frozenset()
    plan_calendar: CalendarSpec | None = None

    def at(self, key: str) -> Span:
        """Where a field's value is written, else where the task is."""
        if key in self.where.keys:
            return self.where.at(key)
        return self.where.span

    def at_entry(self, key: str, entry: str) -> Span:
        """Where one value of a field that is a mapping is written, else where the field is."""
        field_node = self.where.values.get(key)
        if isinstance(field_node, Mapping):
            return field_node.at(entry)
        return self.at(key)


class Ignore(Struct):
    """A rule that a plan silences: everywhere (`line` None) or on one line of one file."""

    rule: str
    path: str
    line: int | None
    reason: str


class Assertion(Struct):
    """A condition that `rectify check` holds the plan to.

    `meanings` has that of every word and every function of a task in `condition`. Lengths count in
    `calendar`, that of the file which says it.
    """

    condition: Expression
    meanings: Map[Expression, Meaning]
    calendar: CalendarSpec
    where: Node


class Plan(Struct):
    """A plan with everything that it includes, resolved.

    `groups` holds each group's members in the owners' order. `goal` is the index of the task that
    float is measured against. `week_days` is how many workdays `1w` means. `complete`: nothing
    was in error on the way here that a date hangs on. `dropped`: keys of the plan itself whose
    values were in error.
    """

    path: str
    title: str
    start: date
    deadline: DateRule | None
    goal: int | None
    timezone: str
    language: str
    calendar: CalendarSpec
    owners: Map[str, Owner]
    groups: Map[str, tuple[str, ...]]
    tasks: tuple[Task, ...]
    due_soon: Lag
    strict: bool
    ignores: tuple[Ignore, ...]
    assertions: tuple[Assertion, ...]
    files: tuple[str, ...]
    where: Mapping
    week_days: int = 5
    complete: bool = True
    dropped: frozenset[str] = frozenset()

    @property
    def lacks_start(self) -> bool:
        """Whether its start was missing or in error, so that `start` means nothing."""
        return "start" in self.dropped

    def around(self, task: Task) -> list[Task]:
        """The summaries and phases around a task, the nearest first."""
        found = []
        while task.parent is not None:
            task = self.tasks[task.parent]
            found.append(task)
        return found

    def phase_of(self, task: Task) -> Task | None:
        """The outermost phase that a task stands in (itself, if it is one); None outside phases."""
        chain = [task, *self.around(task)]
        phases = [each for each in chain if each.kind == "phase"]
        return phases[-1] if phases else None
