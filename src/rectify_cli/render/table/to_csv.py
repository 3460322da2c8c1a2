"""A report as a CSV table for spreadsheets: a row a row, nothing in it that a sheet would run."""

import csv
from collections.abc import Iterator
from itertools import chain

from rectify_cli.render.clean import clean
from rectify_cli.report.table import Cell, Report
from rectify_cli.report.words import Words

BOM = "\ufeff"
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # full-width forms live too


def to_csv(report: Report) -> Iterator[str]:
    """The headings, then every row with its section's cells first.

    Where they have none, what stands above them is a column. Chinese tables begin with a byte
    order mark, without which Excel takes them for GBK.
    """
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    if report.language == "zh":
        lines.write(BOM)
    sections = iter(report.sections)
    first = next(sections, None)
    headed = not report.group and first is not None and bool(first.heading)
    lead = [Words(report.language)("sheet-part")] if headed else []
    writer.writerow([*lead, *(column.heading for column in (*report.group, *report.columns))])
    for section in chain(() if first is None else (first,), sections):
        cells = (", ".join(section.heading),) if headed else section.head
        head = [_safe(cell) for cell in cells]
        writer.writerows([[*head, *map(_safe, row.cells)] for row in section.rows])
        yield lines.taken()
    yield lines.taken()


class _Lines:
    """What the csv module writes to: keeps the text until it is taken."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def write(self, text: str) -> None:
        self._texts.append(text)

    def taken(self) -> str:
        text = "".join(self._texts)
        self._texts.clear()
        return text


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = clean(cell)
    return f"'{text}" if cell.startswith(_FORMULA) else text
