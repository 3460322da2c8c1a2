"""An assertion's text → words and signs, each with its place.

Ids may hold `-` and letters of any script, so that `a-b` is one word; `-` is a sign only where
spaces stand round it, as everywhere in the plan language.
"""

import re
from typing import Literal
from unicodedata import category

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.fault import Fault
from rectify_cli.plan.assertions.tree import Place

TokenKind = Literal["word", "sign", "end"]

_SIGNS = ("<=", ">=", "==", "!=", "<", ">", "=", "(", ")", ",", "+")
# What people type who mean one of ours. The longer come first.
_MEANT = {
    "&&": "and", "||": "or", "<>": "!=", "=<": "<=", "=>": ">=", "&": "and", "|": "or", "!": "not",
    "≤": "<=", "≥": ">=", "≠": "!=", "（": "(", "）": ")", "，": ",", "、": ",", "＜": "<",
    "＞": ">", "＝": "=", "＋": "+", "－": "-", "−": "-", "–": "-",
}  # fmt: skip
_BY_FIRST = {
    first: [each for each in (*_MEANT, *_SIGNS) if each[0] == first]
    for first in {each[0] for each in (*_MEANT, *_SIGNS)}
}
_PLAIN = re.compile(r"[A-Za-z0-9_.-]*")
# A word or a sign that is surely one, and the blanks before it; all else is looked at in full.
_SURE = re.compile(
    r"\s*(?:([A-Za-z0-9_.-]++)(?![^\x00-\x7f])|(<=|>=|==|!=|<(?!>)|>|=(?![<>])|[(),+]))"
)
_KEYWORDS = frozenset({"and", "or", "not"})


class Token(Struct):
    """A word or a sign; the keywords `and`, `or` and `not` are signs. The end is empty."""

    kind: TokenKind
    text: str
    place: Place


def tokens_of(text: str) -> list[Token] | Fault:
    """The tokens of a text with the end behind them, or the first character that is none."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        sure = _SURE.match(text, at)
        if sure is not None:
            word, sign = sure.groups()
            end = sure.end()
            if word is None:
                found.append(Token("sign", sign, Place(end - len(sign), end)))
            else:
                found.append(_word(word, end))
            at = end
            continue
        if text[at].isspace():
            at += 1
            continue
        token = _token_at(text, at)
        if isinstance(token, Fault):
            return token
        found.append(token)
        at = token.place.end
    last = found[-1].place if found else Place(0, len(text))
    return [*found, Token("end", "", last)]


def _token_at(text: str, at: int) -> Token | Fault:
    end = _end_of_word(text, at)
    if end > at:
        return _word(text[at:end], end)
    signs = [each for each in _BY_FIRST.get(text[at], ()) if text.startswith(each, at)]
    meant = next((each for each in signs if each in _MEANT), None)
    sign = next((each for each in signs if each not in _MEANT), None)
    if sign is not None and (meant is None or len(meant) <= len(sign)):
        return Token("sign", sign, Place(at, at + len(sign)))
    return _foreign(text, at, meant)


def _word(word: str, end: int) -> Token:
    kind: TokenKind = "sign" if word == "-" or word in _KEYWORDS else "word"
    return Token(kind, word, Place(end - len(word), end))


def _end_of_word(text: str, at: int) -> int:
    while True:
        found = _PLAIN.match(text, at)
        at = at if found is None else found.end()
        if at == len(text) or text[at].isascii() or category(text[at])[0] not in "LMN":
            return at
        at += 1


def _foreign(text: str, at: int, meant: str | None) -> Fault:
    sign = text[at] if meant is None else meant
    message = say("'{sign}' is no sign of an assertion", sign=sign)
    return Fault(Place(at, at + len(sign)), message, _remedy(sign, meant))


def _remedy(sign: str, meant: str | None) -> Message:
    if meant is not None:
        return say("write {sign}", sign=_MEANT[meant])
    if sign == "/":
        return say("write a date like 2021-03-05")
    if sign in "\"'“”‘’`":
        return say("write names and dates without quotes")
    return say("the signs are < <= == != >= > + - ( ) , and the words and, or, not")
