"""Reports of what the plan no longer has → a finding for each task and unit that is gone.

What `rectify check` says of a ledger's orphans: where the task or the unit may have gone, and what
to write there so that its reports count again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain, islice
from typing import NamedTuple

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Plan, Task
from rectify_cli.plan.nearest import nearest
from rectify_cli.plan.written_at import id_of, list_in
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Ledger, Orphan
from rectify_cli.progress.places import plan_file, tasks_by_place

LOST_RULE = "unknown-report"
_SHORTEST_PART = 4
"""An id that stands whole in another, if it has so many characters, may be a part of it."""
_NAMED = 5
_LOOKS = 200_000
"""So many tasks and items in all are looked at for those that took the place of lost ones."""
_ONE_LOOK = 20
"""To look among few takes as long as to look among so many."""

Place = tuple[str, str]
"""A plan file, and the path that a report gives its task there."""


def lost_reports(ledger: Ledger) -> list[Finding]:
    """A finding of the rule `unknown-report` for every task or unit that only reports know."""
    by_task: dict[Place, list[Event]] = {}
    by_unit: dict[str, list[Orphan]] = {}
    unfit: dict[Place, list[Event]] = {}
    ticks: dict[Place, list[Event]] = {}
    known = _Known(ledger)
    for orphan in ledger.orphans:
        event, place = orphan.stored.event, _place(orphan)
        if orphan.lacks == "task":
            by_task.setdefault(place, []).append(event)
        elif orphan.lacks == "item":
            ticks.setdefault(place, []).append(event)
        elif orphan.lacks == "unit" and event.unit is not None and event.unit not in known.owners:
            by_unit.setdefault(event.unit, []).append(orphan)
        else:
            unfit.setdefault(place, []).append(event)
    return [
        *(_lost_task(place, by_task[place], known) for place in sorted(by_task)),
        *(_lost_unit(unit, by_unit[unit], known) for unit in sorted(by_unit)),
        *chain.from_iterable(_unfit(place, unfit[place], known) for place in sorted(unfit)),
        *chain.from_iterable(_lost_items(place, ticks[place], known) for place in sorted(ticks)),
    ]


class _Known:
    """What is asked of the plan for each report that is lost, worked out once for all.

    `owners` are the ids that owners have or had, `free` the tasks of each file without reports.
    """

    def __init__(self, ledger: Ledger) -> None:
        plan = ledger.plan
        self.plan = plan
        self.places = tasks_by_place(plan)
        former = chain.from_iterable(owner.was for owner in plan.owners.values())
        self.owners = frozenset(plan.owners).union(former)
        taken = {index for index, _, _ in ledger.all_of}
        self.free: dict[str, list[Task]] = {}
        self.first: dict[str, Task] = {}
        for task in plan.tasks:
            self.first.setdefault(plan_file(task), task)
            if task.index not in taken:
                self.free.setdefault(plan_file(task), []).append(task)
        self.looks_left = _LOOKS
        self._units: dict[int, frozenset[str]] = {}
        self._tables: dict[int, Span | None] = {}
        self._lists: dict[str, Span] = {}

    def tasks(self, place: Place) -> Iterator[Task]:
        """The tasks that a report means."""
        for index in self.places.get(place, ()):
            yield self.plan.tasks[index]

    def units_of(self, task: Task) -> frozenset[str]:
        """The ids that a task's units have or had; fan-outs share theirs."""
        units = task.units or ()
        if id(units) not in self._units:
            former = chain.from_iterable(self.plan.owners[each].was for each in units)
            self._units[id(units)] = frozenset(units).union(former)
        return self._units[id(units)]

    def table_of(self, task: Task) -> Span | None:
        """The last row of the table that lists a task's units; None if a plan lists them."""
        if task.index not in self._tables:
            beside = {self.plan.path, task.where.span.path}
            rows = (self.plan.owners[each].where.span for each in reversed(task.units or ()))
            self._tables[task.index] = next((row for row in rows if row.path not in beside), None)
        return self._tables[task.index]

    def owners_in(self, file: str) -> Span:
        """Where a plan file lists its owners: the key, or the last owner of an included one."""
        if file not in self._lists:
            self._lists[file] = _owners_in(file, self.plan)
        return self._lists[file]


class _Asked(NamedTuple):
    """What a task must have for some reports to be of it."""

    kinds: frozenset[str]
    items: frozenset[str]
    units: frozenset[str]
    occurs: bool

    @classmethod
    def by(cls, events: Iterable[Event]) -> "_Asked":
        """What these reports ask for together."""
        events = tuple(events)
        return cls(
            frozenset([event.kind for event in events]),
            frozenset([event.item for event in events if event.item is not None]),
            frozenset([event.unit for event in events if event.unit is not None]),
            any(event.occurrence is not None for event in events),
        )


def _place(orphan: Orphan) -> Place:
    return orphan.stored.plan_file, str(orphan.stored.event.task)


def _lost_task(place: Place, events: Sequence[Event], known: _Known) -> Finding:
    _, path = place
    message = _counted(
        len(events),
        say("a report names '{task}', which is no longer in the plan", task=path),
        say("{n} reports name '{task}', which is no longer in the plan", n=len(events), task=path),
    )
    heir = _heir(place, events, known)
    if heir is None:
        fix = say("if it was renamed, add  was: [{task}]  there, and the reports follow", task=path)
        return Finding(LOST_RULE, _where_it_was(place, known), message, fix)
    fix = say("renamed? add  was: [{task}]  here, and the reports follow", task=path)
    return Finding(LOST_RULE, id_of(heir, known.plan), message, fix)


def _counted(n: int, one: Message, many: Message) -> Message:
    return one if n == 1 else many


def _heir(place: Place, events: Sequence[Event], known: _Known) -> Task | None:
    """The one task that has no reports and that all of these could be of; None if none stands out.

    It bears the same id elsewhere, one that is near or has the old one in it, or is the only one
    with the units that are named.
    """
    file, path = place
    free = known.free.get(file, ())
    known.looks_left -= _ONE_LOOK + len(free)
    if known.looks_left < 0:
        return None
    asked = _Asked.by(events)
    fitting = [task for task in free if _could_be(task, asked, known)]
    old = path.rpartition(".")[2]
    near = nearest(old, {task.id for task in fitting})
    for found in (
        [task for task in fitting if task.id == old],
        [task for task in fitting if _is_part(old, task.id) or _is_part(task.id, old)],
        [task for task in fitting if task.id == near],
        fitting if asked.units else [],
    ):
        if len(found) == 1:
            return found[0]
    return None


def _is_part(short: str, long: str) -> bool:
    return short in long and (len(short) >= _SHORTEST_PART or not short.isascii())


def _could_be(task: Task, asked: _Asked, known: _Known) -> bool:
    """Whether a task takes reports of this form: its units, its target, its items, its days.

    A unit that is gone may have been one of any fan-out.
    """
    if task.children:
        return asked.kinds <= {"note"}
    return (
        (task.target is not None or "count" not in asked.kinds)
        and asked.items.issubset(item.id for item in task.checklist)
        and (task.repeat is not None or not asked.occurs)
        and (
            not asked.units
            or (task.units is not None and asked.units & known.owners <= frozenset(task.units))
        )
    )


def _where_it_was(place: Place, known: _Known) -> Span:
    """The tasks among which one stood that is gone: those of the nearest around it, else all."""
    file, path = place
    places, plan = known.places, known.plan
    around = path.rpartition(".")[0]
    while around:
        for index in places.get((file, around), ()):
            return list_in(plan.tasks[index].where)
        around = around.rpartition(".")[0]
    if file == plan.path:
        return list_in(plan.where)
    return list_in(known.first[file].where if file in known.first else plan.where)


def _lost_unit(unit: str, orphans: Sequence[Orphan], known: _Known) -> Finding:
    n = len(orphans)
    message = _counted(
        n,
        say("a report names the unit '{unit}', which is no longer listed", unit=unit),
        say("{n} reports name the unit '{unit}', which is no longer listed", n=n, unit=unit),
    )
    last = max(orphan.stored.event.on for orphan in orphans)
    left = min(last, last.max - timedelta(1)) + timedelta(1)
    named = chain.from_iterable(map(known.tasks, dict.fromkeys(map(_place, orphans))))
    where = next((row for row in map(known.table_of, named) if row is not None), None)
    if where is not None:
        fix = say("keep its row and give it  left: {day}  : it counts until then", day=left)
        return Finding(LOST_RULE, where, message, fix)
    fix = say("keep it here and give it  left: {day}  : it counts until then", day=left)
    return Finding(LOST_RULE, known.owners_in(orphans[0].stored.plan_file), message, fix)


def _owners_in(file: str, plan: Plan) -> Span:
    """Where a plan file lists its owners: the key, or the last owner of one that is included."""
    if file != plan.path:
        listed = [each.where.span for each in plan.owners.values() if each.where.span.path == file]
        if listed:
            return max(listed, key=lambda span: span.line)
    return plan.where.at_key("owners") if "owners" in plan.where.keys else plan.where.span


def _unfit(place: Place, events: Sequence[Event], known: _Known) -> Iterator[Finding]:
    """What a task is told that it has no room for: a unit, the lack of one, a day of its own."""
    for task in islice(known.tasks(place), 1):
        its = known.units_of(task)
        strangers, nobodys, days = [], [], []
        for event in events:
            if event.unit is not None and event.unit not in its:
                strangers.append(event)
            elif event.unit is None and task.units is not None:
                nobodys.append(event)
            else:
                days.append(event)
        if strangers and not task.dropped & {"each", "except"}:
            yield _not_its_units(task, strangers)
        if nobodys:
            said = say("{n} of its reports do not say whose they are", n=len(nobodys))
            fix = say("it is done by units now: report it again, for each of them")
            yield Finding(LOST_RULE, task.at("each"), said, fix)
        if days and task.repeat is not None:
            yield _other_days(task, days)
        elif days and "repeat" not in task.dropped:
            said = say("{n} of its reports are of days on which it recurs", n=len(days))
            fix = say("give it its  repeat:  again, or report it again without  --for")
            yield Finding(LOST_RULE, id_of(task, known.plan), said, fix)


def _other_days(task: Task, events: Sequence[Event]) -> Finding:
    """Reports of days on which it recurred once, and does not now."""
    days = sorted({str(event.occurrence) for event in events})
    named = ", ".join(days[:_NAMED]) + (", …" if len(days) > _NAMED else "")
    said = say(
        "{n} of its reports are of days on which it no longer recurs: {days}",
        n=len(events),
        days=named,
    )
    fix = say("let it recur on them again, or report it again for the days that it has now")
    return Finding(LOST_RULE, task.at("repeat"), said, fix)


def _lost_items(place: Place, events: Sequence[Event], known: _Known) -> Iterator[Finding]:
    """A finding for every item that was ticked once and is no longer on the checklist."""
    for task in islice(known.tasks(place), 1):
        texts = {item.text for item in task.checklist}
        ticked = Counter(str(event.item) for event in events)
        for name in sorted(ticked):
            n = ticked[name]
            message = _counted(
                n,
                say("a report names the item '{item}', which is no longer on the checklist",
                    item=name),
                say("{n} reports name the item '{item}', which is no longer on the checklist",
                    n=n, item=name),
            )  # fmt: skip
            known.looks_left -= _ONE_LOOK + len(texts)
            near = None if known.looks_left < 0 else nearest(name, texts)
            fix = (
                say("put it back, or tick what took its place")
                if near is None
                else say("renamed to '{near}'? tick that again", near=near)
            )
            yield Finding(LOST_RULE, task.at("checklist"), message, fix)


def _not_its_units(task: Task, events: Sequence[Event]) -> Finding:
    units = sorted({str(event.unit) for event in events})
    named = ", ".join(units[:_NAMED]) + (", …" if len(units) > _NAMED else "")
    said = say(
        "{n} of its reports are of others than its units: {units}", n=len(events), units=named
    )
    fix = say("let  each:  name them again; who no longer takes part has  left: DATE")
    return Finding(LOST_RULE, task.at("each"), said, fix)
