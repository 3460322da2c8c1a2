"""Dates as people type them on a command line: 2021-03-05, today, fri, +3d, 下周五, 月底.

What could mean two days is refused. The caller says the resolved day back, with its weekday.
"""

import re
from datetime import date, timedelta

from rectify_cli.app.clock import Clock
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Lag
from rectify_cli.workdays.calendar import OutOfCalendar
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR
from rectify_cli.workdays.shift import shift

_DAYS_AWAY = {
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1, "明日": 1, "后天": 2, "前天": -2,
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_WEEKS_AWAY = {"": None, "本": 0, "这": 0, "下": 1, "上": -1}
_MONTHS_AWAY = {"": 0, "本": 0, "这": 0, "下": 1, "下个": 1, "上": -1, "上个": -1}

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SHIFTED = re.compile(r"([+-][0-9]{1,4})(d|w|ed|ew)")
_CHINESE_WEEKDAY = re.compile("([本这下上]?)个?(?:周|星期|礼拜)([一二三四五六日天])")
_CHINESE_DAY = re.compile("(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号]?")
_MONTH_END = re.compile("(本|这|下个?|上个?|)个?月底")
_THREE_NUMBERS = re.compile(r"([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})")
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})")

_FORMS = say("write 2021-03-05, today, yesterday, tomorrow, fri, +3d, -2d or +3ed")


class NoDay(Struct):
    """Why a word is no date, and what to type instead."""

    why: Message
    fix: Message


def read_day(word: str, clock: Clock) -> date | NoDay:
    """The day that a word means."""
    word = word.strip()
    day = _iso(word) or _named(word, clock) or _shifted(word, clock) or _chinese(word, clock)
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        why = say("{text} is outside the years of plans", text=f"'{word}'")
        return NoDay(
            why, say("write a year from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR)
        )
    return day or _refusal(word, clock)


def is_iso(word: str) -> bool:
    """Whether a word is a date already, which need not be said back."""
    return _ISO.fullmatch(word.strip()) is not None


def _iso(word: str) -> date | None:
    found = _ISO.fullmatch(word)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(word: str, clock: Clock) -> date | None:
    folded = word.casefold()
    if folded in _DAYS_AWAY:
        return clock.today + timedelta(_DAYS_AWAY[folded])
    for weekday, name in enumerate(_WEEKDAYS):
        if folded in {name, name[:3]}:
            return _weekday(weekday, clock)
    return None


def _weekday(weekday: int, clock: Clock) -> date:
    ahead = (weekday - clock.today.weekday()) % 7
    back = (clock.today.weekday() - weekday) % 7
    return clock.today + timedelta(-back if clock.backward else ahead)


def _shifted(word: str, clock: Clock) -> date | None:
    found = _SHIFTED.fullmatch(word)
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    length = {"d": 1, "w": clock.week_days, "ed": 1, "ew": 7}[unit]
    lag = Lag(count * length, elapsed=unit.startswith("e"))
    try:
        return date.fromordinal(shift(clock.calendar, clock.today.toordinal(), lag))
    except OutOfCalendar:
        return None


def _chinese(word: str, clock: Clock) -> date | None:
    found = _CHINESE_WEEKDAY.fullmatch(word)
    if found:
        weeks, weekday = _WEEKS_AWAY[found[1]], _CHINESE_WEEKDAYS[found[2]]
        if weeks is None:
            return _weekday(weekday, clock)
        monday = clock.today - timedelta(clock.today.weekday())
        return monday + timedelta(7 * weeks + weekday)
    found = _CHINESE_DAY.fullmatch(word)
    if found:
        month, day = int(found[2]), int(found[3])
        return _day(int(found[1]), month, day) if found[1] else _in_some_year(month, day, clock)
    found = _MONTH_END.fullmatch(word)
    return _end_of_month(clock.today, _MONTHS_AWAY[found[1]]) if found else None


def _in_some_year(month: int, day: int, clock: Clock) -> date | None:
    """That day of a year: the last such day looking backward, else the nearest."""
    today = clock.today
    years = range(today.year - 8, today.year + 9)  # from one leap day to another
    days = [each for year in years if (each := _day(year, month, day)) is not None]
    if clock.backward:
        return max((each for each in days if each <= today), default=None)
    return min(days, key=lambda each: (abs(each - today), each), default=None)


def _end_of_month(today: date, months: int) -> date:
    at = today.year * 12 + today.month - 1 + months + 1
    return date(at // 12, at % 12 + 1, 1) - timedelta(1)


def _refusal(word: str, clock: Clock) -> NoDay:
    quoted = word if len(word) <= 40 else word[:37] + "..."
    found = _THREE_NUMBERS.fullmatch(word)
    if found:
        day = _day(int(found[1]), int(found[2]), int(found[3]))
        if day is None:
            return NoDay(say("'{word}' is no day of the calendar", word=quoted), _FORMS)
        return NoDay(say("'{word}' is no date", word=quoted), say("write {day}", day=day))
    found = _TWO_NUMBERS.fullmatch(word)
    if found:
        first, second, year = int(found[1]), int(found[2]), clock.today.year
        meant = [_day(year, first, second), _day(year, second, first)]
        days = [f"{day}" for day in dict.fromkeys(meant) if day is not None]
        if len(days) == 2:
            why = say("'{word}' may mean two days", word=quoted)
            return NoDay(why, say("write {days}", days=" or ".join(days)))
        if days:
            return NoDay(say("'{word}' is no date", word=quoted), say("write {day}", day=days[0]))
    return NoDay(say("'{word}' is no date", word=quoted), _FORMS)
