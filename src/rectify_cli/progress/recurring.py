"""The occurrences of a repeating task, each with who did it: k of N for every date."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.completion import done_on
from rectify_cli.progress.events import Event
from rectify_cli.progress.fold import fold
from rectify_cli.progress.status import NOTHING_SAID, Facts, OccurrenceStatus
from rectify_cli.schedule.model import Timing

_Subject = tuple[int, str | None, date | None]


def occurrences_of(
    plan: Plan,
    task: Task,
    timings: tuple[Timing, ...],
    said: Mapping[_Subject, tuple[Event, ...]],
    as_of: date,
) -> tuple[OccurrenceStatus, ...]:
    """Every occurrence, in the order of the nominal dates; a unit takes part from its joining on.

    A report that names no occurrence is of the latest one on or before its day.
    """
    units_on: dict[date, list[str]] = {}
    day_of: dict[date, date] = {}
    for timing in timings:
        for each in timing.occurrences or ():
            day_of.setdefault(each.nominal, each.day)
            units_on.setdefault(each.nominal, []).extend(timing.units or ())
    nominals = sorted(day_of)
    events = _by_occurrence(said, nominals)
    told = {nominal for _, nominal in events}
    gone = frozenset(unit for unit in task.units or () if has_left(plan, unit, as_of))
    found: list[OccurrenceStatus] = []
    for nominal in nominals:
        who: list[str | None] = _in_order(task, units_on[nominal])
        if nominal not in told:  # most of those to come: nothing is to be folded
            names = tuple(unit for unit in who if unit is not None and unit not in gone)
            total = len(who) if task.units is None else len(names)
            nothing = dict.fromkeys(who, NOTHING_SAID)
            found.append(OccurrenceStatus(nominal, day_of[nominal], 0, total, names, nothing))
            continue
        facts = {unit: _fold(events.get((unit, nominal), ()), as_of) for unit in who}
        done = sum(done_on(task, each) is not None and each.drop is None for each in facts.values())
        missing = tuple(
            unit
            for unit, each in facts.items()
            if done_on(task, each) is None and each.drop is None and unit not in gone
        )
        names = tuple(unit for unit in missing if unit is not None)
        total = done + len(missing)
        found.append(OccurrenceStatus(nominal, day_of[nominal], done, total, names, facts))
    return tuple(found)


def _by_occurrence(
    said: Mapping[_Subject, tuple[Event, ...]], nominals: list[date]
) -> dict[tuple[str | None, date], tuple[Event, ...]]:
    found: dict[tuple[str | None, date], tuple[Event, ...]] = {}
    for (_, unit, occurrence), events in said.items():
        for event in events:
            named = occurrence
            if named is None and event.kind in {"start", "done", "progress", "item", "reopen"}:
                place = bisect_right(nominals, event.on)
                named = nominals[place - 1] if place else None
            if named is not None:
                found[unit, named] = (*found.get((unit, named), ()), event)
    return found


def _fold(events: tuple[Event, ...], as_of: date) -> Facts:
    return fold(events, as_of) if events else NOTHING_SAID


def _in_order(task: Task, units: list[str]) -> list[str | None]:
    if task.units is None:
        return [None]
    taking_part = frozenset(units)
    return [unit for unit in task.units if unit in taking_part]


def has_left(plan: Plan, unit: str, as_of: date) -> bool:
    """Whether a unit was one of the plan's for the last time before a day."""
    left = plan.owners[unit].left
    return left is not None and left < as_of
