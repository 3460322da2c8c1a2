"""Characters that no plan may hold: they steer terminals, hide, or turn the reading order round."""

import re
from unicodedata import name

# Named by what is in it: an expression of all that is not allowed takes ten times as long to make.
_FOREIGN_RANGES = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff"
)
# Not compiled until a text holds something unusual: that takes a millisecond of every start.
_FORBIDDEN_RUN = f"[{_FOREIGN_RANGES}]+|\r(?!\n)"
_FOREIGN = f"[{_FOREIGN_RANGES}]"
_FORBIDDEN = f"[{_FOREIGN_RANGES}\r]"
_ESCAPE = r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))"
# What ASCII texts are made of.
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_NAMED_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}
_LINE_BREAKS = "\r\x85\u2028\u2029"
_LAST_CODE_POINT = 0x10FFFF


def forbidden_runs(text: str) -> list[tuple[int, int]]:
    """The stretches of forbidden characters in a text as written: offsets, the end exclusive."""
    # What is printable is allowed: asked first, since it takes half of the search's time, and of
    # a text without foreign letters a quarter.
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return []
    if text.replace("\n", "").isprintable():
        return []
    if re.search(_FOREIGN, text) is None and text.count("\r") == text.count("\r\n"):
        return []
    return [match.span() for match in re.finditer(_FORBIDDEN_RUN, text)]


def forbidden_escape(raw: str, start: int = 0) -> tuple[int, int, str] | None:
    r"""The first escape in a double-quoted text that stands for a forbidden character.

    Args:
        raw: the text as written, with its quotes (`"\x1b"`).
        start: where to begin.

    Returns:
        The offsets of the escape in `raw`, the end exclusive, and the character.
    """
    for match in re.compile(_ESCAPE).finditer(raw, start):
        two, four, eight, letter = match.groups()
        code = int(two or four or eight or "0", 16)
        if letter is None and code > _LAST_CODE_POINT:
            continue
        character = chr(code) if letter is None else _NAMED_ESCAPES.get(letter, " ")
        if re.match(_FORBIDDEN, character):
            return match.start(), match.end(), character
    return None


def without_forbidden(value: str) -> str:
    """A text whose escapes have been resolved, less its forbidden characters."""
    return re.sub(_FORBIDDEN, "", value)


def stands_for_space(run: str) -> bool:
    """Whether a forbidden run parts two lines: a blank has to stay where it is taken out."""
    return any(character in _LINE_BREAKS for character in run)


def spoken(character: str) -> str:
    """How a character that cannot be shown is named: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {name(character, '')}".rstrip()
