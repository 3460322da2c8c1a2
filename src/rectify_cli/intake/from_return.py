"""A return that comes back → its rows, every cell with its address. What it says is read above."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.workbook import UNREADABLE, archive_problem, opened

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

CellValue = str | int | float | bool | date | datetime | None

_MAGIC = "rectify return"
_VERSION = "1"
_FORM_SHEET = "rectify"
_FIRST_ROW = 6
_COLUMNS = {"state": "F", "on": "G", "percent": "H", "total": "I", "note": "J", "evidence": "K"}
_MAX_ROWS = 10_000


class ReturnedRow(Struct):
    """One line of a return: what it is about, and what stands in its cells, by their names.

    `number` is the row in the sheet, from 1; `percent_shown`: the cell is shown as a per cent.
    """

    number: int
    task: str
    occurrence: str
    title: str
    cells: dict[str, CellValue]
    percent_shown: bool = False

    def address(self, name: str) -> str:
        """The address of a cell, as a spreadsheet program shows it."""
        return f"{_COLUMNS[name]}{self.number}"


class Returned(Struct):
    """A return as it came back."""

    unit: str
    as_of: str
    sheet: str
    rows: tuple[ReturnedRow, ...]


def read_return(data: bytes) -> Returned | Message:
    """Read a workbook that `rectify forms` wrote; or why it is none."""
    problem = archive_problem(data)
    if problem is not None:
        return problem[1]
    try:
        with opened(data) as book:
            return _gather(book)
    except UNREADABLE:
        return say("this is no workbook that can be read")


def _gather(book: "Workbook") -> Returned | Message:
    if _FORM_SHEET not in book.sheetnames or len(book.sheetnames) < 2:
        return say("this is no form of rectify's: it was not made by  rectify forms")
    told = [str(row[0] or "") for row in book[_FORM_SHEET].iter_rows(max_row=5, values_only=True)]
    if len(told) < 4 or told[0] != _MAGIC:
        return say("this is no form of rectify's: it was not made by  rectify forms")
    if told[1] != _VERSION:
        return say("the form was made by a newer rectify (form {n})", n=told[1][:20])
    sheet = book.worksheets[0]
    # What a sheet says of its size is not believed.
    sheet.reset_dimensions()
    rows: list[ReturnedRow] = []
    found = sheet.iter_rows(min_row=_FIRST_ROW, max_row=_FIRST_ROW + _MAX_ROWS, max_col=13)
    for number, row in enumerate(found, _FIRST_ROW):
        values = [cell.value for cell in row] + [None] * (13 - len(row))
        task = values[11]
        if not isinstance(task, str) or not task:
            if any(value not in {None, ""} for value in values[5:11] if _is_plain(value)):
                return say("row {n} has lost the name of its task; make the form anew",
                           n=number)  # fmt: skip
            continue
        percent = row[7].number_format if len(row) > 7 and row[7].value is not None else ""
        rows.append(
            ReturnedRow(
                number=number,
                task=task,
                occurrence=str(values[12] or ""),
                title=str(values[1] or ""),
                cells=dict(zip(_COLUMNS, map(_value, values[5:11]), strict=True)),
                percent_shown="%" in str(percent),
            )
        )
    if len(rows) >= _MAX_ROWS:
        return say("a form has at most {n} rows", n=_MAX_ROWS)
    return Returned(told[2], told[3], sheet.title, tuple(rows))


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _value(value: object) -> CellValue:
    """A cell's value; text without what surrounds it, nothing for what is only space."""
    if value is None or isinstance(value, bool | int | float | datetime | date):
        return value
    text = str(value).strip()
    return text or None
