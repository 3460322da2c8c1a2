"""A tree → its text, as plain as it can be written; parsing that gives the same tree again."""

from collections.abc import Callable

from rectify_cli.plan.assertions.tree import (
    LEVELS,
    NOT_LEVEL,
    Call,
    Chain,
    Expression,
    Not,
    Word,
)

Instead = Callable[[Expression], str | None]


def as_written(_: Expression) -> None:
    """Nothing stands in for any part."""


def show(expression: Expression, instead: Instead = as_written) -> str:
    """The text of a tree.

    Args:
        expression: The tree.
        instead: Gives the text that stands in for a part, None where the part is to be written.
    """
    said = instead(expression)
    if said is not None:
        return said
    match expression:
        case Word():
            return expression.text
        case Call():
            arguments = ", ".join(show(each, instead) for each in expression.arguments)
            return f"{expression.name}({arguments})"
        case Not():
            return f"not {_inside(expression.operand, NOT_LEVEL - 1, instead)}"
        case Chain():
            level = expression.level
            parts = [_inside(expression.first, level, instead)]
            for sign, operand in expression.rest:
                parts += [sign, _inside(operand, level, instead)]
            return " ".join(parts)


def _inside(expression: Expression, level: int, instead: Instead) -> str:
    """A part's text within a whole, in parentheses where it does not bind tighter."""
    text = show(expression, instead)
    tighter = _level(expression) > level or instead(expression) is not None
    return text if tighter else f"({text})"


def _level(expression: Expression) -> int:
    match expression:
        case Chain():
            return expression.level
        case Not():
            return NOT_LEVEL
        case _:
            return len(LEVELS)
