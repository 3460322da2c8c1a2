"""Laws of calendars: whatever the layers, numbering and shifting agree with counting by hand."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rectify_cli.plan.model import CalendarSpec, DayLabel, Lag, Overlay
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.count import on_or_after, on_or_before, workdays_between
from rectify_cli.workdays.national import NationalDays
from rectify_cli.workdays.shift import shift
from tests.workdays.specs import scalar

FIRST, LAST = date(2019, 12, 1), date(2024, 3, 31)
_HERE = scalar("here")

days = st.dates(FIRST, LAST)


@st.composite
def day_labels(draw: st.DrawFn) -> DayLabel:
    first = draw(days)
    return DayLabel(first, first + timedelta(days=draw(st.integers(0, 40))), "", _HERE)


some_labels = st.lists(day_labels(), max_size=4).map(tuple)
overlays = st.lists(st.builds(Overlay, some_labels, some_labels), max_size=3).map(tuple)
weeks = st.frozensets(st.integers(0, 6), min_size=1)
specs = st.builds(
    lambda week, layers: CalendarSpec(week, None, None, None, layers), weeks, overlays
)
named = st.dictionaries(days, st.just("x"), max_size=20)


@st.composite
def nations(draw: st.DrawFn) -> NationalDays:
    worked = draw(named)
    off = {day: label for day, label in draw(named).items() if day not in worked}
    return NationalDays(off, worked, "a book", frozenset())


calendars = st.builds(
    lambda spec, anchor, nation: Calendar(spec, anchor, nation.of_year), specs, days, nations()
)
indices = st.integers(-1500, 1500)
# With one workday a week these still lie in the years 1 to 9999.
far_indices = st.integers(-100_000, 400_000)


def works(spec: CalendarSpec, nation: NationalDays, day: date) -> bool:
    """The contract's sentence, read out: the later wins, week < country < days_off < workdays."""
    result = day.weekday() in spec.week
    if day in nation.days_off:
        result = False
    if day in nation.workdays:
        result = True
    for overlay in spec.overlays:
        for value, labels in ((False, overlay.days_off), (True, overlay.workdays)):
            if any(label.first <= day <= label.last for label in labels):
                result = value
    return result


@given(specs, days, nations(), days)
def test_later_layers_win(
    spec: CalendarSpec, anchor: date, nation: NationalDays, day: date
) -> None:
    calendar = Calendar(spec, anchor, nation.of_year)
    assert calendar.is_workday(day.toordinal()) == works(spec, nation, day)
    assert calendar.reason(day).workday == works(spec, nation, day)


@given(calendars, st.one_of(indices, far_indices))
def test_position_undoes_day(calendar: Calendar, index: int) -> None:
    day = calendar.day(index)
    assert calendar.position(day) == index
    assert calendar.is_workday(day)


@given(calendars, st.one_of(days.map(date.toordinal), st.integers(1, date.max.toordinal())))
def test_position_counts_and_never_falls(calendar: Calendar, ordinal: int) -> None:
    step = calendar.position(ordinal + 1) - calendar.position(ordinal)
    assert step == calendar.is_workday(ordinal)


@given(calendars, days)
def test_the_day_of_a_position_is_the_next_workday(calendar: Calendar, day: date) -> None:
    found = calendar.day(calendar.position(day.toordinal()))
    assert found >= day.toordinal()
    assert not any(calendar.is_workday(each) for each in range(day.toordinal(), found))


@given(specs, days, nations())
def test_the_anchors_position_is_0(spec: CalendarSpec, anchor: date, nation: NationalDays) -> None:
    assert Calendar(spec, anchor, nation.of_year).position(anchor.toordinal()) == 0


@given(specs, days, nations(), st.lists(indices, min_size=1, max_size=6), st.randoms())
def test_growth_changes_no_answer(
    spec: CalendarSpec,
    anchor: date,
    nation: NationalDays,
    asked: list[int],
    random: Random,
) -> None:
    straight = Calendar(spec, anchor, nation.of_year)
    wanted = {index: straight.day(index) for index in asked}
    random.shuffle(asked)
    other = Calendar(spec, anchor, nation.of_year)
    assert {index: other.day(index) for index in asked} == wanted
    fresh = Calendar(spec, anchor, nation.of_year)
    assert {day: fresh.position(day) for day in wanted.values()} == {
        day: index for index, day in wanted.items()
    }


@given(calendars, days, st.integers(-300, 300))
def test_a_shift_lands_on_the_nth_workday(calendar: Calendar, day: date, count: int) -> None:
    start = day.toordinal()
    end = shift(calendar, start, Lag(count))
    if count > 0:
        assert end > start
        passed = workdays_between(calendar, day + timedelta(days=1), date.fromordinal(end))
    else:
        assert end <= start
        passed = workdays_between(calendar, date.fromordinal(end), day - timedelta(days=1))
    assert passed == abs(count)
    assert count == 0 or calendar.is_workday(end)


@given(calendars, days, st.integers(0, 200), st.integers(0, 200))
def test_shifts_of_one_sign_add_up(calendar: Calendar, day: date, one: int, other: int) -> None:
    start = day.toordinal()
    for sign in (1, -1):
        halfway = shift(calendar, start, Lag(sign * one))
        there = shift(calendar, halfway, Lag(sign * other))
        assert there == shift(calendar, start, Lag(sign * (one + other)))


@given(calendars, days, st.integers(1, 200))
def test_a_shift_from_a_workday_and_back_stays(calendar: Calendar, day: date, count: int) -> None:
    start = calendar.day(calendar.position(day.toordinal()))
    assert shift(calendar, shift(calendar, start, Lag(count)), Lag(-count)) == start


@given(calendars, days, days, st.integers(-60, 60))
def test_a_shift_keeps_the_order_of_days(
    calendar: Calendar, one: date, other: date, count: int
) -> None:
    first, second = sorted((one.toordinal(), other.toordinal()))
    assert shift(calendar, first, Lag(count)) <= shift(calendar, second, Lag(count))


@given(calendars, days)
def test_the_nearest_workdays_enclose_a_day(calendar: Calendar, day: date) -> None:
    before, after = on_or_before(calendar, day), on_or_after(calendar, day)
    assert before <= day <= after
    assert workdays_between(calendar, before, after) == (1 if before == after else 2)


@given(specs, days, st.integers(-200, 200))
@settings(max_examples=50)
def test_moving_a_plain_calendar_by_weeks_moves_its_workdays(
    spec: CalendarSpec, anchor: date, weeks_on: int
) -> None:
    plain = CalendarSpec(spec.week, None, None, None, ())
    there = anchor + timedelta(weeks=weeks_on)
    for index in (-7, 0, 9):
        moved = Calendar(plain, there).day(index)
        assert moved - Calendar(plain, anchor).day(index) == 7 * weeks_on
