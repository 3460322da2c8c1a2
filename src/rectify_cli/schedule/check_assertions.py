"""`assert-failed`: what the plan asserts, held against the dates that came out."""

from collections.abc import Callable
from datetime import date
from operator import eq, ge, gt, le, lt, ne

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.model import Assertion, AssertionTerm, Comparison, Count, FixedDate, Task
from rectify_cli.schedule.deadlines import day_of
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.passes import Passes

_COMPARE: dict[Comparison, Callable[[int, int], bool]] = {
    "<=": le,
    ">=": ge,
    "==": eq,
    "!=": ne,
    "<": lt,
    ">": gt,
}


def check_assertions(passes: Passes, schedule: Schedule) -> list[Finding]:
    """A finding for each assertion that does not hold; what has no dates is not held to any."""
    found = []
    for assertion in schedule.plan.assertions:
        left = _value(assertion.left, assertion, passes, schedule)
        right = _value(assertion.right, assertion, passes, schedule)
        if left is None or right is None or _COMPARE[assertion.comparison](left, right):
            continue
        said = [
            f"{words} is {_shown(term, value)}"
            for words, term, value in zip(
                assertion.text.split(assertion.comparison),
                (assertion.left, assertion.right),
                (left, right),
                strict=True,
            )
            if not isinstance(term, FixedDate | int)
        ]
        message = say("'{text}' does not hold: {said}", text=assertion.text, said=", ".join(said))
        fix = say("mend the plan, or what it asserts")
        found.append(Finding("assert-failed", assertion.where.span, message, fix))
    return found
