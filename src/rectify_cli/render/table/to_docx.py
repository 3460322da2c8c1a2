"""A report as a Word document: its facts, a heading and a table a section, its sentences."""

from collections.abc import Iterator, Sequence

from rectify_cli.render.cells import cell_width
from rectify_cli.render.table.cells import cell_text
from rectify_cli.render.word.body import paragraph, table, text_cell
from rectify_cli.render.word.document import Paper
from rectify_cli.report.table import Column, Report, Row, Section

_ACROSS = 6
"""With more columns the page lies on its side."""
_LEAST, _MOST = 6, 40
"""Cells that a column is taken to need at least and at most."""


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
    for section in report.sections:
        heading = "  ".join(map(cell_text, section.heading))
        if heading:
            yield paragraph(heading, paper.styles["Heading 2"], with_next=bool(section.rows))
        if section.rows:
            yield _table(section, columns, kept, paper)
            yield paragraph("")
    for note in report.notes:
        yield paragraph(note)


def _table(section: Section, columns: Sequence[Column], kept: Sequence[int], paper: Paper) -> str:
    texts = [_texts(row, kept) for row in section.rows]
    style = paper.cell_style
    head = [text_cell(column.heading, style, head=True) for column in columns]
    rows = [[text_cell(text, style) for text in row] for row in texts]
    return table([head, *rows], _widths(columns, texts, paper.width), paper.table_style)


def _texts(row: Row, kept: Sequence[int]) -> list[str]:
    *texts, last = (cell_text(row.cells[at]) for at in kept)
    return [*texts, "\n".join(filter(None, (last, *map(cell_text, row.details))))]


def _widths(columns: Sequence[Column], texts: Sequence[Sequence[str]], width: int) -> list[int]:
    """The page's width, parted by what the columns show, none of them too narrow."""
    needs = [
        min(max(cell_width(column.heading), _LEAST, *(cell_width(row[at]) for row in texts)), _MOST)
        for at, column in enumerate(columns)
    ]
    return [width * need // sum(needs) for need in needs]
