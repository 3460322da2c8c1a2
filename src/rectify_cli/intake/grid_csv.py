"""CSV → grid, in UTF-8 or GB18030. What stands between cells is told from all of the table.

A title row above the header may hold commas in a table of semicolons: the separator is the one by
which most lines fall into equally many cells.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from rectify_cli.foundation.finding import Message, say
from rectify_cli.intake.from_csv import decode_table
from rectify_cli.intake.grid import (
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Grid,
    Remark,
    Sheet,
)

_SAMPLE = 200
_SEPARATORS = ",;\t"


def read_csv_grid(path: str, data: bytes) -> Grid | Message:
    """The one sheet of a CSV file; or why it is none."""
    source, findings = decode_table(path, data)
    if source is None:
        return say("{why}; {fix}", why=findings[0].message, fix=findings[0].fix or "")
    remarks: list[Remark] = []
    rows: list[tuple[str | None, ...]] = []
    cells = 0
    try:
        for number, row in enumerate(_rows(source.text, _separator(source.text))):
            cells += len(row)
            if number >= MAX_ROWS or cells > MAX_CELLS:
                return say("a table has at most {n} rows and {m} cells", n=MAX_ROWS, m=MAX_CELLS)
            rows.append(tuple(_cell(text, number, at, remarks) for at, text in enumerate(row)))
    except csv.Error:
        return say("a cell has at most {n} characters", n=MAX_CELL)
    return Grid((Sheet("", tuple(rows)),), tuple(remarks))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    return max(_SEPARATORS, key=lambda separator: _fit(text, separator))


def _fit(text: str, separator: str) -> int:
    """How many cells stand in rows of the most usual width, over the first rows."""
    widths: Counter[int] = Counter()
    try:
        for number, row in enumerate(_rows(text, separator)):
            if number >= _SAMPLE:
                break
            if len(row) > 1:
                widths[len(row)] += 1
    except csv.Error:
        return 0
    return max((width * count for width, count in widths.items()), default=0)


def _cell(text: str, row: int, column: int, remarks: list[Remark]) -> str | None:
    text = text.strip()
    if not text:
        return None
    if len(text) > MAX_CELL or column >= MAX_COLUMNS:
        why = say("a cell has at most {n} characters", n=MAX_CELL)
        if column >= MAX_COLUMNS:
            why = say("a table has at most {n} columns", n=MAX_COLUMNS)
        remarks.append(Remark(why, say("shorten it"), "", row, column))
        return None
    return text
