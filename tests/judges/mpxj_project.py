"""An MS Project XML file as mpxj reads it, and the dates that its scheduler gives it anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.judges.mpxj_scheduler import _java


@dataclass(frozen=True)
class ReadTask:
    """One row: what mpxj read, instants as `2021-03-05T08:00`."""

    uid: int
    name: str
    level: int
    summary: bool
    start: str
    finish: str
    constraint: str
    percent: int
    deadline: str | None
    resources: tuple[str, ...]
    links: tuple[tuple[int, str, str], ...]
    path: str


@dataclass(frozen=True)
class ReadProject:
    """The rows by number as the file has them, and those that the scheduler made."""

    rows: dict[int, ReadTask]
    scheduled: dict[int, tuple[str, str]]
    file: Any

    def moved(self, *, leaves_only: bool = False) -> list[str]:
        """What the scheduler dates otherwise than the file."""
        return [
            f"{row.path or row.name} [{row.constraint}]: {row.start} .. {row.finish} -> {made}"
            for row in self.rows.values()
            if not (leaves_only and row.summary)
            and (made := self.scheduled[row.uid]) != (row.start, row.finish)
        ]


def read_project(path: Path) -> ReadProject:
    """The file, read and scheduled."""
    mpxj, _ = _java()
    file = mpxj.reader.UniversalProjectReader().read(str(path))
    assert file is not None, path
    rows = {int(task.getUniqueID()): _row(task) for task in file.getTasks() if task.getID()}
    start = file.getProjectProperties().getStartDate()
    mpxj.cpm.MicrosoftScheduler().schedule(file, start)
    scheduled = {
        int(task.getUniqueID()): (str(task.getStart()), str(task.getFinish()))
        for task in file.getTasks()
        if task.getID()
    }
    return ReadProject(rows, scheduled, file)


def save_project(file: Any, path: Path) -> None:
    """Save what was read as MS Project XML, as mpxj writes it."""
    mpxj, _ = _java()
    mpxj.mspdi.MSPDIWriter().write(file, str(path))


def _row(task: Any) -> ReadTask:
    return ReadTask(
        uid=int(task.getUniqueID()),
        name=str(task.getName()),
        level=int(task.getOutlineLevel()),
        summary=bool(task.getSummary()),
        start=str(task.getStart()),
        finish=str(task.getFinish()),
        constraint=str(task.getConstraintType()),
        percent=int(float(task.getPercentageComplete() or 0)),
        deadline=None if task.getDeadline() is None else str(task.getDeadline()),
        resources=tuple(
            str(each.getResource().getCode()) for each in task.getResourceAssignments()
        ),
        links=tuple(
            (
                int(link.getPredecessorTask().getUniqueID()),
                str(link.getType()),
                str(link.getLag()),
            )
            for link in task.getPredecessors()
        ),
        path=str(task.getText(1) or ""),
    )


def working_days(path: Path, days: Iterable[date]) -> set[date]:
    """Those of the days on which mpxj says that the project's calendar works."""
    mpxj, time = _java()
    calendar = mpxj.reader.UniversalProjectReader().read(str(path)).getDefaultCalendar()
    return {
        day
        for day in days
        if calendar.isWorkingDate(time.LocalDate.of(day.year, day.month, day.day))
    }
