"""Dates as people write them in tables: `2021/3/5`, `3月5日前`, `4月中旬`, `3月5日-3月9日`, `长期`.

A text means a stretch of days, and may say that it is a limit. What could mean two days (`3/5`,
`03/05/2021`) is not read.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from unicodedata import normalize

from rectify_cli.foundation.struct import Struct

FIRST_YEAR, LAST_YEAR = 1970, 2199


class Days(Struct):
    """The first and the last day that a text means; `limit`: it says no later than the last.

    `span`: both days are written. `endless` is `长期`: no end is known.
    """

    first: date
    last: date
    limit: bool = False
    span: bool = False
    endless: bool = False


class Years(Struct):
    """What year a day without one is of: `year`, or the next where it lies long before `start`."""

    year: int
    start: date | None = None

    def of(self, month: int, day: int) -> date | None:
        """The day in its year; None where there is none."""
        found = _day(self.year, month, day)
        if found is None or self.start is None:
            return found
        is_long_before = (self.start - found).days > _HALF_A_YEAR
        return _day(self.year + 1, month, day) if is_long_before else found


_HALF_A_YEAR = 183
_LONG = 60
_ENDLESS = {"长期", "长期坚持", "持续", "持续推进", "常态化", "长期推进", "ongoing", "continuous"}
_WEEKDAY = re.compile(r"[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?")
_CLOCK = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]m)?$", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:~|～|—+|–|至|到|\.\.|\bto\b|\buntil\b)\s*")
_YEAR = r"(?:(\d{4})年|(次年|明年|翌年|今年|本年)?)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"
_PART = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "中": (11, 20)}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NUMERALS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
_NUMERAL = re.compile(r"([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])")


def read_days(text: str, years: Years) -> Days | None:
    """The days that a cell's text means; None where it means none, or more than one thing."""
    text = " ".join(normalize("NFKC", text).split())
    if not text or len(text) > _LONG:
        return None
    text = _WEEKDAY.sub("", _CLOCK.sub("", text)).strip()
    if text.casefold() in _ENDLESS:
        return Days(date(years.year, 1, 1), date(years.year, 12, 31), endless=True)
    text, limit = _without_limit(text)
    days = _stretch(text, years)
    return None if days is None else days._replace(limit=days.limit or limit)


def full_years(text: str) -> list[int]:
    """The years that a text names, such as a title: `2021年工作安排`, `Plan 2021`."""
    found = re.findall(r"(?<!\d)(19[7-9]\d|20\d\d|21\d\d)(?!\d)", normalize("NFKC", text))
    return [int(year) for year in found]


def names_its_year(text: str) -> bool:
    """Whether a date in a cell says its year itself."""
    return bool(full_years(text)) or re.search(r"(?<!\d)20\d{6}(?!\d)", text) is not None


def _without_limit(text: str) -> tuple[str, bool]:
    folded = text.casefold()
    for sign in ("no later than ", "before ", "by ", "不迟于", "截止到", "截至", "截止"):
        if folded.startswith(sign):
            return text[len(sign) :].strip(), True
    for sign in ("前完成", "之前", "以前", "前"):
        if text.endswith(sign) and len(text) > len(sign):
            return text[: -len(sign)].strip(), True
    return text, False


def _stretch(text: str, years: Years) -> Days | None:
    whole = _one(text, years)
    if whole is not None:
        return whole
    for first_text, last_text in _halves(text):
        first = _one(first_text, years)
        last = None if first is None else _one(_completed(first_text, last_text), years)
        if first is None or last is None:
            continue
        end = last.last
        if end < first.first and not names_its_year(last_text):
            end = _day(end.year + 1, end.month, end.day) or end
        return Days(first.first, end, span=True) if first.first <= end else None
    return None


def _halves(text: str) -> list[tuple[str, str]]:
    """The ways in which a text may be two dates with a sign between them."""
    found = [(text[: m.start()], text[m.end() :]) for m in _DASH.finditer(text)]
    found += [(text[:at], text[at + 1 :]) for at in range(1, len(text)) if text[at] == "-"]
    return [
        (first.strip(), last.strip()) for first, last in found if first.strip() and last.strip()
    ]


def _completed(first: str, last: str) -> str:
    """The second of two dates with what it leaves out of the first: `3月5日-9日`."""
    if re.fullmatch(r"\d{1,2}[日号]?", last):
        month = re.match(r"(?:\d{4}年|次年|明年)?\d{1,2}月", first)
        return f"{month[0]}{last}" if month else last
    year = re.match(r"\d{4}年", first)
    return f"{year[0]}{last}" if year and re.match(r"\d{1,2}月", last) else last


def _one(text: str, years: Years) -> Days | None:
    text = _NUMERAL.sub(_digits, text)
    for pattern, meaning in _FORMS:
        match = pattern.fullmatch(text)
        if match is not None:
            days = meaning(match, years)
            in_range = days is not None and FIRST_YEAR <= days.first.year <= LAST_YEAR
            return days if in_range else None
    return None


def _digits(match: re.Match[str]) -> str:
    tens, ten, ones = match[1].rpartition("十")
    if not ten:
        return str(_NUMERALS[match[1]])
    return str(_NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0))


def _numbers(match: re.Match[str], _: Years) -> Days | None:
    return _single(_day(int(match[1]), int(match[2]), int(match[3])))


def _single(day: date | None) -> Days | None:
    return None if day is None else Days(day, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years(match: re.Match[str], years: Years) -> Years:
    if match[1]:
        return Years(int(match[1]))
    if match[2] in {"次年", "明年", "翌年"}:
        return Years(years.year + 1)
    return Years(years.year) if match[2] else years


def _month_day(match: re.Match[str], years: Years) -> Days | None:
    return _single(_years(match, years).of(int(match[3]), int(match[4])))


def _month_part(match: re.Match[str], years: Years) -> Days | None:
    """`3月底`, `4月中旬`, `5月`."""
    month, part = int(match[3]), match[4] or ""
    first = _years(match, years).of(month, 1) if 1 <= month <= 12 else None
    if first is None:
        return None
    length = monthrange(first.year, month)[1]
    if part in {"底", "末"}:
        return _single(first.replace(day=length))
    begin, end = _PART.get(part, (1, 31))
    return Days(first.replace(day=begin), first.replace(day=min(end, length)))


def _year_part(match: re.Match[str], years: Years) -> Days | None:
    """`年底`, `上半年`, `一季度`, `全年`."""
    year, part = _years(match, years).year, match[3]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if part in {"年底", "年末", "底", "末"}:
        return _single(date(year, 12, 31))
    if part.endswith("季度"):
        month = 3 * _QUARTERS[part.removeprefix("第")[0]]
        return Days(date(year, month - 2, 1), date(year, month, monthrange(year, month)[1]))
    if part == "上半年":
        return Days(date(year, 1, 1), date(year, 6, 30))
    return Days(date(year, 7 if part == "下半年" else 1, 1), date(year, 12, 31))


def _english(match: re.Match[str], years: Years) -> Days | None:
    said = match.groupdict()
    month, day = _MONTHS.index(said["month"][:3].casefold()) + 1, int(said["day"])
    year = said["year"]
    if year is None:
        return _single(years.of(month, day))
    return _single(_day(int(year) + (2000 if len(year) == 2 else 0), month, day))


def _bare_year(match: re.Match[str], _: Years) -> Days | None:
    year = int(match[1])
    return Days(date(year, 1, 1), date(year, 12, 31)) if FIRST_YEAR <= year <= LAST_YEAR else None


_Meaning = Callable[[re.Match[str], Years], Days | None]
_NAME = _MONTH.replace("(", "(?P<month>", 1)
_FORMS: tuple[tuple[re.Pattern[str], _Meaning], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", _numbers),
        (r"(\d{4})(\d{2})(\d{2})", _numbers),
        (_YEAR + r"(\d{1,2})月(\d{1,2})[日号]?", _month_day),
        (_YEAR + r"(\d{1,2})月份?(底|末|初|中|[上中下]旬)?", _month_part),
        (_YEAR + r"(年底|年末|底|末|上半年|下半年|全年|第?[一二三四1-4]季度)", _year_part),
        (
            r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]" + _NAME + r"(?:[ ,-]+(?P<year>\d{4}|\d\d))?",
            _english,
        ),
        (_NAME + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?", _english),
        (r"(\d{4})年?(?:全年)?", _bare_year),
    )
)


def serial_day(number: float) -> date | None:
    """The day that a spreadsheet shows for a number, if it is likely to be one."""
    return date(1899, 12, 30) + timedelta(int(number)) if 20_000 <= number <= 80_000 else None
