"""Small random plans, as plain values and as the plan language's text.

Stands apart from the program on purpose: it knows the plan language from the outside only, so that
what the judges are asked and what the program reads come from one value by two ways.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Literal

LinkType = Literal["FS", "SS", "FF", "SF"]
Unit = Literal["d", "w", "ed", "ew"]

DAY = timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MON_TO_FRI = (0, 1, 2, 3, 4)
ALL_WEEK = (0, 1, 2, 3, 4, 5, 6)
LINK_TYPES: tuple[LinkType, ...] = ("FS", "FS", "FS", "SS", "FF", "SF")
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
class Task:
    """A leaf. With `start` and `finish` it is a window, and its duration is not written."""

    id: str
    duration: int
    links: tuple[Link, ...] = ()
    start: date | None = None
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
    """`tasks` stand after what they wait for; `written` is the order of the text."""

    start: date
    calendar: Calendar
    tasks: tuple[Task, ...]
    written: tuple[str, ...]
    phases: tuple[Phase, ...] = ()
    deadline: date | None = None
    goal: str | None = None

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
            link.lag.elapsed for task in self.tasks for link in task.links
        )

    def phase_of(self, task: Task) -> Phase | None:
        return next((phase for phase in self.phases if phase.id == task.phase), None)

    def calendar_of(self, task: Task) -> Calendar:
        return task.calendar or self.calendar

    def leaf_links(self, task: Task) -> list[Link]:
        """What holds a task: its own links and its phase's, each from every leaf it comes from."""
        around = self.phase_of(task)
        links = task.links + (around.links if around and not task.pinned else ())
        return [leaf for link in links for leaf in self._from_leaves(link)]

    def _from_leaves(self, link: Link) -> Iterator[Link]:
        if link.on not in {phase.id for phase in self.phases}:
            yield link
        for task in self.tasks:
            if task.phase == link.on:
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


@dataclass(frozen=True)
class Family:
    """What a family of random plans holds: shares of the tasks, 0 to 1."""

    starts: float = 0
    pins: float = 0
    deadlines: float = 0
    milestones: float = 0
    alap: float = 0
    elapsed: float = 0
    calendars: int = 0
    phases: bool = False
    goal: bool = False


FAMILIES = {
    "links": Family(),
    "starts": Family(starts=0.3),
    "pins": Family(pins=0.2),
    "deadlines": Family(deadlines=0.3),
    "milestones": Family(milestones=0.3),
    "alap": Family(alap=0.2),
    "elapsed": Family(elapsed=0.4, milestones=0.1),
    "calendars": Family(calendars=2, milestones=0.1),
    "across": Family(calendars=2, elapsed=0.3, milestones=0.1, starts=0.1),
    "phases": Family(phases=True, deadlines=0.1),
    "goal": Family(goal=True, deadlines=0.1),
    "together": Family(starts=0.1, pins=0.1, deadlines=0.1, milestones=0.15, goal=True),
}


@dataclass
class _Maker:
    """Draws one plan."""

    rng: Random
    family: Family
    start: date = field(init=False)
    calendar: Calendar = field(init=False)
    others: list[Calendar] = field(init=False)

    def __post_init__(self) -> None:
        self.start = date(2021, 1, 1) + timedelta(days=self.rng.randrange(300))
        self.calendar = self._calendar()
        self.others = [self._calendar() for _ in range(self.family.calendars)]

    def plan(self) -> Plan:
        phases = self._phases()
        tasks: list[Task] = []
        for number in range(self.rng.randint(5, 40)):
            tasks.append(self._task(f"t{number:02}", tasks, phases))
        written = [task.id for task in tasks]
        self.rng.shuffle(written)
        return Plan(
            start=self.start,
            calendar=self.calendar,
            tasks=tuple(tasks),
            written=tuple(written),
            phases=tuple(phases),
            deadline=self._soon(10, 80) if self._chance(self.family.deadlines) else None,
            goal=self.rng.choice(tasks).id if self.family.goal else None,
        )

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _soon(self, least: int, most: int) -> date:
        return self.start + timedelta(days=self.rng.randint(least, most))

    def _workday(self, calendar: Calendar, least: int, most: int) -> date:
        return calendar.day(calendar.before(self._soon(least, most)))

    def _calendar(self) -> Calendar:
        week = self.rng.choice([MON_TO_FRI, MON_TO_FRI, (0, 1, 2, 3, 4, 5), (6, 0, 1, 2, 3)])
        days = [self._soon(-5, 70) for _ in range(self.rng.randint(0, 14))]
        off = {day for day in days if day.weekday() in week}
        make_up = {day for day in days if day.weekday() not in week}
        return Calendar(week, tuple(sorted(off)), tuple(sorted(make_up)))

    def _phases(self) -> list[Phase]:
        if not self.family.phases:
            return []
        phases: list[Phase] = []
        for number in range(self.rng.randint(2, 4)):
            links = tuple(
                Link(earlier.id, "FS", Lag(self.rng.randint(-2, 2)))
                for earlier in phases
                if self._chance(0.5)
            )
            start = self._soon(0, 30) if self._chance(0.3) else None
            deadline = self._soon(31, 80) if self._chance(0.5) else None
            phases.append(Phase(f"p{number}", links, start, deadline))
        return phases

    def _task(self, name: str, earlier: list[Task], phases: list[Phase]) -> Task:
        phase, waits_for = self._room(earlier, phases)
        calendar = self.rng.choice([None, *self.others])
        duration = 0 if self._chance(self.family.milestones) else self.rng.randint(1, 8)
        alap = self._chance(self.family.alap)
        task = Task(name, duration, self._links(waits_for), calendar=calendar, phase=phase)
        if self._chance(self.family.pins):
            task = self._pin(task, calendar or self.calendar)
        elif self._chance(self.family.starts):
            task = _with(task, start=self._soon(-3, 40))
        elif alap:
            task = _with(task, alap=True)
        if self._chance(self.family.deadlines):
            first = task.on or task.start or self.start
            task = _with(task, deadline=first + timedelta(days=self.rng.randint(8, 50)))
        return task

    def _room(self, earlier: list[Task], phases: list[Phase]) -> tuple[str | None, list[str]]:
        """A phase for a task, and what it may wait for without closing a circle."""
        if not phases:
            return None, [task.id for task in earlier]
        here = min(len(phases) - 1, len(earlier) * len(phases) // 24)
        before = [phase.id for phase in phases[:here]]
        return phases[here].id, [task.id for task in earlier] + before

    def _links(self, waits_for: list[str]) -> tuple[Link, ...]:
        count = min(len(waits_for), self.rng.choice([0, 1, 1, 1, 2, 2, 3]))
        near = waits_for[-12:]
        names = self.rng.sample(near, min(count, len(near)))
        return tuple(self._link(name) for name in sorted(names))

    def _link(self, on: str) -> Link:
        type_ = self.rng.choice(LINK_TYPES)
        if on.startswith("p"):
            type_ = "FF" if type_ == "FF" else "FS"
        if self._chance(self.family.elapsed):
            return Link(on, type_, self._lag("ed", "ew", 9))
        return Link(on, type_, self._lag("d", "w", 6))

    def _lag(self, day: Unit, week: Unit, most: int) -> Lag:
        if self._chance(0.4):
            return Lag()
        if self._chance(0.1):
            return Lag(self.rng.choice([-1, 1, 2]), week)
        return Lag(self.rng.randint(-most, most), day)

    def _pin(self, task: Task, calendar: Calendar) -> Task:
        form = self.rng.choice(["on", "finish", "window"])
        if form == "on":
            return _with(task, on=self._workday(calendar, -4, 40))
        if form == "finish":
            return _with(task, finish=self._workday(calendar, 2, 50))
        first = self._workday(calendar, -4, 40)
        last = first + timedelta(days=self.rng.randint(0, 14))
        start = first - DAY if not calendar.works(first - DAY) else first
        length = calendar.before(last + DAY) - calendar.before(first)
        return _with(task, duration=length, start=start, finish=last)


def _with(task: Task, **changes: object) -> Task:
    values = {name: getattr(task, name) for name in Task.__dataclass_fields__}
    return Task(**(values | changes))


def random_plan(family: str, seed: int) -> Plan:
    """The plan of a family that a seed stands for."""
    return _Maker(Random(f"{family}/{seed}"), FAMILIES[family]).plan()


def to_yaml(plan: Plan) -> str:
    """The plan as a person would write it."""
    head = ["rectify: 1", "title: Random", f"start: {plan.start}"]
    head += [f"deadline: {plan.deadline}"] if plan.deadline else []
    head += [f"goal: {plan.goal}"] if plan.goal else []
    head += [f"calendar: {_calendar_text(plan.calendar)}"]
    tasks = [plan.by_id[name] for name in plan.written]
    if not plan.phases:
        return "\n".join([*head, "tasks:", *_indented(_tasks_text(tasks))]) + "\n"
    phases = [line for phase in plan.phases for line in _phase_text(phase, tasks)]
    return "\n".join([*head, "phases:", *_indented(phases)]) + "\n"


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _tasks_text(tasks: list[Task]) -> list[str]:
    return [line for task in tasks for line in (f"{task.id}:", *_indented(_task_text(task)))]


def _phase_text(phase: Phase, tasks: list[Task]) -> list[str]:
    inside = [task for task in tasks if task.phase == phase.id]
    if not inside:
        return []
    fields = [f"title: Phase {phase.id}", *_bounds_text(phase.links, phase.start, phase.deadline)]
    return [f"{phase.id}:", *_indented([*fields, "tasks:", *_indented(_tasks_text(inside))])]


def _task_text(task: Task) -> list[str]:
    lines = [f"title: Task {task.id}", *_bounds_text(task.links, task.start, task.deadline)]
    lines += [f"on: {task.on}"] if task.on else []
    lines += [f"finish: {task.finish}"] if task.finish else []
    lines += [] if task.window else [f"duration: {task.duration}d"]
    lines += ["schedule: alap"] if task.alap else []
    lines += [f"calendar: {_calendar_text(task.calendar)}"] if task.calendar else []
    return lines


def _bounds_text(links: tuple[Link, ...], start: date | None, deadline: date | None) -> list[str]:
    lines = [f"start: {start}"] if start else []
    lines += [f"deadline: {deadline}"] if deadline else []
    if links:
        lines.append("after: [" + ", ".join(f'"{link}"' for link in links) + "]")
    return lines


def _calendar_text(calendar: Calendar) -> str:
    week = ", ".join(WEEKDAYS[day] for day in calendar.week)
    off = ", ".join(str(day) for day in calendar.days_off)
    make_up = ", ".join(str(day) for day in calendar.workdays)
    return f"{{week: [{week}], days_off: [{off}], workdays: [{make_up}]}}"
