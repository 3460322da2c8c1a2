"""The status as one flat table with a row for every task: what files of it hold."""

from collections.abc import Sequence

from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.against import agreed_finish, agreed_slip
from rectify_cli.report.attention import LAMP_TONES, lamp_word
from rectify_cli.report.edition import Edition
from rectify_cli.report.names import owner_title
from rectify_cli.report.remarks import remark
from rectify_cli.report.shares import percent
from rectify_cli.report.status import status_screen
from rectify_cli.report.status_choice import Choice, chosen_leaves, matching, told_units
from rectify_cli.report.status_headline import status_headline
from rectify_cli.report.table import Cell, Column, ColumnKind, Report, Row, Section
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words

_COLUMNS: tuple[tuple[str, str, ColumnKind], ...] = (
    ("no", "no", "text"),
    ("task", "task", "key"),
    ("title", "title", "text"),
    ("owner", "owner", "text"),
    ("lead", "lead", "text"),
    ("lamp", "lamp", "text"),
    ("state", "state", "text"),
    ("reason", "st-reason", "text"),
    ("share", "st-share", "number"),
    ("expected", "st-expected-share", "number"),
    ("done", "st-done", "number"),
    ("total", "st-of", "number"),
    ("start", "start", "date"),
    ("finish", "finish", "date"),
    ("deadline", "task-deadline", "date"),
    ("forecast", "st-forecast-day", "date"),
    ("why", "st-why", "text"),
)

_AGREED: tuple[tuple[str, str, ColumnKind], ...] = (
    ("agreed", "ag-day", "date"),
    ("agreed-slip", "ag-slip", "number"),
)


def status_sheet(status: Status, choice: Choice, language: str, edition: Edition) -> Report:
    """Every task that was asked for, phase by phase."""
    words = Words(language)
    teller = Teller(status, words, told_units(status, choice), choice.held)
    added = () if choice.held is None else _AGREED
    sections: dict[str, list[Row]] = {}
    for row in matching(chosen_leaves(status, choice), choice):
        phase = teller.plan.phase_of(teller.task(row))
        title = "" if phase is None else phase.title
        sections.setdefault(title, []).append(_row(teller, row))
    return Report(
        title=status.schedule.plan.title,
        language=language,
        group=(Column("phase", words("phase")),),
        columns=tuple(Column(key, words(label), kind) for key, label, kind in (*_COLUMNS, *added)),
        sections=[
            Section((title,) if title else (), tuple(rows), (title,))
            for title, rows in sections.items()
        ],
        facts=status_headline(teller),
        edition=edition,
    )


def group_sheet(status: Status, choice: Choice, language: str) -> Report:
    """What was asked to group them: a row each, nothing written as the number 0."""
    table = status_screen(status, choice, language)[0]
    numbers = [column.kind == "number" for column in table.columns]
    sections = tuple(
        section._replace(rows=tuple(_counted(row, numbers) for row in section.rows))
        for section in table.sections
    )
    return table._replace(sections=sections)


def _counted(row: Row, numbers: Sequence[bool]) -> Row:
    cells = zip(row.cells, numbers, strict=True)
    return row._replace(
        cells=tuple(0 if is_number and cell == "-" else cell for cell, is_number in cells)
    )


def _row(teller: Teller, row: TaskStatus) -> Row:
    task, said = teller.task(row), remark(teller, row)
    cells: tuple[Cell, ...] = (
        task.no,
        task.path,
        task.title,
        owner_title(teller.plan, task.owner),
        owner_title(teller.plan, task.lead),
        lamp_word(row.lamp, teller.words),
        teller.words(f"state-{row.state}"),
        said.what if row.reasons or row.conflicts else "",
        percent(row.share),
        percent(row.expected),
        row.done,
        row.total,
        row.planned_start,
        row.planned_finish,
        row.deadline,
        row.forecast_finish,
        teller.words.joined(said.why),
    )
    if teller.held is not None:
        held = teller.held
        cells = (*cells, agreed_finish(held, row), agreed_slip(held, teller.status, row))
    return Row(cells, "plain" if row.lamp is None else LAMP_TONES[row.lamp])
