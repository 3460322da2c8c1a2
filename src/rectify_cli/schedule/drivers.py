"""What sets each start, and which tasks stand on the chain that sets the goal's finish."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rectify_cli.plan.model import lag
from rectify_cli.schedule.counting import earliest_start
from rectify_cli.schedule.model import Driver
from rectify_cli.schedule.network import JUNCTIONS, PINNED, Edge, Network, Node
from rectify_cli.schedule.state import Dates


def driving_edges(node: Node, index: int, dates: Dates) -> Iterator[Edge]:
    """The edges that set the start of a node that is not pinned."""
    for edge in node.edges:
        if edge.type == "until" or not dates.dated[edge.pred]:
            continue
        if node.mode == "hammock" and edge.type in {"FF", "SF"}:
            continue
        if earliest_start(edge, node.calendar, node.duration, dates) == dates.low[index]:
            yield edge


class Drivers:
    """What sets the starts of leaves.

    Args:
        network: The network.
        dates: The leaves' final dates.
        timing_of: The number of each leaf's timing.
        moved: The `alap` leaves that stand later than they might.
    """

    def __init__(
        self,
        network: Network,
        dates: Dates,
        timing_of: Mapping[int, int],
        moved: frozenset[int] = frozenset(),
    ) -> None:
        self._network = network
        self._dates = dates
        self._timing_of = timing_of
        self._moved = moved
        # Thousands of leaves may wait for one summary of thousands.
        self._bound: dict[_Side, int | None] = {}
        self._gates: dict[int, tuple[Driver, ...]] = {}

    def of(self, index: int) -> tuple[Driver, ...]:
        """What sets a leaf's start, in the order of the plan; links first."""
        dates, node = self._dates, self._network.nodes[index]
        if node.mode in PINNED:
            return (_pin(node),)
        found = list(self._from_edges(index))
        low = dates.low[index]
        if node.start is not None and node.calendar.position(node.start) == low:
            found.append(Driver("start", node.task))
        if node.calendar.position(node.floor) == low:
            found.append(Driver("plan-start", node.task))
        if index in self._moved:
            found.append(Driver("alap", node.task))
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _from_edges(self, index: int) -> Iterator[Driver]:
        network, node = self._network, self._network.nodes[index]
        for edge in driving_edges(node, index, self._dates):
            if edge.type == "gate":
                yield from self._of_gate(edge.pred)
                continue
            is_task = network.plan.tasks[edge.names].kind == "task"
            yield Driver(
                kind="start" if edge.type == "start" else "link",
                where=edge.says,
                task=edge.names,
                timing=self._timing(edge) if is_task else None,
                link=edge.link,
                lag=lag(edge.lag, elapsed=edge.elapsed),
                same=edge.said is not None and edge.said.same,
            )

    def _of_gate(self, index: int) -> tuple[Driver, ...]:
        if index not in self._gates:
            found = list(self._from_edges(index))
            gate = self._network.nodes[index]
            low = self._dates.low[index]
            if gate.start is not None and gate.calendar.position(gate.start) == low:
                found.append(Driver("start", gate.task))
            self._gates[index] = tuple(found)
        return self._gates[index]

    def _timing(self, edge: Edge) -> int | None:
        """The number of the first timing that an edge counts from."""
        side = _side(edge)
        if side not in self._bound:
            leaf = next(iter(_binding(self._network, edge, self._dates)), None)
            self._bound[side] = None if leaf is None else self._timing_of[leaf]
        return self._bound[side]


def _pin(node: Node) -> Driver:
    for edge in node.edges:
        if edge.type in {"on", "start", "finish"}:
            distance = lag(edge.lag, elapsed=edge.elapsed)
            return Driver("pin", node.task, edge.names, None, edge.link, distance)
    return Driver("pin", node.task)


_Side = tuple[int, bool, bool]
"""What of a predecessor an edge counts from: whether its finish, and whether as a day."""


def _side(edge: Edge) -> _Side:
    return edge.pred, edge.link in {"FS", "FF"}, edge.type == "start"


def _binding(network: Network, edge: Edge, dates: Dates) -> Iterable[int]:
    """The leaves whose start or finish an edge counts from."""
    if network.nodes[edge.pred].mode in JUNCTIONS:
        return _binding_members(network, edge, dates)
    return (edge.pred,)


def _instants(edge: Edge, dates: Dates) -> Sequence[int]:
    """The instants, or days, of all nodes from which an edge counts."""
    at_finish = edge.link in {"FS", "FF"}
    if edge.type == "start":
        return dates.last if at_finish else dates.first
    return dates.end if at_finish else dates.begin


def _binding_members(network: Network, edge: Edge, dates: Dates) -> Iterator[int]:
    instants = _instants(edge, dates)
    stack = [edge.pred]
    while stack:
        index = stack.pop()
        node = network.nodes[index]
        if node.mode not in JUNCTIONS:
            yield index
            continue
        stack.extend(
            member
            for member in reversed(node.members)
            if dates.dated[member] and instants[member] == instants[index]
        )


def _latest_last(network: Network, edge: Edge, dates: Dates) -> list[int]:
    """The units of a fan-out that an edge counts from, the latest last."""
    instants = _instants(edge, dates)
    dated = (unit for unit in network.nodes[edge.pred].members if dates.dated[unit])
    return sorted(dated, key=instants.__getitem__)


def _sets_start_alone(edge: Edge, unit: int, node: Node, index: int, dates: Dates) -> bool:
    """Whether a unit of a fan-out would set the same start without the others.

    Not only the last ones do: from an evening before days off, and from one on them, counts the
    same morning.
    """
    alone = edge._replace(pred=unit)
    return earliest_start(alone, node.calendar, node.duration, dates) == dates.low[index]


def driving_chain(network: Network, dates: Dates, ends: Iterable[int]) -> set[int]:
    """The leaves on a chain of drivers that ends at one of `ends`; pins and hammocks stop it."""
    chain: set[int] = set()
    followed: set[_Side] = set()
    units: dict[_Side, list[int]] = {}
    stack: list[int] = list(ends)
    while stack:
        index = stack.pop()
        if index in chain:
            continue
        chain.add(index)
        node = network.nodes[index]
        if node.mode in PINNED or node.mode == "hammock":
            continue
        for edge in driving_edges(node, index, dates):
            if edge.type == "gate":
                stack.append(edge.pred)
            elif network.nodes[edge.pred].mode == "join":
                if _side(edge) not in units:
                    units[_side(edge)] = _latest_last(network, edge, dates)
                left = units[_side(edge)]
                while left and _sets_start_alone(edge, left[-1], node, index, dates):
                    stack.append(left.pop())
            elif _side(edge) not in followed:
                followed.add(_side(edge))
                stack.extend(_binding(network, edge, dates))
    return {index for index in chain if network.nodes[index].mode not in JUNCTIONS}


def ends_of(network: Network, dates: Dates, goal: Sequence[int]) -> list[int]:
    """The leaves that end last: of the goal's if there is one, else of all."""
    leaves = goal or [leaf for leaves in network.leaves for leaf in leaves if dates.dated[leaf]]
    last = max((dates.end[leaf] for leaf in leaves if dates.dated[leaf]), default=0)
    return [leaf for leaf in leaves if dates.dated[leaf] and dates.end[leaf] == last]
