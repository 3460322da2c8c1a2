"""Random small plans, a family at a time, each from a seed."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Literal

from tests.judges.small_plan import (
    DAY,
    MON_TO_FRI,
    Calendar,
    Lag,
    Link,
    LinkType,
    Phase,
    Plan,
    RelativeStart,
    Task,
    Unit,
)

LINK_TYPES: tuple[LinkType, ...] = ("FS", "FS", "FS", "SS", "FF", "SF")


@dataclass(frozen=True)
class Family:
    """What a family of random plans holds: shares of the tasks, 0 to 1."""

    starts: float = 0
    relative: float = 0
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
    "relative": Family(relative=0.4),
    "pins": Family(pins=0.2),
    "deadlines": Family(deadlines=0.3),
    "milestones": Family(milestones=0.3),
    "alap": Family(alap=0.2),
    "elapsed": Family(elapsed=0.4, milestones=0.1),
    "calendars": Family(calendars=2, milestones=0.1),
    "across": Family(calendars=2, elapsed=0.3, milestones=0.1, starts=0.1),
    "phases": Family(phases=True, deadlines=0.1, pins=0.05),
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
                Link(earlier.id, self.rng.choice(["FS", "FS", "SS"]), Lag(self.rng.randint(-2, 2)))
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
        elif earlier and self._chance(self.family.relative):
            task = _with(task, start_from=self._relative_start(earlier))
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

    def _relative_start(self, earlier: list[Task]) -> RelativeStart:
        lag = Lag(self.rng.randint(-4, 6), self.rng.choice(["d", "d", "ed"]))
        point: Literal["start", "finish"] = self.rng.choice(["start", "finish"])
        return RelativeStart(self.rng.choice(earlier).id, point, lag)

    def _link(self, on: str) -> Link:
        type_ = self.rng.choice(LINK_TYPES)
        if self._chance(self.family.elapsed):
            return Link(on, type_, self._lag("ed", "ew", 9))
        return Link(on, type_, self._lag("d", "w", 6))

    def _lag(self, day: Unit, week: Unit, most: int) -> Lag:
        if self._chance(0.4):
            return Lag()
        if self._chance(0.1):
            return Lag(self.rng.choice([-1, 1, 2]), week)
        amount = self.rng.randint(-most, most)
        return Lag(amount, day) if amount else Lag()

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
