"""A condition, held against a schedule: true, false, or not known where dates are missing."""

from collections.abc import Sequence
from operator import eq, ge, gt, le, lt, ne
from typing import Final

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.kinds import Kind, added, common
from rectify_cli.plan.assertions.meaning import Constant, Meaning
from rectify_cli.plan.assertions.tree import Call, Chain, Expression, Not, Sign, Word
from rectify_cli.plan.model import Assertion, Lag
from rectify_cli.schedule.assertions.facts import Facts, workdays
from rectify_cli.workdays.calendar import Calendar
from rectify_cli.workdays.shift import shift

_HOLDS: Final = {"<": lt, "<=": le, "==": eq, "!=": ne, ">=": ge, ">": gt}


class Value(Struct):
    """A kind and an amount: a day's ordinal, a count, a truth as 1 or 0."""

    kind: Kind
    amount: int


class Evaluation(Struct):
    """One assertion's words, and what they are held against; lengths count in `calendar`."""

    assertion: Assertion
    facts: Facts
    calendar: Calendar

    def value(self, part: Expression) -> Value | None:
        """What a part comes to; None where something in it has no dates.

        Raises OutOfCalendar where it counts past the years that there are.
        """
        match part:
            case Word():
                return self._meant(self.assertion.meanings[part])
            case Not():
                return _opposite(self.value(part.operand))
            case Call():
                meaning = self.assertion.meanings.get(part)
                return self._call(part) if meaning is None else self._meant(meaning)
            case Chain():
                return self._chain(part)

    def _meant(self, meaning: Meaning) -> Value | None:
        if isinstance(meaning, Constant):
            return Value(meaning.kind, meaning.amount)
        amount = self.facts.amount(meaning, self.calendar)
        return None if amount is None else Value(meaning.kind, amount)

    def _call(self, call: Call) -> Value | None:
        values = [self.value(each) for each in call.arguments]
        known = [each for each in values if each is not None]
        if len(known) < len(values):
            return None
        amounts = [each.amount for each in known]
        if call.name == "workdays":
            return Value("workdays", workdays(self.calendar, amounts[0], amounts[1]))
        if call.name == "days":
            return Value("days", max(0, amounts[1] - amounts[0] + 1))
        kind = known[0].kind
        for each in known[1:]:
            kind = common(kind, each.kind) or kind
        return Value(kind, min(amounts) if call.name == "min" else max(amounts))

    def _chain(self, chain: Chain) -> Value | None:
        sign = chain.rest[0][0]
        first = self.value(chain.first)
        others = [self.value(operand) for _, operand in chain.rest]
        if sign in {"and", "or"}:
            return _joined([first, *others], decisive=sign == "or")
        known = [each for each in others if each is not None]
        if first is None or len(known) < len(others):
            return None
        if sign in _HOLDS:
            return _truth(value=_HOLDS[sign](first.amount, known[0].amount))
        for (each, _), value in zip(chain.rest, known, strict=True):
            first = _sum(first, each, value, self.calendar)
        return first


def conjuncts(condition: Expression) -> Sequence[Expression]:
    """The conditions that all have to hold for the whole to hold."""
    if isinstance(condition, Chain) and condition.rest[0][0] == "and":
        return (condition.first, *(each for _, each in condition.rest))
    return (condition,)


def _joined(values: Sequence[Value | None], *, decisive: bool) -> Value | None:
    """All of some truths (decisive: a false one), or any of them (decisive: a true one)."""
    amounts = [None if each is None else bool(each.amount) for each in values]
    if decisive in amounts:
        return _truth(value=decisive)
    return None if None in amounts else _truth(value=not decisive)


def _opposite(value: Value | None) -> Value | None:
    return None if value is None else _truth(value=not value.amount)


def _truth(*, value: bool) -> Value:
    return Value("truth", int(value))


def _sum(one: Value, sign: Sign, other: Value, calendar: Calendar) -> Value:
    """A day moved by a length, or a sum; raises OutOfCalendar past the days that there are."""
    amount = -other.amount if sign == "-" else other.amount
    if one.kind != "day":
        return Value(added(one.kind, sign, other.kind) or one.kind, one.amount + amount)
    return Value("day", shift(calendar, one.amount, Lag(amount, other.kind == "days")))
