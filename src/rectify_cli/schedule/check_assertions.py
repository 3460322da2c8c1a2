"""`assert-failed`: what the plan asserts, held against the dates that came out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import eq, ge, gt, le, lt, ne

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.model import (
    Assertion,
    AssertionTerm,
    Comparison,
    Count,
    RelativeDate,
)
from rectify_cli.schedule.deadlines import Spans, day_of
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.network import CalendarOf

_HOLDS: Mapping[Comparison, Callable[[int, int], bool]] = {
    "<=": le,
    ">=": ge,
    "==": eq,
    "!=": ne,
    "<": lt,
    ">": gt,
}


def check_assertions(schedule: Schedule, calendar_of: CalendarOf) -> list[Finding]:
    """A finding for each assertion that does not hold; what has no dates is held to none."""
    if not schedule.plan.assertions:
        return []
    facts = _Facts(schedule, calendar_of, _spans(schedule))
    found = []
    for assertion in schedule.plan.assertions:
        left = facts.value(assertion.left, assertion)
        right = facts.value(assertion.right, assertion)
        if left is None or right is None or _HOLDS[assertion.comparison](left, right):
            continue
        message = say(
            "'{text}' does not hold: {said}",
            text=assertion.text,
            said=", ".join(_said(assertion, left, right)),
        )
        fix = say("mend the plan, or what it asserts")
        found.append(Finding("assert-failed", assertion.where.span, message, fix))
    return found


@dataclass(frozen=True, slots=True)
class _Facts:
    """What assertions are held against."""

    schedule: Schedule
    calendar_of: CalendarOf
    spans: Spans

    def value(self, term: AssertionTerm, assertion: Assertion) -> int | None:
        """A number, or a date's ordinal; None for the date of what has none."""
        if isinstance(term, int):
            return term
        if isinstance(term, Count):
            return self._count(term.task)
        finish = self.schedule.finish
        whole = None
        if finish is not None:
            whole = (self.schedule.start.toordinal(), finish.toordinal())
        return day_of(term, self.calendar_of(assertion.calendar), self.spans, whole)

    def _count(self, index: int) -> int:
        tasks = self.schedule.plan.tasks
        if tasks[index].units is not None:
            return sum(len(timing.units or ()) for timing in self.schedule.by_task[index])
        leaves = 0
        stack = [index]
        while stack:
            task = tasks[stack.pop()]
            leaves += task.kind == "task"
            stack.extend(task.children)
        return leaves


def _spans(schedule: Schedule) -> Spans:
    """First and last day of every task, repeating ones too."""
    return Spans(
        [
            (
                min(timing.start for timing in timings).toordinal(),
                max(timing.finish for timing in timings).toordinal(),
            )
            if timings
            else None
            for timings in schedule.by_task
        ]
    )


def _said(assertion: Assertion, left: int, right: int) -> list[str]:
    """What each side came to, where that is not written out already."""
    words = [each.strip() for each in assertion.text.split(assertion.comparison)]
    sides = ((words[0], assertion.left, left), (words[-1], assertion.right, right))
    return [
        f"{word} is {date.fromordinal(value) if isinstance(term, RelativeDate) else value}"
        for word, term, value in sides
        if isinstance(term, RelativeDate | Count)
    ]
