"""Where the rows of a project stand, by the clock."""

from datetime import date, datetime, time

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.project_calendars import extra_days
from rectify_cli.report.project_rows import Row, Rows

MORNING, EVENING = time(8), time(17)


class Stand(Struct):
    """A row's place. `begin` and `end` are the midnights before and after it, as ordinals."""

    begin: int
    end: int
    start: datetime
    finish: datetime
    days: int


def morning(day: date) -> datetime:
    """When a day's work begins."""
    return datetime.combine(day, MORNING)


def evening(day: date) -> datetime:
    """When a day's work ends."""
    return datetime.combine(day, EVENING)


def places_of(rows: Rows, plan_start: date) -> list[Stand]:
    """The place of every row; one around nothing stands at the plan's start."""
    stands: list[Stand | None] = [
        None if row.summary or row.timing is None else _stand(row) for row in rows.rows
    ]
    for at in range(len(rows.rows) - 1, -1, -1):
        _roll_up(rows, stands, at)
    return [stand or _nowhere(plan_start) for stand in stands]


def _stand(row: Row) -> Stand:
    timing = row.timing
    if timing is None:
        raise AssertionError("only a row with dates stands anywhere")
    if row.occurrence is not None:
        return _days(row.occurrence.day, row.occurrence.day, 1)
    extra = extra_days(timing, row)
    if timing.duration == 0 and "window" not in row.form.split():
        day = timing.start.toordinal() + timing.at_end
        instant = evening(timing.start) if timing.at_end else morning(timing.start)
        return Stand(day, day, instant, instant, 0)
    length = timing.duration
    if timing.covers is None:
        length += len(extra)
    return _days(timing.start, timing.finish, length)


def _days(first: date, last: date, days: int) -> Stand:
    return Stand(first.toordinal(), last.toordinal() + 1, morning(first), evening(last), days)


def _nowhere(day: date) -> Stand:
    return Stand(day.toordinal(), day.toordinal(), morning(day), morning(day), 0)


def _roll_up(rows: Rows, stands: list[Stand | None], at: int) -> None:
    """Widen what is around a row by it; rows come after what is around them."""
    inner, parent = stands[at], rows.rows[at].parent
    if inner is None or parent is None:
        return
    outer = stands[parent]
    if outer is not None:
        inner = Stand(
            min(inner.begin, outer.begin),
            max(inner.end, outer.end),
            min(inner.start, outer.start),
            max(inner.finish, outer.finish),
            0,
        )
    stands[parent] = inner
