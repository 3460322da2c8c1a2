"""The digest (简报) of a period for leaders: what was done, who is late, what is due next."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.attention import by_gravity, leaves
from rectify_cli.report.measures import expected_count, say_measure
from rectify_cli.report.names import owner_title
from rectify_cli.report.parts import parts_of
from rectify_cli.report.remarks import remark
from rectify_cli.report.shares import percent
from rectify_cli.report.status_headline import status_headline
from rectify_cli.report.table import Cell, Column, Report, Row, Section, Tone
from rectify_cli.report.teller import Teller
from rectify_cli.report.to_accept import ToAccept, say_to_accept, to_accept
from rectify_cli.report.words import Words

_MOST_UNITS = 20
"""So many late units are named."""


class Moved(Struct):
    """A task that got further in the period: how many were done, or counted, before and after.

    `is_over`: it was done in it. `share_before` is its share before it.
    """

    row: TaskStatus
    before: int
    after: int
    is_over: bool
    share_before: Fraction

    @property
    def has_moved(self) -> bool:
        """Whether it got any further."""
        return self.is_over or self.after > self.before or self.row.share > self.share_before


class Late(Struct):
    """Who is late with what: an owner's id and the tasks that are overdue."""

    name: str
    tasks: tuple[int, ...]


class Brief(Struct):
    """What a digest tells of the days `first`..`last`, both counted."""

    first: date
    last: date
    moved: tuple[Moved, ...]
    late_units: tuple[Late, ...]
    late_leaders: tuple[Late, ...]
    due_next: tuple[TaskStatus, ...]
    counters: tuple[Moved, ...]
    to_accept: tuple[ToAccept, ...]


def brief_of(before: Status, status: Status, first: date) -> Brief:
    """The digest of a period.

    Args:
        before: How the plan stood on the evening before it.
        status: How it stands on the evening of its last day.
        first: Its first day.
    """
    last = status.as_of
    rows = leaves(status)
    until = last + timedelta((last - first).days + 1)
    moved = [_moved(before, row) for row in rows if row.state != "dropped"]
    due = [row for row in rows if row.is_open and row.due is not None and last < row.due <= until]
    tasks = status.schedule.plan.tasks
    return Brief(
        first=first,
        last=last,
        moved=tuple(each for each in moved if each.has_moved),
        late_units=tuple(_late_units(status, rows)),
        late_leaders=tuple(_late_leaders(status, rows)),
        due_next=tuple(sorted(due, key=lambda row: (row.due or last, row.index))),
        counters=tuple(each for each in moved if _is_counting(tasks[each.row.index], each)),
        to_accept=tuple(to_accept(status, rows, None)),
    )


def _moved(before: Status, row: TaskStatus) -> Moved:
    then = before.rows[row.index]
    over = row.state == "done" and then.state != "done"
    return Moved(row, then.done, row.done, over, then.share)


def _is_counting(task: Task, moved: Moved) -> bool:
    """Whether a counter has begun: something was counted, or should have been by now."""
    return task.target is not None and (moved.after > 0 or moved.row.expected > 0)


def _late_units(status: Status, rows: Sequence[TaskStatus]) -> Iterator[Late]:
    """Units with parts that are overdue, those with the most first; then in the owners' order."""
    found: dict[str, dict[int, None]] = {}
    for part in parts_of(status, rows):
        if part.is_owed:
            found.setdefault(part.unit, {})[part.task] = None
    order = {name: at for at, name in enumerate(status.schedule.plan.owners)}
    for name in sorted(found, key=lambda name: (-len(found[name]), order.get(name, len(order)))):
        yield Late(name, tuple(found[name]))


def _late_leaders(status: Status, rows: Sequence[TaskStatus]) -> Iterator[Late]:
    tasks = status.schedule.plan.tasks
    found: dict[str, list[int]] = {}
    for row in rows:
        lead = tasks[row.index].lead
        if row.lamp == "red" and lead is not None:
            found.setdefault(lead, []).append(row.index)
    for name in sorted(found, key=lambda name: (-len(found[name]), name)):
        yield Late(name, tuple(found[name]))


def brief_report(before: Status, status: Status, first: date, language: str) -> Report:
    """The digest for a person."""
    words = Words(language)
    teller = Teller(status, words)
    found = brief_of(before, status, first)
    red = by_gravity(row for row in leaves(status) if row.lamp == "red")
    sections = (
        Section((words("br-done"),), tuple(_done(teller, each) for each in found.moved)),
        Section((words("ta-heading"),), tuple(_waiting(teller, each) for each in found.to_accept)),
        Section((words("br-counters"),), tuple(_counter(teller, each) for each in found.counters)),
        Section((words("br-overdue"),), tuple(_overdue(teller, row) for row in red)),
        Section(_late_heading(words, found), tuple(_late_rows(teller, found.late_units))),
        Section((words("br-leaders"),), tuple(_late_rows(teller, found.late_leaders))),
        Section((words("br-next"),), tuple(_due(teller, row) for row in found.due_next)),
    )
    period = words("to", first=words.full(first), last=words.full(found.last))
    return Report(
        title=words("br-title", title=status.schedule.plan.title),
        language=language,
        columns=(
            Column("what", words("br-what")),
            Column("task", words("task"), "key"),
            Column("title", words("title")),
            Column("note", words("note"), "note"),
        ),
        sections=tuple(section for section in sections if section.rows),
        facts=((period,), *status_headline(teller)[1:]),
    )


def _late_heading(words: Words, found: Brief) -> tuple[str, ...]:
    more = len(found.late_units) - _MOST_UNITS
    heading = words("br-units", n=len(found.late_units))
    return (heading,) if more <= 0 else (heading, words("st-first", n=_MOST_UNITS))


def _done(teller: Teller, moved: Moved) -> Row:
    task = teller.task(moved.row)
    gained = f"+{moved.after - moved.before}"
    if moved.after <= moved.before:
        gained = f"+{percent(moved.row.share - moved.share_before)}"
    what = teller.words("state-done") if moved.is_over else gained
    said = remark(teller, moved.row) if moved.is_over else None
    note = say_measure(teller, moved.row) if said is None else teller.words.joined(said.why)
    return Row((what, task.path, task.title, note), "good" if moved.is_over else "plain")


def _waiting(teller: Teller, waiting: ToAccept) -> Row:
    what = teller.words("state-reported")
    return _task_row(teller, waiting.row, what, say_to_accept(teller, waiting), "notice")


def _counter(teller: Teller, moved: Moved) -> Row:
    task, row, words = teller.task(moved.row), moved.row, teller.words
    assert task.target is not None  # noqa: S101 - chosen for it
    lack = expected_count(row, task.target.count) - row.done
    pace = words("br-behind", n=lack) if lack > 0 else words("br-on-pace")
    gained = words("br-gained", n=moved.after - moved.before)
    note = words.joined([say_measure(teller, row), gained, pace])
    return Row(
        (f"{row.done}/{task.target.count}", task.path, task.title, note),
        "notice" if lack > 0 else "plain",
    )


def _overdue(teller: Teller, row: TaskStatus) -> Row:
    said = remark(teller, row)
    return _task_row(teller, row, said.what, teller.words.joined(said.why), "bad")


def _due(teller: Teller, row: TaskStatus) -> Row:
    day = "" if row.due is None else teller.words.short(row.due, teller.status.as_of)
    note = teller.words.joined([*remark(teller, row).why])
    return _task_row(teller, row, day, note, "plain")


def _task_row(teller: Teller, row: TaskStatus, what: Cell, note: str, tone: Tone) -> Row:
    task = teller.task(row)
    return Row((what, task.path, task.title, note), tone)


def _late_rows(teller: Teller, late: Sequence[Late]) -> Iterator[Row]:
    for each in late[:_MOST_UNITS]:
        tasks = teller.words.listed(teller.plan.tasks[index].title for index in each.tasks)
        count = teller.words("tasks", n=len(each.tasks))
        yield Row((count, each.name, owner_title(teller.plan, each.name), tasks))
