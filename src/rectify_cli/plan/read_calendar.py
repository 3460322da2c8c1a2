"""Reads what a calendar is made of: weekdays, days with labels, country, timezone."""

import re
from collections.abc import Iterator

from rectify_cli.foundation.finding import say
from rectify_cli.plan.model import DayLabel
from rectify_cli.plan.read_date import parse_day
from rectify_cli.plan.read_text import read_line
from rectify_cli.plan.reading import Reading, kind_of, quoted, shown
from rectify_cli.plan.remedy import remedy
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.rewrite import rewrite

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A hundred years; what is longer is not a list of days off but a mistake.
MAX_DAYS_LISTED = 36_600

_WEEKDAY_NAMES = {
    f"{prefix}{sign}": day
    for day, signs in enumerate(["一", "二", "三", "四", "五", "六", "日天"])
    for sign in signs
    for prefix in ("周", "星期", "礼拜")
} | {
    name[:end]: day
    for day, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
    for end in range(3, len(name) + 1)
}
_ZONE = r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}"
# Two dates and the blanks between; the expression takes its time over long texts.
_LONGEST_RANGE = 40
_RANGE = r"(\S+?)\s*\.\.\.?\s*(\S+)"


def read_weekday(node: Node, reading: Reading) -> int | None:
    """A weekday, Monday 0."""
    if not isinstance(node, Scalar) or node.is_empty:
        reading.wrong_type(node, say("a weekday"), say("one of mon tue wed thu fri sat sun"))
        return None
    if node.text in WEEKDAYS:
        return WEEKDAYS.index(node.text)
    day, sure = weekday_meant(node.text, reading)
    edit = None
    if day is None:
        fix = say("write {words}", words=say("one of mon tue wed thu fri sat sun"))
    elif sure:
        fix, edit = say("write {words}", words=day), rewrite(node, node.text, day)
    else:
        fix = say("did you mean '{name}'?", name=day)
    message = say("{found} is not a weekday", found=shown(node))
    reading.complain("bad-value", node, message, fix, edit)
    return None


def weekday_meant(text: str, reading: Reading) -> tuple[str | None, bool]:
    """The weekday that is written in another way or mistyped, and whether it can be no other."""
    folded = text.casefold()
    day = _WEEKDAY_NAMES.get(folded)
    if day is not None:
        return WEEKDAYS[day], True
    return reading.suggest(folded, WEEKDAYS) if folded.isalpha() else None, False


def read_week(node: Node, reading: Reading) -> tuple[int, ...] | None:
    """The weekdays that are worked, in their order; None where one of them cannot be read."""
    items = node.items if isinstance(node, Sequence) else [node]
    days = [read_weekday(item, reading) for item in items]
    if None in days:
        return None
    return tuple(sorted({day for day in days if day is not None}))


def read_country(node: Node, reading: Reading) -> Text | None:
    """A country's two letters; whether its calendar is known is asked later."""
    code = read_line(node, reading)
    if code is None or re.fullmatch("[A-Z]{2}", code.text):
        return code
    upper = code.text.upper()
    fits = re.fullmatch("[A-Z]{2}", upper)
    message = say("{code} is not a country code", code=quoted(code.text))
    fix = say("write {code}", code=upper if fits else say("its two letters, such as CN, DE, US"))
    edit = rewrite(node, code.text, upper) if fits else None
    reading.complain("bad-value", node, message, fix, edit)
    return None


def read_timezone(node: Node, reading: Reading) -> Text | None:
    """A timezone of the IANA database, such as Asia/Shanghai."""
    zone = read_line(node, reading)
    if zone is None or _is_zone(zone.text):
        return zone
    otherwise = say("write one such as Europe/Berlin")
    _, fix, edit = remedy(node, zone.text, _zones(), reading, otherwise)
    message = say("there is no timezone {zone}", zone=quoted(zone.text))
    reading.complain("bad-value", node, message, fix, edit)
    return None


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - most plans name none

    if not re.fullmatch(_ZONE, name):
        return False
    try:
        ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        return False
    return True


def _zones() -> set[str]:
    from zoneinfo import available_timezones  # noqa: PLC0415 - the same

    return available_timezones()


def read_day_labels(node: Node, reading: Reading) -> tuple[DayLabel, ...]:
    """Days and ranges of days: one, a list, or a mapping of these to what they are called."""
    found = []
    total = 0
    for day, label in _entries(node, reading):
        span = _read_span(day, label, reading)
        if span is None:
            continue
        total += (span.last - span.first).days + 1
        if total > MAX_DAYS_LISTED:
            message = say("more than {most} days are listed", most=MAX_DAYS_LISTED)
            reading.complain(
                "too-large", day, message, say("list only the days that the plan needs")
            )
            break
        found.append(span)
    return tuple(found)


def _entries(node: Node, reading: Reading) -> Iterator[tuple[Scalar, str]]:
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            label = _label(value, reading)
            if label is not None:
                yield node.keys[key], label
        return
    for item in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(item, Scalar):
            yield item, ""
        else:
            message = say("{found} is not a date", found=kind_of(item))
            fix = say(
                "write 2021-03-15, 2021-03-15..2021-03-17, or all as a mapping of these to names"
            )
            reading.complain("bad-date", item, message, fix)


def _label(node: Node, reading: Reading) -> str | None:
    if isinstance(node, Scalar) and not node.text:
        return ""
    text = read_line(node, reading)
    return None if text is None else text.text


def _read_span(node: Scalar, label: str, reading: Reading) -> DayLabel | None:
    match = re.fullmatch(_RANGE, node.text) if len(node.text) <= _LONGEST_RANGE else None
    if match is None:
        day = parse_day(node.text, node, reading)
        return None if day is None else DayLabel(day, day, label, node)
    first, last = (parse_day(each, node, reading) for each in match.groups())
    if first is None or last is None:
        return None
    if first <= last:
        return DayLabel(first, last, label, node)
    message = say("{found} ends before it begins", found=shown(node))
    reading.complain(
        "bad-date", node, message, say("write {last}..{first}", last=last, first=first)
    )
    return None
