"""How one edge binds: from a predecessor's dates to a successor's earliest, and back.

`earliest_*` are the forward rules of the four links and of relative dates, `latest_*` their exact
inverses: the latest instant of the predecessor that still holds the edge. All of it follows from
two operations of a calendar: `position` (instant → index of the next working instant) and `day`.
"""

from rectify_cli.plan.model import Lag, Point
from rectify_cli.schedule.network import Edge
from rectify_cli.schedule.state import Dates
from rectify_cli.workdays.calendar import LAST_ORDINAL, Calendar, OutOfCalendar
from rectify_cli.workdays.shift import shift


def shifted_within(calendar: Calendar, day: int, lag: int, *, elapsed: bool) -> int:
    """`shift`, but no day before year 1 or past year 9999: the first or the last that there is."""
    try:
        return shift(calendar, day, Lag(lag, elapsed))
    except OutOfCalendar:
        return 1 if lag < 0 else LAST_ORDINAL


def within(day: int) -> int:
    """The day, or the first or the last that can be written where it lies beyond."""
    return min(max(day, 1), LAST_ORDINAL)


def day_within(calendar: Calendar, index: int) -> int:
    """The day of an index, or the first or the last that can be written where it lies beyond."""
    try:
        return calendar.day(index)
    except OutOfCalendar:
        return 1 if index < 0 else LAST_ORDINAL


def date_of(dates: Dates, node: int, point: Point) -> int:
    """The day of a node's start or finish."""
    return dates.first[node] if point == "start" else dates.last[node]


def earliest_start(edge: Edge, calendar: Calendar, duration: int, dates: Dates) -> int:
    """The index at which a successor of this duration may start, as far as this edge goes.

    Args:
        edge: A link, a gate's edge, or a relative start.
        calendar: The successor's calendar, in which lags and the result count.
        duration: The successor's workdays.
        dates: The dates of all predecessors.
    """
    pred, kind, lag, elapsed = edge[:4]
    if kind == "FS":
        instant = dates.end[pred]
        return calendar.position(instant + lag) if elapsed else calendar.position(instant) + lag
    if kind == "SS":
        instant = dates.begin[pred]
        return calendar.position(instant + lag) if elapsed else calendar.position(instant) + lag
    if kind == "gate":
        return calendar.position(dates.begin[pred])
    if kind in {"FF", "SF"}:
        return earliest_finish(edge, calendar, dates) - duration
    return calendar.position(shift(calendar, date_of(dates, pred, edge.point), Lag(lag, elapsed)))


def earliest_finish(edge: Edge, calendar: Calendar, dates: Dates) -> int:
    """The index at which a successor may finish, as far as an FF or SF link goes.

    An elapsed lag names a day; on a day off the finish moves to the end of the next workday.
    """
    pred, kind, lag, elapsed = edge[:4]
    instant = dates.end[pred] if kind == "FF" else dates.begin[pred]
    if elapsed:
        return calendar.position(instant + lag - 1) + 1
    return calendar.position(instant) + lag


class Position:
    """Where a node may stand at the latest: the indices of its start and finish.

    `instant` is given for a milestone, which stands on one side of its index: the last midnight at
    which it may. `morning` is then the index for what would put it at the beginning of a day.
    """

    # One is made for every node, and its slots are looked up faster than fields of a tuple.
    __slots__ = ("high", "instant", "low", "morning")

    def __init__(self, low: int, high: int, instant: int | None = None, morning: int = 0) -> None:
        self.low = low
        self.high = high
        self.instant = instant
        self.morning = morning


def latest_instant(edge: Edge, calendar: Calendar, at: Position) -> int:
    """The latest instant of a link's predecessor that lets its successor keep its position.

    Args:
        edge: One of the four links, or a gate's.
        calendar: The successor's calendar.
        at: Where the successor stands.

    Returns:
        An instant for the predecessor's finish (FS, FF) or start (SS, SF, gate).
    """
    kind, lag, elapsed = edge.type, edge.lag, edge.elapsed
    if at.instant is not None:
        if kind == "FS" and (elapsed or lag == 0):
            return _side_at(calendar, at.low, at.instant) - lag
        if kind == "FF" and lag == 0:
            return _side_at(calendar, at.low, at.instant)
        if kind in {"SS", "SF"}:
            at = Position(at.morning, at.morning)
    if kind in {"FS", "SS", "gate"}:
        return calendar.day(at.low) - lag if elapsed else calendar.day(at.low - lag)
    if elapsed:
        return calendar.day(at.high - 1) + 1 - lag
    return calendar.day(at.high - lag)


def _side_at(calendar: Calendar, index: int, limit: int) -> int:
    """The morning of an index where that is not after the limit, else the evening before it."""
    morning = calendar.day(index)
    return morning if morning <= limit else calendar.day(index - 1) + 1


def latest_day(calendar: Calendar, limit: int, lag: int, *, elapsed: bool) -> int:
    """The latest day that, shifted by the lag, is not after `limit`: the inverse of `shift`."""
    if elapsed or lag == 0:
        return limit - lag
    last = calendar.position(limit + 1) - 1
    if lag > 0:
        return calendar.day(last - lag + 1) - 1
    return calendar.day(last - lag)
