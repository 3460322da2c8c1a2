"""What a plan says of the dates of a project's row: from its constraint, and what rectify kept.

A row that still stands as rectify wrote it is taken as the plan wrote it; one that was moved since,
and every row of others, by what the program says: its constraint, its start, its workdays.
"""

from datetime import date, datetime, time, timedelta

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import More
from rectify_cli.intake.project_days import FileDays
from rectify_cli.intake.project_file import FileTask

_NOON = 12
_MINUTES_A_DAY = 1_440
_ALAP, _MUST_START, _MUST_FINISH, _START_AFTER = 1, 2, 3, 4
_START_BEFORE, _FINISH_AFTER, _FINISH_BEFORE = 5, 6, 7


class RowDates(Struct):
    """A task's dates; `duration` as the language writes it; `left` is what could not be said."""

    on: date | None = None
    start: date | None = None
    finish: date | None = None
    duration: str | None = None
    more: More = ()
    left: tuple[Message, ...] = ()


class Span(Struct):
    """The days on which a row stands by plan."""

    first: date
    last: date
    days: int
    as_written: bool


def span_of(row: FileTask, days: FileDays) -> Span | None:
    """Where a row stands: where rectify wrote it, by the baseline; else by its dates."""
    start, finish = row.start, row.finish
    if start is None or finish is None:
        return None
    words = row.kept.get("form", "").split()
    as_written = f"w={start.date()}..{finish.date()}" in words
    kept = _said(words, "d=")
    if as_written and kept is not None and kept.isdecimal() and len(kept) < 6:
        begins, ends = row.baseline[0] or start, row.baseline[1] or finish
        return Span(begins.date(), ends.date(), int(kept), as_written=True)
    first, last = _days_of(row, start, finish)
    still = row.minutes == 0 or (row.minutes is None and start == finish)
    return Span(first, last, 0 if still else max(1, days.between(first, last)), as_written=False)


def _days_of(row: FileTask, start: datetime, finish: datetime) -> tuple[date, date]:
    """The first and the last day: midnight ends a day, and elapsed time from a noon on the next."""
    finish = max(start, finish)
    if finish > start and finish.time() == time():
        finish -= timedelta(minutes=1)
    if row.elapsed and row.minutes and start.hour >= _NOON:
        length = -(-row.minutes // _MINUTES_A_DAY)
        first = start.date() + timedelta(days=1)
        return first, first + timedelta(days=length - 1)
    return start.date(), finish.date()


def _said(words: list[str], mark: str) -> str | None:
    return next((word.removeprefix(mark) for word in words if word.startswith(mark)), None)


def row_dates(row: FileTask, days: FileDays, project_start: date) -> RowDates:
    """The dates of a leaf."""
    span = span_of(row, days)
    if span is None:
        return RowDates(duration="1d", left=(say("{row}: it has no dates", row=row.name),))
    if not span.as_written and not _is_pushed(row, span):
        return _by_constraint(row, span, f"{span.days}d", project_start)
    return _as_written(span, row.kept.get("form", "").split())


def _is_pushed(row: FileTask, span: Span) -> bool:
    """Whether a row only follows those before it: as long as it was, and held as it was."""
    words = row.kept.get("form", "").split()
    begun, _, _ = (_said(words, "w=") or "").partition("..")
    held = _said(words, "s=")
    at = None if row.constraint_at is None else row.constraint_at.date()
    free = held is None and row.constraint == 0
    kept = row.constraint == _START_AFTER and at == day_of(held or begun)
    is_pinned = row.manual or row.begun is not None or {"window", "on", "finish"} & set(words)
    return (free or kept) and not is_pinned and _said(words, "d=") == str(span.days)


def _as_written(span: Span, words: list[str]) -> RowDates:
    length = f"{span.days}d"
    pinned = None if span.days == 1 else length
    if "window" in words:
        return RowDates(start=span.first, finish=span.last)
    if "on" in words:
        return RowDates(on=span.first, duration=pinned)
    if "finish" in words:
        return RowDates(finish=span.last, duration=pinned)
    return RowDates(
        start=day_of(_said(words, "s=")),
        duration="to-deadline" if "to-deadline" in words else length,
        more=(("schedule", "alap"),) if "alap" in words else (),
    )


def nominal_days(row: FileTask) -> tuple[date | None, date | None]:
    """The first and the last day that a rule of repetition names."""
    first, _, last = (_said(row.kept.get("form", "").split(), "n=") or "").partition("..")
    return day_of(first), day_of(last)


def day_of(text: str | None) -> date | None:
    """A day in ISO form; None where it is none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _by_constraint(row: FileTask, span: Span, length: str, project_start: date) -> RowDates:
    at = None if row.constraint_at is None else row.constraint_at.date()
    pinned = None if span.days == 1 else length
    if span.days == 0 and row.constraint == _MUST_START and _at_a_beginning(row):
        # `on` would put it at the day's end, past what follows on that day.
        return RowDates(start=span.first, duration=length)
    if row.manual or row.constraint == _MUST_START:
        return RowDates(on=span.first, duration=pinned)
    if row.constraint == _MUST_FINISH:
        return RowDates(finish=span.last, duration=pinned)
    if row.constraint == _ALAP:
        return RowDates(duration=length, more=(("schedule", "alap"),))
    if row.constraint == _START_AFTER and at is not None:
        return RowDates(start=at, duration=length)
    free = row.constraint == 0 and not row.links and span.first > project_start
    late = free or row.delayed or row.begun is not None or row.constraint == _FINISH_AFTER
    start = span.first if late else None
    left: tuple[Message, ...] = ()
    if row.constraint in {_START_BEFORE, _FINISH_AFTER}:
        left = (
            say("{row}: its constraint (start no later, finish no earlier) is none of a plan's",
                row=row.name),
        )  # fmt: skip
    return RowDates(start=start, duration=length, left=left)


def _at_a_beginning(row: FileTask) -> bool:
    return row.start is not None and row.start.hour < _NOON


def row_deadline(row: FileTask) -> date | None:
    """A row's deadline; a finish that may be no later is one too."""
    if row.deadline is not None:
        return row.deadline.date()
    if row.constraint == _FINISH_BEFORE and row.constraint_at is not None:
        return row.constraint_at.date()
    return None
