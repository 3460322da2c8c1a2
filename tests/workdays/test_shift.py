"""Moving a day by a length, and counting between days."""

from datetime import date

import pytest

from rectify_cli.plan.model import Lag
from rectify_cli.workdays.calendar import LAST_ORDINAL, OutOfCalendar
from rectify_cli.workdays.count import on_or_after, on_or_before, workdays_between
from rectify_cli.workdays.shift import shift
from tests.workdays.specs import calendar, day, overlay, spec


@pytest.mark.parametrize(
    ("start", "lag", "lands"),
    [
        ("2021-03-05", Lag(0), "2021-03-05"),
        ("2021-03-06", Lag(0), "2021-03-06"),
        ("2021-03-05", Lag(1), "2021-03-08"),
        ("2021-03-05", Lag(2), "2021-03-09"),
        ("2021-03-06", Lag(1), "2021-03-08"),
        ("2021-03-05", Lag(-1), "2021-03-04"),
        ("2021-03-06", Lag(-1), "2021-03-05"),
        ("2021-03-08", Lag(-6), "2021-02-26"),
        ("2021-03-05", Lag(1, elapsed=True), "2021-03-06"),
        ("2021-03-05", Lag(-7, elapsed=True), "2021-02-26"),
        ("2021-03-11", Lag(1), "2021-03-13"),
    ],
)
def test_a_length_is_counted_in_workdays_or_elapsed_days(start: str, lag: Lag, lands: str) -> None:
    of = calendar(spec(overlay(off=["2021-03-12"], work=["2021-03-13"])))
    assert date.fromordinal(shift(of, day(start).toordinal(), lag)) == day(lands)


def test_no_day_lies_past_the_year_9999() -> None:
    of = calendar(spec())
    assert shift(of, LAST_ORDINAL - 1, Lag(1, elapsed=True)) == LAST_ORDINAL
    assert shift(of, 2, Lag(-1, elapsed=True)) == 1
    with pytest.raises(OutOfCalendar):
        shift(of, LAST_ORDINAL, Lag(1))
    with pytest.raises(OutOfCalendar):
        shift(of, LAST_ORDINAL, Lag(1, elapsed=True))
    with pytest.raises(OutOfCalendar):
        shift(of, 1, Lag(-1, elapsed=True))


def test_both_ends_are_counted() -> None:
    of = calendar(spec())
    assert workdays_between(of, day("2021-03-05"), day("2021-03-08")) == 2
    assert workdays_between(of, day("2021-03-06"), day("2021-03-07")) == 0
    assert workdays_between(of, day("2021-03-08"), day("2021-03-05")) == 0
    assert workdays_between(of, day("9999-12-30"), day("9999-12-31")) == 2


def test_the_nearest_workday_on_either_side() -> None:
    of = calendar(spec())
    assert on_or_after(of, day("2021-03-06")) == day("2021-03-08")
    assert on_or_before(of, day("2021-03-07")) == day("2021-03-05")
    assert on_or_after(of, day("2021-03-05")) == on_or_before(of, day("2021-03-05"))
