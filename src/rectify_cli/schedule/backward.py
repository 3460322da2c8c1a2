"""The backward pass: from dates and caps to late dates; and the room that each node has.

Both walk the network from its end and tell every node how late it may begin and end for its
successors' sake: for the late dates the successors' late positions count, for the free float the
ones that they have.
"""

from collections.abc import Mapping, Sequence

from rectify_cli.foundation.struct import Struct
from rectify_cli.schedule.counting import Position, latest_day, latest_instant, within
from rectify_cli.schedule.network import (
    COUNTED_IN_INSTANTS,
    PINNED,
    WHOLES,
    Edge,
    Network,
    Node,
)
from rectify_cli.schedule.state import NEVER, Dates
from rectify_cli.workdays.calendar import LAST_ORDINAL, OutOfCalendar


class Late(Struct):
    """The late indices of every node in its own calendar."""

    low: list[int]
    high: list[int]


class _Limits:
    """The last instants at which each node may begin and end for its successors' sake."""

    __slots__ = ("begin", "end")

    def __init__(self, size: int) -> None:
        self.begin = [NEVER] * size
        self.end = [NEVER] * size


def late_dates(
    network: Network, dates: Dates, caps: Sequence[int], finish: int, goal: Mapping[int, int]
) -> Late:
    """The late indices of every dated node.

    Args:
        network: The network.
        dates: The forward pass's dates.
        caps: For every node the last day that its deadlines allow, an ordinal.
        finish: The instant at which the last task ends; every late finish begins there.
        goal: The instants at which the late finish of the goal's nodes begins.
    """
    nodes, dated = network.nodes, dates.dated
    late = Late([0] * len(nodes), [0] * len(nodes))
    limits = _Limits(len(nodes))
    latest = [finish if finish <= cap else cap + 1 for cap in caps]
    for index, instant in goal.items():
        latest[index] = min(latest[index], instant)
    for index in reversed(network.order):
        if not dated[index]:
            continue
        node = nodes[index]
        mode = node.mode
        if mode == "free":
            at = _late_leaf(node, index, dates, limits, latest[index])
        elif mode in WHOLES:
            _pass_to_members(node, index, dates, limits)
            continue
        elif mode == "gate":
            at = _late_gate(node, limits.begin[index])
        elif mode == "hammock":
            at = Position(dates.low[index], dates.high[index])
        elif mode in PINNED:
            at = _late_pin(node, index, dates, caps[index])
        else:
            at = _late_leaf(node, index, dates, limits, latest[index])
        late.low[index], late.high[index] = at.low, at.high
        if not node.edges:
            continue
        if mode == "hammock":
            at = _latest_hammock_start(node, index, dates, limits)
        if at.low < NEVER:
            _limit_predecessors(node, index, at, dates, limits)
    return late


def _late_pin(node: Node, index: int, dates: Dates, cap: int) -> Position:
    low, high = dates.low[index], dates.high[index]
    latest = min(node.calendar.position(cap + 1), high) if cap < NEVER else high
    return Position(latest - (high - low), latest)


def _late_leaf(node: Node, index: int, dates: Dates, limits: _Limits, latest: int) -> Position:
    """A leaf that links move; `latest` is the last instant that caps and the plan's end allow."""
    position = node.calendar.position
    length = dates.high[index] - dates.low[index]
    begin, end = limits.begin[index], limits.end[index]
    # The later an instant, the later its index: one look-up tells the least of them.
    high = position(min(end, latest))
    if length == 0:
        high = min(high, _index_at(node, begin))
        return _late_milestone(node, high, min(begin, end), latest)
    if begin < NEVER:
        high = min(high, position(begin + 1) - 1 + length)
    return Position(high - length, high)


def _late_milestone(node: Node, index: int, limit: int, cap: int) -> Position:
    """A milestone at its late index; `limit` is what its successors allow, `cap` everything else.

    It may not stand on a morning that comes after the limit of a successor that works on the days
    between that morning and the evening before.
    """
    morning = index
    if limit < NEVER:
        morning = min(index, node.calendar.position(limit + 1) - 1)
    return Position(index, index, min(limit, cap), morning)


def _index_at(node: Node, instant: int) -> int:
    return node.calendar.position(instant) if instant < NEVER else NEVER


def _late_gate(node: Node, begin: int) -> Position:
    low = node.calendar.position(begin + 1) - 1 if begin < NEVER else NEVER
    return Position(low, low)


def _latest_hammock_start(node: Node, index: int, dates: Dates, limits: _Limits) -> Position:
    """The latest start that leaves it one day before its end and holds its SS and SF links out."""
    low = dates.high[index] - 1
    if node.until is not None:
        low = min(low, node.calendar.position(node.until + 1) - 1)
    if limits.begin[index] < NEVER:
        low = min(low, node.calendar.position(limits.begin[index] + 1) - 1)
    return Position(low, dates.high[index])


def _pass_to_members(node: Node, index: int, dates: Dates, limits: _Limits) -> None:
    """Hand a junction's limits to its members: the finish to all, the start to those that set it.

    A join's start, which SS and SF count from, waits for every unit, so every unit is limited.
    """
    end, begin = limits.end[index], limits.begin[index]
    for member in node.members:
        if not dates.dated[member]:
            continue
        limits.end[member] = min(limits.end[member], end)
        if node.mode == "join" or dates.begin[member] == dates.begin[index]:
            limits.begin[member] = min(limits.begin[member], begin)


def _limit_predecessors(
    node: Node, index: int, at: Position, dates: Dates, limits: _Limits
) -> None:
    dated, ends, begins = dates.dated, limits.end, limits.begin
    for edge in node.edges:
        pred, kind, lag, elapsed = edge[:4]
        if not dated[pred]:
            continue
        try:
            # Nearly every edge is such, and the rest of the way is three calls long.
            if kind == "FS" and at.instant is None and not elapsed:
                limit = node.calendar.day(at.low - lag)
            else:
                limit = within(_limit_of(edge, node, index, at, dates))
        except OutOfCalendar:
            limit = 1 if lag > 0 else LAST_ORDINAL
        of = ends if kind == "FS" or edge.link in {"FS", "FF"} else begins
        of[pred] = min(of[pred], limit)


def _limit_of(edge: Edge, node: Node, index: int, at: Position, dates: Dates) -> int:
    """The latest instant of an edge's predecessor."""
    if edge.type in COUNTED_IN_INSTANTS:
        return latest_instant(edge, node.calendar, at)
    day = _limit_of_day(edge, node, index, at, dates)
    return latest_day(node.calendar, day, edge.lag, elapsed=edge.elapsed) + _instant_after(
        edge, dates
    )


def _limit_of_day(edge: Edge, node: Node, index: int, at: Position, dates: Dates) -> int:
    """The day on which the node's own start or finish must be, for an edge that counts in days."""
    at_start = edge.type in {"start", "on"}
    if node.mode in PINNED and at.low == dates.low[index]:
        return dates.first[index] if at_start else dates.last[index]
    return node.calendar.day(at.low) if at_start else node.calendar.day(at.high - 1)


def _instant_after(edge: Edge, dates: Dates) -> int:
    """1 where the named start or finish is the midnight after its day, 0 where it is before."""
    if edge.point == "start":
        return dates.begin[edge.pred] - dates.first[edge.pred]
    return dates.end[edge.pred] - dates.last[edge.pred]


def room(network: Network, dates: Dates) -> list[int | None]:
    """How many own workdays each leaf can move before a link to a successor moves that one.

    None where a node has no link to a successor; negative where a pinned one breaks it.
    """
    nodes, dated = network.nodes, dates.dated
    limits = _Limits(len(nodes))
    found: list[int | None] = [None] * len(nodes)
    for index in reversed(network.order):
        if not dated[index]:
            continue
        node = nodes[index]
        if node.mode in WHOLES:
            _pass_to_members(node, index, dates, limits)
            continue
        if node.mode == "gate":
            at = _late_gate(node, limits.begin[index])
        else:
            found[index] = _room(node, index, dates, limits)
            if not node.edges:
                continue
            at = _where_it_stands(node, index, dates)
        if at.low < NEVER:
            _limit_predecessors(node, index, at, dates, limits)
    return found


def _where_it_stands(node: Node, index: int, dates: Dates) -> Position:
    low, high = dates.low[index], dates.high[index]
    if low == high and node.mode == "free":
        return Position(low, high, dates.begin[index], low)
    return Position(low, high)


def _room(node: Node, index: int, dates: Dates, limits: _Limits) -> int | None:
    begin, end = limits.begin[index], limits.end[index]
    position = node.calendar.position
    after = None if end >= NEVER else position(end) - dates.high[index]
    if begin >= NEVER:
        return after
    low = dates.low[index]
    milestone = low == dates.high[index]
    before = (position(begin) if milestone else position(begin + 1) - 1) - low
    return before if after is None else min(before, after)
