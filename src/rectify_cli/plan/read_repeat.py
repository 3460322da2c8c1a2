"""Reads a recurrence: `{every: week, on: fri}`, or an RRULE, which `plan.rrule` checks."""

import re
from typing import Annotated, ClassVar

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.form import Form
from rectify_cli.plan.model import Repeat
from rectify_cli.plan.part import Part, field, part
from rectify_cli.plan.read_calendar import WEEKDAYS, weekday_meant
from rectify_cli.plan.read_date import read_day
from rectify_cli.plan.read_number import whole_in
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.reading import Reading, kind_of, shown
from rectify_cli.plan.remedy import remedy
from rectify_cli.plan.rrule import MAX_COUNT, MAX_INTERVAL, RuleProblem, normal_rule
from rectify_cli.plan.written import WrittenDay
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.rewrite import rewrite

_EVERY = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_OTHER_WORDS = {
    "day": "days daily 日 天 每日 每天",
    "week": "weeks weekly 周 每周",
    "month": "months monthly 月 每月",
    "quarter": "quarters quarterly 季 季度 每季度",
    "year": "years yearly annually 年 每年",
}
_LIKE_EVERY = {word: every for every, words in _OTHER_WORDS.items() for word in words.split()}
_ON_EXAMPLES = {
    "week": say("fri, or [mon, fri]"),
    "month": say("a day 1 to 31, last, first mon, or last fri"),
    "quarter": say("a day 1 to 31, last, first mon, or last fri"),
    "year": say("a month and a day: 03-05"),
}
_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_MONTH_DAY = r"[1-9]|[12][0-9]|3[01]"
_YEAR_DAY = r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTHS = {"02": 29, "04": 30, "06": 30, "09": 30, "11": 30}


def _read_every(node: Node, reading: Reading) -> str | None:
    if isinstance(node, Scalar) and node.text in _EVERY:
        return node.text
    message = say("{found} is no period to repeat in", found=kind_of(node))
    fix = say("write day, week, month, quarter or year; interval: 2 for every other")
    if not isinstance(node, Scalar) or node.is_empty:
        reading.complain("wrong-type", node, message, fix)
        return None
    near = _LIKE_EVERY.get(node.text.casefold())
    if near is not None:
        fix = say("did you mean '{name}'?", name=near)
        edit = rewrite(node, node.text, near)
    else:
        near, fix, edit = remedy(node, node.text, _EVERY, reading, fix)
    reading.complain("bad-value", node, message, fix, edit)
    return near if edit is not None else None  # what else is wrong is asked of the one meant


def _read_interval(node: Node, reading: Reading) -> int | None:
    return whole_in(node, reading, 1, MAX_INTERVAL)


def _read_count(node: Node, reading: Reading) -> int | None:
    return whole_in(node, reading, 1, MAX_COUNT)


def _read_on(node: Node, reading: Reading) -> tuple[Scalar, ...]:
    """What the period is narrowed to, as written: what it may be depends on the period."""
    items = node.items if isinstance(node, Sequence) else [node]
    found = []
    for item in items:
        if isinstance(item, Scalar) and not item.is_empty:
            found.append(item)
        else:
            reading.wrong_type(item, say("a day"), say("one such as fri"))
    return tuple(found)


@part
class RepeatPart(Part):
    """A recurrence written as a mapping."""

    noun: ClassVar[Message] = say("a recurrence")
    example: ClassVar[Message] = say("{every: week, on: fri}")

    every: Annotated[str | None, Form(_read_every, {"$ref": "#/$defs/every"})] = field(
        "day, week, month, quarter or year.", example="week"
    )
    on: Annotated[tuple[Scalar, ...], Form(_read_on, {"$ref": "#/$defs/repeat-on"})] = field(
        "fri, [mon, fri]; a day 1 to 31, last, first mon; 03-05.", default=()
    )
    interval: Annotated[int | None, Form(_read_interval, {"$ref": "#/$defs/positive-whole"})] = (
        field("Every how many of them; default 1.", default=None)
    )
    count: Annotated[int | None, Form(_read_count, {"$ref": "#/$defs/positive-whole"})] = field(  # type: ignore[assignment]
        "After how many occurrences it ends.", default=None
    )
    until: Annotated[WrittenDay | None, Form(read_day, {"$ref": "#/$defs/day"})] = field(
        "The last day that it may occur on; default: the finish.", default=None
    )


def read_repeat(node: Node, reading: Reading) -> Repeat | None:
    """A recurrence as an RFC 5545 rule without DTSTART."""
    if isinstance(node, Mapping):
        part = read_part(RepeatPart, node, reading)
        repeat = None if part.every is None else _from_part(part, part.every, reading)
        return None if part.bad else repeat
    if not isinstance(node, Scalar) or node.is_empty:
        reading.wrong_type(node, RepeatPart.noun, RepeatPart.example)
        return None
    if node.text in _EVERY:
        fix = say("write {{every: {period}}}", period=node.text)
        reading.complain(
            "wrong-type", node, say("{found} is not a recurrence", found=shown(node)), fix
        )
        return None
    rule = normal_rule(node.text)
    if isinstance(rule, str):
        return Repeat(rule, node)
    reading.complain(rule.rule, node, rule.message, rule.fix)
    return None


def _from_part(part: RepeatPart, every: str, reading: Reading) -> Repeat | None:
    frequency, step = _EVERY[every]
    interval = step * (part.interval or 1)
    fields = [f"FREQ={frequency}"]
    if interval > 1:
        fields.append(f"INTERVAL={interval}")
    narrowed = _narrowed(part, every, reading)
    if narrowed is None:
        return None
    fields += narrowed
    if part.count is not None:
        fields.append(f"COUNT={part.count}")
    if part.until is not None:
        fields.append(f"UNTIL={part.until.value:%Y%m%d}")
    rule = normal_rule(";".join(fields))
    if isinstance(rule, RuleProblem):
        reading.complain(rule.rule, part.where, rule.message, rule.fix)
        return None
    return Repeat(rule, part.where)


def _narrowed(part: RepeatPart, every: str, reading: Reading) -> list[str] | None:
    if not part.on:
        return []
    fields: dict[str, list[str]] = {}
    for item in part.on:
        by = _by(item.text, every)
        if by is None:
            _no_day_of(every, item, reading)
            return None
        for name, value in by:
            fields.setdefault(name, []).append(value)
    if (len(fields) > 1 and every != "year") or (
        any(len(each) > 1 for each in fields.values()) and every == "year"
    ):
        message = say("these days cannot stand in one recurrence")
        reading.complain(
            "bad-value", part.where.values["on"], message, say("make two tasks of them")
        )
        return None
    return [f"{name}={','.join(dict.fromkeys(values))}" for name, values in fields.items()]


def _no_day_of(every: str, item: Scalar, reading: Reading) -> None:
    message = say("{found} is no day of a {period}", found=shown(item), period=every)
    example = _ON_EXAMPLES.get(every)
    fix, edit = say("write {example}", example=example) if example else say("take on: away"), None
    if every == "week":
        day, sure = weekday_meant(item.text, reading)
        if day is not None:
            fix = (
                say("write {words}", words=day) if sure else say("did you mean '{name}'?", name=day)
            )
            edit = rewrite(item, item.text, day) if sure else None
    reading.complain("bad-value", item, message, fix, edit)


def _by(text: str, every: str) -> list[tuple[str, str]] | None:
    """The RRULE fields that one day of a period means; None where it is no day of that period."""
    if every == "week":
        return [("BYDAY", text[:2].upper())] if text in WEEKDAYS else None
    if every in {"month", "quarter"}:
        return _by_month(text)
    match = re.fullmatch(_YEAR_DAY, text) if every == "year" else None
    if match is None or int(match[2]) > _SHORT_MONTHS.get(match[1], 31):
        return None
    return [("BYMONTH", str(int(match[1]))), ("BYMONTHDAY", str(int(match[2])))]


def _by_month(text: str) -> list[tuple[str, str]] | None:
    if re.fullmatch(_MONTH_DAY, text):
        return [("BYMONTHDAY", text)]
    if text == "last":
        return [("BYMONTHDAY", "-1")]
    which, _, weekday = text.partition(" ")
    if which in _NTH and weekday in WEEKDAYS:
        return [("BYDAY", _NTH[which] + weekday[:2].upper())]
    return None
