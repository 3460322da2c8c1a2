"""Tables as people lay them out: sheets of cells that know their address, before any meaning.

`from_csv` and `from_xlsx` read tables of owners, header first; here a title may stand above the
header, sheets have names, dates are dates, and cells may be merged.
"""

from datetime import date, datetime

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct

GridValue = str | int | float | date | datetime

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 500_000
MAX_CELL = 20_000
MAX_SHEETS = 60


class Range(Struct):
    """Merged cells; rows and columns from 0, the last ones counted."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Struct):
    """One table: its name (empty for a CSV file), and its rows from the first on, empty ones too.

    An empty cell is None. `merged` are ranges whose value stands in their first cell.
    """

    name: str
    rows: tuple[tuple[GridValue | None, ...], ...]
    merged: tuple[Range, ...] = ()

    def value(self, row: int, column: int) -> GridValue | None:
        """The value of a cell, None outside the rows too."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None


class Remark(Struct):
    """Something about a table: at a cell (`sheet`, `row` and `column` from 0), or of all of it.

    `lost`: something that was written could not be taken over.
    """

    message: Message
    fix: Message | None = None
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    lost: bool = True

    @property
    def place(self) -> str:
        """The cell as spreadsheet programs write it: `表1!D7`, `D7`; empty without one."""
        if self.row is None:
            return self.sheet
        cell = f"{column_letters(self.column or 0)}{self.row + 1}"
        return f"{self.sheet}!{cell}" if self.sheet else cell


class Grid(Struct):
    """All sheets of a file, and what could not be read of them."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()


def column_letters(column: int) -> str:
    """A column's letters: 0 is `A`, 26 is `AA`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int | None:
    """The column that letters name, from 0; None where they name none."""
    text = letters.upper()
    if not 0 < len(text) <= 3 or not (text.isascii() and text.isalpha()):
        return None
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
