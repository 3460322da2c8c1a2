"""A line of a file with a caret under what is wrong in it, measured in display cells."""

from dataclasses import dataclass

from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.render.cells import cell_width, cut_to_cells
from rectify_cli.render.clean import clean_line

_LONGEST = 160
_BEFORE = 60
_CUT = "..."


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line as it is shown, and where the caret stands under it, both in cells."""

    text: str
    indent: int
    length: int


def excerpt(source: SourceText, span: Span) -> Excerpt:
    """The line that a span begins on; a very long one is cut round the span."""
    line = source.line(span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    start = min(span.column - 1, len(line))
    before, marked = clean_line(line[:start]), clean_line(line[start : max(end, start)])
    after = clean_line(line[max(end, start) :])
    if cell_width(before) + cell_width(marked) + cell_width(after) > _LONGEST:
        before = _tail(before)
        marked = cut_to_cells(marked, _LONGEST - _BEFORE)
        after = cut_to_cells(after, _LONGEST - cell_width(before + marked)) + _CUT
    text = (before + marked + after).rstrip()
    return Excerpt(text, cell_width(before), max(1, cell_width(marked.rstrip())))


def _tail(before: str) -> str:
    if cell_width(before) <= _BEFORE:
        return before
    kept = before[-_BEFORE:]
    while cell_width(kept) > _BEFORE:
        kept = kept[1:]
    return _CUT + kept
