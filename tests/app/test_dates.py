"""Dates as people type them: what they mean, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.app.clock import Clock
from rectify_cli.app.dates import NoDay, is_iso, read_day
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.workdays.calendar import Calendar

_WEEK = CalendarSpec(frozenset(range(5)), None, None, None, ())
_THURSDAY = date(2021, 4, 8)


def _clock(today: date = _THURSDAY, *, backward: bool = False) -> Clock:
    return Clock(today, Calendar(_WEEK, today), 5, backward)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2021-03-05", "2021-03-05"),
        ("  2021-03-05 ", "2021-03-05"),
        ("today", "2021-04-08"),
        ("Yesterday", "2021-04-07"),
        ("tomorrow", "2021-04-09"),
        ("thu", "2021-04-08"),
        ("fri", "2021-04-09"),
        ("Wednesday", "2021-04-14"),
        ("+3d", "2021-04-13"),
        ("-2d", "2021-04-06"),
        ("+1w", "2021-04-15"),
        ("+3ed", "2021-04-11"),
        ("-1ew", "2021-04-01"),
        ("+0d", "2021-04-08"),
        ("今天", "2021-04-08"),
        ("明天", "2021-04-09"),
        ("后天", "2021-04-10"),
        ("昨天", "2021-04-07"),
        ("前天", "2021-04-06"),
        ("周五", "2021-04-09"),
        ("下周五", "2021-04-16"),
        ("下个星期五", "2021-04-16"),
        ("本周一", "2021-04-05"),
        ("上周日", "2021-04-04"),
        ("3月5日", "2021-03-05"),
        ("3月5号", "2021-03-05"),
        ("12月30日", "2020-12-30"),
        ("2022年1月1日", "2022-01-01"),
        ("2月29日", "2020-02-29"),
        ("月底", "2021-04-30"),
        ("下月底", "2021-05-31"),
        ("下个月底", "2021-05-31"),
        ("上个月底", "2021-03-31"),
    ],
)
def test_what_a_word_means(word: str, day: str) -> None:
    assert read_day(word, _clock()) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("word", "day"),
    [("thu", "2021-04-08"), ("fri", "2021-04-02"), ("周五", "2021-04-02"),
     ("4月9日", "2020-04-09"), ("4月8日", "2021-04-08")],
)  # fmt: skip
def test_what_it_means_looking_backward(word: str, day: str) -> None:
    assert read_day(word, _clock(backward=True)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("word", "why", "fix"),
    [
        ("3/5", "may mean two days", "2021-03-05 or 2021-05-03"),
        ("3-5", "may mean two days", "2021-03-05 or 2021-05-03"),
        ("13/5", "is no date", "write 2021-05-13"),
        ("5/5", "is no date", "write 2021-05-05"),
        ("31/31", "is no date", "write 2021-03-05"),
        ("20210305", "is no date", "write 2021-03-05"),
        ("2021/3/5", "is no date", "write 2021-03-05"),
        ("2021-3-5", "is no date", "write 2021-03-05"),
        ("2021-02-30", "is no day of the calendar", "write 2021-03-05"),
        ("2月30日", "is no date", "write 2021-03-05"),
        ("1969-12-31", "outside the years of plans", "from 1970 to 2199"),
        ("9999年12月31日", "outside the years of plans", "from 1970 to 2199"),
        ("3d", "is no date", "+3d"),
        ("+3", "is no date", "+3d"),
        ("someday", "is no date", "today"),
        ("", "is no date", "today"),
        ("２０２１-０３-０５", "is no date", "2021-03-05"),
        ("x" * 100, "...'", "today"),
    ],
)
def test_what_is_refused(word: str, why: str, fix: str) -> None:
    answer = read_day(word, _clock())
    assert isinstance(answer, NoDay)
    assert why in str(answer.why)
    assert fix in str(answer.fix)


@given(
    st.text(max_size=20)
    | st.text(st.sampled_from("0123456789-/.+dwe月日年周下底五天"), max_size=12)
)
def test_no_word_is_a_bug(word: str) -> None:
    assert isinstance(read_day(word, _clock()), date | NoDay)


@given(st.dates(date(1971, 1, 1), date(2197, 12, 31)), st.integers(1, 400))
def test_workdays_forth_and_back(today: date, days: int) -> None:
    there = read_day(f"+{days}d", _clock(today))
    assert isinstance(there, date)
    assert there > today
    assert there.weekday() < 5
    back = read_day(f"-{days}d", _clock(there))
    assert isinstance(back, date)
    assert today - timedelta(2) <= back <= today


def test_only_an_iso_date_need_not_be_said_back() -> None:
    assert is_iso("2021-03-05")
    assert not is_iso("fri")
