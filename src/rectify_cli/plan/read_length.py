"""Reads lengths: `3d` and `1w` in workdays, `3ed` and `1ew` elapsed, `0d`, `to-deadline`."""

import re
from typing import Literal, cast

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.slips import is_slip
from rectify_cli.plan.reading import Reading, kind_of, quoted
from rectify_cli.plan.written import LengthUnit, ToDeadline, WrittenLength
from rectify_cli.syntax.node import Node, Scalar
from rectify_cli.syntax.rewrite import rewrite

MAX_DAYS = 5_000
TO_DEADLINE: ToDeadline = "to-deadline"

_LENGTH = re.compile(r"(0|[1-9][0-9]{0,30})(d|w|ed|ew)")
_FORMS = say("write 3d (workdays), 1w (weeks of work), 3ed or 1ew (calendar days), 0d")
# What is longer is no mistyped length.
_LONGEST_GUESS = 40
_LOOSE = r"([+-]?)\s*0*([0-9]+)(?:\.0*)?\s*([^\W\d_]*)\.?"
_WORDS: dict[str, tuple[LengthUnit, LengthUnit]] = {
    **dict.fromkeys(("", "d", "day", "days", "workday", "workdays"), ("d", "ed")),
    **dict.fromkeys(("wd", "bd", "businessdays", "工作日", "个工作日", "天", "日"), ("d", "ed")),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "周", "星期", "个星期"), ("w", "ew")),
    **dict.fromkeys(("ed", "eday", "edays"), ("ed", "ed")),
    **dict.fromkeys(("ew", "eweek", "eweeks"), ("ew", "ew")),
}
_MEANING = {"d": "workdays", "w": "weeks of work", "ed": "calendar days", "ew": "calendar weeks"}

Sign = Literal["", "-"]


def read_length(node: Node, reading: Reading) -> WrittenLength | None:
    """A length of at least a day, in any unit."""
    length = length_in(node, reading)
    if length is None or length.count:
        return length
    reading.complain(
        "bad-value",
        node,
        say("{text} is no time at all", text=kind_of(node)),
        say("write 1d or more"),
    )
    return None


def read_workday_length(node: Node, reading: Reading) -> WrittenLength | None:
    """A length in workdays; 0d is one."""
    length = length_in(node, reading)
    return None if length is None else _in_workdays(length, node, reading)


def read_duration(node: Node, reading: Reading) -> WrittenLength | ToDeadline | None:
    """A task's duration: workdays, or until its deadline."""
    if not isinstance(node, Scalar) or node.text[:1] not in {"t", "T"}:
        return read_workday_length(node, reading)
    if node.text == TO_DEADLINE:
        return TO_DEADLINE
    if node.text.casefold().startswith("to"):
        message = say("{text} is not a length", text=kind_of(node))
        is_sure = is_slip(node.text, TO_DEADLINE, ())
        edit = rewrite(node, node.text, TO_DEADLINE) if is_sure else None
        reading.complain("bad-length", node, message, say("did you mean 'to-deadline'?"), edit)
        return None
    return read_workday_length(node, reading)


def length_in(node: Node, reading: Reading) -> WrittenLength | None:
    """A length without a sign, in any unit."""
    if type(node) is Scalar:
        return parse_length(node.text, node, reading)
    message = say("{found} is not a length", found=kind_of(node))
    reading.complain("bad-length", node, message, _FORMS)
    return None


def parse_length(
    text: str, node: Node, reading: Reading, *, sign: Sign = ""
) -> WrittenLength | None:
    """The length that a text names, negative where its sign is `-`; `node` is where it stands."""
    known = reading.lengths.get((sign, text))
    if known is not None:
        return known
    match = _LENGTH.fullmatch(text)
    if match is None:
        message = say(
            "{text} is not a length", text=quoted(text) if text else say("an empty value")
        )
        forms = _nearest(text)
        words = [f"{form} ({_MEANING[form.lstrip('0123456789')]})" for form in forms]
        fix = say("write {forms}", forms=" or ".join(words)) if words else _FORMS
        edit = rewrite(node, text, forms[0]) if len(forms) == 1 else None
        reading.complain("bad-length", node, message, fix, edit)
        return None
    count, unit = int(match[1]), cast("LengthUnit", match[2])
    if count * _days_in(unit, reading) > MAX_DAYS:
        message = say("{text} is longer than {most} days", text=quoted(text), most=MAX_DAYS)
        reading.complain("too-large", node, message, say("write at most {n}d", n=MAX_DAYS))
        return None
    length = WrittenLength(-count if sign else count, unit)
    reading.lengths[sign, text] = length
    return length


def _days_in(unit: LengthUnit, reading: Reading) -> int:
    if unit == "w":
        return max(reading.week_days, 1)
    return 7 if unit == "ew" else 1


def _in_workdays(length: WrittenLength, node: Node, reading: Reading) -> WrittenLength | None:
    if length.unit in {"d", "w"}:
        return length
    n, unit = length.count, length.unit[1:]
    message = say("{text} counts calendar days; here workdays are asked for", text=kind_of(node))
    fix = say("write {n}{unit} ({what})", n=n, unit=unit, what=_MEANING[unit])
    reading.complain("bad-length", node, message, fix)
    return None


def _nearest(text: str) -> list[str]:
    """The lengths that a person may have meant; none where nothing like one is written."""
    written = text[:_LONGEST_GUESS].strip().casefold()
    apart = re.fullmatch(r"([0-9]+)\s*([a-z]+)", written)
    if apart is not None and _LENGTH.fullmatch(apart[1] + apart[2]):  # `3 d` and `3D` say it
        return [apart[1] + apart[2]]
    match = re.fullmatch(_LOOSE, written)
    units = None if match is None or match[1] == "-" else _WORDS.get(match[3])
    if match is None or units is None or len(match[2]) > 4 or not match[2].isascii():
        return []
    return [f"{int(match[2])}{unit}" for unit in dict.fromkeys(units)]
