"""How far a row of a project is, and since when."""

from datetime import date, datetime

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Facts, Status
from rectify_cli.report.project_rows import Row
from rectify_cli.report.project_stand import evening, morning


class Progress(Struct):
    """`percent` done; `begun` and `done` are the instants at which work began and ended."""

    percent: int = 0
    begun: datetime | None = None
    done: datetime | None = None


_NONE = Progress()


def progress_of(status: Status | None, row: Row) -> Progress:
    """What was reported of a row; of a fan-out's part, by its units."""
    if status is None or row.recurring:
        return _NONE
    told = status.rows[row.task.index]
    if row.summary:
        return Progress(int(told.share * 100))
    if row.occurrence is not None:
        return _occurrence(status, row)
    if not row.units:
        ended = told.facts.complete_on if told.state == "done" else None
        return _progress(int(told.share * 100), told.facts.begun_on, ended)
    facts = [told.units[unit].facts for unit in row.units if unit in told.units]
    return _of_units(facts)


def _of_units(facts: list[Facts]) -> Progress:
    done = [each.complete_on for each in facts if each.complete_on is not None]
    begun = [each.begun_on for each in facts if each.begun_on is not None]
    ended = max(done) if done and len(done) == len(facts) else None
    percent = len(done) * 100 // len(facts) if facts else 0
    return _progress(percent, min([*begun, *done], default=None), ended)


def _occurrence(status: Status, row: Row) -> Progress:
    """An occurrence is done or not; that it is under way nobody says."""
    mine = frozenset(row.units)
    for each in status.rows[row.task.index].occurrences:
        if row.occurrence is None or each.nominal != row.occurrence.nominal:
            continue
        facts = [fact for unit, fact in each.facts.items() if unit is None or unit in mine]
        missing = mine.intersection(each.missing) if mine else each.done < each.total
        made = _of_units(facts)
        return made._replace(done=None) if missing else made
    return _NONE


def _progress(percent: int, begun: date | None, done: date | None) -> Progress:
    """Work that is done has begun, at the latest on the day it ended."""
    if done is not None:
        first = done if begun is None else min(begun, done)
        return Progress(100, morning(first), evening(done))
    return Progress(min(percent, 99), None if begun is None else morning(begun), None)
