"""The body of a Word document as XML text: paragraphs and tables.

It is written as text and parsed once, since a book of thousands of tasks made element by element
takes minutes.
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.office.texts import office_text

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LONGEST = 100_000
_SHORT_HEADING = 6_000
_STYLED = re.compile(r'<w:p><w:pPr><w:pStyle w:val="[^"]*"/>')
"""How a paragraph in a table begins; in a text, `<` is written otherwise."""
_INDENT = 360
"""A list's step to the right, in twentieths of a point."""


class Span(Struct):
    """Text that looks alike."""

    text: str
    bold: bool = False
    italic: bool = False
    mono: bool = False


class Cell(Struct):
    """A cell: its paragraphs as XML, how many columns it takes, whether it is a heading."""

    paragraphs: str
    columns: int = 1
    head: bool = False


def paragraph(
    content: str | Iterable[Span],
    style: str | None = None,
    *,
    depth: int = 0,
    marker: str = "",
    centred: bool = False,
    with_next: bool = False,
) -> str:
    """A paragraph.

    Args:
        content: Its text, or stretches of text.
        style: The id of its style; None: the document's own.
        depth: How many steps to the right it stands.
        marker: What stands before it, one step to the left, as before an item of a list.
        centred: It stands in the middle.
        with_next: It never is the last of a page.
    """
    properties = ""
    if style is not None:
        properties += f'<w:pStyle w:val="{escape(style)}"/>'
    if with_next:
        properties += "<w:keepNext/>"
    if depth:
        hanging = f' w:hanging="{_INDENT}"' if marker else ""
        properties += f'<w:ind w:left="{depth * _INDENT}"{hanging}/>'
    if centred:
        properties += '<w:jc w:val="center"/>'
    spans = (Span(content),) if isinstance(content, str) else content
    runs = "".join(map(_run, spans))
    if marker:
        runs = f"{_run(Span(marker))}<w:r><w:tab/></w:r>{runs}"
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _run(span: Span) -> str:
    look = "<w:b/>" if span.bold else ""
    look += "<w:i/>" if span.italic else ""
    if span.mono:
        look = f'<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>{look}'
    lines = office_text(span.text, _LONGEST).split("\n")
    text = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in lines
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text}</w:r>"


def text_cell(text: str, style: str, *, columns: int = 1, head: bool = False) -> Cell:
    """A cell of plain text in paragraphs of a style, one a line; a heading is bold."""
    paragraphs = "".join(paragraph([Span(line, bold=head)], style) for line in text.split("\n"))
    return Cell(paragraphs, columns, head)


def table(
    rows: Sequence[Sequence[Cell]], widths: Sequence[int], style: str, *, together: bool = False
) -> str:
    """A table.

    Args:
        rows: Its rows, whose cells take as many columns as there are widths.
        widths: The columns' widths in twentieths of a point.
        style: The id of its style.
        together: It goes to the next page rather than be parted.

    The first row stands on every page that it reaches.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    # A heading that fills a page would leave no room for what it stands above.
    short = bool(rows) and sum(len(cell.paragraphs) for cell in rows[0]) <= _SHORT_HEADING
    body = "".join(_row(row, widths, repeated=short and not at) for at, row in enumerate(rows))
    if together and len(rows) > 1:
        last = body.rindex("<w:tr>")
        body = _STYLED.sub(r"\g<0><w:keepNext/>", body[:last]) + body[last:]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{escape(style)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(cells: Sequence[Cell], widths: Sequence[int], *, repeated: bool) -> str:
    properties = '<w:trPr><w:cantSplit/><w:tblHeader w:val="true"/></w:trPr>' if repeated else ""
    made = []
    at = 0
    for cell in cells:
        width = sum(widths[at : at + cell.columns])
        at += cell.columns
        look = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if cell.columns > 1:
            look += f'<w:gridSpan w:val="{cell.columns}"/>'
        if cell.head:
            look += '<w:shd w:val="clear" w:color="auto" w:fill="E8ECF1"/>'
        made.append(f"<w:tc><w:tcPr>{look}</w:tcPr>{cell.paragraphs}</w:tc>")
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def page_break() -> str:
    """What follows begins on a new page."""
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
