"""Laws of what exceeds a capacity: summed up for all days at once, it is as found day by day."""

from collections.abc import Iterator, Sequence
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rectify_cli.plan.model import CalendarSpec, TimeRange
from rectify_cli.schedule import overloads as of_overloads
from rectify_cli.schedule.check_double_booked import end_of
from rectify_cli.schedule.overloads import NAMED, Over, Use, overloads
from rectify_cli.schedule.sums import above, minus, plus, sum_at, summed
from rectify_cli.workdays.calendar import Calendar

_DAY = date(2021, 3, 1).toordinal()
_DAYS = 90


def _calendar(week: frozenset[int]) -> Calendar:
    return Calendar(CalendarSpec(week, None, None, None, ()), date.fromordinal(_DAY))


_CALENDARS = (None, *map(_calendar, (frozenset(range(5)), frozenset({5, 6}), frozenset({0, 3, 6}))))

minutes = st.sampled_from([0, 1, 9 * 60, 9 * 60 + 30, 10 * 60, 1438])
lengths = st.sampled_from([None, 1, 30, 60])


@st.composite
def ranges(draw: st.DrawFn) -> TimeRange:
    begin, length = draw(minutes), draw(lengths)
    end = None if length is None else min(begin + length, 1439)
    return TimeRange(_time(begin), None if end is None else _time(end))


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[Calendar | None, int, int]:
    first = _DAY + draw(st.integers(0, _DAYS - 1))
    last = draw(st.integers(first, _DAY + _DAYS))
    return draw(st.sampled_from(_CALENDARS)), first, last


@st.composite
def tasks(draw: st.DrawFn, task: int) -> list[Use]:
    """The uses of one task, whose timings have a time in common."""
    at = draw(st.none() | ranges())
    amounts = st.integers(0, 5)
    timings = st.lists(stretches(), min_size=1, max_size=3)
    return [Use(task, at, draw(amounts), [each]) for each in draw(timings)]


@st.composite
def plans(draw: st.DrawFn) -> list[Use]:
    count = draw(st.integers(1, 12))
    return [use for task in range(count) for use in draw(tasks(task))]


def _works(use: Use, day: int) -> bool:
    ((calendar, first, last),) = use.days
    return first <= day <= last and (calendar is None or calendar.is_workday(day))


def _day_by_day(uses: Sequence[Use], capacity: int, twice: frozenset[int]) -> Iterator[Over]:
    """The contract's sentence, read out for every day."""
    told: set[int] = set()
    for day in range(_DAY, _DAY + _DAYS + 1):
        there = [use for use in uses if _works(use, day)]
        if all(use.time is not None for use in there):
            there = [] if day in twice else _at_first_hour(there, capacity)
        total = sum(use.amount for use in there)
        named = sorted({use.task for use in there})
        if total > capacity and named[-1] not in told:
            told.add(named[-1])
            yield Over(day, total, tuple(named[:NAMED]), named[-1])


def _at_first_hour(uses: Sequence[Use], capacity: int) -> list[Use]:
    times = [(use, use.time) for use in uses if use.time is not None]
    for minute in sorted(at.begin for _, at in times):
        there = [use for use, at in times if at.begin <= minute <= end_of(at)]
        if sum(use.amount for use in there) > capacity:
            return there
    return []


@pytest.mark.parametrize("span", [7, 64, 16_384])
def test_the_overloads_are_those_of_every_day(monkeypatch: pytest.MonkeyPatch, span: int) -> None:
    monkeypatch.setattr(of_overloads, "_SPAN", span)

    @given(plans(), st.integers(0, 12), st.frozensets(st.integers(_DAY, _DAY + _DAYS)))
    @settings(max_examples=150)
    def holds(uses: list[Use], capacity: int, twice: frozenset[int]) -> None:
        def are_twice(first: int, last: int) -> int:
            return sum(1 << (day - first) for day in twice if first <= day <= last)

        found = list(overloads(uses, capacity, are_twice))
        assert found == list(_day_by_day(uses, capacity, twice))

    holds()


parts = st.lists(st.tuples(st.integers(0, 255), st.integers(0, 40)), max_size=12)


def _sum(parts: list[tuple[int, int]], day: int) -> int:
    return sum(amount for days, amount in parts if days >> day & 1)


@given(parts, parts, st.integers(0, 200))
def test_sums_of_all_days_are_those_of_each(
    some: list[tuple[int, int]], more: list[tuple[int, int]], bound: int
) -> None:
    one, both = summed(some), plus(summed(some), summed(more))
    for day in range(8):
        assert sum_at(one, day) == _sum(some, day)
        assert sum_at(both, day) == _sum(some, day) + _sum(more, day)
        assert sum_at(minus(both, one), day) == _sum(more, day)
        assert above(both, bound) >> day & 1 == (_sum(some, day) + _sum(more, day) > bound)
