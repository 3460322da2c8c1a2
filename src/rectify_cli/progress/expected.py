"""How much should be done by a day (序时进度), and how heavy a task weighs in a roll-up."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from rectify_cli.plan.model import Task
from rectify_cli.progress.completion import ONE, ZERO
from rectify_cli.progress.standing import Standing
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.count import workdays_between


def expected_share(standing: Standing, day: date) -> Fraction:
    """What a leaf's share should be on the evening of a day, from 0 to 1.

    Workdays from the planned start to the day, both counted, of the planned workdays; a milestone
    0 before its day, then 1; a fan-out the mean of its units; a repeating task the occurrences up
    to the day of all.
    """
    if standing.occurrences:
        total = sum(each.total for each in standing.occurrences)
        due = sum(each.total for each in standing.occurrences if each.day <= day)
        return Fraction(due, total) if total else ZERO
    if standing.task.units is None:
        return expected_of_timing(standing.timings[0], day) if standing.timings else ZERO
    counting = frozenset(standing.counting)
    weighed = [
        (expected_of_timing(timing, day), sum(unit in counting for unit in timing.units or ()))
        for timing in standing.timings
    ]
    units = sum(count for _, count in weighed)
    return Fraction(sum(share * count for share, count in weighed), units) if units else ZERO


def expected_of_timing(timing: Timing, day: date) -> Fraction:
    """The same for one timing of a leaf."""
    if day < timing.start:
        return ZERO
    if day >= timing.finish or timing.is_milestone:
        return ONE
    if timing.covers is not None:
        return Fraction(timing.covers.up_to(day), len(timing.covers))
    passed = workdays_between(timing.calendar, timing.start, day)
    return min(ONE, Fraction(passed, timing.duration)) if timing.duration else ONE


def weight_of(task: Task) -> Fraction:
    """What a leaf weighs: as written, else its written duration in workdays, else 1."""
    if task.weight is not None:
        return task.weight
    if task.repeat is not None or task.dates.duration in {None, 0}:
        return ONE
    return Fraction(task.dates.duration or 1)


def weighed(shares: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The mean of shares, each with its weight: Σ weight × share / Σ weight; 0 of nothing."""
    # Few denominators differ: whole numbers are added up over each, and fractions but once.
    totals: dict[int, int] = {}
    weights: dict[int, int] = {}
    for weight, share in shares:
        count, part = weight.numerator, weight.denominator
        both = part * share.denominator
        totals[both] = totals.get(both, 0) + count * share.numerator
        weights[part] = weights.get(part, 0) + count
    whole = _sum(weights)
    return _sum(totals) / whole if whole else ZERO


def _sum(counts: dict[int, int]) -> Fraction:
    """Σ count / denominator, the counts by their denominators."""
    return sum((Fraction(count, under) for under, count in counts.items()), ZERO)
