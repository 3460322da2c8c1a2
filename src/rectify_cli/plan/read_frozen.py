"""Reads the file that `rectify calendar freeze` wrote: a country's days, in place of the library's.

A line that cannot be read is reported and left out alone; without its days or years there is no
calendar.
"""

from datetime import date

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.plan.model import FrozenCalendar
from rectify_cli.plan.read_date import parse_day
from rectify_cli.plan.reading import Reading, TooManyFindings, kind_of, quoted
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence

FORMAT = "1"
_MARK = "rectify-calendar"
_KEYS = frozenset({_MARK, "country", "subdivision", "source", "years", "days_off", "workdays"})
_WRITE_ANEW = say("let rectify calendar freeze write it")


def read_frozen(root: Node, path: str) -> tuple[FrozenCalendar | None, list[Finding]]:
    """The calendar that a frozen file holds; `path` is what messages call it."""
    reading = Reading()
    try:
        return _read(root, path, reading), reading.findings
    except TooManyFindings:
        return None, reading.too_many()


def _read(root: Node, path: str, reading: Reading) -> FrozenCalendar | None:
    if not isinstance(root, Mapping) or _MARK not in root.values:
        message = say("this is no frozen calendar: it lacks '{key}'", key=_MARK)
        reading.complain("missing-key", root, message, _WRITE_ANEW)
        return None
    version = root.values[_MARK]
    if not isinstance(version, Scalar) or version.text != FORMAT:
        message = say("this version knows frozen calendars of format {known}", known=FORMAT)
        reading.complain("unknown-version", version, message, say("install a newer rectify"))
        return None
    for key in root.keys:
        if key not in _KEYS:
            message = say("a frozen calendar has no key {key}", key=quoted(key))
            reading.complain("unknown-key", root.keys[key], message, _WRITE_ANEW)
    return FrozenCalendar(
        path,
        _text(root, "source") or "",
        _years(root, reading),
        _days(root, "days_off", reading),
        _days(root, "workdays", reading),
        _text(root, "country"),
        _text(root, "subdivision"),
    )


def _text(root: Mapping, key: str) -> str | None:
    node = root.values.get(key)
    return node.text if isinstance(node, Scalar) and node.text else None


def _years(root: Mapping, reading: Reading) -> frozenset[int]:
    node = root.values.get("years")
    if not isinstance(node, Sequence):
        _lacking(root, "years", say("a list of years"), reading)
        return frozenset()
    found = []
    for item in node:
        text = item.text if isinstance(item, Scalar) else ""
        if len(text) == 4 and text.isascii() and text.isdigit():
            found.append(int(text))
        else:
            reading.complain("wrong-type", item, say("this is no year"), _WRITE_ANEW)
    return frozenset(found)


def _days(root: Mapping, key: str, reading: Reading) -> dict[date, str]:
    node = root.values.get(key)
    if not isinstance(node, Mapping):
        _lacking(root, key, say("a mapping of days to what they are called"), reading)
        return {}
    found = {}
    for text, label in node.values.items():
        day = parse_day(text, node.keys[text], reading)
        if not isinstance(label, Scalar):
            message = say("a day's name is a text, not {found}", found=kind_of(label))
            reading.complain("wrong-type", label, message, _WRITE_ANEW)
        elif day is not None:
            found[day] = label.text
    return found


def _lacking(root: Mapping, key: str, wanted: Message, reading: Reading) -> None:
    if key in root.values:
        message = say("'{key}' is {wanted}", key=key, wanted=wanted)
        reading.complain("wrong-type", root.values[key], message, _WRITE_ANEW)
    else:
        message = say("a frozen calendar lacks '{key}'", key=key)
        reading.complain("missing-key", root, message, _WRITE_ANEW)
