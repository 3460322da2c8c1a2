"""Returns that came back → reports: all of a file or nothing of it, and each only once.

What a report is called follows from what stands in its row, so that collecting a file again, or a
copy of it, finds the report already there.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from rectify_cli.app.assess import Told, assess_told
from rectify_cli.app.clock import Clock
from rectify_cli.app.return_cells import read_cells
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.from_return import Returned, ReturnedRow, read_return
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Stored, plan_file
from rectify_cli.progress.report_events import report_events
from rectify_cli.progress.report_request import Accepted, Known
from rectify_cli.progress.returned import CellProblem, ReturnedLine, requests_of
from rectify_cli.progress.status import NOTHING_SAID, Facts, Status
from rectify_cli.progress.ulid import name_from
from rectify_cli.store.folder import files_under
from rectify_cli.store.read import Unreadable, read_file

MAX_FORM_BYTES = 16 * 1024 * 1024

Fate = Literal["taken", "nothing-new", "repeated", "wrong", "skipped"]


class Problem(Struct):
    """What is wrong with a return: in a cell (`sheet` and its `address`), or with the file."""

    why: Message
    sheet: str = ""
    address: str = ""


class CollectedFile(Struct):
    """What became of one file; `unit` where it is a unit's return."""

    name: str
    fate: Fate
    unit: str | None = None
    reports: tuple[Stored, ...] = ()
    problems: tuple[Problem, ...] = ()
    as_of: str = ""


class Collection(Struct):
    """Everything that came of a folder of returns. `reports` lack their writer and moment."""

    files: tuple[CollectedFile, ...]

    @property
    def reports(self) -> tuple[Stored, ...]:
        """What is to be recorded, in the order of the files."""
        return tuple(report for file in self.files for report in file.reports)

    def fated(self, fate: Fate) -> list[CollectedFile]:
        """The files that had this fate."""
        return [file for file in self.files if file.fate == fate]


class _Ground(Struct):
    """What every file is held against."""

    told: Told
    status: Status
    known: Known
    clock: Clock
    by_path: dict[str, Task]


def files_to_collect(named: Sequence[str], folder: Path) -> list[str] | Message:
    """The files that are meant: those named, and every file in the folders named."""
    found: dict[str, None] = {}
    for name in named:
        path = folder / name
        if not path.exists():
            return say("there is no {name}", name=name)
        if path.is_dir():
            found |= {str(Path(name, each.relative_to(path))): None for each in files_under(path)}
        else:
            found[name] = None
    return list(found)


def collect(
    names: Sequence[str],
    folder: Path,
    told: Told,
    clock: Clock,
    tell: Callable[[int], None],
) -> Collection:
    """Read returns, and hold what they say against the plan and the reports so far.

    Args:
        names: The files, relative to `folder`.
        folder: The working folder.
        told: The dated plan with its reports.
        clock: Today, and what words for days are counted from.
        tell: Told how many files have been read, after each.
    """
    status = assess_told(told, clock.today)
    plan = told.schedule.plan
    known = Known(told.schedule, told.ledger, clock.today)
    ground = _Ground(told, status, known, clock, {task.path: task for task in plan.tasks})
    files: list[CollectedFile] = []
    for number, name in enumerate(names, 1):
        files.append(_collect_file(name, folder, ground))
        tell(number)
    return Collection(tuple(_each_unit_once(files)))


def _collect_file(name: str, folder: Path, ground: _Ground) -> CollectedFile:
    skipped = _skipped(Path(name).name)
    if skipped is not None:
        return skipped._replace(name=name)
    data = read_file(folder / name, limit=MAX_FORM_BYTES)
    returned = data.why if isinstance(data, Unreadable) else read_return(data)
    if isinstance(returned, Message):
        return CollectedFile(name, "wrong", problems=(Problem(returned),))
    return _collect_rows(name, returned, ground)


def _skipped(name: str) -> CollectedFile | None:
    """Files that are no returns: what programs leave beside them, and other kinds of file."""
    if name.startswith("~$"):
        why = say("a lock file: somebody has {name} open", name=name.removeprefix("~$"))
        return CollectedFile(name, "skipped", problems=(Problem(why),))
    ending = Path(name).suffix.lower()
    if ending == ".xls":
        why = say("the old format .xls: save it as .xlsx")
        return CollectedFile(name, "wrong", problems=(Problem(why),))
    if ending not in {".xlsx", ".xlsm"}:
        return CollectedFile(name, "skipped", problems=(Problem(say("no workbook")),))
    return None


def _collect_rows(name: str, returned: Returned, ground: _Ground) -> CollectedFile:
    plan = ground.told.schedule.plan
    unit = _unit(plan, returned.unit)
    if unit is None:
        why = say("the plan has no unit '{unit}'", unit=returned.unit[:64])
        return CollectedFile(name, "wrong", problems=(Problem(why),))
    reports: list[Stored] = []
    problems: list[Problem] = []
    for row in returned.rows:
        found = _collect_row(row, unit, returned.as_of, ground)
        if isinstance(found, tuple):
            problems += [Problem(e.why, returned.sheet, row.address(e.cell)) for e in found]
        else:
            reports += found
    if problems:
        return CollectedFile(name, "wrong", unit, (), tuple(problems), returned.as_of)
    fate: Fate = "taken" if reports else "nothing-new"
    return CollectedFile(name, fate, unit, tuple(reports), (), returned.as_of)


def _unit(plan: Plan, name: str) -> str | None:
    """The owner that a form is of, by its id or a former one."""
    if name in plan.owners:
        return name
    return next((owner.id for owner in plan.owners.values() if name in owner.was), None)


def _collect_row(
    row: ReturnedRow, unit: str, as_of: str, ground: _Ground
) -> list[Stored] | tuple[CellProblem, ...]:
    """The reports of one row, none where it is empty or was collected before; or what is wrong."""
    if not any(value is not None for value in row.cells.values()):
        return []
    task = ground.by_path.get(row.task)
    if task is None:
        why = say("the plan has no task '{task}' any more", task=row.task[:64])
        return (CellProblem("state", why),)
    occurrence = date.fromisoformat(row.occurrence) if _is_day(row.occurrence) else None
    line = ReturnedLine(
        task=task,
        unit=unit if task.units is not None else None,
        occurrence=occurrence,
        facts=_facts(ground.status, task, unit, occurrence),
    )
    source = _source(row, unit, as_of)
    if _is_known(ground, source):
        return []
    read = read_cells(row, line, ground.clock)
    if not isinstance(read, ReturnedLine):
        return read
    asked = requests_of(read)
    if isinstance(asked, CellProblem):
        return (asked,)
    drafts: list[Event] = []
    for request in asked:
        answer = report_events(request, ground.known)
        if not isinstance(answer, Accepted):
            in_the_future = request.on is not None and request.on > ground.known.today
            return (CellProblem("on" if in_the_future else "state", answer[0].why),)
        drafts += answer.drafts
    return _named(drafts, task, source, ground)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _facts(status: Status, task: Task, unit: str, occurrence: date | None) -> Facts:
    row = status.rows[task.index]
    who = unit if task.units is not None else None
    if occurrence is not None:
        for each in row.occurrences:
            if each.nominal == occurrence:
                return each.facts.get(who, NOTHING_SAID)
        return NOTHING_SAID
    if who is None:
        return row.facts
    return row.units[who].facts if who in row.units else NOTHING_SAID


def _source(row: ReturnedRow, unit: str, as_of: str) -> str:
    """What a row is and says, in one text: the same row, the same text, in every copy."""
    cells = {name: None if value is None else str(value) for name, value in row.cells.items()}
    return json.dumps(["return", unit, as_of, row.task, row.occurrence, cells], sort_keys=True)


def _is_known(ground: _Ground, source: str) -> bool:
    """Whether a row was collected before, and not taken back since."""
    name = _name(source, 0, ground)
    return name in ground.told.ledger.events


def _name(source: str, number: int, ground: _Ground) -> str:
    """The name of a row's report; one that was undone is reported under another."""
    turn = 0
    while (name := name_from(f"{source} {number} {turn}")) in ground.told.ledger.undone:
        turn += 1
    return name


def _named(drafts: Iterable[Event], task: Task, source: str, ground: _Ground) -> list[Stored]:
    return [
        Stored(event._replace(id=_name(source, number, ground)), plan_file(task))
        for number, event in enumerate(drafts)
    ]


def _each_unit_once(files: Sequence[CollectedFile]) -> list[CollectedFile]:
    """Copies of a return count once; two of one unit that say different things count neither."""
    of_form: dict[tuple[str | None, str], list[CollectedFile]] = {}
    for file in files:
        if file.fate == "taken":
            of_form.setdefault((file.unit, file.as_of), []).append(file)
    found: list[CollectedFile] = []
    for file in files:
        same = of_form.get((file.unit, file.as_of), []) if file.fate == "taken" else []
        other = next((each for each in same if each.reports != file.reports), None)
        if other is not None:
            why = say("{name} is of the same unit and says something else", name=other.name)
            found.append(file._replace(fate="wrong", reports=(), problems=(Problem(why),)))
        elif same and same[0] is not file:
            found.append(file._replace(fate="repeated", reports=()))
        else:
            found.append(file)
    return found


def signed_by(reports: Iterable[Stored], by: str, at: str) -> tuple[Stored, ...]:
    """Collected reports with who collected them, and when."""
    return tuple(each._replace(event=each.event._replace(by=by, at=at)) for each in reports)


def missing_units(collection: Collection, asked: Sequence[str]) -> list[str]:
    """The units from which nothing came back, in the owners' order."""
    there = {file.unit for file in collection.files if file.unit is not None}
    return [unit for unit in asked if unit not in there]
