"""Rows of a table become owners, read by the same model as the owners that a plan file lists.

A row's mapping has the header's cells as its keys and its own cells as its values, so that every
finding stands at a cell. An empty cell says nothing; a cell of several values has `;` or blanks
between them.
"""

import re

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.document import OwnerDocument
from rectify_cli.plan.foreign_keys import FOREIGN_KEYS
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.read_text import check_id
from rectify_cli.plan.reading import Reading, TooManyFindings, quoted
from rectify_cli.plan.table import Cell, Table
from rectify_cli.plan.written import Entry
from rectify_cli.syntax.characters import forbidden_runs, without_forbidden
from rectify_cli.syntax.node import Mapping, Scalar, Sequence

_ID = "id"
_KEYS = (_ID, *OwnerDocument.keys())
_SEVERAL = frozenset({"tags", "was", "days_off"})
_VALUE = re.compile(r"[^\s;；、，,]+")
# What programs that write CSV put before a text that a spreadsheet would take for a formula.
_SHIELDED = re.compile(r"'[=+\-@＝＋－＠\t\r]")


class _Column(Struct):
    """Which cell of each row is which key, and whether such a cell may have several values."""

    number: int
    key: Scalar
    name: str
    several: bool


def owners_from_table(
    table: Table,
) -> tuple[tuple[Entry[OwnerDocument], ...] | None, list[Finding]]:
    """The owners that a table lists, a row each, and what is wrong with it, at its cells.

    A row without an id is no owner. None where no column has ids: its owners are not known.
    """
    reading = Reading()
    columns = _columns(table, reading)
    if all(column.name != _ID for column in columns):
        return None, reading.findings
    found = []
    try:
        for row in table.rows:
            entry = _read_row(table, row, columns, reading)
            if entry is not None:
                found.append(entry)
    except TooManyFindings:
        return tuple(found), reading.too_many()
    return tuple(found), reading.findings


def _columns(table: Table, reading: Reading) -> list[_Column]:
    """The columns by what the header calls them; unknown ones are findings and are left out.

    A mistyped one is read as what was meant, where no other column is that.
    """
    columns: list[_Column] = []
    names: set[str] = set()
    written = {cell.text.strip().casefold() for cell in table.header}
    for index, cell in enumerate(table.header):
        name = cell.text.strip().casefold()
        key = Scalar(table.source, cell.start, cell.end, name, quoted=False)
        if name in names:
            message = say("the column {name} stands twice", name=quoted(name))
            reading.complain("duplicate-key", key, message, say("take one of them away"))
        elif name in _KEYS:
            names.add(name)
            columns.append(_Column(index, key, name, name in _SEVERAL))
        elif name:
            near = _unknown_column(name, key, reading)
            if near is not None and near not in written | names:
                names.add(near)
                columns.append(_Column(index, key, near, near in _SEVERAL))
    if _ID not in names:
        where = _row_mapping(table, table.header)
        message = say("the first row of {path} names no column 'id'", path=table.source.path)
        fix = say("write a header: id,title,kind,parent,lead,email,tags,joined,left")
        reading.complain("missing-key", where, message, fix)
    return columns


def _unknown_column(name: str, key: Scalar, reading: Reading) -> str | None:
    """Report an unknown column; gives the known one that it seems to mean."""
    near = FOREIGN_KEYS.get(name)
    if near not in _KEYS:
        near = reading.suggest(name, _KEYS)
    fix = say("the columns are {names}", names=", ".join(_KEYS))
    if near is not None:
        fix = say("did you mean '{name}'?", name=near)
    message = say("a table of owners has no column {name}", name=quoted(name))
    reading.complain("unknown-key", key, message, fix)
    return near


def _read_row(
    table: Table, row: list[Cell], columns: list[_Column], reading: Reading
) -> Entry[OwnerDocument] | None:
    width = len(row)
    if width > len(table.header):
        _surplus_cells(table, row, reading)
    mapping = _row_mapping(table, row)
    keys, values = mapping.keys, mapping.values
    for number, key_cell, name, several in columns:
        if number < width and (text := row[number].text.strip()):
            value = _scalar(table, row[number], text, reading)
            keys[name] = key_cell
            values[name] = _split(table, value) if several else value
    key = values.pop(_ID, None)
    if not isinstance(key, Scalar):
        if values:
            message = say("this row has no id")
            reading.complain("missing-key", mapping, message, say("write one, or take it away"))
        return None
    check_id(key, reading)
    return Entry(key, read_part(OwnerDocument, mapping, reading))


def _row_mapping(table: Table, row: list[Cell]) -> Mapping:
    mapping = Mapping(table.source, row[0].start if row else 0)
    mapping.end = row[-1].end if row else 0
    mapping.keys = {}
    return mapping


def _surplus_cells(table: Table, row: list[Cell], reading: Reading) -> None:
    surplus = next((cell for cell in row[len(table.header) :] if cell.text.strip()), None)
    if surplus is not None:
        where = Scalar(table.source, surplus.start, surplus.end, surplus.text, quoted=True)
        message = say("this cell stands beyond the last column of the header")
        fix = say('put "…" round a text that holds the sign between cells')
        reading.complain("wrong-type", where, message, fix)


def _scalar(table: Table, cell: Cell, text: str, reading: Reading) -> Scalar:
    """What a cell says, its text without the blanks around it."""
    if text[0] == "'" and _SHIELDED.match(text):
        text = text[1:]
    scalar = Scalar(table.source, cell.start, cell.end, text, quoted=True)
    if not text.isprintable() and forbidden_runs(text):
        message = say("this cell holds a control character")
        reading.complain("bad-value", scalar, message, say("take it out: type the cell anew"))
        scalar.text = without_forbidden(text)
    return scalar


def _split(table: Table, cell: Scalar) -> Sequence:
    several = Sequence(table.source, cell.start)
    several.end = cell.end
    several.items = [
        Scalar(table.source, cell.start, cell.end, text, quoted=True)
        for text in _VALUE.findall(cell.text)
    ]
    return several
