"""A line of a file with a caret under what is wrong in it, measured in display cells."""

from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cells import cell_width, cut_to_cells
from rectify_cli.render.clean import clean_line

_CUT = "..."
_NARROWEST = 24
_REACH = 8


class Excerpt(Struct):
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
    end, line_end = max(end, start), len(line)
    # Of a line of a million characters only those near the span are looked at.
    first, last = max(0, start - _REACH * room), min(line_end, end + _REACH * room)
    before, marked = clean_line(line[first:start]), clean_line(line[start : min(end, last)])
    after = clean_line(line[end:last].rstrip())
    is_part = first > 0 or last < line_end
    if is_part or cell_width(before) + cell_width(marked) + cell_width(after) > room:
        marked = cut_to_cells(marked, room // 2)
        space = max(room // 8, room - cell_width(marked) - room // 3)
        before = _tail(before, space) if first == 0 else _CUT + _end(before, space)
        left = room - cell_width(before) - cell_width(marked)
        if last < line_end or cell_width(after) > left:
            after = cut_to_cells(after, left - len(_CUT)) + _CUT
    text = (before + marked + after).rstrip()
    return Excerpt(text, cell_width(before), max(1, cell_width(marked.rstrip())))


def _tail(before: str, room: int) -> str:
    """The end of what stands before the span, with a mark where something is left out."""
    if cell_width(before) <= room:
        return before
    return _CUT + _end(before, room)


def _end(text: str, room: int) -> str:
    kept = text[-room:]
    while cell_width(kept) > room:
        kept = kept[1:]
    return kept
