"""`bad-value`: days compared with numbers, and whatever else does not go together."""

from collections.abc import Mapping

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.assertions.fault import Fault
from rectify_cli.plan.assertions.kinds import IN_WORDS, Kind, added, common
from rectify_cli.plan.assertions.meaning import Meaning
from rectify_cli.plan.assertions.show import show
from rectify_cli.plan.assertions.tree import (
    COMPARATORS,
    Call,
    Chain,
    Expression,
    Not,
    Sign,
    Word,
)
from rectify_cli.plan.reading import quoted

_COMPARE = say("compare it: study.finish <= 2021-04-30")


def check_kinds(tree: Expression, meanings: Mapping[Expression, Meaning]) -> list[Fault]:
    """What does not go together in an assertion all of whose words have a meaning."""
    kinds = _Kinds(meanings)
    kinds.asked_for("truth", tree)
    return kinds.faults


class _Kinds:
    """The kinds of a tree's parts, from the words upwards; a part in error has none."""

    def __init__(self, meanings: Mapping[Expression, Meaning]) -> None:
        self._meanings = meanings
        self.faults: list[Fault] = []

    def asked_for(self, wanted: Kind, part: Expression) -> None:
        """Look at a part that stands where a kind is asked for."""
        kind = self._of(part)
        if kind is not None and kind != wanted:
            message = say(
                "{part} is {kind}, not {wanted}",
                part=_quoted(part),
                kind=IN_WORDS[kind],
                wanted=IN_WORDS[wanted],
            )
            fix = say("name a day: kickoff, 2021-04-30") if wanted == "day" else _COMPARE
            self.faults.append(Fault(part.place, message, fix))

    def _of(self, part: Expression) -> Kind | None:
        match part:
            case Word():
                return self._meanings[part].kind
            case Not():
                self.asked_for("truth", part.operand)
                return "truth"
            case Call():
                return self._of_call(part)
            case Chain():
                return self._of_chain(part)

    def _of_call(self, call: Call) -> Kind | None:
        if call in self._meanings:
            return self._meanings[call].kind
        if call.name in {"min", "max"}:
            first, *rest = call.arguments
            kind = self._of(first)
            for each in rest:
                kind = self._compared(first, kind, each)
            return kind
        for each in call.arguments:
            self.asked_for("day", each)
        return "workdays" if call.name == "workdays" else "days"

    def _of_chain(self, chain: Chain) -> Kind | None:
        sign = chain.rest[0][0]
        if sign in {"and", "or"}:
            for operand in (chain.first, *(each for _, each in chain.rest)):
                self.asked_for("truth", operand)
            return "truth"
        if sign in COMPARATORS:
            self._compared(chain.first, self._of(chain.first), chain.rest[0][1])
            return "truth"
        kind = self._of(chain.first)
        for sign, operand in chain.rest:
            kind = self._added(kind, sign, operand)
        return kind

    def _compared(self, first: Expression, kind: Kind | None, other: Expression) -> Kind | None:
        """The kind that two parts have in common."""
        kind_of_other = self._of(other)
        if kind is None or kind_of_other is None:
            return None
        found = common(kind, kind_of_other)
        if found is None:
            message = say(
                "{one} is {kind} and {other} is {kind_of_other}: they cannot be compared",
                one=_quoted(first),
                kind=IN_WORDS[kind],
                other=_quoted(other),
                kind_of_other=IN_WORDS[kind_of_other],
            )
            self.faults.append(Fault(other.place, message, _comparable(kind, kind_of_other)))
        return found

    def _added(self, kind: Kind | None, sign: Sign, operand: Expression) -> Kind | None:
        other = self._of(operand)
        if kind is None or other is None:
            return None
        found = added(kind, sign, other)
        if found is None:
            message = say(
                "'{sign}' stands between {kind} and {other}",
                sign=sign,
                kind=IN_WORDS[kind],
                other=IN_WORDS[other],
            )
            fix = _addable(kind, other, operand)
            self.faults.append(Fault(operand.place, message, fix))
        return found


def _comparable(one: Kind, other: Kind) -> Message:
    if "truth" in {one, other}:
        return say("write a condition by itself: critical(kickoff), or not critical(kickoff)")
    if "day" in {one, other}:
        return say("compare days with days; workdays(a, b) and days(a, b) count those between two")
    return say("count both in workdays (3d), or both in calendar days (3ed)")


def _addable(one: Kind, other: Kind, operand: Expression) -> Message:
    if one == "day" and other == "number" and isinstance(operand, Word):
        return say("write {n}d (workdays) or {n}ed (calendar days)", n=operand.text)
    if one == "day" and other == "day":
        return say("write workdays(a, b) or days(a, b): they count the days between two")
    if other == "day":
        return say("the day comes first: kickoff + 2d")
    return say("add lengths to days, and like to like: kickoff + 2d, count(a) + count(b)")


def _quoted(part: Expression) -> str:
    return quoted(show(part))
