"""A report as a screen of text: aligned by cells, folded to the width, colour beside the words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rectify_cli.render.cells import cell_width, cut_to_cells, pad_to_cells
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import paint
from rectify_cli.render.table.cells import cell_text
from rectify_cli.render.table.headlines import headlines
from rectify_cli.report.table import Report, Row, Section, Tone

_GAP = "  "
_NARROW_INDENT = "    "
_LEAST_ROOM = 24
"""Where the last column has fewer cells left, it goes to a line of its own."""
_LEAST_NAME = 12
"""So many cells are left to the names of a table that is too wide."""
_PEEK = 500
"""So many rows decide how wide the columns are; later ones are cut to that."""


def to_terminal(report: Report, *, width: int, colour: bool) -> Iterator[str]:
    """The screen, line ends included; at most `width` cells a line."""
    yield from headlines(report.title, report.facts, width, colour=colour)
    sections = iter(report.sections)
    first = _peeked(sections)
    layout = _Layout(report, first, width, colour=colour)
    if report.headed and any(section.rows for section in first):
        yield from layout.headings()
    for section in chain(first, sections):
        yield from layout.section(section)
    for note in report.notes:
        yield "\n"
        for line in fold(cell_text(note), width):
            yield paint([(line, "plain")], colour=colour) + "\n"


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
        self._after_bare_heading = report.headed
        self._headed = report.headed
        self._indent = _GAP
        self._least_room = _LEAST_ROOM
        self._widths = self._measured(sections)
        self._each_by_itself = not report.group and not report.headed
        if report.headed:
            self._measure_headings(sections)

    def _measured(self, sections: Iterable[Section]) -> dict[int, int]:
        """How wide the columns before the last are, none more than a third of the screen."""
        widest = max(self._width // 3, 8)
        rows = [row for section in sections for row in section.rows]
        return {
            at: min(widest, max((cell_width(cell_text(row.cells[at])) for row in rows), default=0))
            for at in self._fixed
        }

    def _measure_headings(self, sections: Iterable[Section]) -> None:
        """Columns are as wide as what they are called; the last may be narrow."""
        for at in self._fixed:
            self._widths[at] = max(self._widths[at], cell_width(self._columns[at].heading))
        lasts = [row.cells[self._last] for section in sections for row in section.rows]
        heading = cell_width(self._columns[self._last].heading)
        widest = max([heading, *(cell_width(cell_text(cell)) for cell in lasts)])
        self._least_room = min(_LEAST_ROOM, widest)
        self._indent = ""
        taken = sum(self._widths.values()) + len(_GAP) * len(self._fixed) + self._least_room
        self._widths[self._fixed[0]] -= min(max(0, taken - self._width), self._spare())

    def _spare(self) -> int:
        """How many cells the first column can give away."""
        return max(0, self._widths[self._fixed[0]] - _LEAST_NAME)

    def headings(self) -> Iterator[str]:
        """What the columns are called, above the first section."""
        yield "\n"
        yield from self._row(Row(tuple(column.heading for column in self._columns), "strong"))

    def section(self, section: Section) -> Iterator[str]:
        """The heading and the rows of a section."""
        if (section.rows or not self._after_bare_heading) and not (
            self._headed and not section.heading
        ):
            yield "\n"
        self._after_bare_heading = not section.rows
        if self._each_by_itself:
            self._widths = self._measured([section])
        heading = _GAP.join(map(cell_text, section.heading))
        for line in fold(heading, self._width) if heading else []:
            yield paint([(line, section.tone)], colour=self._colour) + "\n"
        for row in section.rows:
            yield from self._row(row)

    def _row(self, row: Row) -> Iterator[str]:
        lead = self._indent + "".join(self._cell(row, at) + _GAP for at in self._fixed)
        indent = cell_width(lead)
        if self._width - indent < self._least_room and self._fixed:
            for line in fold(lead.rstrip(), self._width):
                yield self._line([(line, row.tone)])
            indent = len(_NARROW_INDENT)
            lead = _NARROW_INDENT
        room = self._width - indent
        text = cell_text(row.cells[self._last])
        note = _GAP.join(filter(None, (cell_text(row.cells[at]) for at in self._notes)))
        *begun, last = fold(text, room)
        for line in begun:
            yield self._line([(lead + line, row.tone)])
            lead = " " * indent
        if note and cell_width(last) + len(_GAP) + cell_width(note) <= room:
            yield self._line([(lead + last, row.tone), (_GAP + note, "faint")])
            note = ""
        else:
            yield self._line([((lead + last).rstrip(), row.tone)])
        for each in (note, *map(cell_text, row.details)):
            for line in fold(each, room) if each else []:
                yield self._line([(" " * indent + line, "faint")])

    def _line(self, pieces: list[tuple[str, Tone]]) -> str:
        return paint(pieces, colour=self._colour) + "\n"

    def _cell(self, row: Row, at: int) -> str:
        width = self._widths[at]
        text = cell_text(row.cells[at])
        if cell_width(text) > width:
            text = cut_to_cells(text, width - 2) + ".."
        if self._columns[at].kind == "number":
            return " " * (width - cell_width(text)) + text
        return pad_to_cells(text, width)
