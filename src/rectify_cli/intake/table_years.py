"""The year of dates without one: from the plan's start, a title, the other dates, or today."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from rectify_cli.foundation.finding import say
from rectify_cli.intake.cell_dates import Years, full_years, names_its_year, read_days
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.row_dates import FIELDS
from rectify_cli.intake.table_rows import TableRow


def years_of(
    rows: Sequence[TableRow],
    start: date | None,
    titles: Sequence[str],
    today: date,
    remarks: list[Remark],
) -> Years:
    """What a date without a year is of; said where a date needs it and nobody asked for it.

    Args:
        rows: The rows of the table.
        start: The plan's first day, where it is known.
        titles: Texts that may name a year: what stands above the table, then its file's name.
        today: Of which year it is, where nothing else tells.
        remarks: What is said.
    """
    if start is not None:
        return Years(start.year, start)
    needed = next(filter(None, (_without_year(row, today) for row in rows)), None)
    named = next((year for text in titles for year in full_years(text)), None)
    written = Counter(_years_written(rows, today))
    year, why = today.year, say("a year is missing in dates: {year}, this year", year=today.year)
    if named is not None:
        year, why = named, say("a year is missing in dates: {year}, from the title", year=named)
    elif written:
        year = min(written, key=lambda each: (-written[each], each))
        why = say("a year is missing in dates: {year}, from the other dates", year=year)
    if needed is not None:
        row, field = needed
        fix = say("--start 2021-03-05 says another one")
        remarks.append(row.remark(field, why, fix, lost=False))
    return Years(year)


def _without_year(row: TableRow, today: date) -> tuple[TableRow, str] | None:
    for field in FIELDS:
        value = row.cells.get(field)
        if isinstance(value, str) and not names_its_year(value):
            days = read_days(value, Years(today.year))
            if days is not None and not days.endless:
                return row, field
    return None


def _years_written(rows: Sequence[TableRow], today: date) -> list[int]:
    found = []
    for row in rows:
        for field in FIELDS:
            value = row.cells.get(field)
            if isinstance(value, date):
                found.append(value.year)
            elif isinstance(value, str) and names_its_year(value):
                days = read_days(value, Years(today.year))
                found += [] if days is None else [days.last.year]
    return found
