"""Reads what each workday of a task holds: `{1: Opening, 2-4: Group study, 5: Test}`."""

import re

from rectify_cli.foundation.finding import say
from rectify_cli.plan.model import DayText
from rectify_cli.plan.read_length import MAX_DAYS
from rectify_cli.plan.read_text import read_line
from rectify_cli.plan.reading import Reading, shown
from rectify_cli.syntax.node import Mapping, Node, Scalar

_DAYS = r"([1-9][0-9]{0,5})(?:\s?-\s?([1-9][0-9]{0,5}))?"


def read_day_texts(node: Node, reading: Reading) -> tuple[DayText, ...]:
    """The texts by the task's workdays, 1-based, in order; no day has two."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, say("a mapping of days"), say("{1: Opening, 2-4: Group study}"))
        return ()
    found: list[DayText] = []
    for key, value in node.values.items():
        days = _read_days(node.keys[key], reading)
        text = None if days is None else read_line(value, reading)
        if days is not None and text is not None:
            found.append(DayText(*days, text.text, node.keys[key]))
    found.sort(key=lambda each: each.first)
    return _without_overlaps(found, reading)


def _read_days(key: Scalar, reading: Reading) -> tuple[int, int] | None:
    match = re.fullmatch(_DAYS, key.text)
    if match is None:
        message = say("{found} is not a day of the task", found=shown(key))
        reading.complain("wrong-type", key, message, say("write 1, or 2-4, counted in workdays"))
        return None
    first = int(match[1])
    last = int(match[2] or first)
    if first <= last <= MAX_DAYS:
        return first, last
    message = say("{found} is out of range", found=shown(key))
    fix = say("write the first day first, and none above {most}", most=MAX_DAYS)
    reading.complain("bad-value", key, message, fix)
    return None


def _without_overlaps(days: list[DayText], reading: Reading) -> tuple[DayText, ...]:
    kept: list[DayText] = []
    for each in days:
        if kept and each.first <= kept[-1].last:
            message = say("day {n} is described twice", n=each.first)
            reading.complain(
                "bad-value", each.where, message, say("let the days follow each other")
            )
        else:
            kept.append(each)
    return tuple(kept)
