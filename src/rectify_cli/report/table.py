"""A table as a value: titled, typed, in sections. Every view is one before it becomes text."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.edition import Edition

Cell = str | int | date | None
Tone = Literal["plain", "strong", "faint", "good", "calm", "notice", "bad"]
ColumnKind = Literal["text", "number", "date", "key", "note"]


class Column(Struct):
    """A column: its stable name, its heading in the reader's language, what its cells are.

    A `key` names a thing for machines and is left off a screen; a `note` follows the cell before
    it and takes what room is left.
    """

    key: str
    heading: str
    kind: ColumnKind = "text"


class Row(Struct):
    """A row's cells, one a column, and lines of text that belong under it."""

    cells: tuple[Cell, ...]
    tone: Tone = "plain"
    details: tuple[str, ...] = ()


class Section(Struct):
    """Rows under a heading; `head` holds the cells of the report's group columns for all of them.

    `heading` says the same as `head` in words for a person, in parts.
    """

    heading: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    head: tuple[Cell, ...] = ()
    tone: Tone = "strong"


class Report(Struct):
    """A whole view. `facts` are headlines above, each in parts; `notes` sentences below.

    `sections` may be made while they are read, once, so that a long view needs no memory.
    `edition` is what a printed page says at its foot; None: nothing. `split_by` is the key of the
    column after whose values a workbook has a sheet each, beside the one of all. `headed`: a screen
    shows what its columns are called.
    """

    title: str
    language: str
    columns: tuple[Column, ...]
    sections: Iterable[Section]
    group: tuple[Column, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    edition: Edition | None = None
    split_by: str | None = None
    headed: bool = False


class Workbook(Struct):
    """Several tables that belong together, each with the name of its sheet; the first leads."""

    sheets: tuple[tuple[str, Report], ...]
