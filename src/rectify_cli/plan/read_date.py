"""Reads dates: a day as ISO writes it, or one that is counted from a task."""

import re
from calendar import monthrange
from datetime import date
from unicodedata import normalize

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import is_id
from rectify_cli.plan.model import Point
from rectify_cli.plan.read_length import parse_length
from rectify_cli.plan.reading import Reading, kind_of, quoted
from rectify_cli.plan.written import WrittenDate, WrittenDay, WrittenLength, WrittenRelative
from rectify_cli.syntax.node import Node, Scalar
from rectify_cli.syntax.rewrite import rewrite

FIRST_YEAR, LAST_YEAR = 1970, 2199

POINTS: dict[str, Point] = {"start": "start", "finish": "finish"}

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What a person writes who means a day: three numbers, or eight digits, or digits alone, or a year
# and digits with a dash too many or too few.
_DATE_LIKE = re.compile(
    r"\d+\s*[-/.年]\s*\d+\s*[-/.月]\s*\d+(?:[^\d\s+-].*|\s+\d.*)?|\d+|\d+月\d+日?"
    r"|(?:19|20|21)[0-9]{2}[0-9-]{5,}",
    re.DOTALL,
)
_YEAR_FIRST = (
    r"([0-9]{4})(?:\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
    r"(?:日|[T ].*)?"
)
# Such a day can be no other one, and says no more than a day.
_PLAIN_DAY = r"[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.|年[0-9]{1,2}月)[0-9]{1,2}日?"
_OFFSET = re.compile(r"(\S+)\s+([+-])\s+(\S.*)")
_TIGHT_OFFSET = r"(?P<ref>[^\s+]+)\s*(?P<sign>\+)\s*(?P<length>[0-9]\w*)"
_TIGHT_MINUS = r"(?P<ref>[^\s+]+?)(?P<sign>-)(?P<length>[0-9]+(?:d|w|ed|ew))"
_HALF_MINUS = r"(?P<ref>\S+)(?:\s+(?P<sign>-)|(?P<late>-)\s+)(?P<length>[0-9]\w*)"
# What is longer is no mistyped date; these expressions take their time over long texts.
_LONGEST_GUESS = 200
_FORMS = say("write 2021-03-05, or count from a task: kickoff + 2d")
_ISO_FORM = say("write it like 2021-03-05")


def read_day(node: Node, reading: Reading) -> WrittenDay | None:
    """A date as written, which is not counted from anything."""
    if type(node) is not Scalar:
        _not_a_date(node, reading, _ISO_FORM)
        return None
    day = parse_day(node.text, node, reading)
    return None if day is None else WrittenDay(day, node)


def read_date(node: Node, reading: Reading) -> WrittenDate | None:
    """A date: as written, or `REF[.start|.finish] [± LENGTH]`."""
    if type(node) is not Scalar:
        _not_a_date(node, reading, _FORMS)
        return None
    text = node.text
    known = reading.days.get(text)
    if known is not None:
        return WrittenDay(known, node)
    counted = reading.dates.get(text)
    if counted is not None:
        return WrittenRelative(*counted[:3], node)
    if _ISO.fullmatch(text) or _DATE_LIKE.fullmatch(text):
        day = parse_day(text, node, reading)
        return None if day is None else WrittenDay(day, node)
    return _parse_relative(text.strip(), node, reading)


def parse_day(text: str, node: Node, reading: Reading) -> date | None:
    """The day that a text names in ISO form, in the years that plans may speak of."""
    known = reading.days.get(text)
    if known is not None:
        return known
    if not _ISO.fullmatch(text):
        message = say("{text} is not a date", text=quoted(text) if text else say("an empty value"))
        iso = _iso_of(text)
        fix = say("write {iso}", iso=iso) if iso else _ISO_FORM
        is_plain = re.fullmatch(_PLAIN_DAY, text) is not None
        edit = rewrite(node, text, iso) if iso is not None and is_plain else None
        reading.complain("bad-date", node, message, fix, edit)
        return None
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = say("{text} is outside the years of plans", text=quoted(text))
        fix = say("write a year from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR)
        reading.complain("too-large", node, message, fix)
        return None
    try:
        found = reading.days[text] = date(year, month, day)
    except ValueError:
        message = say("there is no {text}", text=text)
        reading.complain("bad-date", node, message, _days_there_are(year, month))
        return None
    return found


def spaced(text: str) -> str | None:
    """`kickoff-2d` as `kickoff - 2d`: what an unknown name may have meant; None where nothing."""
    match = re.fullmatch(_TIGHT_MINUS, text[:_LONGEST_GUESS])
    return None if match is None else f"{match['ref']} - {match['length']}"


def _days_there_are(year: int, month: int) -> Message:
    if not 1 <= month <= 12:
        return say("months run from 01 to 12; the order is year-month-day")
    last = monthrange(year, month)[1]
    return say("{year}-{month:02} has {last} days", year=year, month=month, last=last)


def _parse_relative(text: str, node: Scalar, reading: Reading) -> WrittenRelative | None:
    if _ISO.match(text):
        fix = say("write the day itself")
        reading.complain("bad-date", node, say("a written date takes no + or -"), fix)
        return None
    reference = text
    offset: WrittenLength | None = None
    match = _OFFSET.fullmatch(text)
    if match is not None:
        reference = match[1]
        offset = parse_length(match[3], node, reading, sign="-" if match[2] == "-" else "")
        if offset is None:
            return None
    path, point = _point_of(reference)
    if path is not None and not all(is_id(part) for part in path.split(".")):
        message = say("{text} is not a date", text=quoted(text) if text else say("an empty value"))
        apart = _apart(text)
        fix = _FORMS
        if apart is not None:
            fix = say("write {ref} {sign} {length}: spaces stand round the sign", **apart)
        edit = rewrite(node, text, " ".join(apart.values())) if apart is not None else None
        reading.complain("bad-date", node, message, fix, edit)
        return None
    found = reading.dates[text] = WrittenRelative(path, point, offset, node)
    return found


def _point_of(reference: str) -> tuple[str | None, Point]:
    path, dot, last = reference.rpartition(".")
    point = POINTS.get(last)
    if point is None or (dot and not path):
        return reference, "finish"
    return path or None, point


def _apart(text: str) -> dict[str, str] | None:
    """The parts of an expression that lacks a space round its sign; None for any other."""
    if len(text) > _LONGEST_GUESS:
        return None
    match = re.fullmatch(_TIGHT_OFFSET, text) or re.fullmatch(_HALF_MINUS, text)
    if match is None:
        return None
    sign = "+" if match["sign"] == "+" else "-"
    return {"ref": match["ref"], "sign": sign, "length": match["length"]}


def _iso_of(text: str) -> str | None:
    """The day of a date in another form, as ISO writes it; None where it is not plain."""
    match = re.fullmatch(_YEAR_FIRST, normalize("NFKC", _ascii_digits(text)).strip())
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        day = date(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))
    except ValueError:
        return None
    return day.isoformat()


def _ascii_digits(text: str) -> str:
    return "".join(str(int(each)) if each.isdecimal() else each for each in text[:40])


def _not_a_date(node: Node, reading: Reading, fix: Message) -> None:
    reading.complain("bad-date", node, say("{found} is not a date", found=kind_of(node)), fix)
