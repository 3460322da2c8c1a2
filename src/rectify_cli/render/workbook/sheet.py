"""One sheet of a workbook: headings that stay, rows, widths by what the cells show, the page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cannot_hold import CannotHold
from rectify_cli.render.cells import cell_width
from rectify_cli.render.office.foot import Foot
from rectify_cli.render.office.texts import cut_units, office_text
from rectify_cli.render.workbook.looks import Looks
from rectify_cli.report.table import Cell, Column, ColumnKind, Tone

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
_MAX_CELL = 32_767
_MAX_PAGE_LINE = 255
_WIDEST: dict[ColumnKind, int] = {"text": 34, "note": 44, "number": 10, "date": 12, "key": 24}
_ROOM = 2
_BUTTON = 3
"""So many cells the button of a filter hides of a heading."""
_A4, _A3 = 9, 8
_A4_HOLDS = 150
"""So many cells beside each other can be read on A4 across."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NARROW = min(_WIDEST.values())
_TALLEST = 409
"""The greatest height of a row that spreadsheet programs know, in points."""
_EXACT = 10**15
"""A larger number would lose digits in a spreadsheet."""
_DATE_CELLS = 10


class PageWords(Struct):
    """What stands above and below every printed page."""

    title: str
    foot: Foot


class Sheet:
    """Fills a worksheet of xlsxwriter from above; `finish` lays it out when its rows are known."""

    def __init__(self, sheet: Any, columns: Sequence[Column], frozen: int, looks: Looks) -> None:  # noqa: ANN401
        if len(columns) > MAX_COLUMNS:
            raise CannotHold(say("a sheet has at most {n} columns", n=MAX_COLUMNS))
        self._sheet = sheet
        self._columns = columns
        self._frozen = frozen
        self._looks = looks
        self._row = 0
        self._section = -1
        self._widths = [0] * len(columns)
        for at, column in enumerate(columns):
            sheet.write_string(0, at, office_text(column.heading, _MAX_CELL), looks.head)

    def add(self, cells: Sequence[Cell], tone: Tone, section: int) -> None:
        """A row below the last; a line above it says where another section begins."""
        self._row += 1
        if self._row >= MAX_ROWS:
            raise CannotHold(say("a sheet has at most {n} rows", n=MAX_ROWS))
        opens = section != self._section and self._row > 1
        self._section = section
        lines = 1
        for at, cell in enumerate(cells):
            shown = self._write(at, cell, tone, opens=opens)
            self._widths[at] = max(self._widths[at], shown)
            if isinstance(cell, str) and (shown >= _NARROW or "\n" in cell):
                lines = max(lines, self._lines(at, cell))
        if lines > 1:
            height = min(lines * self._looks.line_height, _TALLEST)
            self._sheet.set_row(self._row, height)

    def _lines(self, at: int, text: str) -> int:
        """In how many lines a text is shown: not every program asks itself when it opens a sheet.

        A text that is broken stands in a column of the greatest width there is.
        """
        column = self._columns[at]
        if column.kind == "key":
            return 1
        room = _WIDEST[column.kind] + _ROOM
        parts = office_text(text, _MAX_CELL).split("\n")
        return sum(max(1, -(-cell_width(part) // room)) for part in parts)

    def _write(self, at: int, cell: Cell, tone: Tone, *, opens: bool) -> int:
        """Write a cell; how many columns of a terminal it would take."""
        look, row = self._looks.of, self._row
        if cell is None or cell == "":
            self._sheet.write_blank(row, at, None, look("text", tone, opens=opens))
            return 0
        if isinstance(cell, date):
            self._sheet.write_datetime(row, at, cell, look("date", tone, opens=opens))
            return _DATE_CELLS
        if isinstance(cell, int) and abs(cell) < _EXACT:
            self._sheet.write_number(row, at, cell, look("number", tone, opens=opens))
            return len(str(cell))
        text = office_text(str(cell), _MAX_CELL)
        quoted = text.startswith(_FORMULA)
        self._sheet.write_string(row, at, text, look("text", tone, opens=opens, quoted=quoted))
        return max(map(cell_width, text.split("\n")))

    def finish(self, page: PageWords, without: str | None = None) -> None:
        """Widths, what stays in sight, the filter, the page; the column `without` is hidden."""
        shown = 0
        for at, column in enumerate(self._columns):
            width = self._width(at, column)
            # What a machine asks for, and what nobody filled in, stays out of the print.
            empty = self._row > 0 and not self._widths[at]
            hidden = empty or column.kind == "key" or column.key == without
            self._sheet.set_column(at, at, width, None, {"hidden": hidden})
            shown += 0 if hidden else width
        self._sheet.freeze_panes(1, self._frozen)
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)
        self._sheet.repeat_rows(0)
        lay_out_page(self._sheet, page, wide=shown > _A4_HOLDS)

    def _width(self, at: int, column: Column) -> int:
        heading = cell_width(column.heading) + _BUTTON
        return min(max(self._widths[at] + _ROOM, heading, 6), _WIDEST[column.kind])


def lay_out_page(sheet: Any, page: PageWords, *, wide: bool = False) -> None:  # noqa: ANN401
    """Across, as wide as the paper, on A3 where A4 would be too small to read; head and foot."""
    sheet.set_landscape()
    sheet.set_paper(_A3 if wide else _A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    before, between, after = page.foot.page
    sheet.set_header(_page_line(f'&C&"-,Bold"{_plain(page.title, 160)}'))
    left = _plain(page.foot.left, 100)
    sheet.set_footer(_page_line(f"&L{left}&C&A&R{before}&P{between}&N{after}"))


def _plain(text: str, limit: int) -> str:
    """A text in a page's head or foot, where `&` begins a command."""
    return cut_units(office_text(text, 1_000).replace("\n", " "), limit).replace("&", "&&")


def _page_line(line: str) -> str:
    return line if len(line) <= _MAX_PAGE_LINE else line[:_MAX_PAGE_LINE].rstrip("&")
