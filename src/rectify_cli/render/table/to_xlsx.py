"""A report as a workbook: real dates, filters, headings that stay; one sheet, or several."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import Any

from rectify_cli.render.office.foot import foot_of, made_on
from rectify_cli.render.office.texts import office_text
from rectify_cli.render.workbook.looks import Looks, font_of
from rectify_cli.render.workbook.names import SheetNames
from rectify_cli.render.workbook.sheet import PageWords, Sheet, lay_out_page
from rectify_cli.report.table import Cell, Column, Report, Row, Section, Workbook
from rectify_cli.report.words import Words

_MAX_CELL = 32_767
_MAX_PROPERTY = 255
_MAX_SPLIT = 200
"""Of more parts, a workbook would be all sheets and no table."""
_NEVER_MORE_THAN_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(report: Report | Workbook) -> Iterator[bytes]:
    """The workbook; the same report gives the same bytes."""
    from xlsxwriter import Workbook as Book  # noqa: PLC0415 - only who writes one pays for it

    sheets = report.sheets if isinstance(report, Workbook) else (("", report),)
    _, first = sheets[0]
    file = BytesIO()
    with Book(file, _NEVER_MORE_THAN_TEXT) as book:
        title = office_text(first.title, _MAX_PROPERTY)
        book.set_properties({"title": title, "created": made_on(first.edition)})
        book.formats[0].set_font_name(font_of(first.language))
        filling = _Filling(book, first.language)
        for name, each in sheets:
            filling.add(name, each)
        filling.tell_about(first)
    yield file.getvalue()


class _Filling:
    """A workbook that is being filled, sheet after sheet."""

    def __init__(self, book: Any, language: str) -> None:  # noqa: ANN401 - xlsxwriter says no types
        self._book = book
        self._looks = Looks(book, language)
        self._names = SheetNames()
        self._words = Words(language)

    def add(self, name: str, report: Report) -> None:
        """A sheet of all, and one for each value of the column that it is split by."""
        page = PageWords(report.title, foot_of(report.edition, self._words))
        sections = iter(report.sections)
        grouped = bool(report.group)
        first = next(sections, None)
        lead = report.group if grouped else self._part(first)
        columns = (*lead, *report.columns)
        default = self._words("sheet-all") if report.split_by else report.title
        whole = self._sheet(name or default, columns, len(report.group))
        parts: dict[str, Sheet] = {}
        split = next(
            (at for at, column in enumerate(columns) if column.key == report.split_by), None
        )
        for number, section in enumerate(chain((first,) if first else (), sections)):
            head: tuple[Cell, ...] = section.head if grouped else _heading(section, lead)
            for row in section.rows:
                cells = (*head, *_cells(row))
                whole.add(cells, row.tone, number)
                if split is not None:
                    sheet = self._part_of(parts, cells[split], columns, len(report.group))
                    if sheet is not None:
                        sheet.add(cells, row.tone, number)
        whole.finish(page)
        for part in parts.values():
            part.finish(page, without=report.split_by)

    def _part(self, section: Section | None) -> tuple[Column, ...]:
        """A column for what stands above the sections, where they have headings."""
        if section is None or not section.heading:
            return ()
        return (Column("part", self._words("sheet-part")),)

    def _sheet(self, title: str, columns: Sequence[Column], frozen: int) -> Sheet:
        sheet = self._book.add_worksheet(self._names.name(title))
        return Sheet(sheet, columns, frozen, self._looks)

    def _part_of(
        self, parts: dict[str, Sheet], cell: Cell, columns: Sequence[Column], frozen: int
    ) -> Sheet | None:
        value = "" if cell is None else str(cell)
        if not value or (value not in parts and len(parts) == _MAX_SPLIT):
            return None
        if value not in parts:
            parts[value] = self._sheet(value, columns, frozen)
        return parts[value]

    def tell_about(self, report: Report) -> None:
        """A last sheet with what stands above and below the table on a screen."""
        lines = [*("    ".join(fact) for fact in report.facts if fact), *report.notes]
        if not lines:
            return
        foot = foot_of(report.edition, self._words)
        sheet = self._book.add_worksheet(self._names.name(self._words("sheet-about")))
        sheet.set_column(0, 0, 100)
        sheet.write_string(0, 0, office_text(report.title, _MAX_CELL), self._looks.title)
        for number, line in enumerate((*lines, *filter(None, (foot.left,))), 1):
            sheet.write_string(number, 0, office_text(line, _MAX_CELL), self._looks.line)
        lay_out_page(sheet, PageWords(report.title, foot))


def _heading(section: Section, lead: Sequence[Column]) -> tuple[Cell, ...]:
    return ("  ".join(section.heading),) if lead else ()


def _cells(row: Row) -> tuple[Cell, ...]:
    """The cells, the lines under the row in the last of them."""
    if not row.details:
        return row.cells
    *cells, last = row.cells
    text = "" if last is None else str(last)
    return (*cells, "\n".join(filter(None, (text, *row.details))))
