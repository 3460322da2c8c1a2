"""Reads clock times within a day: `09:00-11:30`, or `09:00` alone."""

import re
from datetime import time

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.model import TimeRange
from rectify_cli.plan.reading import Reading, kind_of, shown
from rectify_cli.syntax.node import Node, Scalar

_TIMES = r"([0-9]{2}):([0-9]{2})(?:-([0-9]{2}):([0-9]{2}))?"
_LOOSE = r"([0-9]{1,2})[:：.]([0-9]{2})(?:\s*(?:-|–|—|~|～|to|至)\s*([0-9]{1,2})[:：.]([0-9]{2}))?"


def read_time(node: Node, reading: Reading) -> TimeRange | None:
    """A stretch of a day, or the moment it begins at."""
    match = re.fullmatch(_TIMES, node.text) if isinstance(node, Scalar) else None
    if match is None or not isinstance(node, Scalar):
        message = say("{found} is not a clock time", found=kind_of(node))
        reading.complain("wrong-type", node, message, _tidied(node))
        return None
    hour, minute, end_hour, end_minute = (
        None if each is None else int(each) for each in match.groups()
    )
    begin = _clock(hour, minute)
    end = _clock(end_hour, end_minute)
    if begin is None or (end is None and end_hour is not None):
        message = say("{found} is no time of day", found=shown(node))
        reading.complain("bad-value", node, message, say("write from 00:00 to 23:59"))
        return None
    if end is not None and end <= begin:
        message = say("{found} ends before it begins", found=shown(node))
        reading.complain("bad-value", node, message, say("write the earlier time first"))
        return None
    return TimeRange(begin, end)


def _clock(hour: int | None, minute: int | None) -> time | None:
    if hour is None or minute is None or hour > 23 or minute > 59:
        return None
    return time(hour, minute)


def _tidied(node: Node) -> Message:
    match = re.fullmatch(_LOOSE, node.text) if isinstance(node, Scalar) else None
    if match is None:
        return say("write 09:00 or 09:00-11:30")
    begin = f"{match[1]:>02}:{match[2]}"
    return say("write {time}", time=f"{begin}-{match[3]:>02}:{match[4]}" if match[3] else begin)
