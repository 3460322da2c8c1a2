"""Which tasks need attention, the gravest first, and the row that each of them is in a view."""

from collections.abc import Iterable, Sequence

from rectify_cli.progress.status import Lamp, Reason, Status, TaskStatus
from rectify_cli.report.remarks import remark
from rectify_cli.report.table import Column, Row, Tone
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words

LAMP_TONES: dict[Lamp, Tone] = {
    "red": "bad",
    "yellow": "notice",
    "blue": "calm",
    "green": "good",
    "done": "faint",
}
_GRAVITY: tuple[Reason, ...] = (
    "overdue",
    "blocked",
    "forecast-late",
    "not-reported",
    "stale",
    "behind",
    "forecast-slips",
    "red-below",
    "due-soon",
)
_LAMPS: tuple[Lamp | None, ...] = ("red", "yellow", "blue", "green", "done", None)
_ATTENTION = frozenset({"red", "yellow", "blue"})


def leaves(status: Status) -> list[TaskStatus]:
    """The rows of the tasks that hold no others, in the order of the plan."""
    tasks = status.schedule.plan.tasks
    return [row for row in status.rows if tasks[row.index].kind == "task"]


def in_need(teller: Teller, rows: Iterable[TaskStatus]) -> list[TaskStatus]:
    """Those that somebody has to look after, and those that are contradicted, overdue first.

    Set against a baseline those too that will end later than was agreed.
    """
    return by_gravity(
        row
        for row in rows
        if _concerns(teller, row)
        and (row.lamp in _ATTENTION or row.conflicts or _past_agreed(teller, row) > 0)
    )


def _concerns(teller: Teller, row: TaskStatus) -> bool:
    """Whether any of those who are told of has something left in it: others' work is no news."""
    task = teller.task(row)
    if task.units is None or not teller.picks(task):
        return True
    if not row.occurrences:
        return bool(teller.own(task, row.missing))
    soon = row.lamp == "blue"
    lacking = [each for each in row.occurrences if soon or each.day <= teller.status.as_of]
    return any(teller.own(task, each.missing) for each in lacking)


def by_gravity(rows: Iterable[TaskStatus]) -> list[TaskStatus]:
    """Rows in the order in which they want attention: lamp, reason, how late, the plan's order."""
    return sorted(rows, key=_gravity)


def _gravity(row: TaskStatus) -> tuple[int, int, int, str, int]:
    reason = _GRAVITY.index(row.reasons[0]) if row.reasons else len(_GRAVITY)
    due = "9999-12-31" if row.due is None else row.due.isoformat()
    return _LAMPS.index(row.lamp), reason, -row.overdue, due, row.index


def attention_columns(words: Words) -> tuple[Column, ...]:
    """The columns of the list: English readers see a task's path, which they type."""
    chinese = words.language == "zh"
    return (
        Column("lamp", words("lamp")),
        Column("reason", words("st-reason")),
        Column("task", words("task"), "key" if chinese else "text"),
        Column("title", words("title"), "text" if chinese else "key"),
        Column("owner", words("owner"), "key"),
        Column("why", words("st-why"), "note"),
    )


def attention_row(teller: Teller, row: TaskStatus) -> Row:
    """One task: its lamp, what is wrong, which it is, and why."""
    task, words = teller.task(row), teller.words
    said = remark(teller, row)
    past = 0 if row.reasons else _past_agreed(teller, row)
    return Row(
        cells=(
            lamp_word(row.lamp, words),
            words("ag-past", n=past) if past > 0 else said.what,
            task.path,
            task.title,
            teller.bearer(row),
            words.joined((*said.why, *_agreed(teller, row))),
        ),
        tone="faint" if row.lamp is None else LAMP_TONES[row.lamp],
    )


def _past_agreed(teller: Teller, row: TaskStatus) -> int:
    """By how many workdays open work will end after what was agreed, where that is asked for."""
    if teller.held is None or not row.is_open:
        return 0
    from rectify_cli.report.against import agreed_slip  # noqa: PLC0415 - start-up

    return agreed_slip(teller.held, teller.status, row) or 0


def _agreed(teller: Teller, row: TaskStatus) -> tuple[str, ...]:
    """How far it is from what was agreed, where somebody asked for that."""
    if teller.held is None:
        return ()
    from rectify_cli.report.against import slip_remark  # noqa: PLC0415 - start-up

    said = slip_remark(teller.held, teller.status, row, teller.words)
    return (said,) if said else ()


def attention_rows(teller: Teller, rows: Sequence[TaskStatus]) -> tuple[Row, ...]:
    """The rows of these tasks, in their order."""
    return tuple(attention_row(teller, row) for row in rows)


def lamp_word(lamp: Lamp | None, words: Words) -> str:
    """The lamp as a word; a dropped task has none."""
    return "" if lamp is None else words(f"lamp-{lamp}")
