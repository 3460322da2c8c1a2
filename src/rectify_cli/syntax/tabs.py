"""Explains tabs in the indentation, and how deep each line with one was most likely meant."""

import re
from collections.abc import Iterator
from itertools import pairwise

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct
from rectify_cli.syntax.fault import Fault, Scene
from rectify_cli.syntax.lines import Line, line_at, opens_block_of_text
from rectify_cli.syntax.patch import Edit

_TABBED = re.compile(r"^[ ]*(\t[ \t]*)(?=(?:- |-$|[^\s#:][^:\n]*:(?:\s|$)))", re.MULTILINE)
_INDENTED = re.compile(r"^([ \t]*)(?=[^\s#])(.*)", re.MULTILINE)
_STEP = 2
_LAST = (0, "", "")


class _Above(Struct):
    """The line above: its blanks, how deep it was meant, how deep what stands behind its dashes."""

    blanks: str
    depth: int
    inside: int
    opens: bool


def tab(scene: Scene) -> Fault | None:
    """A tab before the first character of a line."""
    text, at = scene.text, scene.trouble.at
    begin = text.rfind("\n", 0, at) + 1
    if text[at : at + 1] != "\t" or text[begin:at].strip():
        return None
    end = at + len(text[at:]) - len(text[at:].lstrip(" \t"))
    return _fault(at, end, begin, _depths(text).get(begin))


def further_tabs(text: str, after: int) -> Iterator[Fault]:
    """Every later line that is indented with tabs and holds a key or an item."""
    depths = _depths(text)
    for match in _TABBED.finditer(text, after):
        yield _fault(*match.span(1), match.start(), depths.get(match.start()))


def _fault(begin: int, end: int, line: int, depth: int | None) -> Fault:
    edits = () if depth is None else (Edit(line, end, " " * depth),)
    message, fix = say("a tab in the indentation"), say("indent with spaces")
    return Fault(begin, end, message, fix, edits, family="tab")


def _depths(text: str) -> dict[int, int]:
    """How deep the lines with tabs were meant, by where they begin; without those that may be.

    Where all is indented with tabs, each is a step. A line among others that opens a block stands
    above the line below it; one with several tabs may count them as steps; any other goes on like
    the line above it, or stands in what that opens. One that could be either is left out.
    """
    found: dict[int, int] = {}
    lines = [(match.start(), match[1], match[2]) for match in _INDENTED.finditer(text)]
    only_tabs = all(not blanks.strip("\t") for _, blanks, _ in lines)
    above = _Above("", 0, 0, opens=False)
    around: list[int] = []
    for (start, blanks, rest), (_, next_blanks, _) in pairwise([*lines, _LAST]):
        line = line_at(rest, 0)
        depth: int | None = len(blanks)
        if "\t" in blanks and only_tabs:
            depth = _STEP * len(blanks)
        elif "\t" in blanks and blanks == above.blanks:
            depth = above.depth
        elif "\t" in blanks:
            depth = _among_spaces(blanks, line, above, around, next_blanks)
        if depth is None:
            break
        if "\t" in blanks:
            found[start] = depth
        above = _below(blanks, depth, line)
        around = [*(each for each in around if each < depth), depth]
    return found


def _among_spaces(
    blanks: str, line: Line, above: _Above, around: list[int], next_blanks: str
) -> int | None:
    """How deep a line was meant, the first with tabs below lines that are indented with spaces."""
    if "\t" in above.blanks:
        return None
    inside = above.inside + _STEP if above.opens else above.inside
    depths = [*around, inside]
    steps = _STEP * len(blanks)
    if _opens(line) and "\t" not in next_blanks:
        return max((each for each in depths if each < len(next_blanks)), default=inside)
    return steps if steps > _STEP and not blanks.strip("\t") and steps in depths else inside


def _opens(line: Line) -> bool:
    return line.key is not None and (not line.value or opens_block_of_text(line))


def _below(blanks: str, depth: int, line: Line) -> _Above:
    return _Above(blanks, depth, depth + line.item_indent, _opens(line))
