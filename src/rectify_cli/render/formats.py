"""The files that a schedule can be written to, by their ending: the view and how it is written."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.table.to_csv import to_csv
from rectify_cli.render.table.to_md import to_md
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report


class ReportFormat(NamedTuple):
    """A file made from the report of this name in `report.catalogue`."""

    view: str
    write: Callable[[Report], Iterator[str]]


class RecordFormat(NamedTuple):
    """A file made from the record of this name in `report.catalogue`."""

    view: str
    write: Callable[[Record], Iterator[str]]


FORMATS: dict[str, ReportFormat | RecordFormat] = {
    ".json": RecordFormat("schedule", to_json),
    ".csv": ReportFormat("timetable", to_csv),
    ".md": ReportFormat("agenda", to_md),
}
