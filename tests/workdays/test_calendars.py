"""One calendar for equal specs, and each country asked once a decade."""

import pytest

from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_extent
from rectify_cli.workdays.national import NationalDays, UnknownPlace
from tests.workdays.specs import day, frozen, overlay, plan, spec


class Asked:
    """A national source that notes what it was asked."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, str | None, int, int]] = []

    def __call__(
        self, country: str, subdivision: str | None, first: int, last: int
    ) -> NationalDays | UnknownPlace:
        self.questions.append((country, subdivision, first, last))
        if country == "ZZ":
            return UnknownPlace("country", country, None)
        days = {day(f"{year}-05-03"): "May" for year in range(first, last + 1)}
        return NationalDays(days, {}, "a book")


def test_equal_specs_share_a_calendar() -> None:
    calendars = Calendars(day("2021-03-05"), Asked())
    first = calendars.of(spec(overlay(off=["2021-03-08"]), country="CN"))
    assert calendars.of(spec(overlay(off=["2021-03-08"]), country="CN")) is first
    others = [
        spec(country="CN"),
        spec(overlay(off=["2021-03-08"]), country="CN", subdivision="X"),
        spec(overlay(off=["2021-03-08"]), country="CN", week=(0,)),
        spec(overlay(work=["2021-03-08"]), country="CN"),
        spec(overlay(off=["2021-03-08"]), country="CN", frozen=frozen("f", [2021], {}, {})),
    ]
    assert len({id(calendars.of(each)) for each in others} | {id(first)}) == 6
    assert calendars.used() == [first, *(calendars.of(each) for each in others)]


def test_a_country_is_asked_by_decades_and_once() -> None:
    asked = Asked()
    calendars = Calendars(day("2021-03-05"), asked)
    for each in (spec(country="CN"), spec(overlay(off=["2021-03-08"]), country="CN")):
        of = calendars.of(each)
        assert not of.is_workday(day("2021-05-03").toordinal())
        assert not of.is_workday(day("2022-05-03").toordinal())
        assert not of.is_workday(day("2032-05-03").toordinal())
    assert asked.questions == [("CN", None, 2020, 2029), ("CN", None, 2030, 2039)]


def test_nobody_is_asked_about_a_week_or_a_frozen_file() -> None:
    asked = Asked()
    calendars = Calendars(day("2021-03-05"), asked)
    calendars.of(spec()).day(1000)
    kept = spec(country="CN", frozen=frozen("f", [2021], {"2021-05-03": "May"}, {}))
    assert not calendars.of(kept).is_workday(day("2021-05-03").toordinal())
    assert calendars.unknown(spec()) is None
    assert calendars.unknown(kept) is None
    assert asked.questions == []


def test_nobody_is_asked_about_years_in_which_no_date_can_be_written() -> None:
    asked = Asked()
    calendars = Calendars(day("2199-03-05"), asked)
    of = calendars.of(spec(country="CN"))
    of.day(10**5)
    of.day(-(10**5))
    assert asked.questions[0] == ("CN", None, 2190, 2199)
    assert asked.questions[-1] == ("CN", None, 1970, 1979)
    assert len(asked.questions) == 23


def test_an_unknown_country_counts_as_none() -> None:
    calendars = Calendars(day("2021-03-05"), Asked())
    unknown = spec(country="ZZ")
    assert calendars.of(unknown).is_workday(day("2021-05-03").toordinal())
    assert calendars.unknown(unknown) == UnknownPlace("country", "ZZ", None)
    assert calendars.unknown(spec(country="CN")) is None


def test_what_a_country_says_of_a_year_can_be_asked_for() -> None:
    calendars = Calendars(day("2021-03-05"), Asked())
    days = calendars.national_days(spec(country="CN"), 2021)
    assert days == NationalDays({day("2021-05-03"): "May"}, {}, "a book")
    assert calendars.national_days(spec(), 2021) is None


def test_beyond_their_bound_of_years_the_week_alone_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rectify_cli.workdays.calendars.MAX_YEARS", 3)
    calendars = Calendars(day("2021-03-05"), Asked())
    of = calendars.of(spec(country="CN"))
    assert not of.is_workday(day("2024-05-03").toordinal())
    assert check_extent(plan(spec(country="CN")), calendars) == []
    assert of.is_workday(day("2027-05-03").toordinal())
    assert of.day(of.position(day("2027-05-04").toordinal())) == day("2027-05-04").toordinal()
    (finding,) = check_extent(plan(spec(country="CN")), calendars)
    assert finding.rule == "too-large"


def test_beyond_their_bound_of_decades_there_are_no_holidays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rectify_cli.workdays.calendars.MAX_DECADES", 1)
    asked = Asked()
    calendars = Calendars(day("2021-03-05"), asked)
    of = calendars.of(spec(country="CN"))
    assert not of.is_workday(day("2021-05-03").toordinal())
    assert check_extent(plan(spec(country="CN")), calendars) == []
    assert of.is_workday(day("2032-05-03").toordinal())
    (finding,) = check_extent(plan(spec(country="CN")), calendars)
    assert finding.rule == "too-large"
    assert len(asked.questions) == 1
