"""A report as a Word document: its facts, a heading and a table a section, its sentences."""

from collections.abc import Iterator, Sequence

from rectify_cli.render.cells import cell_width
from rectify_cli.render.table.cells import cell_text
from rectify_cli.render.word.body import paragraph, table, text_cell
from rectify_cli.render.word.document import Paper
from rectify_cli.report.table import Column, Report, Row

_ACROSS = 6
"""With more columns the page lies on its side."""
_CELL, _PADDING = 112, 200
"""What a column of a terminal, and a cell's edges, take on paper, in twentieths of a point."""


def to_docx(report: Report, template: bytes | None = None) -> Iterator[bytes]:
    """The document; `template`: a Word file whose pages, styles, head and foot it takes."""
    kept = [at for at, column in enumerate(report.columns) if column.kind != "key"]
    across = len(kept) > _ACROSS
    paper = Paper(report.language, template, across=across)
    body = "".join(_body(report, kept, paper))
    yield paper.written(body, report.title, report.edition)


def _body(report: Report, kept: Sequence[int], paper: Paper) -> Iterator[str]:
    yield paragraph(report.title, paper.styles["Title"], centred=True)
    for fact in report.facts:
        yield paragraph("    ".join(map(cell_text, fact)), centred=True)
    columns = [report.columns[at] for at in kept]
    sections = [(s, [_texts(row, kept) for row in s.rows]) for s in report.sections]
    every = [texts for _, rows in sections for texts in rows]
    widths = _widths(columns, every, paper.width)
    for section, rows in sections:
        heading = "  ".join(map(cell_text, section.heading))
        if heading:
            yield paragraph(heading, paper.styles["Heading 2"], with_next=bool(rows))
        if rows:
            yield _table(rows, columns, widths, paper)
            yield paragraph("")
    for note in report.notes:
        yield paragraph(note)


def _table(
    texts: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[int], paper: Paper
) -> str:
    style = paper.cell_style
    head = [text_cell(column.heading, style, head=True) for column in columns]
    rows = [[text_cell(text, style) for text in row] for row in texts]
    return table([head, *rows], widths, paper.table_style)


def _texts(row: Row, kept: Sequence[int]) -> list[str]:
    *texts, last = (cell_text(row.cells[at]) for at in kept)
    return [*texts, "\n".join(filter(None, (last, *map(cell_text, row.details))))]


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The page's width in twips: what needs little gets it, the others share the rest alike."""
    needs = [
        _PADDING + _CELL * max((cell_width(column.heading), *(_longest(row[at]) for row in rows)))
        for at, column in enumerate(columns)
    ]
    given: dict[int, int] = {}
    left = width
    for number, at in enumerate(sorted(range(len(needs)), key=lambda each: (needs[each], each))):
        given[at] = min(needs[at], left // (len(needs) - number))
        left -= given[at]
    if columns:
        given[len(columns) - 1] += left
    return [given[at] for at in range(len(columns))]


def _longest(text: str) -> int:
    return max(map(cell_width, text.split("\n")))
