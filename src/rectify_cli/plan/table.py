"""A table as it was read from a file, before anybody asks what its columns mean."""

from typing import NamedTuple

from rectify_cli.foundation.source import SourceText

MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
MAX_CELL = 20_000


class Cell(NamedTuple):
    """A cell's text without its quotes, and the offsets of the cell in the table's source."""

    start: int
    end: int
    text: str


class Table(NamedTuple):
    """A header and the rows below it; rows may be shorter or longer than the header."""

    source: SourceText
    header: list[Cell]
    rows: list[list[Cell]]
