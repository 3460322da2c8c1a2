"""XLSX → table: the first sheet of a workbook, every cell with its address.

Rows and columns are counted while they are read: what a sheet says of its size is not believed.
"""

from collections.abc import Iterable
from datetime import datetime, time
from typing import TYPE_CHECKING

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.intake.workbook import UNREADABLE, archive_problem, opened
from rectify_cli.plan.table import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Cell, Table

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_WIDTH = 16_384


class SheetText(SourceText):
    """A sheet as a source of places: the line is a cell's row, the column its column."""

    def span(self, start: int, end: int) -> Span:
        """The cell at an offset, which is `row * 16384 + column`, both counted from 0."""
        row, column = divmod(start, _WIDTH)
        last_row, last_column = divmod(max(end, start + 1), _WIDTH)
        return Span(self.path, row + 1, column + 1, last_row + 1, last_column + 1)


def read_xlsx(path: str, data: bytes) -> tuple[Table | None, list[Finding]]:
    """The table on a workbook's first sheet; its first row that is not empty is the header."""
    problem = archive_problem(data)
    if problem is not None:
        return None, [_finding(path, *problem)]
    try:
        rows, beyond = _rows_of(data)
    except UNREADABLE:
        return None, [_finding(path, "missing-file", say("this is no workbook that can be read"))]
    source = SheetText(path, "")
    if beyond is not None:
        return None, [_finding(path, "too-large", beyond)]
    if not rows:
        return None, [_finding(path, "missing-key", say("the first sheet is empty"))]
    return Table(source, rows[0], rows[1:]), []


def _finding(path: str, rule: str, message: Message) -> Finding:
    fix = say("save it as .xlsx again, or as CSV UTF-8")
    if rule == "missing-key":
        fix = say("write a header and a row below it: id, title, kind")
    if rule == "too-large":
        fix = say("split it, or save the one sheet as CSV UTF-8")
    return Finding(rule, Span(path, 1, 1, 1, 1), message, fix)


def _rows_of(data: bytes) -> tuple[list[list[Cell]], Message | None]:
    """The rows that are not empty, or by which bound there are too many."""
    with opened(data) as book:
        return _gather(book)


def _gather(book: "Workbook") -> tuple[list[list[Cell]], Message | None]:
    sheet = book.worksheets[0]
    # What a sheet says of its size is not believed.
    sheet.reset_dimensions()
    found: list[list[Cell]] = []
    cells = 0
    values = sheet.iter_rows(max_row=MAX_ROWS + 2, values_only=True)
    for number, row in enumerate(values):
        texts = [_text_of(value) for value in row]
        cells += len(texts) + 1
        problem = _beyond_bounds(texts, number, cells)
        if problem is not None:
            return [], problem
        if any(texts):
            at = number * _WIDTH
            found.append([Cell(at + i, at + i + 1, text) for i, text in enumerate(texts)])
    return found, None


def _beyond_bounds(texts: list[str], number: int, cells: int) -> Message | None:
    if number > MAX_ROWS or cells > MAX_CELLS:
        return say("a table has at most {n} rows and {m} cells", n=MAX_ROWS, m=MAX_CELLS)
    if any(texts[MAX_COLUMNS:]):
        return say("a table has at most {n} columns", n=MAX_COLUMNS)
    if _longest(texts) > MAX_CELL:
        return say("a cell has at most {n} characters", n=MAX_CELL)
    return None


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=0)


def _text_of(value: object) -> str:
    """A cell's value as a person reads it: a date in ISO form, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value).strip()
