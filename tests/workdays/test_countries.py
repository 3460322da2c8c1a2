"""Countries' days against what their governments announced."""

import subprocess
import sys
from datetime import date, timedelta
from importlib import import_module

import chinese_calendar
import pytest

from rectify_cli.workdays.library import national_days
from rectify_cli.workdays.national import NationalDays, UnknownPlace
from tests.workdays.specs import MONDAY_TO_FRIDAY, calendar, days_off, known, spec


def test_every_day_of_china_equals_the_record_of_the_state_councils_notices() -> None:
    of = calendar(spec(country="CN"))
    first, last = date(2007, 1, 1), date(2026, 12, 31)
    differing = [
        day
        for day in (first + timedelta(days=each) for each in range((last - first).days + 1))
        if of.is_workday(day.toordinal()) != chinese_calendar.is_workday(day)
    ]
    assert differing == []
    assert of.unpublished == frozenset()


def test_the_order_in_which_years_are_asked_for_changes_no_day_of_china() -> None:
    backward = calendar(spec(country="CN"), "2026-12-31")
    backward.position(date(2007, 1, 1).toordinal())
    forward = calendar(spec(country="CN"), "2007-01-01")
    days = range(date(2007, 1, 1).toordinal(), date(2027, 1, 1).toordinal())
    assert [backward.is_workday(day) for day in days] == [forward.is_workday(day) for day in days]


@pytest.mark.parametrize(
    ("country", "subdivision", "year", "off", "made_up"),
    [
        # 5 U.S.C. 6103; Independence Day on a Saturday is observed the Friday before (OPM).
        (
            "US",
            None,
            2026,
            "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
            "",
        ),
        # gov.uk/bank-holidays; Boxing Day on a Saturday is given back on Monday.
        ("GB", "ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28", ""),
        # BayFTG; Mariä Himmelfahrt falls on a Saturday.
        ("DE", "BY", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25", ""),
        # 内閣府 国民の祝日; 09-22 lies between two holidays, 05-06 is in lieu of Sunday 05-03.
        (
            "JP",
            None,
            2026,
            (
                "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06"
                " 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23"
            ),
            "",
        ),
        # Hungary, 11/2024. (VI. 28.) NGM rendelet: three Saturdays are worked.
        (
            "HU",
            None,
            2025,
            "01-01 04-18 04-21 05-01 05-02 06-09 08-20 10-23 10-24 12-24 12-25 12-26",
            "05-17 10-18 12-13",
        ),
        # Russia, Постановление № 1335 от 04.10.2024: one Saturday is worked.
        (
            "RU",
            None,
            2025,
            (
                "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13"
                " 11-03 11-04 12-31"
            ),
            "11-01",
        ),
        # 行政院人事行政總處, 113年: one Saturday is worked for 02-08.
        (
            "TW",
            None,
            2024,
            "01-01 02-08 02-09 02-12 02-13 02-14 02-28 04-04 04-05 06-10 09-17 10-10",
            "02-17",
        ),
    ],
)
def test_a_countrys_year_is_as_announced(
    country: str, subdivision: str | None, year: int, off: str, made_up: str
) -> None:
    of = calendar(spec(country=country, subdivision=subdivision))
    assert days_off(of, f"{year}-01-01", f"{year}-12-31") == [f"{year}-{x}" for x in off.split()]
    weekends = list(known(country, subdivision, year, year).workdays)
    assert [f"{day:%m-%d}" for day in weekends] == made_up.split()
    assert all(day.weekday() not in MONDAY_TO_FRIDAY for day in weekends)
    assert all(of.is_workday(day.toordinal()) for day in weekends)
    assert of.unpublished == frozenset()


def test_moved_days_are_named_after_their_holiday() -> None:
    chinese = national_days("CN", None, 2021, 2021, "zh")
    assert isinstance(chinese, NationalDays)
    assert {chinese.days_off[date(2021, 5, each)] for each in range(1, 6)} == {"劳动节"}
    assert chinese.workdays[date(2021, 4, 25)] == chinese.workdays[date(2021, 5, 8)] == "劳动节"
    assert chinese.workdays[date(2021, 9, 18)] == "中秋节"
    assert chinese.workdays[date(2021, 9, 26)] == "国庆节"


def test_a_moved_day_is_named_across_the_new_year() -> None:
    # 2007-12-31 was off, and the 29th worked, for New Year's Day of 2008.
    chinese = national_days("CN", None, 2007, 2007, "zh")
    assert isinstance(chinese, NationalDays)
    assert chinese.days_off[date(2007, 12, 31)] == "元旦"
    assert chinese.workdays[date(2007, 12, 29)] == "元旦"


def test_a_country_speaks_its_own_language_where_it_has_no_other() -> None:
    def of_unity(language: str) -> str:
        days = national_days("DE", None, 2026, 2026, language)
        assert isinstance(days, NationalDays)
        return days.days_off[date(2026, 10, 3)]

    assert of_unity("zh") == of_unity("de") == "Tag der Deutschen Einheit"
    assert of_unity("en") == "German Unity Day"


@pytest.mark.parametrize("locale", ["de_DE.UTF-8", "zh_CN.UTF-8", "C"])
def test_the_environment_names_no_day(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", locale)
    assert known("CN", None, 2026, 2026).days_off[date(2026, 5, 1)] == "Labor Day"
    assert known("DE", None, 2026, 2026).days_off[date(2026, 5, 1)] == "Labor Day"


@pytest.mark.parametrize(
    ("country", "years", "unpublished"),
    [
        ("CN", (2025, 2040), set(range(2027, 2041))),
        ("CN", (1948, 1951), {1948, 1949}),
        ("US", (2020, 2099), set()),
        ("US", (2099, 2103), {2101, 2102, 2103}),
        # Taiwan moves no workdays any more, so that there is nothing to wait for.
        ("TW", (2024, 2027), set()),
    ],
)
def test_a_year_that_is_not_announced_is_said_to_be_so(
    country: str, years: tuple[int, int], unpublished: set[int]
) -> None:
    assert known(country, None, *years).unpublished == unpublished


def test_no_make_up_day_is_guessed() -> None:
    assert known("CN", None, 2027, 2040).workdays == {}


def test_estimated_days_make_a_year_unpublished() -> None:
    days = known("SG", None, 2024, 2030)
    estimated = {day.year for day, label in days.days_off.items() if "estimated" in label}
    assert days.unpublished == estimated
    assert estimated


def test_what_is_said_of_a_year_does_not_hang_on_the_other_years() -> None:
    decade = known("CN", None, 2005, 2014)
    for year in range(2005, 2015):
        assert known("CN", None, year, year) == decade.of_year(year)


@pytest.mark.parametrize(
    ("name", "near"), [("cn", "CN"), ("CHN", "CN"), ("China", "CN"), ("UK", "GB"), ("XX", None)]
)
def test_an_unknown_country_is_a_value(name: str, near: str | None) -> None:
    assert national_days(name, None, 2021, 2021, "en") == UnknownPlace("country", name, near)


def test_a_subdivision_may_have_its_country_before_it() -> None:
    assert known("GB", "GB-SCT", 2026, 2026) == known("GB", "SCT", 2026, 2026)
    assert known("GB", "SCT", 2026, 2026) != known("GB", None, 2026, 2026)


def test_an_unknown_subdivision_names_the_known_ones() -> None:
    english = national_days("GB", "EMG", 2026, 2026, "en")
    assert english == UnknownPlace("subdivision", "EMG", "ENG", ("ENG", "NIR", "SCT", "WLS"))
    chinese = national_days("CN", "CN-GS", 2026, 2026, "en")
    assert chinese == UnknownPlace("subdivision", "CN-GS", None, ())


def test_only_the_country_that_is_asked_for_is_imported() -> None:
    program = (
        "import sys\n"
        "from rectify_cli.workdays.calendars import Calendars\n"
        "from rectify_cli.workdays.library import national_days\n"
        "assert not any(name.startswith('holidays') for name in sys.modules)\n"
        "national_days('CN', None, 2021, 2021, 'en')\n"
        "print([name for name in sys.modules if name.startswith('holidays.countries')])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "['holidays.countries.china']\n"


def test_somebody_else_may_have_imported_all_countries() -> None:
    countries = import_module("holidays.countries")
    try:
        assert len(known("CN", None, 2021, 2021).workdays) == 7
        assert sys.modules["holidays.countries"] is countries
    finally:
        del sys.modules["holidays.countries"]
