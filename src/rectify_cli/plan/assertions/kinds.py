"""What can be asked of a task, of what kind each answer is, and which kinds go together.

A bare number stands for a length wherever one is asked for, so that `float(reading) >= 2` and
`float(reading) >= 2d` say the same; only a day is never moved by a bare number.
"""

from collections.abc import Mapping
from typing import Final, Literal

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.assertions.tree import Sign

Kind = Literal["day", "number", "workdays", "days", "truth"]
FactName = Literal[
    "start",
    "finish",
    "deadline",
    "early_start",
    "early_finish",
    "late_start",
    "late_finish",
    "duration",
    "workdays",
    "float",
    "free_float",
    "critical",
    "count",
]

FACTS: Final[Mapping[str, tuple[FactName, Kind]]] = {
    "start": ("start", "day"),
    "finish": ("finish", "day"),
    "deadline": ("deadline", "day"),
    "early_start": ("early_start", "day"),
    "early_finish": ("early_finish", "day"),
    "late_start": ("late_start", "day"),
    "late_finish": ("late_finish", "day"),
    "duration": ("duration", "workdays"),
    "workdays": ("workdays", "workdays"),
    "float": ("float", "workdays"),
    "free_float": ("free_float", "workdays"),
    "critical": ("critical", "truth"),
    "count": ("count", "number"),
}
"""What is known of every task, and asked as `reading.float` or `float(reading)`."""

FUNCTIONS: Final = frozenset({"workdays", "days", "min", "max"})
"""The functions of values: the days between two, the least and the greatest."""

IN_WORDS: Final[Mapping[Kind, Message]] = {
    "day": say("a day"),
    "number": say("a number"),
    "workdays": say("a number of workdays"),
    "days": say("a number of calendar days"),
    "truth": say("a condition"),
}

_LENGTHS: Final = frozenset({"workdays", "days"})


def common(one: Kind, other: Kind) -> Kind | None:
    """The kind in which two values can be compared; None where they cannot."""
    if one == "truth" or other == "truth":
        return None
    if one == other:
        return one
    if one == "number" and other in _LENGTHS:
        return other
    return one if other == "number" and one in _LENGTHS else None


def added(one: Kind, sign: Sign, other: Kind) -> Kind | None:
    """The kind of a sum or a difference; None where there is none."""
    if one == "day":
        return "day" if other in _LENGTHS else None
    if other == "day" or sign not in {"+", "-"}:
        return None
    return common(one, other)
