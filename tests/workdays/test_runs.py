"""Runs of an overlay: sorted, none over another, and on each day what the overlay says of it."""

from datetime import date, timedelta
from itertools import combinations, pairwise, product

from rectify_cli.plan.model import DayLabel, Overlay
from rectify_cli.workdays.runs import runs_of
from tests.workdays.specs import scalar

_DAYS = [date(2021, 3, 1) + timedelta(each) for each in range(5)]
_WHERE = scalar("2021-03-01")
# A range that ends before it begins names no day.
_LABELS = [
    DayLabel(first, last, "", _WHERE)
    for first, last in product(_DAYS, _DAYS)
    if last >= first or (first, last) == (_DAYS[2], _DAYS[0])
]
_SETS = [(), *((each,) for each in _LABELS), *combinations(_LABELS, 2)]


def _says(labels: tuple[DayLabel, ...], day: date) -> bool:
    return any(label.first <= day <= label.last for label in labels)


def test_of_all_overlays_of_five_days() -> None:
    for off, on in product(_SETS, _SETS[::5]):
        for over in (Overlay(off, on), Overlay(on, off)):
            runs = runs_of(over)
            assert all(run.first < run.end for run in runs)
            assert all(one.end <= other.first for one, other in pairwise(runs))
            made = {day: run.workday for run in runs for day in range(run.first, run.end)}
            said = {day: True for day in _DAYS if _says(over.workdays, day)}
            said |= {d: False for d in _DAYS if d not in said and _says(over.days_off, d)}
            assert made == {day.toordinal(): workday for day, workday in said.items()}
