"""XLSX → grid: every sheet that can be seen, dates as dates, merged ranges, formulas as computed.

Rows and cells are counted while they are read: what a workbook says of its sizes is not believed.
"""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from rectify_cli.foundation.finding import Message, say
from rectify_cli.intake.grid import (
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    Grid,
    GridValue,
    Range,
    Remark,
    Sheet,
    column_number,
)
from rectify_cli.intake.workbook import UNREADABLE, archive_problem, opened

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CHUNK = 1 << 20
_OVERLAP = 256
_MAX_MERGED = 20_000


def read_xlsx_grid(data: bytes) -> Grid | Message:
    """The sheets of a workbook; or why it is none."""
    if data.startswith(_OLD_FORMAT):
        if _ENCRYPTED in data:
            return say("the workbook is encrypted: open it with its password, save it without one")
        return say("the old format .xls: save it as .xlsx")
    problem = archive_problem(data)
    if problem is not None:
        return problem[1]
    try:
        with opened(data) as book:
            return _gather(book, data)
    except UNREADABLE:
        return say("this is no workbook that can be read")


def _gather(book: "Workbook", data: bytes) -> Grid | Message:
    sheets: list[Sheet] = []
    remarks: list[Remark] = []
    cells = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        if len(sheets) >= MAX_SHEETS:
            return say("a workbook has at most {n} sheets", n=MAX_SHEETS)
        rows = _rows(sheet, cells, remarks)
        if isinstance(rows, Message):
            return rows
        cells += sum(map(len, rows))
        merged, has_formulas = _beside_values(data, sheet)
        found = Sheet(sheet.title, rows, merged)
        sheets.append(found)
        if has_formulas:
            remarks += _not_computed(data, found)
    return Grid(tuple(sheets), tuple(remarks))


def _rows(
    sheet: Any,  # noqa: ANN401 - openpyxl says no types
    cells: int,
    remarks: list[Remark],
) -> tuple[tuple[GridValue | None, ...], ...] | Message:
    """The rows of a sheet, or by which bound there are too many."""
    sheet.reset_dimensions()
    rows: list[tuple[GridValue | None, ...]] = []
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        # Sheets are often laid out far below their last value: empty rows count for nothing.
        if not any(value is not None and str(value).strip() for value in row):
            continue
        rows += [()] * (min(number, MAX_ROWS) - len(rows))
        cells += len(row)
        if number >= MAX_ROWS or cells > MAX_CELLS:
            return say("a table has at most {n} rows and {m} cells", n=MAX_ROWS, m=MAX_CELLS)
        values = [_value(value) for value in row[:MAX_COLUMNS]]
        for at, value in enumerate(values):
            if isinstance(value, str) and len(value) > MAX_CELL:
                why = say("a cell has at most {n} characters", n=MAX_CELL)
                remarks.append(Remark(why, say("shorten it"), sheet.title, number, at))
                values[at] = None
        if any(value is not None for value in row[MAX_COLUMNS:]):
            why = say("a table has at most {n} columns", n=MAX_COLUMNS)
            remarks.append(Remark(why, None, sheet.title, number, MAX_COLUMNS))
        rows.append(tuple(values))
    return tuple(rows)


def _value(value: object) -> GridValue | None:
    """A cell's value: text without the blanks round it, a whole number without its point."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, int | float | date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value).strip() or None


def _beside_values(data: bytes, sheet: Any) -> tuple[tuple[Range, ...], bool]:  # noqa: ANN401
    """The merged ranges of a sheet, which openpyxl leaves out of a stream; whether it computes."""
    merged: list[Range] = []
    has_formulas = False
    with ZipFile(BytesIO(data)) as archive, archive.open(sheet._worksheet_path) as part:
        kept = b""
        while chunk := part.read(_CHUNK):
            text = kept + chunk
            has_formulas = has_formulas or _FORMULA.search(text) is not None
            end = 0
            for match in _MERGED.finditer(text):
                end = match.end()
                merged.append(_range(match))
                if len(merged) >= _MAX_MERGED:
                    return tuple(merged), has_formulas
            kept = text[max(end, len(text) - _OVERLAP) :]
    return tuple(merged), has_formulas


def _range(match: re.Match[bytes]) -> Range:
    left, right = (column_number(match[at].decode()) or 0 for at in (1, 3))
    return Range(int(match[2]) - 1, left, int(match[4]) - 1, right)


def _not_computed(data: bytes, found: Sheet) -> list[Remark]:
    """A remark for every formula whose result the workbook does not hold."""
    from openpyxl import load_workbook  # noqa: PLC0415 - few workbooks compute

    remarks = []
    book = load_workbook(BytesIO(data), read_only=True)
    try:
        sheet = book[found.name]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=len(found.rows), max_col=MAX_COLUMNS, values_only=True)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                is_formula = isinstance(value, str) and value.startswith("=") and len(value) > 1
                if is_formula and found.value(number, column) is None:
                    why = say("the formula has no result in the file")
                    fix = say("open it in Excel or WPS and save it, or write the value")
                    remarks.append(Remark(why, fix, found.name, number, column))
    finally:
        book.close()
    return remarks
