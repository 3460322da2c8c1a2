"""Words with a tone become words in colour, cleaned on the way; without colour only cleaned."""

from collections.abc import Iterable

from rectify_cli.render.clean import clean
from rectify_cli.report.table import Tone

_CODES: dict[Tone, str] = {
    "plain": "",
    "strong": "1",
    "faint": "2",
    "good": "32",
    "calm": "36",
    "notice": "33",
    "bad": "1;31",
}

Piece = tuple[str, Tone]


def paint(pieces: Iterable[Piece], *, colour: bool) -> str:
    """The pieces as one text. What each says is cleaned; only the colour is ours."""
    if not colour:
        return clean("".join(text for text, _ in pieces))
    return "".join(_painted(clean(text), _CODES[tone]) for text, tone in pieces)


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text
