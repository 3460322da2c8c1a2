"""Dates in cells: what people write means the days that they mean, and nothing is guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.intake.cell_dates import Days, Years, read_days

YEARS = Years(2021)
_DAYS = st.dates(date(1971, 1, 1), date(2198, 12, 31))


def _days(first: str, last: str | None = None, **said: bool) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last or first), **said)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2021/3/5", _days("2021-03-05")),
        ("2021.3.5", _days("2021-03-05")),
        ("20210305", _days("2021-03-05")),
        ("2021年3月5日（周五）", _days("2021-03-05")),
        ("3月5日", _days("2021-03-05")),
        ("三月二十五日", _days("2021-03-25")),
        ("６月３０日", _days("2021-06-30")),
        ("3月5日前", _days("2021-03-05", limit=True)),
        ("3月底前", _days("2021-03-31", limit=True)),
        ("2月底", _days("2021-02-28")),
        ("6月30日前完成", _days("2021-06-30", limit=True)),
        ("by 5 March", _days("2021-03-05", limit=True)),
        ("2021年4月中旬", _days("2021-04-11", "2021-04-20")),
        ("2月下旬", _days("2021-02-21", "2021-02-28")),
        ("5月", _days("2021-05-01", "2021-05-31")),
        ("第二季度", _days("2021-04-01", "2021-06-30")),
        ("上半年", _days("2021-01-01", "2021-06-30")),
        ("年底前", _days("2021-12-31", limit=True)),
        ("全年", _days("2021-01-01", "2021-12-31")),
        ("长期", _days("2021-01-01", "2021-12-31", endless=True)),
        ("3月5日-3月9日", _days("2021-03-05", "2021-03-09", span=True)),
        ("3月5日至9日", _days("2021-03-05", "2021-03-09", span=True)),
        ("12月20日—1月5日", _days("2021-12-20", "2022-01-05", span=True)),
        ("次年3月1日", _days("2022-03-01")),
        ("March 5, 2022", _days("2022-03-05")),
        ("5-Mar-22", _days("2022-03-05")),
        ("2021-03-05 09:00:00", _days("2021-03-05")),
    ],
)
def test_what_people_write(text: str, days: Days) -> None:
    assert read_days(text, YEARS) == days


@pytest.mark.parametrize(
    "text",
    ["3/5", "03/05/2021", "2月30日", "soon", "3月5日-2月1日x", "13月", "0000年底", "9" * 80, ""],
)
def test_what_may_mean_two_days_or_none_is_not_read(text: str) -> None:
    assert read_days(text, YEARS) is None


def test_a_day_long_before_the_start_is_of_the_next_year() -> None:
    years = Years(2021, date(2021, 11, 1))
    assert read_days("3月底前", years) == _days("2022-03-31", limit=True)
    assert read_days("10月20日", years) == _days("2021-10-20")


@given(
    _DAYS, st.sampled_from(["{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日", "{0}"])
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert read_days(form.format(day), YEARS) == Days(day, day)


@given(_DAYS, st.integers(1, 300), st.sampled_from(["至", "—", "~", " - ", "..", "-"]))
def test_every_stretch_is_read_back(first: date, length: int, sign: str) -> None:
    last = first + timedelta(length)
    assert read_days(f"{first}{sign}{last}", YEARS) == Days(first, last, span=True)


@given(st.text(max_size=40))
def test_any_text_is_read_or_not(text: str) -> None:
    days = read_days(text, YEARS)
    assert days is None or days.first <= days.last
