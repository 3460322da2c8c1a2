"""What holds the rows of a project where they stand.

A scheduler by the clock dates a row from its links. Where that gives the row's own date, nothing
more is said; where it gives an earlier one (the plan's start, `alap`, a phase's start, the side of
a milestone), the row starts no earlier than its date; where it gives a later one, it must.
Predecessors stand where this says, so that it is true of every row in turn.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import FixedDate
from rectify_cli.report.project_links import RowLink, links_of
from rectify_cli.report.project_rows import Row, Rows
from rectify_cli.report.project_stand import (
    EVENING,
    MORNING,
    Stand,
    evening,
    morning,
    places_of,
)
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar

ConstraintKind = Literal["must-start", "must-finish", "not-before"]
_PINNED = frozenset({"on", "window", "finish", "occurrence"})


class Constraint(Struct):
    """What holds a row, and at which instant."""

    kind: ConstraintKind
    at: datetime


@dataclass(slots=True)
class Stands:
    """Every row's place, and its constraint."""

    stands: list[Stand]
    constraints: list[Constraint | None]
    by_key: dict[str, Stand]


class _Net(Struct):
    """What constraints are told from.

    `unsure` are the rows around others whose start some know only after following their links.
    """

    rows: Rows
    stands: list[Stand]
    links: list[list[RowLink]]
    unsure: frozenset[int]
    plan_start: date

    def incoming(self, at: int) -> list[RowLink]:
        """A row's links, and those of everything around it."""
        found = list(self.links[at])
        parent = self.rows.rows[at].parent
        while parent is not None:
            found += self.links[parent]
            parent = self.rows.rows[parent].parent
        return found


def stands_of(rows: Rows, plan_start: date) -> Stands:
    """Where the rows stand, and what holds them there."""
    known = places_of(rows, plan_start)
    links = [links_of(rows, at) for at in range(len(rows.rows))]
    net = _Net(rows, known, links, frozenset(), plan_start)
    net = net._replace(unsure=_unsure(net))
    constraints = [
        _around(net, row) if row.summary else _constraint(net, at)
        for at, row in enumerate(rows.rows)
    ]
    by_key = {row.key: stand for row, stand in zip(rows.rows, known, strict=True)}
    return Stands(known, constraints, by_key)


def _unsure(net: _Net) -> frozenset[int]:
    """The rows around one that hangs, by whatever way, on a link of a row that is around others.

    Which of several rows begins first some schedulers ask before they follow such links.
    """
    rows = net.rows.rows
    followers: dict[int, list[int]] = {}
    waiting: list[int] = []
    for at, row in enumerate(rows):
        if row.summary:
            continue
        if len(net.incoming(at)) > len(net.links[at]) or any(
            rows[link.row].summary for link in net.links[at]
        ):
            waiting.append(at)
        for link in net.links[at]:
            followers.setdefault(link.row, []).append(at)
    hanging = set(waiting)
    while waiting:
        for follower in followers.get(waiting.pop(), ()):
            if follower not in hanging:
                hanging.add(follower)
                waiting.append(follower)
    found = set()
    for at in sorted(hanging):
        parent = rows[at].parent
        while parent is not None and parent not in found:
            found.add(parent)
            parent = rows[parent].parent
    return frozenset(found)


def _constraint(net: _Net, at: int) -> Constraint | None:
    row, stand = net.rows.rows[at], net.stands[at]
    timing = row.timing
    words = set(row.form.split())
    if timing is None or _PINNED & words:
        if "finish" in words and timing is not None and timing.covers is None:
            return Constraint("must-finish", stand.finish)
        return Constraint("must-start", stand.start)
    incoming = net.incoming(at)
    low = _low(net, incoming, timing.calendar, stand.days)
    own = _position(timing.calendar, stand.begin)
    if own is None or low is None or low > own:
        return Constraint("must-start", stand.start)
    if stand.days == 0 and (incoming or stand.start == evening(stand.start.date())):
        settled = low == own and _keeps_its_side(net.stands, incoming, timing.calendar, stand)
        return None if settled else Constraint("must-start", stand.start)
    return _not_before(row, timing.calendar, stand, net.plan_start, earlier=low < own)


def _not_before(
    row: Row, calendar: Calendar, stand: Stand, plan_start: date, *, earlier: bool
) -> Constraint | None:
    """The start that the plan writes, where that is all; else the day, where links leave it free.

    A written start stands on the first workday of its own. One before the plan's start would be
    taken for that by some.
    """
    written = written_start(row)
    if written is not None and written >= plan_start:
        first = _position(calendar, written.toordinal())
        own = _position(calendar, stand.begin)
        if first is not None and own is not None and first <= own:
            day = date.fromordinal(calendar.day(first))
            if first == own or not earlier:
                return Constraint("not-before", morning(day))
    return Constraint("not-before", stand.start) if earlier else None


def written_start(row: Row) -> date | None:
    """The day that a row's own `start` names; None where it has none, or one that is counted."""
    override = row.task.overrides.get(row.units[0]) if row.units else None
    dates = row.task.dates if override is None or override.dates is None else override.dates
    return dates.start.day if isinstance(dates.start, FixedDate) else None


def _position(calendar: Calendar, ordinal: int) -> int | None:
    try:
        return calendar.position(ordinal)
    except OutOfCalendar:
        return None


def _around(net: _Net, row: Row) -> Constraint | None:
    """What holds everything in a phase or summary: its written start, an included plan's start."""
    if not row.first or row.recurring or row.form == "fan-out":
        return None
    tasks, task = net.rows.schedule.plan.tasks, row.task
    outer = net.plan_start if task.parent is None else tasks[task.parent].floor
    days = [day for day in (written_start(row),) if day is not None]
    days += [task.floor] if task.floor > outer else []
    return Constraint("not-before", morning(max(days))) if days else None


def _low(net: _Net, links: list[RowLink], calendar: Calendar, days: int) -> int | None:
    """The workday on which a scheduler by the clock starts a row; None where that is not sure."""
    if any(link.row in net.unsure and link.type in {"SS", "SF"} for link in links):
        return None
    try:
        if not links:
            return calendar.position(net.plan_start.toordinal())
        bounds = [_bound(net.stands[link.row], link, calendar, days) for link in links]
    except OutOfCalendar:
        return None
    return None if None in bounds else max(bound for bound in bounds if bound is not None)


def _bound(pred: Stand, link: RowLink, calendar: Calendar, days: int) -> int | None:
    counted = pred.end if link.type in {"FS", "FF"} else pred.begin
    back = days if link.type in {"FF", "SF"} else 0
    if not link.lag.elapsed:
        return calendar.position(counted) + link.lag.days - back
    # Elapsed days before a finish are counted back from the start by some.
    if back and link.lag.days:
        return None
    return calendar.position(counted + link.lag.days) - back


def _keeps_its_side(
    stands: list[Stand], links: list[RowLink], calendar: Calendar, stand: Stand
) -> bool:
    """Whether a scheduler by the clock puts a milestone on the side of its day that it stands on.

    Of the links that bind, all must lead to that side: a finish, and workdays after one, lead to an
    evening, a start to a morning.
    """
    sides = set()
    own = calendar.position(stand.begin)
    for link in links:
        if _bound(stands[link.row], link, calendar, 0) == own:
            sides.add(_side(stands[link.row], link, stand))
    return sides == {stand.start.time()}


def _side(pred: Stand, link: RowLink, stand: Stand) -> time | None:
    """The hour to which a link that binds a milestone leads; None where that is not sure."""
    if link.lag.elapsed or link.lag.days < 0:
        return None
    if link.type in {"FS", "FF"}:
        if link.lag.days > 0:
            return EVENING
        at_evening = pred.end == stand.begin and pred.finish.time() == EVENING
        return EVENING if at_evening else None
    at_morning = pred.begin == stand.begin and pred.start.time() == MORNING
    return MORNING if at_morning and link.lag.days == 0 else None
