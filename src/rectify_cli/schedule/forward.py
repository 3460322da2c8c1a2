"""The forward pass: network → the earliest dates of every node that can be dated.

`alap_floor`, given for the second pass, holds `alap` tasks back to their late starts, so that what
follows them follows.
"""

from collections.abc import Mapping
from typing import Literal

from rectify_cli.plan.model import NO_LAG, Lag
from rectify_cli.schedule.counting import (
    date_of,
    earliest_finish,
    earliest_start,
)
from rectify_cli.schedule.covered import Covered
from rectify_cli.schedule.network import LINKS, PINNED, Edge, Network, Node
from rectify_cli.schedule.state import Dates
from rectify_cli.workdays.calendar import OutOfCalendar
from rectify_cli.workdays.shift import shift

NO_FLOOR: Mapping[int, int] = {}


def forward(
    network: Network,
    alap_floor: Mapping[int, int] = NO_FLOOR,
    absent: frozenset[int] = frozenset(),
    *,
    yielding: bool = False,
) -> tuple[Dates, list[int]]:
    """The earliest dates.

    Args:
        network: The network.
        alap_floor: Indices before which the named nodes do not start.
        absent: Nodes whose units take no part.
        yielding: Links and floors beat pins, as in a forecast.

    Returns:
        The dates, and the nodes whose dates would lie past the last day that can be written.
    """
    nodes = network.nodes
    dates = Dates(len(nodes))
    beyond: list[int] = []
    unreachable: set[int] = set()
    for index in network.order:
        node = nodes[index]
        if index in absent:
            continue
        if unreachable and any(edge.pred in unreachable for edge in node.edges):
            unreachable.add(index)
            continue
        try:
            _date(node, index, dates, alap_floor.get(index))
            if yielding and node.mode in PINNED and dates.dated[index]:
                _yield_to_links(node, index, dates)
        except OutOfCalendar:
            beyond.append(index)
            unreachable.add(index)
    return dates, beyond


def _date(node: Node, index: int, dates: Dates, alap_floor: int | None) -> None:
    match node.mode:
        case "free":
            _date_free(node, index, dates, alap_floor)
        case "hammock":
            _date_hammock(node, index, dates)
        case "on":
            _date_on(node, index, dates)
        case "finish":
            _date_finish(node, index, dates)
        case "window":
            _date_window(node, index, dates)
        case "actual":
            _date_actual(node, index, dates)
        case "gate":
            _date_gate(node, index, dates)
        case "summary" | "join":
            _date_junction(node, index, dates)
    if node.left is not None and dates.first[index] > node.left:
        dates.dated[index] = False


def _date_free(node: Node, index: int, dates: Dates, alap_floor: int | None) -> None:
    calendar = node.calendar
    duration = node.duration
    low = calendar.position(node.floor)
    if node.start is not None:
        low = max(low, calendar.position(node.start))
    if alap_floor is not None:
        low = max(low, alap_floor)
    for edge in node.edges:
        pred, kind, lag, elapsed = edge[:4]
        if dates.dated[pred]:
            # Nearly every edge is such, and the way through all kinds as long again.
            if kind == "FS" and not elapsed:
                bound = calendar.position(dates.end[pred]) + lag
            else:
                bound = earliest_start(edge, calendar, duration, dates)
            low = max(low, bound)
    if duration == 0:
        _stand(node, index, dates, low)
        return
    dates.low[index] = low
    dates.high[index] = low + duration
    begin = calendar.day(low)
    last = calendar.day(low + duration - 1)
    dates.begin[index] = dates.first[index] = begin
    dates.last[index] = last
    dates.end[index] = last + 1
    dates.dated[index] = True


def _stand(node: Node, index: int, dates: Dates, low: int) -> None:
    """Put a milestone at the end of the day before `low`, or at the beginning of its day."""
    calendar = node.calendar
    day_before = calendar.day(low - 1)
    sides = [
        _side(edge, dates, day_before + 1)
        for edge in node.edges
        if dates.dated[edge.pred] and earliest_start(edge, calendar, 0, dates) == low
    ]
    at_end = day_before >= node.floor and "end" in sides and "beginning" not in sides
    day = day_before if at_end else calendar.day(low)
    _stand_on(index, dates, day, at_end=at_end)
    dates.low[index] = dates.high[index] = low


def _side(edge: Edge, dates: Dates, instant: int) -> Literal["end", "beginning", "either"]:
    """On which side an edge puts a milestone: at the end of the day that ends at `instant`, or not.

    FS and FF put it at the end, unless what they count from lies later than that (the working
    instant that it moved to is then the beginning of the next workday), or is itself a milestone at
    a beginning. SS and SF leave it to the others.
    """
    pred = edge.pred
    finish = edge.type in {"FS", "FF"} or (edge.type == "gate" and dates.at_end[pred])
    counted = dates.end[pred] if finish else dates.begin[pred]
    if edge.elapsed and counted + edge.lag > instant:
        return "beginning"
    if not finish:
        return "either"
    if edge.lag != 0:
        return "end"
    at_beginning = dates.begin[pred] == dates.end[pred] and not dates.at_end[pred]
    return "beginning" if at_beginning or counted > instant else "end"


def _stand_on(index: int, dates: Dates, day: int, *, at_end: bool) -> None:
    dates.first[index] = dates.last[index] = day
    dates.begin[index] = dates.end[index] = day + at_end
    dates.at_end[index] = at_end
    dates.dated[index] = True


def _date_hammock(node: Node, index: int, dates: Dates) -> None:
    calendar = node.calendar
    low = calendar.position(node.floor)
    if node.start is not None:
        low = max(low, calendar.position(node.start))
    finish_bounds = []
    until = node.until
    for edge in node.edges:
        if not dates.dated[edge.pred]:
            continue
        if edge.type == "until":
            until = _named_day(node, edge, dates)
        elif edge.type in {"FF", "SF"}:
            finish_bounds.append(earliest_finish(edge, calendar, dates))
        else:
            low = max(low, earliest_start(edge, calendar, 1, dates))
    if node.own_finish is not None:
        until = _own_day(node, calendar.day(low))
    if until is not None:
        finish_bounds.append(calendar.position(until + 1))
    high = max(low + 1, *finish_bounds) if finish_bounds else low + 1
    dates.low[index], dates.high[index] = low, high
    dates.begin[index] = dates.first[index] = calendar.day(low)
    dates.last[index] = calendar.day(high - 1)
    dates.end[index] = dates.last[index] + 1
    dates.dated[index] = True


def _named_day(node: Node, edge: Edge, dates: Dates) -> int:
    day = date_of(dates, edge.pred, edge.point)
    return shift(node.calendar, day, Lag(edge.lag, edge.elapsed))


def _own_day(node: Node, start: int) -> int:
    """The day of a finish or a deadline that counts from the node's own start."""
    return shift(node.calendar, start, node.own_finish or NO_LAG)


def _pinned_day(node: Node, dates: Dates, kind: str, written: int | None) -> int | None:
    """The day of `on`, `start` or `finish` of a pinned node: written, or by the edge that says."""
    if written is not None:
        return written
    for edge in node.edges:
        if edge.type == kind and dates.dated[edge.pred]:
            return _named_day(node, edge, dates)
    return None


def _date_on(node: Node, index: int, dates: Dates) -> None:
    day = _pinned_day(node, dates, "on", node.on)
    if day is None:
        return
    if node.duration == 0:
        _pin_milestone(node, index, dates, day)
        return
    calendar = node.calendar
    if calendar.is_workday(day):
        low = calendar.position(day)
        last = calendar.day(low + node.duration - 1)
        _pin(index, dates, (low, low + node.duration), (day, last))
        return
    low = calendar.position(day)
    covered = Covered(calendar, (day,), (low, low + node.duration - 1))
    _pin_off_day(index, dates, low, covered)


def _date_finish(node: Node, index: int, dates: Dates) -> None:
    day = _pinned_day(node, dates, "finish", node.finish)
    if day is None:
        return
    if node.duration == 0:
        _pin_milestone(node, index, dates, day)
        return
    calendar = node.calendar
    high = calendar.position(day + 1)
    if calendar.is_workday(day):
        low = high - node.duration
        _pin(index, dates, (low, high), (calendar.day(low), day))
        return
    low = high - node.duration + 1
    _pin_off_day(index, dates, low, Covered(calendar, (), (low, high), (day,)))


def _date_window(node: Node, index: int, dates: Dates) -> None:
    first = _pinned_day(node, dates, "start", node.start)
    if first is None:
        return
    if node.own_finish is not None:
        last: int | None = _own_day(node, first)
    else:
        last = _pinned_day(node, dates, "finish", node.finish)
    if last is None:
        return
    calendar = node.calendar
    last = max(first, last)
    low, high = calendar.position(first), calendar.position(last + 1)
    if low == high:
        _pin_off_day(index, dates, low, Covered(calendar, (first,)))
        return
    _pin(index, dates, (low, high), (first, last))


def _date_actual(node: Node, index: int, dates: Dates) -> None:
    """Stand where it took place; what is under way ends no earlier than FF and SF links let it."""
    first, last = node.start or node.floor, node.finish or node.floor
    calendar = node.calendar
    for edge in node.edges:
        if edge.type in {"FF", "SF"} and dates.dated[edge.pred]:
            last = max(last, calendar.day(earliest_finish(edge, calendar, dates) - 1))
    if node.duration == 0 and first == last:
        _stand_on(index, dates, last, at_end=not node.at_beginning)
        dates.low[index] = dates.high[index] = calendar.position(dates.end[index])
        return
    low, high = calendar.position(first), calendar.position(last + 1)
    if low == high:
        ends = tuple(dict.fromkeys((first, last)))
        _pin_off_day(index, dates, low, Covered(calendar, ends))
        return
    _pin(index, dates, (low, high), (first, last))


def _yield_to_links(node: Node, index: int, dates: Dates) -> None:
    """Move a pinned node to where its links and its floor let it start, if that is later."""
    covers = dates.covers.get(index)
    duration = len(covers) if covers else dates.high[index] - dates.low[index]
    edges = tuple(edge for edge in node.edges if edge.type in LINKS and dates.dated[edge.pred])
    bounds = [earliest_start(edge, node.calendar, duration, dates) for edge in edges]
    if dates.first[index] >= node.floor and max(bounds, default=dates.low[index]) <= max(
        dates.low[index], node.calendar.position(dates.first[index])
    ):
        return
    dates.covers.pop(index, None)
    free = node._replace(mode="free", start=dates.first[index], duration=duration, edges=edges)
    _date_free(free, index, dates, None)


def _pin(index: int, dates: Dates, indices: tuple[int, int], days: tuple[int, int]) -> None:
    first, last = days
    dates.low[index], dates.high[index] = indices
    dates.begin[index] = dates.first[index] = first
    dates.last[index] = last
    dates.end[index] = last + 1
    dates.dated[index] = True


def _pin_off_day(index: int, dates: Dates, low: int, covers: Covered) -> None:
    """Stand where it is pinned, on a day off: that day and the workdays beside it."""
    _pin(index, dates, (low, low + len(covers) - 1), (covers.first, covers.last))
    dates.covers[index] = covers


def _pin_milestone(node: Node, index: int, dates: Dates, day: int) -> None:
    _stand_on(index, dates, day, at_end=True)
    dates.low[index] = dates.high[index] = node.calendar.position(day + 1)


def _date_gate(node: Node, index: int, dates: Dates) -> None:
    calendar = node.calendar
    low = calendar.position(node.floor)
    if node.start is not None:
        low = max(low, calendar.position(node.start))
    for edge in node.edges:
        if dates.dated[edge.pred]:
            low = max(low, earliest_start(edge, calendar, 0, dates))
    _stand(node, index, dates, low)
    at_end, end = dates.at_end[index], dates.end[index]
    begin = calendar.day(low)
    dates.begin[index] = dates.first[index] = dates.last[index] = begin
    dates.end[index] = end if at_end else begin


def _date_junction(node: Node, index: int, dates: Dates) -> None:
    """Begin with the first member and end with the last; an SS or SF link waits for all of a join.

    A link to a fan-out means a link to each of its units.
    """
    members = [member for member in node.members if dates.dated[member]]
    if not members:
        return
    begins = [dates.begin[member] for member in members]
    dates.begin[index] = max(begins) if node.mode == "join" else min(begins)
    dates.end[index] = max(dates.end[member] for member in members)
    dates.first[index] = min(dates.first[member] for member in members)
    dates.last[index] = max(dates.last[member] for member in members)
    dates.at_end[index] = any(
        dates.at_end[member] for member in members if dates.end[member] == dates.end[index]
    )
    dates.dated[index] = True
