"""A report as Markdown: a heading and a table a section."""

import re
from collections.abc import Iterator

from rectify_cli.render.table.cells import cell_text
from rectify_cli.report.table import Cell, Column, Report, Row, Section

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~#&]")
_BLOCK = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def to_md(report: Report) -> Iterator[str]:
    """The document, line ends included; what files say is text in it, never markup."""
    yield f"# {escaped(report.title)}\n"
    for parts in report.facts:
        yield "\n" + ", ".join(escaped(part) for part in parts) + "\n"
    columns = [column for column in report.columns if column.kind != "key"]
    kept = [at for at, column in enumerate(report.columns) if column.kind != "key"]
    for section in report.sections:
        yield from _section(section, columns, kept)
    for note in report.notes:
        yield f"\n{escaped(note)}\n"


def _section(section: Section, columns: list[Column], kept: list[int]) -> Iterator[str]:
    if section.heading:
        yield "\n## " + ", ".join(escaped(part) for part in section.heading) + "\n"
    if section.rows:
        yield "\n" + _line([escaped(column.heading) for column in columns])
        yield _line(["---:" if column.kind == "number" else "---" for column in columns])
        for row in section.rows:
            yield _line(_cells(row, kept))


def _cells(row: Row, kept: list[int]) -> list[str]:
    texts = [escaped(row.cells[at]) for at in kept]
    return [*texts[:-1], "<br>".join(filter(None, [texts[-1], *map(escaped, row.details)]))]


def _line(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |\n"


def escaped(cell: Cell) -> str:
    """The text of a cell with every mark of Markdown and HTML made plain."""
    text = _SPECIAL.sub(r"\\\g<0>", cell_text(cell))
    text = text.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "\\@")
    return _BLOCK.sub(r"\1\\\2", text) if not text[:1].isdigit() else _numbered(text)


def _numbered(text: str) -> str:
    """`1.` at the beginning would be a list."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
