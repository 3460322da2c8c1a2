"""Slips for what is overdue (督办单) as a Word document, a page for each unit or leader."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from rectify_cli.render.clean import clean_line
from rectify_cli.render.office.archive import without_moments
from rectify_cli.render.office.texts import office_text
from rectify_cli.report.reminders import Errand, Reminder
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.table import Table, _Cell, _Row

_FONTS = ("Times New Roman", "FangSong")
_HEAD = ("no", "title", "return-due", "slip-overdue", "deliverable", "slip-answer")
_WIDTHS_CM = (1.2, 5.0, 2.4, 2.4, 3.0, 3.5)
_LONGEST = 2_000


def to_docx(slips: Sequence[Reminder], language: str) -> bytes:
    """The document's bytes; the same slips give the same bytes."""
    from docx import Document  # noqa: PLC0415 - only who writes one pays for it

    words = Words(language)
    document = Document()
    _set_fonts(document)
    if not slips:
        document.add_paragraph(words("remind-nobody"))
    for number, slip in enumerate(slips):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        _add_slip(document, slip, words)
    when = datetime.combine(slips[0].as_of, time()) if slips else datetime(2000, 1, 1)  # noqa: DTZ001 - a document's day has no zone
    document.core_properties.created = document.core_properties.modified = when
    document.core_properties.author = "rectify"
    file = BytesIO()
    document.save(file)
    return without_moments(file.getvalue())


def _add_slip(document: "DocumentObject", slip: Reminder, words: Words) -> None:
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT  # noqa: PLC0415 - as above

    title = document.add_paragraph(words("slip-title"), style="Title")
    title.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    document.add_paragraph(_one_line(words("slip-to", name=slip.name)))
    day = words.full(slip.as_of)
    document.add_paragraph(_one_line(words("slip-from", plan=slip.plan_title, day=day)))
    document.add_paragraph(words("slip-asks"))
    table = document.add_table(rows=1, cols=len(_HEAD), style="Table Grid")
    for cell, key in zip(table.rows[0].cells, _HEAD, strict=True):
        _write(cell, words(key), bold=True)
    _repeat_header(table.rows[0])
    for errand in slip.errands:
        for cell, text in zip(table.add_row().cells, _cells(errand, words), strict=True):
            _write(cell, text)
    _set_widths(table)
    document.add_paragraph()
    document.add_paragraph(words("slip-signed"))


def _set_widths(table: "Table") -> None:
    from docx.shared import Cm  # noqa: PLC0415 - as above

    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS_CM, strict=True):
            cell.width = Cm(width)


def _cells(errand: Errand, words: Words) -> tuple[str, ...]:
    late = words.workdays(errand.overdue)
    return (errand.no, errand.title, errand.due.isoformat(), late, errand.deliverable, "")


def _write(cell: "_Cell", text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(_one_line(text))
    run.bold = bold


def _set_fonts(document: "DocumentObject") -> None:
    """Name a font for Latin and one for Chinese text, in every style that is used."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    latin, chinese = _FONTS
    for name in ("Normal", "Title", "Table Grid"):
        style: Any = document.styles[name]
        style.font.name = latin
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), chinese)


def _repeat_header(row: "_Row") -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _one_line(text: str) -> str:
    """What a cell of a slip may hold: one line, of a sensible length."""
    return office_text(clean_line(text), _LONGEST)
