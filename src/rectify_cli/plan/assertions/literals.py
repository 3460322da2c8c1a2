"""Words that are values themselves: 310, 5d, 2021-04-30. They win over ids that look like them."""

import re

from rectify_cli.foundation.finding import say
from rectify_cli.plan.assertions.meaning import Constant
from rectify_cli.plan.lengths import lag_of
from rectify_cli.plan.read_date import parse_day
from rectify_cli.plan.read_length import parse_length
from rectify_cli.plan.reading import Reading, quoted
from rectify_cli.syntax.node import Scalar

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_LENGTH = re.compile(r"(-?)([0-9]+(?:d|w|ed|ew))")
_DATE = re.compile(r"\d+[-.年]\d+[-.月]\d+日?")
# What is written for a number or a length by somebody who does not know how; no task is meant.
_LIKE_A_NUMBER = re.compile(r"-?\d[\d_.]*")
_LIKE_A_LENGTH = re.compile(r"-?\d[\d.]*[^\W\d_]+")


def is_literal(text: str) -> bool:
    """Whether a word is a value, or was to be one, whatever ids there are."""
    return any(form.fullmatch(text) for form in (_DATE, _LENGTH, _LIKE_A_NUMBER))


def is_like_a_length(text: str) -> bool:
    """Whether a word that names nothing was probably to be a length: `3days`."""
    return _LIKE_A_LENGTH.fullmatch(text) is not None


def read_literal(node: Scalar, reading: Reading) -> Constant | None:
    """The value of a word; None, and a finding, where it is none."""
    text = node.text
    if _DATE.fullmatch(text):
        day = parse_day(text, node, reading)
        return None if day is None else Constant("day", day.toordinal())
    if _NUMBER.fullmatch(text):
        return Constant("number", int(text))
    if _LIKE_A_NUMBER.fullmatch(text):
        message = say("{text} is not a number", text=quoted(text))
        fix = say("write a whole number of at most nine digits")
        reading.complain("bad-value", node, message, fix)
        return None
    return read_length_word(node, reading)


def read_length_word(node: Scalar, reading: Reading) -> Constant | None:
    """The length that a word is; None, and a finding, where it is none."""
    text = node.text.removeprefix("-")
    sign = "-" if text != node.text else ""
    length = parse_length(text, node, reading, sign="-" if sign else "")
    if length is None:
        return None
    lag = lag_of(length, reading.week_days)
    return Constant("days" if lag.elapsed else "workdays", lag.days)
