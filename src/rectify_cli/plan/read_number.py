"""Reads numbers: whole ones, amounts, percentages, true and false, the format's version."""

import re
from fractions import Fraction
from unicodedata import normalize

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.reading import Reading, kind_of
from rectify_cli.syntax.node import Node, Scalar

MAX_NUMBER = 1_000_000_000
KNOWN_VERSION = 1

_WHOLE = re.compile(r"0|[1-9][0-9]{0,15}")
_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,9})?")
_PERCENT = r"(-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,9})?)\s?%"
_NEGATIVE = re.compile(r"-[0-9]{1,16}(?:\.[0-9]{1,9})?")
_LOOSE = r"[+]?0*([0-9](?:[0-9_, ]*[0-9])?)(\.[0-9]+)?"


def read_whole(node: Node, reading: Reading) -> int | None:
    """A whole number from 0."""
    return whole_in(node, reading, 0, MAX_NUMBER)


def whole_in(node: Node, reading: Reading, least: int, most: int) -> int | None:
    """A whole number within bounds, both counted."""
    if not isinstance(node, Scalar) or not _WHOLE.fullmatch(node.text):
        if not _is_negative(node):
            _not_a_number(node, reading, say("a whole number"))
            return None
    elif least <= int(node.text) <= most:
        return int(node.text)
    fix = say("write one from {least} to {most}", least=least, most=most)
    reading.complain("bad-value", node, say("{text} is out of range", text=kind_of(node)), fix)
    return None


def read_amount(node: Node, reading: Reading) -> Fraction | None:
    """A number from 0, with a decimal point or without."""
    if not isinstance(node, Scalar) or not _AMOUNT.fullmatch(node.text):
        if not _is_negative(node):
            _not_a_number(node, reading, say("a number"))
            return None
        fix = say("write one from {least} to {most}", least=0, most=MAX_NUMBER)
    else:
        amount = Fraction(node.text)
        if amount <= MAX_NUMBER:
            return amount
        fix = say("write one up to {most}", most=MAX_NUMBER)
    reading.complain("bad-value", node, say("{text} is out of range", text=kind_of(node)), fix)
    return None


def read_positive(node: Node, reading: Reading) -> Fraction | None:
    """A number above 0, with a decimal point or without."""
    amount = read_amount(node, reading)
    if amount != 0:
        return amount
    reading.complain("bad-value", node, say("0 is out of range"), say("write one above 0"))
    return None


def read_percent(node: Node, reading: Reading) -> Fraction | None:
    """A share above 0% and up to 100%, as a fraction."""
    match = re.fullmatch(_PERCENT, node.text) if isinstance(node, Scalar) else None
    if match is None:
        message = say("{found} is not a percentage", found=kind_of(node))
        reading.complain("wrong-type", node, message, _percent_fix(node))
        return None
    share = Fraction(match[1]) / 100
    if 0 < share <= 1:
        return share
    message = say("{found} is out of range", found=kind_of(node))
    reading.complain("bad-value", node, message, say("write one above 0% and up to 100%"))
    return None


def read_flag(node: Node, reading: Reading) -> bool | None:
    """`true` or `false`."""
    if isinstance(node, Scalar) and node.text in {"true", "false"}:
        return node.text == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}
    word = meant.get(node.text.casefold()) if isinstance(node, Scalar) else None
    reading.wrong_type(node, say("true or false"), word or say("true or false"))
    return None


def read_version(node: Node, reading: Reading) -> int | None:
    """The version of the plan language, which is 1."""
    if not isinstance(node, Scalar) or not _WHOLE.fullmatch(node.text):
        message = say("{found} is not the number of a format", found=kind_of(node))
        reading.complain("wrong-type", node, message, say("write rectify: {n}", n=KNOWN_VERSION))
        return None
    if node.text == str(KNOWN_VERSION):
        return KNOWN_VERSION
    message = say("this rectify knows format {n}, not {text}", n=KNOWN_VERSION, text=node.text)
    fix = say("write rectify: {n}, or update rectify", n=KNOWN_VERSION)
    reading.complain("unknown-version", node, message, fix)
    return None


def _is_negative(node: Node) -> bool:
    """Whether a number is written, and one below 0: that is out of every range."""
    return isinstance(node, Scalar) and _NEGATIVE.fullmatch(node.text) is not None


def _not_a_number(node: Node, reading: Reading, wanted: Message) -> None:
    message = say("{found} is not {wanted}", found=kind_of(node), wanted=wanted)
    reading.complain("wrong-type", node, message, _plain_digits(node))


def _plain_digits(node: Node) -> Message:
    match = re.fullmatch(_LOOSE, _ascii_digits(node))
    if match is None:
        return say("write it in plain digits, such as 12")
    return say("write {digits}", digits=re.sub("[_, ]", "", match[1]) + (match[2] or ""))


def _percent_fix(node: Node) -> Message:
    match = re.fullmatch(r"(0?\.[0-9]{1,4}|[0-9]{1,3})", _ascii_digits(node))
    if match is None:
        return say("write one such as 90%")
    number = Fraction(match[1]) * (100 if "." in match[1] else 1)
    return say("write {number}%", number=f"{float(number):g}")


def _ascii_digits(node: Node) -> str:
    """A scalar's text with digits of other scripts as ASCII ones, cut where it is long."""
    if not isinstance(node, Scalar):
        return ""
    text = normalize("NFKC", node.text[:24])
    return "".join(str(int(each)) if each.isdecimal() else each for each in text)
