"""Reads a word out of a few: `asap`, `earlier`, `en`."""

from collections.abc import Callable
from typing import Literal, TypeVar

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.translations import LANGUAGES
from rectify_cli.plan.model import OnDayOff
from rectify_cli.plan.reading import Reading, kind_of
from rectify_cli.plan.remedy import remedy
from rectify_cli.syntax.node import Node, Scalar

W = TypeVar("W", bound=str)

_SCHEDULES: tuple[Literal["asap", "alap"], ...] = ("asap", "alap")
_ON_DAY_OFF: tuple[OnDayOff, ...] = ("earlier", "later", "skip")


def _choice(words: tuple[W, ...]) -> Callable[[Node, Reading], W | None]:
    known = {str(word): word for word in words}

    def read(node: Node, reading: Reading) -> W | None:
        if not isinstance(node, Scalar) or node.is_empty:
            reading.wrong_type(node, say("one word"), say("{words}", words=one_of))
            return None
        if node.text in known:
            return known[node.text]
        otherwise = say("write {words}", words=one_of)
        _, fix, edit = remedy(node, node.text, known, reading, otherwise)
        message = say("{found} is not one of {words}", found=kind_of(node), words=one_of)
        reading.complain("bad-value", node, message, fix, edit)
        return None

    one_of = f"{', '.join(words[:-1])} or {words[-1]}"
    return read


read_alap = _choice(_SCHEDULES)
read_language = _choice(LANGUAGES)
read_on_day_off = _choice(_ON_DAY_OFF)
