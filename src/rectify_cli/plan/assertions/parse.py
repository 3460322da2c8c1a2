"""An assertion's text → a tree: one function for all signs, called once for each of their levels.

    or, and, not, then < <= == != >= >, then + and -, the loosest first

A comparison has two sides; `a <= b <= c` is written `a <= b and b <= c`.
"""

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.assertions.fault import Fault
from rectify_cli.plan.assertions.tokens import Token, tokens_of
from rectify_cli.plan.assertions.tree import (
    COMPARATORS,
    LEVELS,
    NOT_LEVEL,
    Call,
    Chain,
    Expression,
    Not,
    Place,
    Sign,
    Word,
)

MAX_TEXT = 1_000
MAX_DEPTH = 50

_EXAMPLE = say("write a condition such as study.finish <= 2021-04-30")
_AS_A_SIGN = {"=": "=="}
_SIGNS_MEANT = {"和": "and", "且": "and", "并且": "and", "或": "or", "或者": "or"}


def parse(text: str) -> Expression | Fault:
    """The tree of a text, or the first thing that is wrong with it."""
    if len(text) > MAX_TEXT:
        return Fault(
            Place(0, len(text)),
            say("an assertion has at most {n} characters", n=MAX_TEXT),
            say("write several assertions"),
            "too-large",
        )
    tokens = tokens_of(text)
    if isinstance(tokens, Fault):
        return tokens
    try:
        return _Parser(text, tokens).whole()
    except _Unreadable as unreadable:
        return unreadable.fault


class _Unreadable(Exception):  # noqa: N818 - it never leaves this file: it unwinds one parse
    """Carries the fault out of the levels."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class _Parser:
    """One text being read, from its first token to the end."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Expression:
        """The tree of all tokens."""
        found = self._level(0)
        if self._next.kind != "end":
            raise self._left_over()
        return found

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _takes(self, *signs: str) -> bool:
        """Whether one of these signs comes next; if so, it is taken."""
        found = self._next.kind == "sign" and self._next.text in signs
        self._at += found
        return found

    def _level(self, level: int) -> Expression:
        if level == len(LEVELS):
            return self._operand()
        if level == NOT_LEVEL:
            return self._negated()
        first = self._level(level + 1)
        rest: list[tuple[Sign, Expression]] = []
        while (sign := self._sign_of(level)) is not None:
            if rest and sign in COMPARATORS:
                raise self._compared_twice()
            self._take()
            rest.append((sign, self._level(level + 1)))
        return Chain(first, tuple(rest), _around(first, rest[-1][1])) if rest else first

    def _sign_of(self, level: int) -> Sign | None:
        """The sign that comes next, if it is one of a level."""
        token = self._tokens[self._at]
        if token.kind != "sign":
            return None
        sign = _AS_A_SIGN.get(token.text, token.text)
        if sign not in LEVELS[level]:
            return None
        if sign in {"+", "-"} and not self._stands_apart(token):
            raise _unreadable(token, *_tight(token.text))
        return sign

    def _stands_apart(self, token: Token) -> bool:
        before = self._text[token.place.begin - 1 : token.place.begin]
        return before.isspace() and self._text[token.place.end :][:1].isspace()

    def _negated(self) -> Expression:
        token = self._next
        if not self._takes("not"):
            return self._level(NOT_LEVEL + 1)
        self._go_deeper(token)
        operand = self._level(NOT_LEVEL)
        self._depth -= 1
        return Not(operand, Place(token.place.begin, operand.place.end))

    def _operand(self) -> Expression:
        token = self._next
        if token.kind == "word":
            self._take()
            opening = self._next
            if not self._takes("("):
                return Word(token.text, token.place)
            return self._call(token, opening)
        if not self._takes("("):
            raise self._no_operand(token)
        self._go_deeper(token)
        found = self._level(0)
        self._close(token)
        return found

    def _call(self, name: Token, opening: Token) -> Call:
        self._go_deeper(opening)
        arguments = []
        if not (self._next.kind == "sign" and self._next.text == ")"):
            arguments.append(self._level(0))
            while self._takes(","):
                arguments.append(self._level(0))
        closing = self._close(opening)
        return Call(name.text, tuple(arguments), Place(name.place.begin, closing.place.end))

    def _close(self, opening: Token) -> Token:
        closing = self._next
        if closing.kind == "end":
            raise _unreadable(opening, say("this ( is not closed"), say("add ) behind its end"))
        if not self._takes(")"):
            raise self._left_over()
        self._depth -= 1
        return closing

    def _go_deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = say("more than {n} levels of ( and not", n=MAX_DEPTH)
            fault = Fault(token.place, message, say("write several assertions"), "too-deep")
            raise _Unreadable(fault)

    def _no_operand(self, token: Token) -> _Unreadable:
        expected = say("a name, a date, a length, a number or (")
        if token.kind == "end":
            message = say("{expected} is missing at the end", expected=expected)
            return _unreadable(token, message, _EXAMPLE)
        if token.text in {"+", "-"}:
            return _unreadable(token, *_tight(token.text))
        message = say("'{sign}' stands where {expected} is expected", sign=token.text,
                      expected=expected)  # fmt: skip
        return _unreadable(token, message, _EXAMPLE)

    def _left_over(self) -> _Unreadable:
        """About a token that follows what is whole without it."""
        token = self._next
        if token.kind == "sign":
            message = say("'{sign}' stands where the end, and, or or a sign is expected",
                          sign=token.text)  # fmt: skip
            return _unreadable(token, message, say("take it out, or complete what stands round it"))
        before = self._tokens[self._at - 1]
        if token.text.startswith("-") or (before.kind == "word" and before.text.endswith("-")):
            return _unreadable(token, *_tight("-"))
        message = say("a sign such as <= or and is expected before '{word}'", word=token.text)
        meant = _SIGNS_MEANT.get(token.text, token.text.lower())
        fix = say("write {sign}", sign=meant) if meant in {"and", "or", "not"} else _EXAMPLE
        return _unreadable(token, message, fix)

    def _compared_twice(self) -> _Unreadable:
        message = say("a comparison has two sides, and this is a third")
        return _unreadable(self._next, message, say("write a <= b and b <= c"))


def _unreadable(token: Token, message: Message, fix: Message) -> _Unreadable:
    return _Unreadable(Fault(token.place, message, fix))


def _tight(sign: str) -> tuple[Message, Message]:
    message = say("spaces stand round '{sign}', and something on both sides", sign=sign)
    return message, say("write kickoff {sign} 2d", sign=sign)


def _around(first: Expression, last: Expression) -> Place:
    return Place(first.place.begin, last.place.end)
