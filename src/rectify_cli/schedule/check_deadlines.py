"""`deadline-missed`: a scheduled finish after the written deadline, with the chain that sets it."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from rectify_cli.foundation.finding import MAX_RELATED, Finding, Related, say
from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import FixedDate
from rectify_cli.schedule.chain import chain_behind, leaves_of
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.passes import Passes
from rectify_cli.schedule.wording import day_words, workdays_words

_CHAIN = 30
"""So many tasks of a chain are shown: the last ones before the deadline."""


class _Miss(Struct):
    place: Span
    name: str
    deadline: date
    late: int
    last: Timing


def misses_deadline(passes: Passes) -> bool:
    """Whether any task, summary or phase outside recurrences, or the plan, ends too late."""
    of, of_plan = passes.deadlines, passes.deadlines.of_plan
    leaves = zip(of.of_node, passes.dates.last, strict=True)
    if any(day is not None and last > day for day, last in leaves):
        return True
    outer = {task: day for task, day in enumerate(of.of_outer) if day is not None}
    if not outer and of_plan is None:
        return False
    spans = passes.spans.of_task
    return any(
        span is not None
        and ((of_plan is not None and span[1] > of_plan) or span[1] > outer.get(task, span[1]))
        for task, span in enumerate(spans)
    )


def check_deadlines(passes: Passes, schedule: Schedule) -> list[Finding]:
    """A finding at each deadline that is missed; of a fan-out's units the latest one speaks.

    A deadline around a task is silent where the task's own, no later one, has told the same.
    """
    worst: dict[Span, _Miss] = {}
    told: dict[int, date] = {}
    for miss in (*_of_timings(schedule), *_of_plan(passes, schedule)):
        if told.get(miss.last.index, date.max) <= miss.deadline:
            continue
        told[miss.last.index] = miss.deadline
        known = worst.get(miss.place)
        if known is None or miss.late > known.late:
            worst[miss.place] = miss
    told_of: dict[int, Related] = {}
    found: list[Finding] = []
    left = MAX_RELATED
    for miss in worst.values():
        chain = _chain(schedule, miss.last, told_of) if left > 0 else ()
        left -= len(chain)
        found.append(_finding(miss, chain))
    return found


def _of_timings(schedule: Schedule) -> Iterator[_Miss]:
    for timing in schedule.timings:
        deadline = timing.deadline
        if deadline is None or timing.finish <= deadline or timing.occurrences is not None:
            continue
        task = schedule.task_of(timing)
        place = task.at("deadline")
        unit = timing.units[0] if timing.units else None
        override = task.overrides.get(unit) if unit is not None else None
        if override is not None and override.deadline is not None:
            place = override.where.at("deadline")
        name = task.path if override is None else f"{task.path} of {unit}"
        last = _last_leaf(schedule, timing, deadline) if timing.summary else timing
        if last is not None:
            yield _Miss(place, name, deadline, _late(timing, last.finish, deadline), last)


def _of_plan(passes: Passes, schedule: Schedule) -> Iterator[_Miss]:
    deadline, finish = schedule.deadline, schedule.finish
    if deadline is None or finish is None or finish <= deadline:
        return
    plan = schedule.plan
    leaves = [t for t in schedule.timings if not t.summary and t.occurrences is None]
    last = next(timing for timing in leaves if timing.finish == finish)
    calendar = passes.network.calendar
    late = calendar.position(finish.toordinal() + 1) - calendar.position(deadline.toordinal() + 1)
    yield _Miss(plan.where.at("deadline"), "the plan", deadline, late, last)


def _last_leaf(schedule: Schedule, timing: Timing, deadline: date) -> Timing | None:
    """The leaf of a summary that ends last after its deadline.

    A date that is written after the deadline is `outside-phase`, which says it better.
    """
    late = [
        leaf
        for leaf in leaves_of(schedule, timing.task)
        if leaf.finish > deadline and not _written_after(schedule, leaf, deadline)
    ]
    return max(late, key=lambda each: (each.finish, -each.index), default=None)


def _written_after(schedule: Schedule, leaf: Timing, deadline: date) -> bool:
    task = schedule.task_of(leaf)
    override = task.overrides.get(leaf.units[0]) if leaf.units else None
    dates = task.dates if override is None or override.dates is None else override.dates
    return any(
        isinstance(rule, FixedDate) and rule.day > deadline
        for rule in (dates.on, dates.start, dates.finish)
    )


def _late(timing: Timing, finish: date, deadline: date) -> int:
    position = timing.calendar.position
    return position(finish.toordinal() + 1) - position(deadline.toordinal() + 1)


def _chain(schedule: Schedule, last: Timing, told_of: dict[int, Related]) -> tuple[Related, ...]:
    shown = list(islice(chain_behind(schedule, last), _CHAIN))
    related = []
    for timing, _ in reversed(shown):
        # Chains run together: what is said of a task is said in one object.
        if timing.index not in told_of:
            told_of[timing.index] = _link_of_chain(schedule, timing)
        related.append(told_of[timing.index])
    return tuple(related)


def _finding(miss: _Miss, chain: tuple[Related, ...]) -> Finding:
    finish = miss.last.finish
    return Finding(
        "deadline-missed",
        miss.place,
        say(
            "{name} ends {day}, {late} after its deadline",
            name=miss.name,
            day=day_words(finish),
            late=workdays_words(miss.late),
        ),
        fix=say(
            "take {late} out of the chain that sets it, or agree a deadline of {day}",
            late=workdays_words(miss.late),
            day=finish.isoformat(),
        ),
        related=chain,
    )


def _link_of_chain(schedule: Schedule, timing: Timing) -> Related:
    task = schedule.task_of(timing)
    return Related(
        task.where.span,
        say(
            "{name} {length}d {start} to {finish}",
            name=task.path,
            length=timing.duration,
            start=timing.start.isoformat(),
            finish=timing.finish.isoformat(),
        ),
    )
