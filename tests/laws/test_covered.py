"""Laws of the days of a task that stands on a day off: told by their ends, they are as listed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.plan.model import CalendarSpec
from rectify_cli.schedule.covered import Covered
from rectify_cli.workdays.calendar import Calendar

_SATURDAY = date(2021, 3, 6).toordinal()
_WEEK = Calendar(CalendarSpec(frozenset(range(5)), None, None, None, ()), date(2021, 3, 1))


@st.composite
def covered(draw: st.DrawFn) -> tuple[Covered, list[date]]:
    """Days from a day off on, or up to one, beside the same days as a list."""
    off = _SATURDAY + 7 * draw(st.integers(-9, 9))
    count = draw(st.integers(0, 30))
    if draw(st.booleans()):
        low = _WEEK.position(off)
        days = [off, *(_WEEK.day(low + each) for each in range(count))]
        return Covered(_WEEK, (off,), (low, low + count)), list(map(date.fromordinal, days))
    high = _WEEK.position(off)
    days = [*(_WEEK.day(high - count + each) for each in range(count)), off]
    return Covered(_WEEK, (), (high - count, high), (off,)), list(map(date.fromordinal, days))


@given(covered(), st.integers(-80, 120))
def test_it_answers_as_a_list_of_its_days(pair: tuple[Covered, list[date]], offset: int) -> None:
    found, days = pair
    assert list(found) == days
    assert (len(found), found[-1]) == (len(days), days[-1])
    assert (found.first, found.last) == (days[0].toordinal(), days[-1].toordinal())
    day = date.fromordinal(_SATURDAY + offset)
    assert (day in found) == (day in days)
    assert found.up_to(day) == sum(each <= day for each in days)
    assert {*found.days_off} == {each.toordinal() for each in days if each.weekday() > 4}
    worked = [each.toordinal() for each in days if each.weekday() < 5]
    assert found.workdays == ((worked[0], worked[-1]) if worked else None)
