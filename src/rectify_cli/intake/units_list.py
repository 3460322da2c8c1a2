"""A list of units as bytes → its lines: text pasted from a chat, a CSV or an XLSX table.

What a line means is for `progress.units_list` to say; here it only becomes readable.
"""

from rectify_cli.foundation.finding import Finding
from rectify_cli.intake.from_csv import decode_table
from rectify_cli.intake.owner_table import read_table
from rectify_cli.plan.table import Cell, Table
from rectify_cli.progress.list_line import Line

_TABLES = ("csv", "xlsx")


def read_list(path: str, data: bytes) -> tuple[Line, ...] | Finding:
    """The lines of a list, or the one thing for which it cannot be read.

    Text is UTF-8, with or without byte order mark, or GB18030. `path` is the name by which the
    person knows it; its ending says whether it is a table.
    """
    if path.rpartition(".")[2].casefold() not in _TABLES:
        return _lines_of_text(path, data)
    table, findings = read_table(path, data)
    if table is None or findings:
        return findings[0]
    return tuple(_line(table, row) for row in (table.header, *table.rows))


def _lines_of_text(path: str, data: bytes) -> tuple[Line, ...] | Finding:
    source, findings = decode_table(path, data)
    if source is None:
        return findings[0]
    return tuple(Line(n, (text,)) for n, text in enumerate(source.text.splitlines(), 1))


def _line(table: Table, row: list[Cell]) -> Line:
    number = table.source.span(row[0].start, row[0].end).line if row else 1
    return Line(number, tuple(cell.text for cell in row))
