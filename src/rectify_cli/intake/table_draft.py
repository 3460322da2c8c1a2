"""A grid → the draft of a plan, and remarks on every cell that could not be taken over.

Nothing is made up: a date that cannot be read is left out and named. What the table leaves open
(a year, the plan's first day) is decided as `Wishes` says, and said.
"""

from collections.abc import Mapping
from datetime import date

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.columns import find_columns
from rectify_cli.intake.draft import DraftPlan
from rectify_cli.intake.grid import Grid, Remark, Sheet
from rectify_cli.intake.known import Known
from rectify_cli.intake.own_sheets import OwnSheets, take_own_sheets
from rectify_cli.intake.table_plan import draft_plan, is_chinese
from rectify_cli.intake.table_rows import TableRow, table_rows
from rectify_cli.intake.table_tasks import TableTasks
from rectify_cli.intake.table_years import years_of

PLAN_SHEET = "plan sheet"
"""Stands among the fields of a workbook that says what the plan itself says."""


class Wishes(Struct):
    """What the reader of a table was told beside it.

    `name` is the file's name without its ending. `columns` are fields of columns by heading or
    letters. `known` is what the plan has that the table goes into.
    """

    name: str
    today: date
    start: date | None = None
    columns: Mapping[str, str] = {}
    sheet: str | None = None
    country: str | None = None
    known: Known = Known()


class Drafted(Struct):
    """A draft, how many tasks the table has, and the fields that it has columns for."""

    draft: DraftPlan
    tasks: int
    fields: frozenset[str]
    remarks: tuple[Remark, ...]


class _Found(Struct):
    rows: list[TableRow]
    fields: frozenset[str]
    titles: list[str]


def draft_from(grid: Grid, wishes: Wishes) -> Drafted | Message:
    """The plan that a file's tables tell; or why they tell none."""
    remarks = list(grid.remarks)
    own = take_own_sheets(grid.sheets, remarks)
    sheets = own.rest
    if wishes.sheet is not None:
        sheets = tuple(each for each in sheets if each.name == wishes.sheet)
        if not sheets:
            names = ", ".join(each.name for each in own.rest)
            return say("there is no sheet '{name}'; there are: {names}", name=wishes.sheet,
                       names=names)  # fmt: skip
    found = _all_rows(sheets, wishes, remarks)
    if not found.rows:
        return _no_rows(found)
    start = wishes.start or _start(own)
    titles = (*found.titles, wishes.name)
    years = years_of(found.rows, start, titles, wishes.today, remarks)
    drafted = TableTasks(found.rows, own, wishes.known, years, remarks).read()
    language = "zh" if is_chinese(found.rows, found.titles) else None
    draft = draft_plan(
        drafted,
        own,
        title=titles[0],
        start=wishes.start,
        today=wishes.today,
        language=language,
        country=wishes.country,
        remarks=[] if wishes.known.is_plan else remarks,
        own_first=wishes.known.is_plan,
    )
    fields = found.fields | ({PLAN_SHEET} if own.plan else set())
    return Drafted(draft, len(found.rows), fields, tuple(remarks))


def _start(own: OwnSheets) -> date | None:
    value = own.said("start")
    return value if isinstance(value, date) else None


def _no_rows(found: _Found) -> Message:
    if found.fields:
        return say("there are no tasks below the header")
    return say(
        "no row is a header: it names the tasks and one thing more, such as task and deadline, "
        "工作任务 and 完成时限; --map COLUMN=FIELD says what a column is"
    )


def _all_rows(sheets: tuple[Sheet, ...], wishes: Wishes, remarks: list[Remark]) -> _Found:
    """The rows of all sheets that have a header; where there are several, a sheet is a phase."""
    headed = [(sheet, find_columns(sheet, wishes.columns)) for sheet in sheets]
    several = sum(columns is not None for _, columns in headed) > 1
    rows: list[TableRow] = []
    fields: dict[str, None] = {}
    titles: list[str] = []
    for sheet, columns in headed:
        if columns is None:
            if sheet.rows and len(sheets) > 1:
                why = say("the sheet has no header of tasks, and is left out")
                remarks.append(Remark(why, None, sheet.name, lost=False))
            continue
        for column, heading in columns.unknown:
            why = say("nothing is known of the column '{heading}'; it is left out", heading=heading)
            fix = say("--map {heading}=note takes it over; --map {heading}=- says nothing",
                      heading=heading)  # fmt: skip
            remarks.append(Remark(why, fix, sheet.name, columns.row, column, lost=False))
        found = table_rows(sheet, columns, remarks)
        if several and "phase" not in columns.fields and "id" not in columns.fields:
            found = [row._replace(phase=row.phase or sheet.name) for row in found]
        rows += found
        fields |= dict.fromkeys(columns.fields)
        titles += _above(sheet, columns.row)
    return _Found(rows, frozenset(fields), titles)


def _above(sheet: Sheet, header: int) -> list[str]:
    """The texts above a header: the table's title first."""
    texts = (str(value) for row in sheet.rows[:header] for value in row if isinstance(value, str))
    return [" ".join(text.split())[:200] for text in texts]
