"""A table as it was read from a file, before anybody asks what its columns mean."""

from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct

MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
MAX_CELL = 20_000


class Cell(Struct):
    """A cell's text without its quotes, and the offsets of the cell in the table's source."""

    start: int
    end: int
    text: str


class Table(Struct):
    """A header and the rows below it; rows may be shorter or longer than the header."""

    source: SourceText
    header: list[Cell]
    rows: list[list[Cell]]
