"""The schedule, workday by workday: for a screen, for a machine, into files."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from rectify_cli.app.assess import Told, assess_told
from rectify_cli.app.document_text import document_text
from rectify_cli.app.edition import edition_on
from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.app.load import Loaded
from rectify_cli.foundation.struct import Struct
from rectify_cli.report.agenda import agenda
from rectify_cli.report.catalogue import AS_WRITTEN, WITH_STATUS, product
from rectify_cli.report.plan_record import plan_record
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.source import Source
from rectify_cli.report.table import Report
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule

__all__ = [
    "AS_WRITTEN",
    "Products",
    "Selection",
    "build_files",
    "build_record",
    "build_report",
    "forecast_record",
    "forecast_schedule",
    "labelled",
    "select",
    "week_of",
]

_FIRST = date(1969, 1, 1)
_LAST = date(2199, 12, 31)
"""Written dates lie in 1970..2199; what is counted back from them, a little earlier."""


def select(
    schedule: Schedule,
    first: date | None,
    last: date | None,
    owner: str | None,
    phase: str | None,
) -> Selection | NoOwner | NoTask:
    """What a reader asked to see: days (both ends counted), and an owner and a phase as typed."""
    index = None
    if owner is not None:
        found = find_owner(schedule.plan, owner)
        if isinstance(found, NoOwner):
            return found
        owner = found.id
    if phase is not None:
        task = find_task(schedule.plan, phase)
        if isinstance(task, NoTask):
            return task
        index = task.index
    # Days on which nothing can be would only be walked through.
    first = None if first is None else max(first, _FIRST)
    last = None if last is None else min(last, max(_LAST, schedule.finish or _LAST))
    return Selection(first, last, owner, index)


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def build_report(schedule: Schedule, selection: Selection, language: str) -> Report:
    """The day-by-day view for a person."""
    return agenda(schedule, selection, language)


def build_record(schedule: Schedule, selection: Selection) -> Record:
    """The schedule for a machine."""
    return plan_record(schedule, selection)


def forecast_schedule(told: Told, as_of: date) -> Schedule:
    """The schedule as it is to be expected on the evening of a day, from what was reported."""
    return assess_told(told, as_of).forecast


def labelled(schedule: Schedule, as_of: date, language: str) -> Schedule:
    """A forecast whose title says that it is one: whatever is made of it says so first."""
    words = Words(language)
    title = words("fc-title", title=schedule.plan.title, day=words.full(as_of))
    return schedule._replace(plan=schedule.plan._replace(title=title))


def forecast_record(schedule: Schedule, selection: Selection, as_of: date) -> Record:
    """A forecast for a machine: the keys of a schedule, and the day that it looks from."""
    return {**plan_record(schedule, selection), "forecast": {"as_of": as_of}}


class Products(Struct):
    """Everything that files can be made from: the products, each in the view that suits a file.

    `told` reads what was reported of the plan, when a product that tells of it is asked for.
    """

    source: Source
    told: Callable[[], Told | None]

    def view(self, name: str) -> object:
        """The value of this name in the catalogue."""
        if name in WITH_STATUS and self.source.status is None:
            told = self.told()
            status = None if told is None else assess_told(told, self.source.edition.as_of)
            return product(name, self.source._replace(status=status))
        return product(name, self.source)


def build_files(
    loaded: Loaded,
    schedule: Schedule,
    selection: Selection,
    *,
    language: str,
    as_of: date,
    folder: Path,
    told: Callable[[], Told | None],
) -> Products:
    """The products of a plan as of a day.

    Args:
        loaded: The plan's texts, which its revision is told from.
        schedule: The plan with its dates.
        selection: What of it is asked for.
        language: The language of the products.
        as_of: The day that they look from.
        folder: The working folder, which the plan's paths are relative to.
        told: Reads what was reported; it is asked only for a product that tells how it stands.
    """
    edition = edition_on(loaded, as_of)
    return Products(
        Source(
            schedule,
            selection,
            language,
            edition,
            lambda task: document_text(schedule.plan, task, folder),
        ),
        told,
    )
