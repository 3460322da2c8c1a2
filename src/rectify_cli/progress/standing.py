"""How far each leaf of a plan is, by its reports alone: no dates of others, no lamps.

The first step of `assess`: every task that is no summary, with its units or its occurrences.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import TypeVar

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.completion import FOR_ALL_UNITS, ZERO, done_on, share_of
from rectify_cli.progress.events import Event
from rectify_cli.progress.fold import fold
from rectify_cli.progress.ledger import Ledger, Subject
from rectify_cli.progress.recurring import has_left, occurrences_of
from rectify_cli.progress.status import NOTHING_SAID, Facts, OccurrenceStatus
from rectify_cli.schedule.model import Schedule, Timing

T = TypeVar("T")


class Standing(Struct):
    """How far a leaf is on the evening of a day.

    `facts` are the task's own; of a fan-out those that were said of it as a whole. `units` are the
    facts of its units, of `counting` those that are of the N. `done_on` is the day since which it
    is done, `reported` that enough was reported but not all accepted. `begun_on` is the first day
    of work, by anybody. `heard`: somebody said anything of it at all. `measured`: a percent, a
    count or an item was reported of it, `measured_on` when.
    """

    task: Task
    timings: tuple[Timing, ...]
    facts: Facts
    units: Mapping[str, Facts]
    counting: tuple[str, ...]
    occurrences: tuple[OccurrenceStatus, ...]
    dropped: bool
    done_on: date | None
    reported: bool
    share: Fraction
    done: int
    total: int
    missing: tuple[str, ...]
    begun_on: date | None
    heard: bool
    last_word: date | None
    measured: bool

    @property
    def is_done(self) -> bool:
        """Whether it is done, and accepted where that is asked for."""
        return self.done_on is not None

    @property
    def needed(self) -> int:
        """How many of its units make a fan-out done."""
        return ceil(self.task.complete_at * len(self.counting))


class _Evening(Struct):
    """When a plan is looked at; `members`: the units that are of the N while they are silent."""

    plan: Plan
    as_of: date
    members: Container[str]


def standings(schedule: Schedule, ledger: Ledger, as_of: date) -> dict[int, Standing]:
    """The standing of every leaf, by the task's index."""
    plan = schedule.plan
    by_task: dict[int, dict[Subject, tuple[Event, ...]]] = {}
    for subject, events in ledger.said.items():
        by_task.setdefault(subject[0], {})[subject] = events
    members = frozenset(unit for unit in plan.owners if _is_member(plan, unit, as_of))
    evening = _Evening(plan, as_of, members)
    found: dict[int, Standing] = {}
    for task in plan.tasks:
        if task.kind != "task":
            continue
        said = by_task.get(task.index, {})
        timings = schedule.by_task[task.index]
        if task.repeat is not None:
            found[task.index] = _recurring(plan, task, timings, said, as_of)
        elif task.units is not None:
            found[task.index] = _fan_out(evening, task, timings, said)
        else:
            found[task.index] = _plain(task, timings, said, as_of)
    return found


def _plain(
    task: Task, timings: tuple[Timing, ...], said: Mapping[Subject, tuple[Event, ...]], as_of: date
) -> Standing:
    target = None if task.target is None else task.target.count
    facts = fold(said.get((task.index, None, None), ()), as_of, target)
    done = done_on(task, facts)
    counted = task.target is not None and facts.count is not None
    return Standing(
        task=task,
        timings=timings,
        facts=facts,
        units=MappingProxyType({}),
        counting=(),
        occurrences=(),
        dropped=facts.drop is not None,
        done_on=done,
        reported=facts.complete_on is not None and done is None,
        share=share_of(task, facts),
        done=(facts.count or 0) if task.target is not None else int(done is not None),
        total=1 if task.target is None else task.target.count,
        missing=(),
        begun_on=facts.begun_on,
        heard=facts.last_word is not None,
        last_word=facts.last_word,
        measured=counted or facts.percent is not None or facts.itemised,
    )


def _fan_out(
    evening: _Evening,
    task: Task,
    timings: tuple[Timing, ...],
    said: Mapping[Subject, tuple[Event, ...]],
) -> Standing:
    plan, as_of, members = evening
    whole = said.get((task.index, None, None), ())
    facts = fold(whole, as_of)
    for_all = tuple(event for event in whole if event.kind in FOR_ALL_UNITS)
    target = None if task.target is None else task.target.count
    shared = fold(for_all, as_of) if for_all else NOTHING_SAID
    units: dict[str, Facts] = {}
    for unit in _dated_units(task, timings):
        own = said.get((task.index, unit, None))
        units[unit] = shared if own is None else fold((*own, *for_all), as_of, target)
    counting = tuple(
        [
            unit
            for unit, each in units.items()
            if (unit in members if each is NOTHING_SAID else _counts(plan, task, unit, each, as_of))
        ]
    )
    told = {unit: units[unit] for unit in counting if units[unit] is not NOTHING_SAID}
    done = {unit: day for unit, each in told.items() if (day := done_on(task, each)) is not None}
    days = sorted(done.values())
    missing = tuple([unit for unit in counting if unit not in done])
    complete = sum(each.complete_on is not None for each in told.values())
    needed = ceil(task.complete_at * len(counting))
    enough = days[needed - 1] if 0 < needed <= len(days) else None
    if facts.closed_on is not None:
        enough = facts.closed_on if enough is None else min(enough, facts.closed_on)
    every = [facts, *spoken_of(units)]
    return Standing(
        task=task,
        timings=timings,
        facts=facts,
        units=units,
        counting=counting,
        occurrences=(),
        dropped=facts.drop is not None or _all_gone(plan, units, counting, as_of),
        done_on=enough,
        reported=enough is None and 0 < needed <= complete,
        share=Fraction(len(days), len(counting)) if counting else ZERO,
        done=len(days),
        total=len(counting),
        missing=missing,
        begun_on=min((e.begun_on for e in every if e.begun_on is not None), default=None),
        heard=any(each.last_word is not None for each in every),
        last_word=max((e.last_word for e in every if e.last_word is not None), default=None),
        measured=False,
    )


def _dated_units(task: Task, timings: Iterable[Timing]) -> list[str]:
    """The units that have a part, in the owners' order."""
    dated = {unit for timing in timings for unit in timing.units or ()}
    return [unit for unit in task.units or () if unit in dated]


def _counts(plan: Plan, task: Task, unit: str, facts: Facts, as_of: date) -> bool:
    """Whether a unit is of the N: it has joined, and has not left unless it had done its part."""
    if facts.drop is not None or not _has_joined(plan, unit, as_of):
        return False
    return not has_left(plan, unit, as_of) or done_on(task, facts) is not None


def _is_member(plan: Plan, unit: str, as_of: date) -> bool:
    """Whether a unit of which nothing is said is of the N."""
    return _has_joined(plan, unit, as_of) and not has_left(plan, unit, as_of)


def _has_joined(plan: Plan, unit: str, as_of: date) -> bool:
    joined = plan.owners[unit].joined
    return joined is None or joined <= as_of


def _all_gone(plan: Plan, units: Mapping[str, Facts], counting: Sequence[str], as_of: date) -> bool:
    """Whether nobody is left who could do any of it: each unit was dropped, or has left.

    Then it is dropped, not done: the clock makes nothing done.
    """
    if counting or not units:
        return False
    return all(
        facts.drop is not None or has_left(plan, unit, as_of) for unit, facts in units.items()
    )


def _recurring(
    plan: Plan,
    task: Task,
    timings: tuple[Timing, ...],
    said: Mapping[Subject, tuple[Event, ...]],
    as_of: date,
) -> Standing:
    whole = fold(said.get((task.index, None, None), ()), as_of)
    occurrences = occurrences_of(plan, task, timings, said, as_of)
    every = [whole, *(facts for each in occurrences for facts in spoken_of(each.facts))]
    done, total = sum(e.done for e in occurrences), sum(e.total for e in occurrences)
    open_ones = [each for each in occurrences if not is_over(task, each)]
    since = [day for each in occurrences if (day := _over_since(task, each)) is not None]
    ended = whole.closed_on
    if since and not open_ones:
        ended = max(since) if ended is None else min(ended, max(since))
    due = [each for each in occurrences if each.day <= as_of]
    missing = {unit for each in due for unit in each.missing}
    gone = task.units is not None and all(has_left(plan, unit, as_of) for unit in task.units)
    return Standing(
        task=task,
        timings=timings,
        facts=whole,
        units=MappingProxyType({}),
        counting=(),
        occurrences=occurrences,
        dropped=whole.drop is not None or (gone and bool(occurrences) and not total),
        done_on=ended if occurrences else None,
        reported=False,
        share=Fraction(done, total) if total else ZERO,
        done=done,
        total=total,
        missing=tuple(unit for unit in task.units or () if unit in missing),
        begun_on=min((e.begun_on for e in every if e.begun_on is not None), default=None),
        heard=any(each.last_word is not None for each in every),
        last_word=max((e.last_word for e in every if e.last_word is not None), default=None),
        measured=False,
    )


def spoken_of(facts: Mapping[T, Facts]) -> list[Facts]:
    """The facts of those of whom anything was said: of hundreds of units often but a few."""
    return [each for each in facts.values() if each is not NOTHING_SAID]


def _over_since(task: Task, occurrence: OccurrenceStatus) -> date | None:
    """Since when enough of an occurrence is done, and accepted where that is asked for."""
    every = (done_on(task, facts) for facts in spoken_of(occurrence.facts))
    days = sorted(day for day in every if day is not None)
    needed = ceil(task.complete_at * occurrence.total)
    return days[needed - 1] if 0 < needed <= len(days) else None


def is_over(task: Task, occurrence: OccurrenceStatus) -> bool:
    """Whether nothing is to be done for an occurrence any more."""
    return occurrence.done >= ceil(task.complete_at * occurrence.total)
