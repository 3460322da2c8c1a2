"""A year of a calendar, day by day."""

from rectify_cli.workdays.year import calendar_year
from tests.workdays.specs import calendar, day, overlay, spec


def test_a_year_of_china() -> None:
    of = calendar(spec(overlay(off=["2021-03-15 audit"], work=["2021-03-20 x"]), country="CN"))
    year = calendar_year(of, 2021)
    assert year.published
    assert [month.month for month in year.months] == list(range(1, 13))
    assert len(list(year.days)) == 365
    # 250 workdays by the State Council's notice; one taken and one added by the plan.
    assert year.workdays == 250
    by_day = {each.date: each for each in year.days}
    assert by_day[day("2021-04-25")].kind == "make-up workday"
    assert by_day[day("2021-03-20")].kind == "make-up workday"
    assert by_day[day("2021-03-15")].kind == "day off"
    assert by_day[day("2021-03-16")].kind == "workday"
    assert by_day[day("2021-01-01")].number is None
    assert by_day[day("2021-01-04")].number == 1
    assert by_day[day("2021-12-31")].number == 250
    assert [source.split()[0] for source in year.sources] == ["holidays", "plan"]
    assert year.months[4].workdays == 19
    assert {each.reason.kind for each in year.exceptions} == {"country", "days_off", "workdays"}
    assert [each.date for each in year.exceptions if each.kind == "make-up workday"] == [
        day(f"2021-{each}")
        for each in ("02-07", "02-20", "03-20", "04-25", "05-08", "09-18", "09-26", "10-09")
    ]


def test_a_year_to_come_is_not_published() -> None:
    assert not calendar_year(calendar(spec(country="CN")), 2050).published


def test_a_leap_year_of_plain_weeks() -> None:
    year = calendar_year(calendar(spec()), 2024)
    assert len(list(year.days)) == 366
    assert year.workdays == 262
    assert year.sources == ()
    assert year.exceptions == []
