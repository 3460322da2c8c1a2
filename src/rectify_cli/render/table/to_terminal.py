"""A report as a screen of text: aligned by cells, folded to the width, colour beside the words."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rectify_cli.render.cells import cell_width, cut_to_cells, pad_to_cells
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import paint
from rectify_cli.render.table.cells import cell_text
from rectify_cli.report.table import Report, Row, Section, Tone

_GAP = "  "
_WIDE_GAP = "    "
_PEEK = 500
"""So many rows decide how wide the columns are; later ones are cut to that."""


def to_terminal(report: Report, *, width: int, colour: bool) -> Iterator[str]:
    """The screen, line ends included; at most `width` cells a line."""
    for line in _headlines(report, width, colour=colour):
        yield line + "\n"
    sections = iter(report.sections)
    first = _peeked(sections)
    layout = _Layout(report, first, width, colour=colour)
    for section in chain(first, sections):
        yield "\n"
        yield from layout.section(section)
    for note in report.notes:
        yield "\n"
        for line in fold(cell_text(note), width):
            yield paint([(line, "plain")], colour=colour) + "\n"


def _headlines(report: Report, width: int, *, colour: bool) -> Iterator[str]:
    title = cell_text(report.title)
    first, *others = [tuple(map(cell_text, fact)) for fact in report.facts] or [()]
    line = _WIDE_GAP.join((title, *first))
    if cell_width(line) <= width:
        pieces: list[tuple[str, Tone]] = [(title, "strong"), (line[len(title) :], "plain")]
        yield paint(pieces, colour=colour)
    else:
        for part in fold(title, width):
            yield paint([(part, "strong")], colour=colour)
        others = [first, *others]
    for fact in others:
        for part in fold(_GAP.join(fact), width):
            yield paint([(part, "plain")], colour=colour)


def _peeked(sections: Iterator[Section]) -> list[Section]:
    taken: list[Section] = []
    rows = 0
    for section in sections:
        taken.append(section)
        rows += len(section.rows)
        if rows >= _PEEK:
            break
    return taken


class _Layout:
    """Where the columns of a report stand on a screen of one width."""

    def __init__(
        self, report: Report, sections: Sequence[Section], width: int, *, colour: bool
    ) -> None:
        self._columns = report.columns
        self._shown = [at for at, column in enumerate(report.columns) if column.kind != "key"]
        self._notes = [at for at in self._shown if report.columns[at].kind == "note"]
        *self._fixed, self._last = [at for at in self._shown if at not in self._notes]
        self._width = width
        self._colour = colour
        widest = max(width // 4, 8)
        self._widths = {
            at: min(widest, max(_widths(sections, at), default=0)) for at in self._fixed
        }

    def section(self, section: Section) -> Iterator[str]:
        """The heading and the rows of a section."""
        heading = _GAP.join(map(cell_text, section.heading))
        for line in fold(heading, self._width) if heading else []:
            yield paint([(line, section.tone)], colour=self._colour) + "\n"
        for row in section.rows:
            yield from self._row(row)

    def _row(self, row: Row) -> Iterator[str]:
        lead = _GAP + "".join(self._cell(row, at) + _GAP for at in self._fixed)
        indent = cell_width(lead)
        room = self._width - indent
        text = cell_text(row.cells[self._last])
        note = _GAP.join(filter(None, (cell_text(row.cells[at]) for at in self._notes)))
        if note and cell_width(text) + len(_GAP) + cell_width(note) <= room:
            pieces: list[tuple[str, Tone]] = [(lead + text, row.tone), (_GAP + note, "faint")]
            yield paint(pieces, colour=self._colour) + "\n"
            note = ""
        else:
            yield from self._folded(lead, text, room, row.tone)
        for each in (note, *map(cell_text, row.details)):
            if each:
                yield from self._folded(" " * indent, each, room, "faint")

    def _cell(self, row: Row, at: int) -> str:
        width = self._widths[at]
        text = cell_text(row.cells[at])
        if cell_width(text) > width:
            text = cut_to_cells(text, width - 2) + ".."
        if self._columns[at].kind == "number":
            return " " * (width - cell_width(text)) + text
        return pad_to_cells(text, width)

    def _folded(self, lead: str, text: str, room: int, tone: Tone) -> Iterator[str]:
        first, *others = fold(text, room)
        indent = " " * cell_width(lead)
        for line in (lead + first, *(indent + other for other in others)):
            yield paint([(line.rstrip(), tone)], colour=self._colour) + "\n"


def _widths(sections: Sequence[Section], at: int) -> Iterator[int]:
    for section in sections:
        for row in section.rows:
            yield cell_width(cell_text(row.cells[at]))
