"""What can be started now, and what comes after it, in order."""

from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.remarks import situation
from rectify_cli.report.status_choice import Choice, chosen_leaves, told_units
from rectify_cli.report.table import Report, Row, Section, Tone
from rectify_cli.report.teller import Teller
from rectify_cli.report.to_do_list import to_do_list
from rectify_cli.report.words import Words


class Upcoming(Struct):
    """Tasks that nobody has begun: those that nothing holds back, and those that come after."""

    now: tuple[TaskStatus, ...]
    later: tuple[TaskStatus, ...]


def upcoming(status: Status, owner: str | None) -> Upcoming:
    """Of an owner's work or of all, in the order of the planned and of the expected start."""
    choice = Choice(owner=owner)
    teller = Teller(status, Words("en"), told_units(status, choice))
    rows = [
        row
        for row in chosen_leaves(status, choice)
        if row.state in {"ready", "not-reported", "waiting"} and _is_to_do(teller, row)
    ]
    now = [row for row in rows if _can_start(teller, row)]
    starting = {row.index for row in now}
    later = [row for row in rows if row.index not in starting]
    return Upcoming(
        tuple(sorted(now, key=lambda row: (row.planned_start or date.max, row.index))),
        tuple(sorted(later, key=lambda row: (row.forecast_start or date.max, row.index))),
    )


def _is_to_do(teller: Teller, row: TaskStatus) -> bool:
    """Whether those who are told of have anything left in it, now or on a day to come."""
    task = teller.task(row)
    if task.units is None:
        return True
    missing = [row.missing, *(each.missing for each in row.occurrences)]
    return any(teller.own(task, units) for units in missing)


def _can_start(teller: Teller, row: TaskStatus) -> bool:
    """Nothing holds it back, and it does not stand on a day that is still to come."""
    if row.state == "waiting":
        return False
    task = teller.task(row)
    waits_for_its_day = task.dates.on is not None or task.repeat is not None
    begun = row.planned_start is not None and row.planned_start <= teller.status.as_of
    return begun or not waits_for_its_day


def upcoming_report(status: Status, owner: str | None, language: str, most: int | None) -> Report:
    """The two lists for a person; of the second only the first `most`."""
    words = Words(language)
    teller = Teller(status, words, told_units(status, Choice(owner=owner)))
    found = upcoming(status, owner)
    later = found.later if most is None else found.later[:most]
    sections = (
        Section((words("td-can-start"),), tuple(_row(teller, row) for row in found.now)),
        Section((words("td-later"),), tuple(_row(teller, row) for row in later)),
    )
    more = len(found.later) - len(later)
    notes = (words("td-more", n=more),) if more else ()
    return to_do_list(teller, owner, ("start", "start"), sections, notes)


def _row(teller: Teller, row: TaskStatus) -> Row:
    task, words, day = teller.task(row), teller.words, teller.status.as_of
    start = row.planned_start if row.state != "waiting" else row.forecast_start
    notes = situation(teller, row)
    if row.state != "waiting" and start is not None and start > day:
        notes.append(words("td-ahead"))
    if row.due is not None:
        notes.append(words("st-due", day=teller.day(row.due)))
    tone: Tone = "bad" if row.lamp == "red" else "notice" if row.lamp == "yellow" else "plain"
    return Row(
        (
            "" if start is None else words.short(start, day),
            teller.bearer(row),
            task.path,
            task.title,
            words.joined(notes),
        ),
        tone,
    )
