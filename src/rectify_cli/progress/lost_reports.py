"""Reports of what the plan no longer has → a finding for each task and unit that is gone.

What `rectify check` says of a ledger's orphans: where the task or the unit may have gone, and what
to write there so that its reports count again.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Plan, Task
from rectify_cli.plan.written_at import id_of, list_in
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Ledger, Orphan
from rectify_cli.progress.places import plan_file, tasks_by_place

LOST_RULE = "unknown-report"
_SHORTEST_PART = 4
"""An id that stands whole in another, if it has so many characters, may be a part of it."""
_NAMED = 5

Place = tuple[str, str]
"""A plan file, and the path that a report gives its task there."""


def lost_reports(ledger: Ledger) -> list[Finding]:
    """A finding of the rule `unknown-report` for every task or unit that only reports know."""
    by_task: dict[Place, list[Event]] = {}
    by_unit: dict[str, list[Orphan]] = {}
    unfit: dict[Place, list[Event]] = {}
    ticks: dict[Place, list[Event]] = {}
    for orphan in ledger.orphans:
        event, place = orphan.stored.event, _place(orphan)
        if orphan.lacks == "task":
            by_task.setdefault(place, []).append(event)
        elif orphan.lacks == "item":
            ticks.setdefault(place, []).append(event)
        elif orphan.lacks == "unit" and _is_gone(event.unit, ledger.plan):
            by_unit.setdefault(str(event.unit), []).append(orphan)
        else:
            unfit.setdefault(place, []).append(event)
    plan = ledger.plan
    return [
        *(_lost_task(place, by_task[place], ledger) for place in sorted(by_task)),
        *(_lost_unit(unit, by_unit[unit], plan) for unit in sorted(by_unit)),
        *chain.from_iterable(_unfit(place, unfit[place], plan) for place in sorted(unfit)),
        *chain.from_iterable(_lost_items(place, ticks[place], plan) for place in sorted(ticks)),
    ]


def _place(orphan: Orphan) -> Place:
    return orphan.stored.plan_file, str(orphan.stored.event.task)


def _is_gone(unit: str | None, plan: Plan) -> bool:
    if unit is None or unit in plan.owners:
        return False
    return all(unit not in owner.was for owner in plan.owners.values())


def _lost_task(place: Place, events: Sequence[Event], ledger: Ledger) -> Finding:
    _, path = place
    message = _counted(
        len(events),
        say("a report names '{task}', which is no longer in the plan", task=path),
        say("{n} reports name '{task}', which is no longer in the plan", n=len(events), task=path),
    )
    heir = _heir(place, events, ledger)
    if heir is None:
        fix = say("if it was renamed, add  was: [{task}]  there, and the reports follow", task=path)
        return Finding(LOST_RULE, _where_it_was(place, ledger.plan), message, fix)
    fix = say("renamed? add  was: [{task}]  here, and the reports follow", task=path)
    return Finding(LOST_RULE, id_of(heir, ledger.plan), message, fix)


def _counted(n: int, one: Message, many: Message) -> Message:
    return one if n == 1 else many


def _heir(place: Place, events: Sequence[Event], ledger: Ledger) -> Task | None:
    """The one task that has no reports and that all of these could be of; None if none stands out.

    It bears the same id elsewhere, one that is near or has the old one in it, or is the only one
    with the units that are named.
    """
    file, path = place
    taken = {index for index, _, _ in ledger.all_of}
    fitting = [
        task
        for task in ledger.plan.tasks
        if plan_file(task) == file
        and task.index not in taken
        and _could_be(task, events, ledger.plan)
    ]
    old = path.rpartition(".")[2]
    near = did_you_mean(old, [task.id for task in fitting])
    for found in (
        [task for task in fitting if task.id == old],
        [task for task in fitting if _is_part(old, task.id) or _is_part(task.id, old)],
        [task for task in fitting if task.id == near],
        [task for task in fitting if any(event.unit for event in events)],
    ):
        if len(found) == 1:
            return found[0]
    return None


def _is_part(short: str, long: str) -> bool:
    return short in long and (len(short) >= _SHORTEST_PART or not short.isascii())


def _could_be(task: Task, events: Iterable[Event], plan: Plan) -> bool:
    """Whether a task takes reports of this form: its units, its target, its items, its days.

    A unit that is gone may have been one of any fan-out.
    """
    if task.children:
        return all(event.kind == "note" for event in events)
    items = {item.id for item in task.checklist}
    units = None if task.units is None else frozenset(task.units)
    return all(
        (event.kind != "count" or task.target is not None)
        and (event.item is None or event.item in items)
        and (event.occurrence is None or task.repeat is not None)
        and (event.unit is None or (units is not None and _may_be_in(event.unit, units, plan)))
        for event in events
    )


def _may_be_in(unit: str, units: Collection[str], plan: Plan) -> bool:
    return unit in units or _is_gone(unit, plan)


def _where_it_was(place: Place, plan: Plan) -> Span:
    """The tasks among which one stood that is gone: those of the nearest around it, else all."""
    file, path = place
    places = tasks_by_place(plan)
    around = path.rpartition(".")[0]
    while around:
        for index in places.get((file, around), ()):
            return list_in(plan.tasks[index].where)
        around = around.rpartition(".")[0]
    if file == plan.path:
        return list_in(plan.where)
    return list_in(next((task.where for task in plan.tasks if plan_file(task) == file), plan.where))


def _lost_unit(unit: str, orphans: Sequence[Orphan], plan: Plan) -> Finding:
    n = len(orphans)
    message = _counted(
        n,
        say("a report names the unit '{unit}', which is no longer listed", unit=unit),
        say("{n} reports name the unit '{unit}', which is no longer listed", n=n, unit=unit),
    )
    last = max(orphan.stored.event.on for orphan in orphans)
    left = min(last, last.max - timedelta(1)) + timedelta(1)
    named = list(chain.from_iterable(_tasks(_place(orphan), plan) for orphan in orphans))
    where = _table_of_units(named, plan)
    if where is not None:
        fix = say("keep its row and give it  left: {day}  : it counts until then", day=left)
        return Finding(LOST_RULE, where, message, fix)
    fix = say("keep it here and give it  left: {day}  : it counts until then", day=left)
    return Finding(LOST_RULE, _owners_in(orphans[0].stored.plan_file, plan), message, fix)


def _owners_in(file: str, plan: Plan) -> Span:
    """Where a plan file lists its owners: the key, or the last owner of one that is included."""
    if file != plan.path:
        listed = [each.where.span for each in plan.owners.values() if each.where.span.path == file]
        if listed:
            return max(listed, key=lambda span: span.line)
    return plan.where.at_key("owners") if "owners" in plan.where.keys else plan.where.span


def _tasks(place: Place, plan: Plan) -> Iterator[Task]:
    for index in tasks_by_place(plan).get(place, ()):
        yield plan.tasks[index]


def _table_of_units(tasks: Iterable[Task], plan: Plan) -> Span | None:
    """The last row of the table that lists the units of these tasks; None if a plan lists them."""
    for task in tasks:
        for unit in reversed(task.units or ()):
            where = plan.owners[unit].where.span
            if where.path not in {plan.path, task.where.span.path}:
                return where
    return None


def _unfit(place: Place, events: Sequence[Event], plan: Plan) -> Iterator[Finding]:
    """What a task is told that it has no room for: a unit, the lack of one, a day of its own."""
    for task in list(_tasks(place, plan))[:1]:
        strangers = [e for e in events if e.unit is not None and not _is_of(e.unit, task, plan)]
        nobodys = [e for e in events if e.unit is None and task.units is not None]
        days = [e for e in events if e not in strangers and e not in nobodys]
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
            yield Finding(LOST_RULE, id_of(task, plan), said, fix)


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


def _lost_items(place: Place, events: Sequence[Event], plan: Plan) -> Iterator[Finding]:
    """A finding for every item that was ticked once and is no longer on the checklist."""
    for task in list(_tasks(place, plan))[:1]:
        texts = [item.text for item in task.checklist]
        for name in sorted({str(event.item) for event in events}):
            n = sum(event.item == name for event in events)
            message = _counted(
                n,
                say("a report names the item '{item}', which is no longer on the checklist",
                    item=name),
                say("{n} reports name the item '{item}', which is no longer on the checklist",
                    n=n, item=name),
            )  # fmt: skip
            near = did_you_mean(name, texts)
            fix = (
                say("put it back, or tick what took its place")
                if near is None
                else say("renamed to '{near}'? tick that again", near=near)
            )
            yield Finding(LOST_RULE, task.at("checklist"), message, fix)


def _is_of(unit: str, task: Task, plan: Plan) -> bool:
    return any(unit == each or unit in plan.owners[each].was for each in task.units or ())


def _not_its_units(task: Task, events: Sequence[Event]) -> Finding:
    units = sorted({str(event.unit) for event in events})
    named = ", ".join(units[:_NAMED]) + (", …" if len(units) > _NAMED else "")
    said = say(
        "{n} of its reports are of others than its units: {units}", n=len(events), units=named
    )
    fix = say("let  each:  name them again; who no longer takes part has  left: DATE")
    return Finding(LOST_RULE, task.at("each"), said, fix)
