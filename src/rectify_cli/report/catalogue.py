"""What the files of `plan build` are made from, by name: what formats ask for."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from rectify_cli.report.source import Source

PRODUCTS: dict[str, str] = {
    "schedule": "products:schedule_record",
    "agenda": "products:agenda_report",
    "timetable": "products:timetable_report",
    "timetable-sheets": "timetable_sheets:timetable_sheets",
    "taskbook": "book:task_book",
    "ledger": "ledger:ledger",
    "ledger-tasks": "ledger:ledger_tasks",
    "plan-table": "plan_table:plan_table",
    "plan-table-tasks": "plan_table:plan_table_tasks",
    "roadmap": "roadmap:roadmap_of",
    "bars": "roadmap:bars_of",
    "diary": "diary:diary_of",
    "project": "project:project",
}
"""A name and the function of a `Source` that makes it, as `module:function` of this floor.

It is imported when a file asks for it, so that a screen does not pay for books and charts.
"""

WITH_STATUS = frozenset({"bars", "ledger", "ledger-tasks", "project", "roadmap"})
"""Those that tell how the plan stands, for which its reports are read."""

AS_WRITTEN = frozenset({"plan-table"})
"""Products that hold what the plan's text says, of which a cache keeps less: it is read anew."""


def product(name: str, source: Source) -> object:
    """The value of a name."""
    module, _, function = PRODUCTS[name].partition(":")
    make = getattr(import_module(f"rectify_cli.report.{module}"), function)
    return cast("Callable[[Source], object]", make)(source)
