"""What a newer library would change: days against the frozen files, tasks against the schedule.

`app.calendar_diff` brings the two sides together; `rectify calendar diff` prints the result.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.record import Record
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.workdays.compare import Difference, Said

FORMAT = 1


class FileChanges(Struct):
    """A frozen file: what it was made from, what would stand in its place, the days that differ."""

    path: str
    was: str
    now: str
    days: tuple[Difference, ...]


class Moved(Struct):
    """A task whose dates differ; `units` are those units of a fan-out that move so, else None."""

    task: str
    title: str
    units: tuple[str, ...] | None
    was: tuple[date, date]
    now: tuple[date, date]


class CalendarChanges(Struct):
    """All that would change; the schedules are those with the frozen files and without."""

    files: tuple[FileChanges, ...]
    was: Schedule
    now: Schedule

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The tasks that would move, in the order of the plan; summaries are not among them."""
        return tuple(_moved(self.was, self.now))


def _moved(was: Schedule, now: Schedule) -> Iterator[Moved]:
    for task in was.plan.tasks:
        if task.kind != "task":
            continue
        old = _by_unit(was.by_task[task.index])
        new = _by_unit(now.by_task[task.index])
        groups: dict[tuple[date, date, date, date], list[str | None]] = {}
        for unit in task.units or (None,):
            if unit not in old or unit not in new:
                continue
            dates = (old[unit].start, old[unit].finish, new[unit].start, new[unit].finish)
            if dates[:2] != dates[2:]:
                groups.setdefault(dates, []).append(unit)
        for dates, units in groups.items():
            names = None if task.units is None else tuple(unit for unit in units if unit)
            yield Moved(task.path, task.title, names, dates[:2], dates[2:])


def _by_unit(timings: Sequence[Timing]) -> dict[str | None, Timing]:
    found: dict[str | None, Timing] = {}
    for timing in timings:
        found |= dict.fromkeys(timing.units or (None,), timing)
    return found


def changes_table(changes: CalendarChanges, language: str) -> Report:
    """A section for the days of each file that differ, one for the tasks that move."""
    words = Words(language)
    return Report(
        title=changes.was.plan.title,
        language=language,
        columns=(
            Column("what", words("cal-what")),
            Column("was", words("cal-was")),
            Column("now", words("cal-now")),
            Column("label", words("title")),
        ),
        sections=[section for section in _sections(changes, words) if section.rows],
        facts=tuple(
            (each.path, words("cal-from-to", was=each.was, now=each.now)) for each in changes.files
        ),
        notes=(_summary(changes, words),),
    )


def _sections(changes: CalendarChanges, words: Words) -> Iterator[Section]:
    for each in changes.files:
        rows = tuple(_day_row(day, words) for day in each.days if day.is_move)
        yield Section((words("cal-changed-days"), each.path), rows)
    rows = tuple(_task_row(moved, words) for moved in changes.moved)
    yield Section((words("cal-changed-tasks"),), rows)


def _day_row(each: Difference, words: Words) -> Row:
    labels = dict.fromkeys(said.label for said in (each.was, each.now) if said is not None)
    return Row(
        (
            words.full(each.day),
            _said(each.was, words),
            _said(each.now, words),
            words.listed(label for label in labels if label),
        )
    )


def _said(said: Said | None, words: Words) -> str:
    if said is None:
        return words("cal-as-the-week")
    return words("day-off" if said.kind == "day off" else "make-up")


def _task_row(moved: Moved, words: Words) -> Row:
    units = "" if moved.units is None else f" ({words('units', n=len(moved.units))})"
    was, now = (words("to", first=first, last=last) for first, last in (moved.was, moved.now))
    return Row((moved.task, was, now, moved.title + units))


def _summary(changes: CalendarChanges, words: Words) -> str:
    if not any(day.is_move for each in changes.files for day in each.days):
        return words("cal-no-days-change")
    if not changes.moved:
        return words("cal-no-task-moves")
    was, now = changes.was.finish, changes.now.finish
    if was is None or now is None or was == now:
        return words("cal-finish-stays")
    return words("cal-finish-moves", was=was, now=now)


def changes_record(changes: CalendarChanges) -> Record:
    """The same for machines; a fan-out's units that move alike are one entry."""
    plan = changes.was.plan
    return {
        "format": FORMAT,
        "plan": {
            "title": plan.title,
            "path": plan.path,
            "finish": changes.was.finish,
            "new_finish": changes.now.finish,
        },
        "files": [
            {
                "path": each.path,
                "source": each.was,
                "new_source": each.now,
                "days": [_day(difference) for difference in each.days],
            }
            for each in changes.files
        ],
        "tasks": [
            {
                "id": moved.task,
                "units": None if moved.units is None else list(moved.units),
                "start": moved.was[0],
                "finish": moved.was[1],
                "new_start": moved.now[0],
                "new_finish": moved.now[1],
            }
            for moved in changes.moved
        ],
    }


def _day(each: Difference) -> Record:
    def said(what: Said | None) -> Record | None:
        return None if what is None else {"kind": what.kind, "label": what.label}

    return {
        "date": each.day,
        "was": said(each.was),
        "now": said(each.now),
        "moves": each.is_move,
    }
