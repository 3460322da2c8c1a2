"""Checks an RFC 5545 recurrence rule within bounds, so that what expands it cannot run away."""

import re
from calendar import monthrange
from collections.abc import Callable

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.reading import quoted

MAX_INTERVAL = 1_000
MAX_COUNT = 5_000
MAX_RULE = 500

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_ORDER = (
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYWEEKNO", "BYYEARDAY",
    "BYMONTHDAY", "BYDAY", "BYSETPOS",
)  # fmt: skip
_CLOCK = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_WEEKDAY = r"(?:[+-]?([1-9][0-9]?))?(?:MO|TU|WE|TH|FR|SA|SU)"
_SIGNED = r"[+-]?[1-9][0-9]{0,2}"
_UNTIL = r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9]{6}Z?)?"


class RuleProblem(Struct):
    """Why a recurrence rule is refused, by which of our rules, and what to write instead."""

    rule: str
    message: Message
    fix: Message


def normal_rule(text: str) -> str | RuleProblem:
    """The rule in its normal form (`FREQ` first, no blanks, `UNTIL` a day), or what is wrong."""
    if len(text) > MAX_RULE:
        return _problem("too-large", say("a recurrence has at most {n} characters", n=MAX_RULE))
    body = text.strip().upper().removeprefix("RRULE:")
    if "DTSTART" in body or "\n" in body or "=" not in body:
        return _problem("wrong-type", say("{text} is not a recurrence", text=quoted(text)))
    fields: dict[str, str] = {}
    for field in body.removesuffix(";").split(";"):
        name, _, value = (each.strip() for each in field.partition("="))
        if name in fields or not value:
            return _problem(
                "bad-value", say("{field} stands twice or has no value", field=quoted(name))
            )
        fields[name] = value
    problem = _problem_of(fields)
    if problem is not None:
        return problem
    if "UNTIL" in fields:
        fields["UNTIL"] = fields["UNTIL"][:8]
    return ";".join(f"{name}={fields[name]}" for name in _ORDER if name in fields)


def _problem_of(fields: dict[str, str]) -> RuleProblem | None:
    frequency = fields.get("FREQ", "")
    if frequency not in _FREQUENCIES:
        if frequency in {"HOURLY", "MINUTELY", "SECONDLY"}:
            return _problem("bad-value", say("a recurrence is by days, not {freq}", freq=frequency))
        return _problem(
            "bad-value", say("a recurrence has a FREQ of {all}", all=", ".join(_FREQUENCIES))
        )
    for name, value in fields.items():
        if name == "FREQ":
            continue
        if name in _CLOCK:
            return _problem("bad-value", say("a recurrence is by days, without {name}", name=name))
        if name not in _ORDER:
            return _problem(
                "bad-value", say("{name} is no part of a recurrence", name=quoted(name))
            )
        if not _CHECKS[name](value):
            return _problem(
                "bad-value", say("{name} cannot be {value}", name=name, value=quoted(value))
            )
    return _clash_of(fields)


def _clash_of(fields: dict[str, str]) -> RuleProblem | None:
    """What RFC 5545 (3.3.10) does not let stand together."""
    frequency = fields["FREQ"]
    if "COUNT" in fields and "UNTIL" in fields:
        return _problem("bad-value", say("COUNT and UNTIL exclude each other"))
    clashes = {
        "BYWEEKNO": frequency != "YEARLY",
        "BYYEARDAY": frequency != "YEARLY",
        "BYMONTHDAY": frequency == "WEEKLY",
        "BYSETPOS": not any(n.startswith("BY") and n != "BYSETPOS" for n in fields),
    }
    for name, clash in clashes.items():
        if clash and name in fields:
            return _problem(
                "bad-value", say("{name} does not go with {freq}", name=name, freq=frequency)
            )
    numbered = any(
        each.lstrip("+-")[0].isdigit() for each in fields.get("BYDAY", "").split(",") if each
    )
    if numbered and (frequency not in {"MONTHLY", "YEARLY"} or "BYWEEKNO" in fields):
        return _problem("bad-value", say("a numbered weekday goes with MONTHLY or YEARLY"))
    return None


def _problem(rule: str, message: Message) -> RuleProblem:
    return RuleProblem(rule, message, say("write {every: week, on: fri}, or FREQ=WEEKLY;BYDAY=FR"))


def _count_up_to(most: int) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        return re.fullmatch("[1-9][0-9]{0,5}", value) is not None and int(value) <= most

    return check


def _signed_up_to(most: int, least: int) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        numbers = value.split(",")
        return all(re.fullmatch(_SIGNED, n) and least <= int(n) <= most for n in numbers)

    return check


def _is_until(value: str) -> bool:
    match = re.fullmatch(_UNTIL, value)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    return 1970 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _are_weekdays(value: str) -> bool:
    matches = [re.fullmatch(_WEEKDAY, each) for each in value.split(",")]
    return all(each is not None and int(each[1] or 1) <= 53 for each in matches)


_CHECKS: dict[str, Callable[[str], bool]] = {
    "INTERVAL": _count_up_to(MAX_INTERVAL),
    "COUNT": _count_up_to(MAX_COUNT),
    "UNTIL": _is_until,
    "WKST": lambda value: re.fullmatch("MO|TU|WE|TH|FR|SA|SU", value) is not None,
    "BYMONTH": _signed_up_to(12, 1),
    "BYWEEKNO": _signed_up_to(53, -53),
    "BYYEARDAY": _signed_up_to(366, -366),
    "BYMONTHDAY": _signed_up_to(31, -31),
    "BYDAY": _are_weekdays,
    "BYSETPOS": _signed_up_to(366, -366),
}
