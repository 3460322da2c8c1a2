"""Sheet → its rows of tasks: merged cells filled, phases carried down, what is no task left out."""

import re
from collections.abc import Iterator, Mapping

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.columns import Columns
from rectify_cli.intake.grid import GridValue, Remark, Sheet
from rectify_cli.syntax.characters import without_forbidden

_FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"
_FOOTNOTES = re.compile(
    r"\s*(?:注|备注|说明|填表|制表|审核|合计|总计|小计|note|total)", re.IGNORECASE
)
_SUMS = {"合计", "总计", "小计", "total", "sum"}
_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}


class TableRow(Struct):
    """A task's row: the cells of its fields, and where each stands."""

    sheet: str
    number: int
    cells: Mapping[str, GridValue]
    columns: Mapping[str, int]
    phase: str | None = None

    def text(self, field: str) -> str | None:
        """A field as one line of text; None where its cell is empty."""
        value = self.cells.get(field)
        return None if value is None else " ".join(str(value).split()) or None

    def remark(
        self, field: str, message: Message, fix: Message | None = None, *, lost: bool = True
    ) -> Remark:
        """Something about the cell of a field."""
        return Remark(message, fix, self.sheet, self.number, self.columns.get(field, 0), lost)


def table_rows(sheet: Sheet, columns: Columns, remarks: list[Remark]) -> list[TableRow]:
    """The rows below the header that are tasks, in order."""
    filled = _filled(sheet, columns)
    found = []
    phase: str | None = None
    for number in range(columns.row + 1, len(sheet.rows)):
        said = [value for value in sheet.rows[number] if value is not None]
        if not said:
            continue
        cells = dict(_cells(sheet, columns, number, filled, remarks))
        heading = _lone_heading(sheet, number, said)
        if heading is not None and "phase" not in columns.fields:
            phase = heading
            continue
        phase = _text(cells.get("phase")) or phase
        if len(said) == 1 and _is_footnote(said):
            why = say("a note below the table, left out: {text}", text=str(said[0])[:60])
            remarks.append(Remark(why, None, sheet.name, number, 0, lost=False))
            continue
        if str(said[0]).strip().casefold() in _SUMS:
            continue
        if "title" not in cells and "id" not in cells:
            if len(said) > (cells.get("no") is not None) and not _is_footnote(said):
                why = say("the row has no title, and is left out")
                column = columns.fields["title"]
                remarks.append(
                    Remark(why, say("write what is to be done"), sheet.name, number, column)
                )
            continue
        found.append(TableRow(sheet.name, number, cells, columns.fields, phase))
    return found


def _text(value: GridValue | None) -> str | None:
    return None if value is None else " ".join(str(value).split()) or None


def _cells(
    sheet: Sheet,
    columns: Columns,
    number: int,
    filled: Mapping[tuple[int, int], GridValue],
    remarks: list[Remark],
) -> Iterator[tuple[str, GridValue]]:
    for field, column in columns.fields.items():
        value = sheet.value(number, column)
        if value is None:
            value = filled.get((number, column))
        if isinstance(value, str):
            if value in _ERRORS:
                why = say("the formula gives {error}", error=value)
                fix = say("mend the formula, or write the value")
                remarks.append(Remark(why, fix, sheet.name, number, column))
                continue
            value = without_forbidden(_without_apostrophe(value)).strip()
        if value is not None and value != "":
            yield field, value


def _without_apostrophe(text: str) -> str:
    """What was kept from being a formula by a `'` before it is text all the same."""
    return text[1:] if text.startswith("'") and text[1:2] and text[1] in _FORMULA_SIGNS else text


def _filled(sheet: Sheet, columns: Columns) -> dict[tuple[int, int], GridValue]:
    """The values of merged cells below the header, at every cell of their rows that is empty."""
    wanted = set(columns.fields.values())
    found: dict[tuple[int, int], GridValue] = {}
    for each in sheet.merged:
        value = sheet.value(each.top, each.left)
        if each.top <= columns.row or value is None or each.left not in wanted:
            continue
        for row in range(each.top + 1, min(each.bottom, len(sheet.rows) - 1) + 1):
            found[row, each.left] = value
    return found


def _lone_heading(sheet: Sheet, number: int, said: list[GridValue]) -> str | None:
    """A phase's name that stands alone in a row, merged over several columns."""
    if len(said) != 1 or _is_footnote(said):
        return None
    is_wide = any(
        each.top == number == each.bottom and each.right > each.left for each in sheet.merged
    )
    return _text(said[0]) if is_wide else None


def _is_footnote(said: list[GridValue]) -> bool:
    return isinstance(said[0], str) and _FOOTNOTES.match(said[0]) is not None
