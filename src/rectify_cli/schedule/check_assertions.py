"""`assert-failed`: what the plan asserts, held against the dates that came out."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.assertions.show import show
from rectify_cli.plan.assertions.tree import Chain, Expression
from rectify_cli.schedule.assertions.evaluate import Evaluation, conjuncts
from rectify_cli.schedule.assertions.facts import facts_of
from rectify_cli.schedule.assertions.words import with_values
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.passes import Passes
from rectify_cli.workdays.calendar import OutOfCalendar

_LONGEST = 100


def check_assertions(passes: Passes, schedule: Schedule) -> list[Finding]:
    """A finding for each assertion that does not hold; what has no dates is held to none."""
    if not schedule.plan.assertions:
        return []
    facts = facts_of(passes, schedule)
    calendar_of = passes.network.calendar_of
    evaluations = (
        Evaluation(assertion, facts, calendar_of(assertion.calendar))
        for assertion in schedule.plan.assertions
    )
    return [found for each in evaluations if (found := _finding(each)) is not None]


def _finding(evaluation: Evaluation) -> Finding | None:
    """What is wrong with one assertion; of conditions joined by `and` those that fail are shown."""
    assertion = evaluation.assertion
    try:
        values = [(each, evaluation.value(each)) for each in conjuncts(assertion.condition)]
        failing = [part for part, value in values if value is not None and not value.amount]
        if not failing:
            return None
        shown = _all_of(failing)
        said = with_values(evaluation, shown)
    except OutOfCalendar:
        return Finding(
            "too-large",
            assertion.where.span,
            say("{text} counts past the years 1 to 9999", text=_cut(show(assertion.condition))),
            say("take shorter lengths, or give the calendar workdays"),
        )
    message = say("{text} does not hold: {said}", text=_cut(show(shown)), said=said)
    fix = say("change the plan, or what it asserts")
    return Finding("assert-failed", assertion.where.span, message, fix)


def _all_of(conditions: Sequence[Expression]) -> Expression:
    first, *rest = conditions
    return Chain(first, tuple(("and", each) for each in rest)) if rest else first


def _cut(text: str) -> str:
    """A condition as a message shows it: the line it stands on is shown beside it anyway."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
