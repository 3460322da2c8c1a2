"""Explains commas and brackets that a Chinese keyboard writes full-width, and colons among them."""

import re
from collections.abc import Iterator

from rectify_cli.foundation.finding import Message, say
from rectify_cli.syntax.fault import Fault, Scene
from rectify_cli.syntax.lines import is_key_in, line_at, meaning_lines
from rectify_cli.syntax.patch import Edit

COMMAS = "，、；"
_HALF = {"｛": "{", "｝": "}", "［": "[", "］": "]"}
_FULL = {half: full for full, half in _HALF.items()}
_KEY_BEFORE_BRACKET = re.compile(r"[\w-]+[ ]?(?P<colon>：)[ ]*[{\[]")
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
# A key with the sign before it, and the colon behind it.
_ENTRY = re.compile(r"(?P<before>[{｛,，、；])[ ]*(?P<key>[^\W\d][\w-]*)[ ]?(?P<colon>[:：])(?!/)")
_PLAIN_KEY = re.compile(r"[a-z_]+")


def colon_before_bracket(scene: Scene) -> Fault | None:
    """`office： {title: Office, …}`, where YAML takes all up to the next colon for the key."""
    line = line_at(scene.text, scene.trouble.at)
    match = None if line.key is None else _KEY_BEFORE_BRACKET.match(line.key)
    if match is None:
        return None
    return full_width_colon(scene.text, line.start + line.item_indent + match.start("colon"))


def full_width_colon(text: str, at: int) -> Fault:
    """The fault of a colon that is known to be full-width."""
    message = say("the colon is full-width; YAML needs a half-width one")
    fix = say("write ': ' (a half-width colon and a space)")
    return _fault(text, at, ":", message, fix)


def full_width_comma(text: str, at: int) -> Fault:
    """The fault of a comma that stands between two entries."""
    message = say("the comma is full-width; YAML needs a half-width one")
    return _fault(text, at, ",", message, say("write ', ' (a half-width comma and a space)"))


def opening_bracket(text: str, at: int) -> Fault | None:
    """A value that begins with a full-width bracket."""
    half = _HALF.get(text[at : at + 1], "")
    return _bracket(at, half) if half in {"{", "["} else None


def bracket_before_key(scene: Scene) -> Fault | None:
    """`- ｛id: printing, …}`, where the bracket is taken for a part of the key."""
    line = line_at(scene.text, scene.trouble.at)
    return None if line.key is None else opening_bracket(scene.text, line.start + line.item_indent)


def opening_of(text: str, closing: int) -> Fault | None:
    """A full-width bracket before the one that closes it, on its line."""
    half = {"]": "[", "}": "{"}[text[closing]]
    at = text.rfind(_FULL[half], line_at(text, closing).start, closing)
    return None if at < 0 or text.find(text[closing], at, closing) >= 0 else _bracket(at, half)


def closing_bracket(text: str, begin: int, closing: str) -> Fault | None:
    """A full-width bracket on the line of the one that nothing closes."""
    line = line_at(text, begin)
    at = text.find(_FULL[closing], begin, line.value_end)
    return None if at < 0 else _bracket(at, closing)


def signs_in_braces(text: str) -> Iterator[Fault]:
    """Every full-width colon and comma of an entry in braces that is plain to see in its line."""
    for line in meaning_lines(text):
        end = text.find("\n", line.start)
        whole = text[line.start : end if end >= 0 else len(text)]
        if "：" not in whole and not any(comma in whole for comma in COMMAS):
            continue
        if "{" not in whole and "｛" not in whole:
            continue
        bare = _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), whole).partition(" #")[0]
        for match in _ENTRY.finditer(bare):
            yield from _signs(text, line.start, match)


def _signs(text: str, start: int, match: re.Match[str]) -> Iterator[Fault]:
    before = match["before"]
    if before not in "{｛" and not is_key(text, match["key"]):
        return
    if before in COMMAS:
        yield full_width_comma(text, start + match.start("before"))
    if match["colon"] == "：":
        yield full_width_colon(text, start + match.start("colon"))


def is_key(text: str, word: str) -> bool:
    """Whether a word is likely a key: it looks like those of the language, or is one elsewhere."""
    return _PLAIN_KEY.fullmatch(word) is not None or is_key_in(text, word)


def _fault(text: str, at: int, half: str, message: Message, fix: Message) -> Fault:
    is_spaced = text[at + 1 : at + 2] in {"", " ", "\r", "\n"}
    edit = Edit(at, at + 1, half if is_spaced else f"{half} ")
    return Fault(at, at + 1, message, fix, (edit,), family="colon")


def _bracket(at: int, half: str) -> Fault:
    message = say("the bracket is full-width; YAML needs a half-width one")
    fix = say("write '{closing}'", closing=half)
    return Fault(at, at + 1, message, fix, (Edit(at, at + 1, half),), family="colon")
