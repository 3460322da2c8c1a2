"""The lines of a text as a reader sees them: how deep, which key, what value; after a fault.

This is no parser: it tells what a line was most likely meant to be once the parser has refused it.
"""

import re
from collections.abc import Iterator

from rectify_cli.foundation.struct import Struct

_LINE = re.compile(
    r"""(?P<indent>[ ]*)
        (?P<dashes>(?:-[ ]+)*)
        (?:(?P<key>"[^"\n]*"[ ]*|'[^'\n]*'[ ]*|[^\s:#'"\[\]{},&*!|>%@`-][^:\n]*|-[^\s:][^:\n]*)
           :(?=[ \t\r\n]|$)[ \t]*)?
        (?P<rest>[^\r\n]*)""",
    re.VERBOSE,
)
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")


class Line(Struct):
    """One line taken apart: `- key: value  # comment`.

    Attributes:
        start: the offset of the line.
        indent: the blanks before its first character.
        item_indent: the column, from 0, at which its key or value stands behind the dashes.
        key: its key, None where it has none.
        value_start: the offset of its value.
        value: its value, without a comment and blanks behind it; empty where it has none.
    """

    start: int
    indent: int
    item_indent: int
    key: str | None
    value_start: int
    value: str

    @property
    def first(self) -> int:
        """The offset of its first character that is no blank."""
        return self.start + self.indent

    @property
    def is_item(self) -> bool:
        """Whether it begins with a dash."""
        return self.item_indent > self.indent

    @property
    def value_end(self) -> int:
        """The offset behind its value."""
        return self.value_start + len(self.value)


def line_at(text: str, offset: int) -> Line:
    """The line in which an offset lies."""
    start = text.rfind("\n", 0, offset) + 1
    match = _LINE.match(text, start)
    assert match is not None, "every part of a line may be empty"  # noqa: S101
    key, rest, begin = match["key"], match["rest"], match.start("rest")
    if key is not None and " #" in key:
        key, begin = None, match.start("key")
        rest = text[begin : match.end("rest")]
    return Line(
        start,
        len(match["indent"]),
        len(match["indent"]) + len(match["dashes"]),
        key,
        begin,
        rest.rstrip() if rest[:1] in {'"', "'"} else _without_comment(rest),
    )


def _without_comment(rest: str) -> str:
    """The value in the rest of a line: quoted values are left to those who look for the quote."""
    if rest.startswith("#"):
        return ""
    stops = [at for at in (rest.find(" #"), rest.find("\t#")) if at >= 0]
    return rest[: min(stops)].rstrip() if stops else rest.rstrip()


def line_below(text: str, line: Line) -> Line | None:
    """The next line; None below the last."""
    start = text.find("\n", line.start) + 1
    return line_at(text, start) if 0 < start < len(text) else None


def opens_block_of_text(line: Line) -> bool:
    """Whether the lines below, if they are deeper, are a text: `note: |`."""
    return _BLOCK_TEXT.match(line.value) is not None


def is_key_in(text: str, word: str) -> bool:
    """Whether a word stands as a key somewhere in a text."""
    return (
        re.search(rf"(?:^[ ]*(?:- )*|[{{,][ ]*){re.escape(word)}: ", text, re.MULTILINE) is not None
    )


def line_number(text: str, offset: int) -> int:
    """The 1-based number of the line in which an offset lies."""
    return text.count("\n", 0, offset) + 1


def meaning_lines(text: str, stop: int | None = None) -> Iterator[Line]:
    """The lines that begin before an offset, without blank ones, comments and text blocks."""
    at, end = 0, len(text) if stop is None else stop
    deeper_than = -1
    in_block = False
    while 0 <= at < end:
        line = line_at(text, at)
        at = text.find("\n", at) + 1 or -1
        bare = text[line.first : line.first + 1]
        if bare in {"", "\n", "\r"} or (in_block and line.indent > deeper_than):
            continue
        in_block = False
        if bare == "#":
            continue
        yield line
        if opens_block_of_text(line):
            in_block = True
            deeper_than = line.item_indent if line.key is not None else max(line.indent, 0)
