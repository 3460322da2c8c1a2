"""A report as lines of tab-separated cells, whole: what a pipe gets."""

from collections.abc import Iterator

from rectify_cli.render.table.cells import cell_text
from rectify_cli.report.table import Cell, Report


def to_tabs(report: Report) -> Iterator[str]:
    """The facts, then a line a row, each ending in a line end; the day stands on every line."""
    first, *others = report.facts or ((),)
    for texts in ((report.title, *first), *others):
        yield _line(texts)
    grouped = bool(report.group)
    for section in report.sections:
        head = section.head if grouped else section.heading
        if not section.rows:
            yield _line(head or section.heading)
        for row in section.rows:
            yield _line((*head, *row.cells, *row.details))
    for note in report.notes:
        yield _line((note,))


def _line(cells: tuple[Cell, ...]) -> str:
    return "\t".join(map(cell_text, cells)).rstrip("\t") + "\n"
