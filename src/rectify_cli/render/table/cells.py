"""The text of a cell, the same in every format that is text."""

from datetime import date

from rectify_cli.render.clean import clean_line
from rectify_cli.report.table import Cell


def cell_text(cell: Cell) -> str:
    """One line that is safe to show: dates in ISO, nothing as nothing."""
    if isinstance(cell, str):
        return clean_line(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
