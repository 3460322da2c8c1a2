"""Reports of days on which a repeating task does not occur any more.

A plan alone does not know them: whether a task occurs on a day hangs on its dates and calendars.
"""

from collections.abc import Iterator
from datetime import date

from rectify_cli.progress.ledger import Ledger, Orphan
from rectify_cli.schedule.model import Schedule


def with_lost_days(ledger: Ledger, schedule: Schedule) -> Ledger:
    """The ledger, with the reports among its orphans whose occurrence the schedule has not."""
    lost = {(orphan.stored.event.id, orphan.lacks): orphan for orphan in _lost(ledger, schedule)}
    if not lost:
        return ledger
    added = tuple(lost[key] for key in sorted(lost))
    return ledger._replace(orphans=ledger.orphans + added)


def _lost(ledger: Ledger, schedule: Schedule) -> Iterator[Orphan]:
    known: dict[int, frozenset[date]] = {}
    for (index, _, day), events in ledger.all_of.items():
        if day is None:
            continue
        if index not in known:
            known[index] = _nominal(schedule, index)
        if known[index] and day not in known[index]:
            for event in events:
                if event.id not in ledger.undone:
                    yield Orphan(ledger.events[event.id], "occurrence")


def _nominal(schedule: Schedule, index: int) -> frozenset[date]:
    """The nominal dates of a task; none where it could not be dated."""
    timings = schedule.by_task[index]
    return frozenset(each.nominal for timing in timings for each in timing.occurrences or ())
