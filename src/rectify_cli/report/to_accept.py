"""What was reported done and waits for somebody to accept it."""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Facts, Status, TaskStatus
from rectify_cli.report.names import owner_title
from rectify_cli.report.record import Record
from rectify_cli.report.teller import Teller


class ToAccept(Struct):
    """A task of which something waits for `by` to accept it, `since` the first was reported.

    `units` are those of a fan-out whose part, or whose occurrences, wait.
    """

    row: TaskStatus
    by: str
    since: date
    units: tuple[str, ...] = ()


def to_accept(
    status: Status, rows: Iterable[TaskStatus], below: frozenset[str] | None
) -> Iterator[ToAccept]:
    """What waits among these tasks; `below`: for these owners to accept alone."""
    tasks = status.schedule.plan.tasks
    for row in rows:
        by = tasks[row.index].accept
        if by is None or not row.is_open or (below is not None and by not in below):
            continue
        found = [(unit, day) for unit, facts in _parts(row) if (day := _reported(facts))]
        if found:
            units = tuple(dict.fromkeys(unit for unit, _ in found if unit is not None))
            yield ToAccept(row, by, min(day for _, day in found), units)


def say_to_accept(teller: Teller, waiting: ToAccept) -> str:
    """`for City to accept, since 03-08: Yi county, Jia county`."""
    words = teller.words
    who = owner_title(teller.plan, waiting.by)
    said = words("st-to-accept", who=who)
    since = words("ta-since", day=teller.day(waiting.since))
    if not waiting.units:
        return words.joined([said, since])
    names = teller.some(waiting.units)
    units = words("ta-units", n=len(waiting.units), names=names)
    return words.joined([said, units, since])


def accept_record(status: Status, waiting: ToAccept) -> Record:
    """The same for machines."""
    return {
        "task": status.schedule.plan.tasks[waiting.row.index].path,
        "by": waiting.by,
        "units": list(waiting.units),
        "since": waiting.since,
    }


def _parts(row: TaskStatus) -> Iterator[tuple[str | None, Facts]]:
    if row.occurrences:
        for each in row.occurrences:
            yield from each.facts.items()
    elif row.units:
        for unit in row.units.values():
            if unit.counts:
                yield unit.unit, unit.facts
    else:
        yield None, row.facts


def _reported(facts: Facts) -> date | None:
    """Since when a part is reported done and not accepted; None where it is not."""
    return None if facts.accepted_on is not None or facts.drop is not None else facts.complete_on
