"""`double-booked`: a leader, participant or place in two tasks whose `time` overlaps on a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import time

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task, TimeRange
from rectify_cli.schedule.hours import Hours
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.occupied import Occupied
from rectify_cli.schedule.wording import day_words

_LAST_MINUTE = time(23, 59)
_SHELF = 128
_MOST_NAMED = 5
_MOST_COMPARED = 500_000
"""So many times of day are compared in a plan; beyond, a finding does not name the earlier task."""
MAX_BOOKINGS = 80_000
"""How many bookings are looked at in a plan: a task's of people who are always needed together."""
_LONG = 4_096
"""A booking counts once more for each so many days that it reaches over."""

Atoms = frozenset[str]
"""The names, of groups and of themselves, by which somebody is booked."""


class _Slot:
    """The bookings of one time of day: the days that they take together, and shelf by shelf."""

    __slots__ = ("begin", "days", "end", "shelves")

    def __init__(self, begin: time, end: time) -> None:
        self.begin = begin
        self.end = end
        self.days = 0
        self.shelves: list[tuple[int, list[tuple[int, Task]]]] = []

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


class _Patience:
    """How many times of day may still be compared, to name who was there first."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = _MOST_COMPARED


class _Clash(Struct):
    """The days that two tasks share, and the earlier one; None where nobody looks for it."""

    days: int
    other: Task | None


class _Diary:
    """When those are taken who are always needed together, on which days twice at once."""

    __slots__ = ("hours", "slots", "twice")

    def __init__(self) -> None:
        self.slots: dict[TimeRange, _Slot] = {}
        self.hours = Hours()
        self.twice = 0

    def take(self, at: TimeRange, days: int, task: Task) -> None:
        """Book a time on these days."""
        if at not in self.slots:
            self.slots[at] = _Slot(at.begin, end_of(at))
        self.slots[at].take(days, task)
        self.hours.take(at.begin, end_of(at), days)

    def clash(self, at: TimeRange, days: int, patience: _Patience) -> _Clash | None:
        """The first booking at this time on these days, if there is any."""
        begin, end = at.begin, end_of(at)
        shared = self.hours.taken(begin, end, days)
        if not shared:
            return None
        self.twice |= shared
        for slot in self.slots.values():
            if patience.left == 0:
                break
            patience.left -= 1
            if slot.begin <= end and begin <= slot.end and slot.days & shared:
                return _Clash(*slot.first_on(slot.days & shared))
        return _Clash(shared, None)


class Twice(Struct):
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
    occupied = Occupied(timing for task in tasks for timing in schedule.by_task[task.index])
    needs = [(task, _needs(schedule, task, occupied)) for task in tasks]
    diary_of = _diaries(plan, {name for _, days_of in needs for name in days_of})
    books, findings = _books(needs, diary_of)
    clashes: dict[int, list[tuple[str, _Clash]]] = {}
    twice: dict[str, int] = {}
    patience = _Patience()
    for who in sorted(books):
        diary = _Diary()
        for task, at, days in books[who]:
            clash = diary.clash(at, days, patience)
            diary.take(at, days, task)
            if clash is not None:
                found = clashes.setdefault(task.index, [])
                if len(found) < _MOST_NAMED:
                    found.append((who, clash))
        if diary.twice:
            twice[who] = diary.twice
    findings += [
        _double(plan, plan.tasks[index], found, occupied) for index, found in clashes.items()
    ]
    of_owner = {name: twice.get(diary_of.who(name) or "", 0) for name in plan.owners}
    return findings, Twice(occupied, of_owner)


class _Booking(Struct):
    task: Task
    at: TimeRange
    days: int


def _books(
    needs: Iterable[tuple[Task, Mapping[str, int]]], diaries: "_Diaries"
) -> tuple[dict[str, list[_Booking]], list[Finding]]:
    """What each diary holds, by its name, in the order of the tasks; and whether that is all."""
    books: dict[str, list[_Booking]] = defaultdict(list)
    left = MAX_BOOKINGS
    for task, days_of in needs:
        booked: dict[str, int] = defaultdict(int)
        for atom, days in days_of.items():
            for who in diaries.with_atom.get(atom, ()):
                booked[who] |= days
        left -= sum(1 + days.bit_length() // _LONG for days in booked.values())
        if left < 0:
            return books, [_too_many(task)]
        for who, days in booked.items():
            if task.time is not None:
                books[who].append(_Booking(task, task.time, days))
    return books, []


def _too_many(task: Task) -> Finding:
    message = say(
        "more than {most} bookings at a time of day: from here on nobody is told who is booked "
        "twice",
        most=MAX_BOOKINGS,
    )
    fix = say("name groups in place of their members, or leave out the times")
    return Finding("too-large", task.at("time"), message, fix)


def _needs(schedule: Schedule, task: Task, occupied: Occupied) -> dict[str, int]:
    """The groups and owners that a task needs for itself, and the days on which it does."""
    timings = schedule.by_task[task.index]
    whole = 0
    days_of: dict[str, int] = defaultdict(int)
    for timing in timings:
        days = occupied.days(timing)
        whole |= days
        override = task.overrides.get(timing.units[0]) if timing.units else None
        lead = override.lead if override is not None and override.lead is not None else task.lead
        if lead is not None:
            days_of[lead] |= days
    names = list(task.participants)
    place = schedule.plan.owners.get(task.place) if task.place is not None else None
    if place is not None and (place.capacity is None or place.capacity <= 1):
        names.append(place.id)
    return {**days_of, **dict.fromkeys(names, whole)}


class _Diaries(Struct):
    """The diaries by the names that are booked, each told by the first of its own names."""

    who_by_atoms: Mapping[Atoms, str]
    atoms_of: Mapping[str, Atoms]
    with_atom: Mapping[str, Sequence[str]]

    def who(self, name: str) -> str | None:
        """The diary of an owner, if anything books it."""
        atoms = self.atoms_of.get(name)
        return None if atoms is None else self.who_by_atoms[atoms]


def _diaries(plan: Plan, atoms: Iterable[str]) -> _Diaries:
    """One diary for all owners that the same groups and names stand for."""
    names: dict[str, list[str]] = defaultdict(list)
    for atom in sorted(atoms):
        for name in plan.groups.get(atom, (atom,)):
            names[name].append(atom)
    atoms_of = {name: frozenset(names[name]) for name in sorted(names)}
    who_by_atoms: dict[Atoms, str] = {}
    with_atom: dict[str, list[str]] = defaultdict(list)
    for name, kept in atoms_of.items():
        if kept not in who_by_atoms:
            who_by_atoms[kept] = name
            for atom in kept:
                with_atom[atom].append(name)
    return _Diaries(who_by_atoms, atoms_of, with_atom)


def end_of(span: TimeRange) -> time:
    """The last minute of a range; a range without an end is its first one."""
    if span.end is None:
        return span.begin
    minutes = span.end.hour * 60 + span.end.minute - 1
    return time(minutes // 60, minutes % 60) if minutes >= 0 else _LAST_MINUTE


def _double(
    plan: Plan, later: Task, clashes: Sequence[tuple[str, _Clash]], occupied: Occupied
) -> Finding:
    """The finding at a time: who is booked twice together with the first, and the times of all."""
    (_, (shared, earlier)), *_ = clashes
    together = [who for who, clash in clashes if clash.other is earlier and clash.days & shared]
    said: dict[str, object] = {
        "who": ", ".join(plan.owners[who].title for who in together),
        "one": later.path if earlier is None else earlier.path,
        "other": later.path,
        "day": day_words(occupied.first_of(shared)),
    }
    fix = say("move one of them, or send somebody else")
    if earlier is None:
        message = say("{who} is in {one} and in an earlier task at the same time on {day}", **said)
        return Finding("double-booked", later.at("time"), message, fix)
    if len(together) == 1:
        message = say("{who} is in {one} and {other} at the same time on {day}", **said)
    else:
        message = say("{who} are in {one} and {other} at the same time on {day}", **said)
    related = [Related(earlier.at("time"), say("the other time"))]
    related += [
        Related(clash.other.at("time"), say("{who} is there, too", who=plan.owners[who].title))
        for who, clash in clashes
        if who not in together and clash.other is not None
    ]
    return Finding("double-booked", later.at("time"), message, fix, tuple(related))
