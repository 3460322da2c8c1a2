"""Laws of a calendar that is painted over another: it answers as one that is laid out in full."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rectify_cli.plan.model import CalendarSpec, Overlay
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.national import NationalDays
from rectify_cli.workdays.painted import Painted
from rectify_cli.workdays.runs import runs_of
from tests.laws.test_workdays import day_labels, days, far_indices, indices, nations, overlays

# With no workday at all, too: then only what is painted is one.
weeks = st.frozensets(st.integers(0, 6))
labels = st.lists(day_labels(), max_size=6).map(tuple)
last = st.builds(Overlay, labels, labels)
ordinals = st.one_of(days.map(date.toordinal), st.integers(1, date.max.toordinal()))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Calendar, Calendar]:
    """The same calendar laid out, and painted over the one below its last overlay."""
    below = draw(overlays)
    over = draw(last)
    week, anchor, nation = draw(weeks), draw(days), draw(nations())
    spec = CalendarSpec(week, None, None, None, (*below, over))

    def of_year(year: int) -> NationalDays:
        # Some years are not announced.
        missing = frozenset({year}) if year % 3 == 0 else frozenset[int]()
        return nation.of_year(year)._replace(unpublished=missing)

    ground = Calendar(CalendarSpec(week, None, None, None, below), anchor, of_year)
    return (
        Calendar(spec, anchor, of_year),
        Painted(spec, anchor, of_year, ground, runs_of(over)),
    )


def day_of(calendar: Calendar, index: int) -> int | None:
    try:
        return calendar.day(index)
    except OutOfCalendar:
        return None


@given(pairs(), st.lists(st.one_of(indices, far_indices), min_size=1, max_size=4))
@settings(max_examples=200)
def test_it_has_the_same_days(pair: tuple[Calendar, Calendar], asked: list[int]) -> None:
    full, painted = pair
    for index in asked:
        assert day_of(painted, index) == day_of(full, index)
        assert painted.unpublished == full.unpublished


@given(pairs(), st.lists(ordinals, min_size=1, max_size=6))
@settings(max_examples=200)
def test_it_has_the_same_positions(pair: tuple[Calendar, Calendar], asked: list[int]) -> None:
    full, painted = pair
    for ordinal in asked:
        assert painted.position(ordinal) == full.position(ordinal)
        assert painted.is_workday(ordinal) == full.is_workday(ordinal)
        assert painted.unpublished == full.unpublished


@given(pairs(), days, st.integers(0, 800))
def test_it_has_the_same_flags_and_bits(
    pair: tuple[Calendar, Calendar], first: date, more: int
) -> None:
    full, painted = pair
    begin = first.toordinal()
    flags = full.flags(begin, begin + more)
    assert painted.flags(begin, begin + more) == flags
    bits = sum(flag << day for day, flag in enumerate(flags))
    assert painted.bits(begin, begin + more) == full.bits(begin, begin + more) == bits
    assert painted.reason(first) == full.reason(first)
    assert painted.unpublished == full.unpublished


@given(last, days)
def test_runs_are_sorted_apart_and_say_what_the_overlay_says(over: Overlay, day: date) -> None:
    runs = runs_of(over)
    assert all(run.first < run.end for run in runs)
    assert all(one.end <= other.first for one, other in pairwise(runs))
    said = [run.workday for run in runs if run.first <= day.toordinal() < run.end]
    on = any(label.first <= day <= label.last for label in over.workdays)
    off = any(label.first <= day <= label.last for label in over.days_off)
    assert said == ([on] if on or off else [])


@given(st.lists(last, min_size=40, max_size=50), days, days)
@settings(max_examples=20)
def test_of_many_calendars_the_later_ones_are_painted_and_the_same(
    overs: list[Overlay], anchor: date, day: date
) -> None:
    week = frozenset({0, 2, 3})
    calendars = Calendars(anchor, lambda *_: NationalDays({}, {}, ""))
    for over in overs:
        spec = CalendarSpec(week, None, None, None, (over,))
        alone = Calendar(spec, anchor)
        assert calendars.of(spec).position(day.toordinal()) == alone.position(day.toordinal())
    assert not calendars.is_cut_short
