"""A unit's return as a workbook: white cells to fill in, everything else protected.

Columns A to E say what is asked, F to K are to be filled in, L and M (hidden) name the task and its
occurrence for `intake.from_return`, so that a sorted or filtered sheet reads back the same. A very
hidden sheet says what the form is.
"""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from rectify_cli.render.cells import cell_width
from rectify_cli.render.office.foot import foot_of
from rectify_cli.render.office.texts import office_text
from rectify_cli.render.workbook.sheet import PageWords, lay_out_page
from rectify_cli.report.returns import ReturnForm, ReturnLine
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FORM_SHEET = "rectify"
"""The sheet that says what the form is."""
MAGIC = "rectify return"
FORM_VERSION = 1
HEADER_ROW = 4
"""Where the headings stand, counted from 0."""

_HEADINGS = (
    "no", "title", "return-due", "return-now", "return-unit", "return-state", "return-on",
    "return-percent", "return-total", "return-note", "return-evidence",
)  # fmt: skip
_WIDTHS = (6, 40, 12, 14, 8, 11, 13, 9, 10, 36, 28)
_FIRST_INPUT, _LAST_INPUT = 5, 10
_TASK_COLUMN, _OCCURRENCE_COLUMN = 11, 12
_MAX_CELL = 32_767
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
_TEXT = {"quote_prefix": True}
"""A text that looks like a formula stays a text when its cell is opened. Never for what is filled
in: numbers and days would become texts."""


def to_xlsx(form: ReturnForm) -> bytes:
    """The workbook's bytes; the same form gives the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes one pays for it

    file = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(file, options) as book:
        book.set_properties(
            {"title": _text(form.plan_title), "created": datetime.combine(form.as_of, time(), UTC)}
        )
        words = Words(form.language)
        sheet = book.add_worksheet(words("return-sheet"))
        _fill(book, sheet, form, words)
        _lay_out(sheet, form)
        _say_what_it_is(book, form)
    return file.getvalue()


def _fill(book: "Workbook", sheet: "Worksheet", form: ReturnForm, words: Words) -> None:
    title = book.add_format({**_FONT, **_TEXT, "bold": True, "font_size": 14})
    plain = book.add_format({**_FONT, **_TEXT})
    head = book.add_format(
        {**_FONT, "bold": True, "text_wrap": True, "bg_color": "#E8ECF1", "bottom": 1}
    )
    sheet.write_string(0, 0, _text(words("return-title", unit=form.unit_title)), title)
    sheet.write_string(1, 0, _text(form.plan_title), plain)
    as_of = words("return-as-of", day=words.full(form.as_of))
    sheet.write_string(2, 0, f"{as_of}    {words('return-how')}", plain)
    for column, key in enumerate(_HEADINGS):
        sheet.write_string(HEADER_ROW, column, words(key), head)
    formats = _Formats(book)
    for number, line in enumerate(form.lines, HEADER_ROW + 1):
        _write_line(sheet, number, line, formats)


class _Formats:
    """The looks of a line's cells: asked or to be filled in, as text or as a day."""

    def __init__(self, book: "Workbook") -> None:
        asked: dict[str, Any] = {
            **_FONT, "text_wrap": True, "bg_color": "#F6F7F9", "bottom": 4,
            "bottom_color": "#C9CFD6",
        }  # fmt: skip
        given: dict[str, Any] = {
            **_FONT, "text_wrap": True, "locked": False, "border": 1, "border_color": "#9AA5B1"
        }  # fmt: skip
        self.asked = book.add_format({**asked, **_TEXT})
        self.asked_day = book.add_format({**asked, "num_format": "yyyy-mm-dd", "align": "left"})
        self.given = book.add_format(given)
        self.given_day = book.add_format({**given, "num_format": "yyyy-mm-dd", "align": "left"})


def _write_line(sheet: "Worksheet", row: int, line: ReturnLine, formats: _Formats) -> None:
    for column, text in enumerate((line.no, line.title)):
        sheet.write_string(row, column, _text(text), formats.asked)
    if line.due is None:
        sheet.write_blank(row, 2, None, formats.asked)
    else:
        sheet.write_datetime(row, 2, datetime.combine(line.due, time()), formats.asked_day)
    counted = line.counted_in if line.target is not None else ""
    for column, text in ((3, line.now), (4, counted)):
        sheet.write_string(row, column, _text(text), formats.asked)
    for column in range(_FIRST_INPUT, _LAST_INPUT + 1):
        is_asked = line.is_over or (column == 8 and line.target is None)
        look = formats.given_day if column == 6 else formats.given
        sheet.write_blank(row, column, None, formats.asked if is_asked else look)
    sheet.write_string(row, _TASK_COLUMN, line.task)
    named = "" if line.occurrence is None else line.occurrence.isoformat()
    sheet.write_string(row, _OCCURRENCE_COLUMN, named)


def _lay_out(sheet: "Worksheet", form: ReturnForm) -> None:
    last = max(HEADER_ROW + len(form.lines), HEADER_ROW + 1)
    longest = max((cell_width(line.title[:200]) for line in form.lines), default=0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, min(60, max(width, longest)) if column == 1 else width)
    sheet.set_column(_TASK_COLUMN, _OCCURRENCE_COLUMN, None, None, {"hidden": True})
    sheet.freeze_panes(HEADER_ROW + 1, 2)
    first = HEADER_ROW + 1
    sheet.data_validation(first, 5, last, 5, {"validate": "list", "source": list(form.choices)})
    whole = {"validate": "integer", "criteria": "between", "minimum": 0}
    sheet.data_validation(first, 7, last, 7, {**whole, "maximum": 100})
    sheet.data_validation(first, 8, last, 8, {**whole, "maximum": 10**9})
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.repeat_rows(HEADER_ROW)
    foot = foot_of(form.edition, Words(form.language))
    lay_out_page(sheet, PageWords(form.plan_title, foot))


def _say_what_it_is(book: "Workbook", form: ReturnForm) -> None:
    sheet, text = book.add_worksheet(FORM_SHEET), book.add_format(_TEXT)
    values = (MAGIC, str(FORM_VERSION), form.unit, form.as_of.isoformat(), form.plan_title)
    for row, value in enumerate(values):
        sheet.write_string(row, 0, _text(value), text)
    sheet.very_hidden()


def _text(text: str) -> str:
    """What a cell may hold: nothing that acts, no more than the format can take."""
    return office_text(text, _MAX_CELL)
