"""Reads clock times within a day: `09:00-11:30`, or `09:00` alone."""

import re
from datetime import time

from rectify_cli.foundation.finding import say
from rectify_cli.plan.model import TimeRange
from rectify_cli.plan.reading import Reading, kind_of, shown
from rectify_cli.syntax.node import Node, Scalar
from rectify_cli.syntax.rewrite import rewrite

_TIMES = r"([0-9]{2}):([0-9]{2})(?:-([0-9]{2}):([0-9]{2}))?"
_LOOSE = r"([0-9]{1,2})[:：.]([0-9]{2})(?:\s*(?:-|–|—|~|～|to|至)\s*([0-9]{1,2})[:：.]([0-9]{2}))?"


def read_time(node: Node, reading: Reading) -> TimeRange | None:
    """A stretch of a day, or the moment it begins at."""
    match = re.fullmatch(_TIMES, node.text) if isinstance(node, Scalar) else None
    if match is None or not isinstance(node, Scalar):
        _not_a_time(node, reading)
        return None
    begin, end = _clocks(match)
    if begin is None or (end is None and match[3] is not None):
        _no_time_of_day(node, reading)
        return None
    if end is not None and end <= begin:
        message = say("{found} ends before it begins", found=shown(node))
        reading.complain("bad-value", node, message, say("write the earlier time first"))
        return None
    return TimeRange(begin, end)


def _clocks(match: re.Match[str]) -> tuple[time | None, time | None]:
    """The two times in a match, each None where it is not said, or none of a day."""
    return _clock(match[1], match[2]), _clock(match[3], match[4])


def _clock(hour: str | None, minute: str | None) -> time | None:
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return None
    return time(int(hour), int(minute))


def _no_time_of_day(node: Scalar, reading: Reading) -> None:
    message = say("{found} is no time of day", found=shown(node))
    reading.complain("bad-value", node, message, say("write from 00:00 to 23:59"))


def _not_a_time(node: Node, reading: Reading) -> None:
    """Report what is no clock time; one that is but written otherwise, with how it is written."""
    match = re.fullmatch(_LOOSE, node.text) if isinstance(node, Scalar) else None
    fix, edit = say("write 09:00 or 09:00-11:30"), None
    if match is not None and isinstance(node, Scalar):
        begin, end = _clocks(match)
        if begin is None or (end is None and match[3] is not None):
            _no_time_of_day(node, reading)
            return
        tidied = f"{begin:%H:%M}" if end is None else f"{begin:%H:%M}-{end:%H:%M}"
        fix, edit = say("write {time}", time=tidied), rewrite(node, node.text, tidied)
    message = say("{found} is not a clock time", found=kind_of(node))
    reading.complain("wrong-type", node, message, fix, edit)
