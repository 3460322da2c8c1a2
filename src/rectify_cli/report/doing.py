"""What is left to do on which day: the plan's days without what is done, ticked or dropped."""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.standing import is_over
from rectify_cli.progress.status import TaskStatus
from rectify_cli.report.measures import open_occurrences, reported_in, reported_units
from rectify_cli.report.selection import Selection, Shown, shown
from rectify_cli.report.teller import Teller
from rectify_cli.schedule.expand import checklist_days, expand
from rectify_cli.schedule.model import DayItem, ItemKind


class Doing(Struct):
    """A line of a day: day `number` of `of` of a task's work, or what falls due or occurs there.

    `units` are those of a fan-out that have not done their part, only those that are told of.
    """

    item: DayItem
    day: date
    units: tuple[str, ...]

    @property
    def task(self) -> int:
        """The task's index."""
        return self.item.timing.task

    @property
    def kind(self) -> ItemKind:
        """What happens that day."""
        return self.item.kind


def doings(teller: Teller, owner: str | None, first: date, last: date) -> list[Doing]:
    """Everything that is still to be done from one day to another, both counted, in order."""
    schedule = teller.status.schedule
    left = shown(schedule, Selection(owner=owner))
    found: list[Doing] = []
    for day in expand(schedule, first, last):
        alike: dict[tuple[object, ...], Doing] = {}
        ending = {item.timing.index for item in day.items if _ends(item)}
        for item in day.items:
            if item.kind == "due" and item.timing.index in ending:
                continue  # the end of its work says it
            _add(alike, teller, left, Doing(item, day.date, ()))
        found += alike.values()
    return found


def _add(alike: dict[tuple[object, ...], Doing], teller: Teller, left: Shown, doing: Doing) -> None:
    """Add what is still to be done of an item that is shown, its units to those of a like one."""
    item = doing.item
    units = _open_units(teller, left, item, doing.day) if left.has(item) else None
    if units is None or _is_helped(teller, left, item):
        return
    key = (item.timing.task, item.kind, item.day, item.of, item.item)
    known = alike.get(key)
    before = () if known is None else known.units
    alike[key] = doing._replace(units=before + units)


def _is_helped(teller: Teller, left: Shown, item: DayItem) -> bool:
    """Whether those who only had items of a checklist to see to have ticked them."""
    own = left.helpers.get(item.timing.index)
    return own is not None and own <= teller.status.rows[item.timing.task].facts.ticked


def carried_items(teller: Teller, left: Shown, rows: Iterable[TaskStatus]) -> tuple[Doing, ...]:
    """The items of checklists in these tasks whose day is past and which nobody ticked."""
    schedule = teller.status.schedule
    found: dict[tuple[object, ...], Doing] = {}
    for row in rows:
        for timing in schedule.by_task[row.index]:
            for ordinal, item in checklist_days(schedule, timing):
                day = date.fromordinal(ordinal)
                if day < teller.status.as_of:
                    _add(found, teller, left, Doing(item, day, ()))
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.task)))


def is_more_than_items(teller: Teller, left: Shown, row: TaskStatus) -> bool:
    """Whether the part in a task of those who are told is more than items with days, or ticked."""
    indexes = [timing.index for timing in teller.status.schedule.by_task[row.index]]
    parts = [index for index in indexes if index in left.units]
    open_parts = [
        index
        for index in parts
        if index not in left.helpers or left.helpers[index] - row.facts.ticked
    ]
    return bool(open_parts) or not any(index in left.items for index in indexes)


def _ends(item: DayItem) -> bool:
    return item.kind == "milestone" or (item.kind == "work" and item.day == item.of)


def carried(teller: Teller, rows: list[TaskStatus]) -> list[TaskStatus]:
    """What was planned to be finished before the day, or was due, and is not; the latest last."""
    day = teller.status.as_of
    found = [row for row in rows if row.is_open and _is_past(teller, row, day)]
    return sorted(found, key=lambda row: (-row.overdue, row.planned_finish or day, row.index))


def _is_past(teller: Teller, row: TaskStatus, day: date) -> bool:
    task = teller.task(row)
    if row.occurrences:
        lacking = (each for each in open_occurrences(row, teller) if each.day < day)
        return any(not each.missing or teller.own(task, each.missing) for each in lacking)
    if task.units is not None and not teller.own(task, row.missing):
        return False
    return row.overdue > 0 or (row.planned_finish is not None and row.planned_finish < day)


def _open_units(teller: Teller, left: Shown, item: DayItem, day: date) -> tuple[str, ...] | None:
    """The units that have still to do an item's work; None where nobody has."""
    row = teller.status.rows[item.timing.task]
    if not row.is_open or row.state == "reported":
        return None
    if item.item is not None and item.item in row.facts.ticked:
        return None
    reported = reported_units(row)
    missing = tuple(unit for unit in row.missing if unit not in reported)
    if item.kind == "occurrence":
        here = [
            each
            for each in row.occurrences
            if each.day == day
            and each.done + len(reported_in(each)) < each.total
            and not is_over(teller.task(row), each)
        ]
        if not here:
            return None
        open_ones = (u for each in here for u in each.missing if u not in reported_in(each))
        missing = tuple(dict.fromkeys(open_ones))
    if item.timing.units is None:
        return ()
    told = frozenset(left.units_of(item.timing))
    units = tuple(
        unit for unit in missing if unit in told and not _has_ticked(row, unit, item.item)
    )
    return units or None


def _has_ticked(row: TaskStatus, unit: str, item: str | None) -> bool:
    """Whether a unit has ticked an item in its own part of a fan-out."""
    return item is not None and unit in row.units and item in row.units[unit].facts.ticked


def first_of_each(found: list[Doing]) -> Iterator[Doing]:
    """Work that goes on over several days only on the first of them; all else as it is."""
    seen: set[int] = set()
    for doing in found:
        if doing.kind == "work":
            if doing.item.timing.index in seen:
                continue
            seen.add(doing.item.timing.index)
        yield doing
