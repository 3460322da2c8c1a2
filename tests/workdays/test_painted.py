"""A calendar that is painted over another answers as one that is laid out in full, day by day."""

from collections.abc import Callable
from datetime import date

import pytest

from rectify_cli.plan.model import CalendarSpec
from rectify_cli.workdays.calendar import LAST_ORDINAL, Calendar, OutOfCalendar
from rectify_cli.workdays.national import NationalDays
from rectify_cli.workdays.painted import Painted
from rectify_cli.workdays.runs import runs_of
from tests.workdays.specs import day, overlay, spec

# Runs that take days off and give some, apart and side by side, one of them over weeks.
_OVER = overlay(
    off=[
        "2021-03-01..2021-03-05",
        "2021-03-15",
        "2021-03-22..2021-04-20",
        "2021-12-30..2022-01-05",
    ],
    work=["2021-03-06..2021-03-07", "2021-03-16..2021-03-20", "2021-05-01"],
)
_ANCHORS = ("2021-02-10", "2021-03-03", "2021-03-06", "2021-03-08", "2021-04-02", "2022-02-01")
_DAYS = range(day("2020-11-20").toordinal(), day("2022-03-01").toordinal())


def _of_year(year: int) -> NationalDays:
    return NationalDays({}, {}, "", frozenset({year}) if year % 2 else frozenset())


def _pair(anchor: str, of_it: CalendarSpec) -> tuple[Calendar, Painted]:
    """The same calendar laid out, and painted over the one below its last overlay."""
    below = Calendar(of_it._replace(overlays=of_it.overlays[:-1]), day(anchor), _of_year)
    painted = Painted(of_it, day(anchor), _of_year, below, runs_of(of_it.overlays[-1]))
    return Calendar(of_it, day(anchor), _of_year), painted


def _answer(asked: Callable[[int], int], of: int) -> int | None:
    try:
        return asked(of)
    except OutOfCalendar:
        return None


@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
@pytest.mark.parametrize("anchor", _ANCHORS)
def test_positions_and_workdays(anchor: str, step: int) -> None:
    full, painted = _pair(anchor, spec(_OVER))
    for ordinal in _DAYS[::step]:
        assert painted.position(ordinal) == full.position(ordinal)
        assert painted.unpublished == full.unpublished
        assert painted.is_workday(ordinal) == full.is_workday(ordinal)


@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
@pytest.mark.parametrize("week", [range(5), (2,), ()], ids=["most days", "one day", "no day"])
@pytest.mark.parametrize("anchor", _ANCHORS)
def test_the_day_of_every_index(anchor: str, week: range, step: int) -> None:
    full, painted = _pair(anchor, spec(_OVER, week=week))
    for index in range(-80, 200)[::step]:
        assert _answer(painted.day, index) == _answer(full.day, index)
    assert painted.unpublished == full.unpublished


@pytest.mark.parametrize("anchor", _ANCHORS)
def test_the_days_of_every_stretch(anchor: str) -> None:
    full, painted = _pair(anchor, spec(_OVER))
    for first in range(day("2021-02-27").toordinal(), day("2021-04-22").toordinal(), 3):
        for last in (first, first + 1, first + 6, first + 13, first + 300):
            flags = bytes(full.is_workday(each) for each in range(first, last + 1))
            assert painted.flags(first, last) == full.flags(first, last) == flags
            bits = sum(flag << at for at, flag in enumerate(flags))
            assert painted.bits(first, last) == full.bits(first, last) == bits
    assert painted.unpublished == full.unpublished


_FAR = day("2023-05-01").toordinal()


@pytest.mark.parametrize("first", [day("2019-05-01").toordinal(), day("2021-05-01").toordinal()])
@pytest.mark.parametrize(
    "asked",
    [
        lambda calendar, first: calendar.flags(first, _FAR),
        lambda calendar, first: calendar.bits(first, _FAR),
        lambda calendar, first: calendar.is_workday(first),
        lambda calendar, first: _answer(calendar.day, first - day("2021-03-03").toordinal()),
    ],
    ids=["flags", "bits", "is_workday", "day"],
)
def test_the_years_that_are_asked_for_are_known_to_be_unpublished(
    asked: Callable[[Calendar, int], object], first: int
) -> None:
    full, painted = _pair("2021-03-03", spec(_OVER))
    assert asked(painted, first) == asked(full, first)
    assert painted.unpublished == full.unpublished


@pytest.mark.parametrize("index", [-1, 0, 1])
def test_without_a_workday_all_years_were_asked_for_in_vain(index: int) -> None:
    full, painted = _pair("2021-03-03", spec(overlay(off=["2021-03-05"]), week=()))
    assert _answer(painted.day, index) is _answer(full.day, index) is None
    assert painted.unpublished == full.unpublished


@pytest.mark.parametrize("edge", ["1969-12-29", "2199-12-27", "9999-12-22"])
def test_beyond_the_years_that_are_laid_out_only_the_week_counts(edge: str) -> None:
    full, painted = _pair("2021-03-03", spec(_OVER))
    first = day(edge).toordinal()
    for ordinal in range(first, min(first + 10, LAST_ORDINAL) + 1):
        assert painted.position(ordinal) == full.position(ordinal)
        assert full.day(full.position(ordinal)) >= ordinal
    by_week = bytes(date.fromordinal(first + each).weekday() < 5 for each in range(8))
    assert painted.flags(first, first + 7) == full.flags(first, first + 7) == by_week
    bits = sum(flag << at for at, flag in enumerate(by_week))
    assert painted.bits(first, first + 7) == full.bits(first, first + 7) == bits
    assert painted.unpublished == full.unpublished
