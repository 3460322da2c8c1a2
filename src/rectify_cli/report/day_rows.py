"""The rows of one day of the day-by-day view, what is special to the day first."""

from collections.abc import Iterator

from rectify_cli.plan.model import Task
from rectify_cli.report.agenda_notes import checklist_line, notes, title_of
from rectify_cli.report.day_lines import FullDay
from rectify_cli.report.names import bearer
from rectify_cli.report.selection import Shown
from rectify_cli.report.table import Row, Tone
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import DayItem, Schedule

_TONES: dict[str, Tone] = {"due": "notice", "milestone": "strong"}


def day_rows(schedule: Schedule, day: FullDay, left: Shown, words: Words) -> Iterator[Row]:
    """The rows, those of a fan-out's units that say the same as one."""
    alike: dict[tuple[object, ...], tuple[DayItem, str, list[str]]] = {}
    for item in _in_reading_order(schedule, day):
        note = words.joined(notes(schedule, item, day.date, words))
        key = (item.timing.task, item.kind, item.day, item.of, item.item, note)
        alike.setdefault(key, (item, note, []))[2].extend(left.units_of(item.timing))
    for item, note, units in alike.values():
        yield _row(schedule, item, note, tuple(units), words)


def _in_reading_order(schedule: Schedule, day: FullDay) -> list[DayItem]:
    """Meetings by the clock, what falls due, what starts, what goes on."""
    ending = {item.timing.index for item in day.items if item.kind != "due" and _ends(item)}
    kept = [i for i in day.items if i.kind != "due" or i.timing.index not in ending]
    return sorted(kept, key=lambda item: _rank(schedule, item))


def _ends(item: DayItem) -> bool:
    """Whether an item is the last of its work, which then says itself that it is due."""
    return item.kind == "milestone" or (item.kind == "work" and item.day == item.of)


def _rank(schedule: Schedule, item: DayItem) -> tuple[int, str]:
    time = schedule.task_of(item.timing).time
    clock = time.begin.isoformat() if time is not None else "~"
    match item.kind:
        case "due":
            return (1, "")
        case "item":
            return (2, "")
        case "milestone":
            return (5 if item.timing.at_end else 0, clock)
        case "work" if item.of > 1:
            return (3 if item.day == 1 else 4, clock)
        case _:
            return (0, clock)


def _row(schedule: Schedule, item: DayItem, note: str, units: tuple[str, ...], words: Words) -> Row:
    task = schedule.task_of(item.timing)
    own = item_owner(task, item)
    line = checklist_line(task, words) if _begins(item) else None
    return Row(
        cells=(
            what_is_on(item, words),
            bearer(schedule.plan, own or task.owner, () if own else units, words),
            task.path,
            title_of(item, task, words),
            note,
        ),
        tone=_TONES.get(item.kind, "plain"),
        details=() if line is None else (line,),
    )


def item_owner(task: Task, item: DayItem) -> str | None:
    """Whose a checklist item is; None where it says nothing, and for all else."""
    if item.kind != "item":
        return None
    return next((each.owner for each in task.checklist if each.id == item.item), None)


def _begins(item: DayItem) -> bool:
    return item.kind == "milestone" or (item.kind == "work" and item.day == 1)


def what_is_on(item: DayItem, words: Words) -> str:
    """Which day of how many of a work, else what it is: `3/10`, `due`, `item`."""
    if item.kind == "work" and item.of > 1:
        return f"{item.day}/{item.of}"
    return words("work-once") if item.kind in {"work", "occurrence"} else words(item.kind)
