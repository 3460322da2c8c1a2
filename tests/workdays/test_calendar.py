"""A calendar: which days are workdays, their numbers, and why a day is what it is."""

from datetime import date

import pytest

from rectify_cli.workdays.calendar import LAST_ORDINAL, Calendar, DayReason, OutOfCalendar
from tests.workdays.specs import calendar, day, frozen, overlay, spec, workdays


def ordinal(text: str) -> int:
    return day(text).toordinal()


def test_workday_0_is_the_first_on_or_after_the_anchor() -> None:
    on_friday = calendar(spec(), "2021-03-05")
    assert on_friday.day(0) == ordinal("2021-03-05")
    on_saturday = calendar(spec(), "2021-03-06")
    assert on_saturday.day(0) == ordinal("2021-03-08")
    assert on_saturday.position(ordinal("2021-03-06")) == 0


def test_indices_before_the_anchor_are_negative() -> None:
    of = calendar(spec())
    assert date.fromordinal(of.day(-1)) == day("2021-03-04")
    assert date.fromordinal(of.day(-5)) == day("2021-02-26")
    assert of.position(ordinal("2021-02-28")) == -4


@pytest.mark.parametrize("anchor", ["1970-01-01", "1970-12-31", "2199-01-01", "2199-12-31"])
def test_the_first_and_last_years_are_years_like_others(anchor: str) -> None:
    of = calendar(spec(), anchor)
    for index in (-1, 0, 1, -1000, 1000):
        assert of.position(of.day(index)) == index
    assert of.position(ordinal(anchor)) == 0


def test_a_leap_day_is_a_day() -> None:
    of = calendar(spec(), "2024-02-26")
    assert workdays(of, "2024-02-28", "2024-03-01") == ["2024-02-28", "2024-02-29", "2024-03-01"]
    assert date.fromordinal(of.day(3)) == day("2024-02-29")


def test_a_week_may_be_any_days() -> None:
    friday_off = calendar(spec(week=(6, 0, 1, 2, 3)))
    assert workdays(friday_off, "2021-03-04", "2021-03-08") == [
        "2021-03-04",
        "2021-03-07",
        "2021-03-08",
    ]


def test_the_week_goes_on_outside_the_years_that_are_laid_out() -> None:
    of = calendar(spec(week=(0, 2)), "2021-03-05")
    for text in ("1000-01-01", "1969-12-31", "2200-01-01", "2200-01-02", "9000-05-05"):
        at = ordinal(text)
        position = of.position(at)
        assert of.day(position) == at if of.is_workday(at) else of.day(position) > at
        assert of.is_workday(at) == (day(text).weekday() in {0, 2})
        assert of.position(at + 7) == position + 2


def test_the_calendar_ends_with_the_year_9999() -> None:
    of = calendar(spec())
    assert date.fromordinal(of.day(of.position(LAST_ORDINAL))) == date(9999, 12, 31)
    after_the_last = of.position(LAST_ORDINAL + 1)
    with pytest.raises(OutOfCalendar):
        of.day(after_the_last)
    with pytest.raises(OutOfCalendar):
        of.day(10**12)
    with pytest.raises(OutOfCalendar):
        of.position(LAST_ORDINAL + 2)


def test_the_calendar_begins_with_the_year_1() -> None:
    of = calendar(spec())
    assert of.day(of.position(1)) == 1
    with pytest.raises(OutOfCalendar):
        of.day(of.position(1) - 1)
    for outside in (0, -5):
        with pytest.raises(OutOfCalendar):
            of.position(outside)
        with pytest.raises(OutOfCalendar):
            of.is_workday(outside)


@pytest.mark.parametrize("index", [3, -1, 10**9, -(10**9)])
def test_a_calendar_without_a_week_ends_with_its_listed_days(index: int) -> None:
    of = calendar(spec(overlay(work=["2021-03-06", "2021-03-10..2021-03-11"]), week=()))
    assert [date.fromordinal(of.day(each)).day for each in range(3)] == [6, 10, 11]
    with pytest.raises(OutOfCalendar):
        of.day(index)
    assert of.position(LAST_ORDINAL) == 3


def test_days_off_that_cover_every_year_end_somewhere() -> None:
    of = calendar(spec(overlay(off=["1970-01-01..2199-12-31"])))
    assert date.fromordinal(of.day(0)) == date(2200, 1, 1)
    assert date.fromordinal(of.day(-1)) == date(1969, 12, 31)


def test_later_layers_win() -> None:
    of = calendar(
        spec(
            overlay(off=["2021-05-08", "2021-05-10"], work=["2021-05-03", "2021-05-10"]),
            overlay(off=["2021-05-03..2021-05-04"]),
            country="CN",
        )
    )
    reasons = {
        text: of.reason(day(text))
        for text in (
            "2021-05-02",
            "2021-05-03",
            "2021-05-06",
            "2021-05-08",
            "2021-05-09",
            "2021-05-10",
        )
    }
    assert {text: (each.kind, each.workday) for text, each in reasons.items()} == {
        "2021-05-02": ("country", False),
        "2021-05-03": ("days_off", False),
        "2021-05-06": ("week", True),
        "2021-05-08": ("days_off", False),
        "2021-05-09": ("week", False),
        "2021-05-10": ("workdays", True),
    }
    assert all(of.is_workday(ordinal(text)) == each.workday for text, each in reasons.items())


def test_the_reason_names_its_layer_and_source() -> None:
    of = calendar(
        spec(overlay(off=["2021-03-15 audit"], work=["2021-03-20 open day"]), country="CN")
    )
    library = of.reason(day("2021-05-03")).source
    assert library.startswith("holidays ")
    assert [of.reason(day(f"2021-{each}")) for each in ("03-15", "03-20", "03-22", "04-25")] == [
        DayReason("days_off", workday=False, label="audit", source="plan"),
        DayReason("workdays", workday=True, label="open day", source="plan"),
        DayReason("week", workday=True, label="", source="week"),
        DayReason("country", workday=True, label="Labor Day", source=library),
    ]


def test_a_frozen_file_stands_in_for_the_library() -> None:
    kept = frozen("calendar-CN.yaml", [2021], {"2021-03-09": "x"}, {"2021-03-07": "y"})
    of = calendar(spec(country="CN", frozen=kept))
    assert workdays(of, "2021-03-06", "2021-03-10") == ["2021-03-07", "2021-03-08", "2021-03-10"]
    assert of.reason(day("2021-03-09")) == DayReason(
        "country", workday=False, label="x", source="calendar-CN.yaml"
    )
    assert of.is_workday(ordinal("2021-05-03"))


def test_years_are_unpublished_only_once_they_are_counted_in() -> None:
    kept = frozen("calendar-CN.yaml", [2021], {}, {})
    of = calendar(spec(country="CN", frozen=kept))
    of.day(0)
    of.position(ordinal("2022-01-01"))
    assert of.unpublished == frozenset()
    of.day(of.position(ordinal("2022-01-01")))
    assert of.unpublished == {2022}
    of.day(-200)
    assert of.unpublished == {2020, 2022}


def test_a_calendar_needs_no_country() -> None:
    assert Calendar(spec(), day("2021-03-05")).day(0) == ordinal("2021-03-05")


def test_without_a_country_every_year_is_announced() -> None:
    assert calendar(spec()).is_announced(2021, 2199)


def test_a_country_has_announced_some_years() -> None:
    of = calendar(spec(country="CN"))
    assert of.is_announced(2020, 2021)
    assert not of.is_announced(2021, 2100)
    assert not of.is_announced(2100, 2100)


@pytest.mark.parametrize("text", ["1970-01-01", "2199-12-31"])
def test_the_country_has_a_say_on_the_first_and_the_last_day_that_can_be_written(text: str) -> None:
    kept = frozen("f.yaml", [1970, 2199], {text: "feast"}, {})
    reason = calendar(spec(country="CN", frozen=kept)).reason(day(text))
    assert (reason.kind, reason.label) == ("country", "feast")
