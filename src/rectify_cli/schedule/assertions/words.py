"""The values of an assertion in words, and a condition with its values in place of its names."""

from rectify_cli.plan.assertions.show import show
from rectify_cli.plan.assertions.tree import LEVELS, Chain, Expression, Not
from rectify_cli.schedule.assertions.evaluate import Evaluation, Value
from rectify_cli.schedule.wording import dated_words

_CONDITIONS = len(LEVELS) - 1
"""Chains below this level are conditions of which each side is shown."""


def with_values(evaluation: Evaluation, condition: Expression) -> str:
    """A condition with what each side came to: `2021-05-07 (Fri) <= 2021-04-30 (Fri)`."""

    def instead(part: Expression) -> str | None:
        if isinstance(part, Not) or (isinstance(part, Chain) and part.level < _CONDITIONS):
            return None
        value = evaluation.value(part)
        return "no date" if value is None else value_words(value)

    return show(condition, instead)


def value_words(value: Value) -> str:
    """`2021-05-07 (Fri)`, `310`, `5d`, `3ed`, `true`."""
    match value.kind:
        case "day":
            return dated_words(value.amount)
        case "workdays":
            return f"{value.amount}d"
        case "days":
            return f"{value.amount}ed"
        case "truth":
            return "true" if value.amount else "false"
        case "number":
            return str(value.amount)
