"""Days off and extra workdays as runs: sorted, none over another, each with what it makes of a day.

What is written may overlap and repeat itself by the thousand; every calendar that looks at it day
by day looks at these.
"""

from collections.abc import Iterable

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import DayLabel, Overlay


class Run(Struct):
    """Days in a row, as ordinals, `end` exclusive, and whether work is done on them."""

    first: int
    end: int
    workday: bool


def runs_of(overlay: Overlay) -> tuple[Run, ...]:
    """What an overlay makes of which days: its workdays go over its days off."""
    on = _merged(overlay.workdays)
    off = _merged(overlay.days_off)
    runs = [Run(first, end, workday=True) for first, end in on]
    runs += [Run(first, end, workday=False) for first, end in _without(off, on)]
    return tuple(sorted(runs))


def _merged(labels: Iterable[DayLabel]) -> list[tuple[int, int]]:
    """The days of all labels as stretches, none touching another."""
    stretches: list[tuple[int, int]] = []
    spans = sorted((label.first.toordinal(), label.last.toordinal() + 1) for label in labels)
    for first, end in spans:
        if end <= first:
            continue
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = stretches[-1][0], max(end, stretches[-1][1])
        else:
            stretches.append((first, end))
    return stretches


def _without(stretches: list[tuple[int, int]], cut: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches without the days of `cut`; both are sorted."""
    left: list[tuple[int, int]] = []
    at = 0
    for first, end in stretches:
        while at < len(cut) and cut[at][1] <= first:
            at += 1
        begin, inner = first, at
        while inner < len(cut) and cut[inner][0] < end:
            if begin < cut[inner][0]:
                left.append((begin, cut[inner][0]))
            begin = max(begin, cut[inner][1])
            inner += 1
        if begin < end:
            left.append((begin, end))
    return left
