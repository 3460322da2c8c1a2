"""`overload`: more is needed of an owner on a day than its capacity."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import lcm

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.schedule.check_double_booked import Twice
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.occupied import Stretch, stretches
from rectify_cli.schedule.overloads import Over, Use, overloads
from rectify_cli.schedule.wording import day_words

MAX_DAYS_NEEDED = 300_000_000
"""On so many days in all, use by use, it is looked at who needs a place or somebody."""


class _Need(Struct):
    """How much of an owner a task needs on each of the days of one of its timings."""

    task: Task
    amount: Fraction
    days: Sequence[Stretch]


def check_overload(schedule: Schedule, twice: Twice) -> Iterator[Finding]:
    """A finding at each use that exceeds a capacity.

    A day is left out on which `twice` told it, and nobody needs the owner at no certain time.
    """
    told: set[Span] = set()
    needed, beyond = _needs(schedule)
    if beyond is not None:
        yield _too_many_days(beyond)
    for name, needs in sorted(needed.items()):
        capacity = schedule.plan.owners[name].capacity
        if capacity is None or sum(need.amount for need in needs) <= capacity:
            continue
        # Whole numbers are added up by the thousand; a capacity may be written in thousandths.
        scale = lcm(capacity.denominator, *{need.amount.denominator for need in needs})
        uses = [
            Use(need.task.index, need.task.time, int(need.amount * scale), need.days)
            for need in needs
        ]
        for over in overloads(uses, int(capacity * scale), twice.of(name)):
            finding = _overload(schedule.plan, name, over, Fraction(over.total, scale))
            if finding.span not in told:
                told.add(finding.span)
                yield finding


def _needs(schedule: Schedule) -> tuple[dict[str, list[_Need]], Task | None]:
    """Who needs whom, and the first task that is no longer looked at."""
    found: dict[str, list[_Need]] = defaultdict(list)
    left = MAX_DAYS_NEEDED
    for timing in schedule.timings:
        task = schedule.task_of(timing)
        amounts = {} if timing.summary else _amounts(task, schedule.plan)
        if amounts:
            days = stretches(timing)
            left -= len(amounts) * sum([last - first + 1 for _, first, last in days])
            if left < 0:
                return found, task
            units = 1 if timing.units is None else len(timing.units)
            for name, amount in amounts.items():
                found[name].append(_Need(task, amount * units, days))
    return found, None


def _too_many_days(task: Task) -> Finding:
    message = say(
        "places and people are needed on more than {most} days in all: from here on nobody is "
        "told which are needed too often",
        most=MAX_DAYS_NEEDED,
    )
    fix = say("shorten the tasks that use them, or leave out what they use")
    return Finding("too-large", task.where.span, message, fix)


def _amounts(task: Task, plan: Plan) -> Mapping[str, Fraction]:
    """How much one unit of a task uses of whom; of a place it is in, 1 if it does not say."""
    if task.place is None or task.place not in plan.owners or task.place in task.uses:
        return task.uses
    return {**task.uses, task.place: Fraction(1)}


def _overload(plan: Plan, name: str, over: Over, total: Fraction) -> Finding:
    last = plan.tasks[over.last]
    place = last.at_entry("uses", name) if name in last.uses else last.at("place")
    owner = plan.owners[name]
    return Finding(
        "overload",
        place,
        say(
            "{who} is needed {total} times on {day}, by {tasks}; the capacity is {capacity}",
            who=owner.title,
            total=total,
            day=day_words(date.fromordinal(over.day)),
            tasks=", ".join(plan.tasks[index].path for index in over.first),
            capacity=owner.capacity,
        ),
        fix=say("move one of them, use less, or raise the capacity"),
    )
