"""Rows of a table → the tasks of the plan that they mean, where the table goes into a plan.

An id is certain. Then comes a title that is there once, then a number: whoever puts a row in
between numbers all rows anew, and a title tells that the number has moved.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from rectify_cli.intake.known import Path
from rectify_cli.intake.table_names import TableNames
from rectify_cli.intake.table_rows import TableRow


def matched(
    rows: Sequence[TableRow], names: TableNames, phases: Mapping[str, str]
) -> list[Path | None]:
    """The task of each row, None where it is a new one; a row that repeats an id has its task too.

    By title and number, a task belongs to one row. Titles that are there several times are taken
    in their order, phase by phase (`phases`: ids by title).
    """
    found: list[Path | None] = [_named(row, "id", names) for row in rows]
    taken = {path for path in found if path is not None}
    titles = Counter(row.text("title") for row in rows)
    for kind in ("title", "no", "any"):
        for at, row in enumerate(rows):
            if found[at] is not None or (kind == "title" and titles[row.text("title")] > 1):
                continue
            path = _next(row, names, phases, taken) if kind == "any" else _named(row, kind, names)
            if path is not None and path not in taken:
                taken.add(path)
                found[at] = path
    return found


def _named(row: TableRow, kind: str, names: TableNames) -> Path | None:
    text = row.text(kind)
    return None if text is None else names.task(kind, text)


def _next(
    row: TableRow, names: TableNames, phases: Mapping[str, str], taken: set[Path]
) -> Path | None:
    """The first task with the row's title, in its phase, that no row has yet."""
    inside = None if row.phase is None else phases.get(row.phase)
    for path in names.titled(row.text("title") or ""):
        if path not in taken and (row.phase is None or path[0] == inside):
            return path
    return None
