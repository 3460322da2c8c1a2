"""A line of a file with a caret under what is wrong in it, measured in display cells."""

from typing import NamedTuple

from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.render.cells import cell_width, cut_to_cells
from rectify_cli.render.clean import clean_line

_CUT = "..."
_NARROWEST = 24


class Excerpt(NamedTuple):
    """The line as it is shown, and where the caret stands under it, both in cells."""

    text: str
    indent: int
    length: int


def excerpt(source: SourceText, span: Span, room: int) -> Excerpt:
    """The line that a span begins on; one longer than `room` cells is cut round the span."""
    room = max(room, _NARROWEST)
    line = source.line(span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    start = min(span.column - 1, len(line))
    before, marked = clean_line(line[:start]), clean_line(line[start : max(end, start)])
    after = clean_line(line[max(end, start) :].rstrip())
    if cell_width(before) + cell_width(marked) + cell_width(after) > room:
        marked = cut_to_cells(marked, room // 2)
        before = _tail(before, max(room // 8, room - cell_width(marked) - room // 3))
        left = room - cell_width(before) - cell_width(marked)
        if cell_width(after) > left:
            after = cut_to_cells(after, left - len(_CUT)) + _CUT
    text = (before + marked + after).rstrip()
    return Excerpt(text, cell_width(before), max(1, cell_width(marked.rstrip())))


def _tail(before: str, room: int) -> str:
    """The end of what stands before the span, with a mark where something is left out."""
    if cell_width(before) <= room:
        return before
    kept = before[-room:]
    while cell_width(kept) > room:
        kept = kept[1:]
    return _CUT + kept
