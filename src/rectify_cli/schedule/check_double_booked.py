"""`double-booked`: a leader, participant or place in two tasks whose `time` overlaps on a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.plan.model import Plan, Task, TimeRange
from rectify_cli.schedule.hours import Hours
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.occupied import Occupied
from rectify_cli.schedule.wording import day_words

_LAST_MINUTE = time(23, 59)
_SHELF = 128
_MOST_COMPARED = 1_000_000
"""So many times of day are compared in a plan; beyond, a finding does not name the earlier task."""

Atoms = frozenset[str]
"""The names, of groups and of themselves, by which somebody is booked."""


@dataclass(slots=True)
class _Slot:
    """The bookings of one time of day: the days that they take together, and shelf by shelf."""

    days: int = 0
    shelves: list[tuple[int, list[tuple[int, Task]]]] = field(default_factory=list)

    def take(self, days: int, task: Task) -> None:
        self.days |= days
        if not self.shelves or len(self.shelves[-1][1]) == _SHELF:
            self.shelves.append((0, []))
        taken, bookings = self.shelves[-1]
        bookings.append((days, task))
        self.shelves[-1] = taken | days, bookings

    def first_on(self, days: int) -> tuple[int, Task]:
        """The first booking that takes one of the days, with the days that it does."""
        return next(
            (days & theirs, task)
            for taken, bookings in self.shelves
            if taken & days
            for theirs, task in bookings
            if theirs & days
        )


@dataclass(slots=True)
class _Patience:
    """How many times of day may still be compared, to name who was there first."""

    left: int = _MOST_COMPARED


class _Clash(NamedTuple):
    """The days that two tasks share, and the earlier one; None where nobody looks for it."""

    days: int
    other: Task | None


@dataclass(slots=True)
class _Diary:
    """When those are taken who are always needed together; `who` is the first of their names."""

    who: str
    slots: dict[TimeRange, _Slot] = field(default_factory=lambda: defaultdict(_Slot))
    hours: Hours = field(default_factory=Hours)
    twice: int = 0

    def take(self, at: TimeRange, days: int, task: Task) -> None:
        """Book a time on these days."""
        self.slots[at].take(days, task)
        self.hours.take(at.begin, end_of(at), days)

    def clash(self, at: TimeRange, days: int, patience: _Patience) -> _Clash | None:
        """The first booking at this time on these days, if there is any."""
        shared = self.hours.taken(at.begin, end_of(at), days)
        if not shared:
            return None
        self.twice |= shared
        for span, slot in self.slots.items():
            if patience.left == 0:
                break
            patience.left -= 1
            if slot.days & shared and _overlap(span, at):
                return _Clash(*slot.first_on(slot.days & shared))
        return _Clash(shared, None)


@dataclass(frozen=True, slots=True)
class Twice:
    """Who is booked twice, on which days: for `overload`, which has nothing to add there."""

    occupied: Occupied
    days: Mapping[str, int]

    def of(self, name: str) -> Callable[[int, int], int]:
        """The days of an owner from one ordinal to another, both counted, as bits."""
        days = self.days.get(name, 0)
        return lambda first, last: self.occupied.part(days, first, last)


def check_double_booked(schedule: Schedule) -> tuple[list[Finding], Twice]:
    """A finding at each `time` that books somebody whom an earlier task has, and who is twice."""
    plan = schedule.plan
    tasks = [task for task in plan.tasks if task.time is not None and schedule.by_task[task.index]]
    timings = [timing for task in tasks for timing in schedule.by_task[task.index]]
    occupied = Occupied(timings)
    diary_of = _diaries(plan, {name for each in timings for name in _atoms(plan, schedule, each)})
    findings = []
    patience = _Patience()
    for task in tasks:
        if task.time is None:
            continue
        bookings = [
            (diary, occupied.days(timing))
            for timing in schedule.by_task[task.index]
            for diary in _asked(diary_of, _atoms(plan, schedule, timing))
        ]
        clashes = [(diary, diary.clash(task.time, days, patience)) for diary, days in bookings]
        for diary, days in bookings:
            diary.take(task.time, days, task)
        first = next(((diary, found) for diary, found in clashes if found is not None), None)
        if first is not None:
            diary, (shared, other) = first
            day = occupied.first_of(shared)
            findings.append(_double(plan, task, other, diary.who, day))
    twice = {
        name: diary.twice for name in plan.owners for diary in diary_of.of(name) if diary.twice
    }
    return findings, Twice(occupied, twice)


def _atoms(plan: Plan, schedule: Schedule, timing: Timing) -> Iterator[str]:
    """The groups and owners that a timing needs for itself."""
    task = schedule.task_of(timing)
    override = task.overrides.get(timing.units[0]) if timing.units else None
    lead = override.lead if override is not None and override.lead is not None else task.lead
    if lead is not None:
        yield lead
    yield from task.participants
    place = plan.owners.get(task.place) if task.place is not None else None
    if place is not None and (place.capacity is None or place.capacity <= 1):
        yield place.id


@dataclass(frozen=True, slots=True)
class _Diaries:
    by_atoms: Mapping[Atoms, _Diary]
    atoms_of: Mapping[str, Atoms]
    with_atom: Mapping[str, tuple[_Diary, ...]]

    def of(self, name: str) -> tuple[_Diary, ...]:
        """The diary of an owner, if anything books it."""
        atoms = self.atoms_of.get(name)
        return () if atoms is None else (self.by_atoms[atoms],)


def _diaries(plan: Plan, atoms: Iterable[str]) -> _Diaries:
    """One diary for all owners that the same groups and names stand for."""
    names: dict[str, list[str]] = defaultdict(list)
    for atom in sorted(atoms):
        for name in plan.groups.get(atom, (atom,)):
            names[name].append(atom)
    atoms_of = {name: frozenset(names[name]) for name in sorted(names)}
    by_atoms: dict[Atoms, _Diary] = {}
    with_atom: dict[str, list[_Diary]] = defaultdict(list)
    for name, kept in atoms_of.items():
        if kept not in by_atoms:
            by_atoms[kept] = _Diary(name)
            for atom in sorted(kept):
                with_atom[atom].append(by_atoms[kept])
    return _Diaries(by_atoms, atoms_of, {atom: tuple(each) for atom, each in with_atom.items()})


def _asked(diaries: _Diaries, atoms: Iterable[str]) -> list[_Diary]:
    """The diaries of everybody whom these names stand for, in the order of their names."""
    found = {diary.who: diary for atom in atoms for diary in diaries.with_atom.get(atom, ())}
    return [found[who] for who in sorted(found)]


def _overlap(one: TimeRange, other: TimeRange) -> bool:
    return one.begin <= end_of(other) and other.begin <= end_of(one)


def end_of(span: TimeRange) -> time:
    """The last minute of a range; a range without an end is its first one."""
    if span.end is None:
        return span.begin
    minutes = span.end.hour * 60 + span.end.minute - 1
    return time(minutes // 60, minutes % 60) if minutes >= 0 else _LAST_MINUTE


def _double(plan: Plan, later: Task, earlier: Task | None, who: str, day: date) -> Finding:
    if earlier is None:
        message = say(
            "{who} is in {one} and in an earlier task at the same time on {day}",
            who=plan.owners[who].title,
            one=later.path,
            day=day_words(day),
        )
        fix = say("move one of them, or send somebody else")
        return Finding("double-booked", later.at("time"), message, fix)
    return Finding(
        "double-booked",
        later.at("time"),
        say(
            "{who} is in {one} and {other} at the same time on {day}",
            who=plan.owners[who].title,
            one=earlier.path,
            other=later.path,
            day=day_words(day),
        ),
        fix=say("move one of them, or send somebody else"),
        related=(Related(earlier.at("time"), say("the other time")),),
    )
