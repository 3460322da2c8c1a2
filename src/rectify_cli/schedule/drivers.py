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


def drivers_of(
    network: Network,
    index: int,
    dates: Dates,
    timing_of: Mapping[int, int],
    moved: frozenset[int],
) -> tuple[Driver, ...]:
    """What sets a leaf's start, in the order of the plan; links first.

    Args:
        network: The network.
        index: The leaf.
        dates: Its final dates.
        timing_of: The number of each leaf's timing.
        moved: The `alap` leaves that stand later than they might.
    """
    node = network.nodes[index]
    if node.mode in PINNED:
        return (_pin(node),)
    found = list(_from_edges(network, index, dates, timing_of))
    low = dates.low[index]
    if node.start is not None and node.calendar.position(node.start) == low:
        found.append(Driver("start", node.task))
    if node.calendar.position(node.floor) == low:
        found.append(Driver("plan-start", node.task))
    if index in moved:
        found.append(Driver("alap", node.task))
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _pin(node: Node) -> Driver:
    for edge in node.edges:
        if edge.type in {"on", "start", "finish"}:
            distance = lag(edge.lag, elapsed=edge.elapsed)
            return Driver("pin", node.task, edge.names, None, edge.link, distance)
    return Driver("pin", node.task)


def _from_edges(
    network: Network, index: int, dates: Dates, timing_of: Mapping[int, int]
) -> Iterator[Driver]:
    node = network.nodes[index]
    for edge in driving_edges(node, index, dates):
        if edge.type == "gate":
            gate = network.nodes[edge.pred]
            yield from _from_edges(network, edge.pred, dates, timing_of)
            if gate.start is not None and (
                gate.calendar.position(gate.start) == dates.low[edge.pred]
            ):
                yield Driver("start", gate.task)
            continue
        yield Driver(
            kind="start" if edge.type == "start" else "link",
            where=edge.says,
            task=edge.names,
            timing=next(map(timing_of.__getitem__, _binding(network, edge, dates)), None)
            if network.plan.tasks[edge.names].kind == "task"
            else None,
            link=edge.link,
            lag=lag(edge.lag, elapsed=edge.elapsed),
            same=edge.said is not None and edge.said.same,
        )


def _binding(network: Network, edge: Edge, dates: Dates) -> Iterable[int]:
    """The leaves whose start or finish an edge counts from."""
    if network.nodes[edge.pred].mode in JUNCTIONS:
        return _binding_members(network, edge, dates)
    return (edge.pred,)


def _binding_members(network: Network, edge: Edge, dates: Dates) -> Iterator[int]:
    at_finish = edge.link in {"FS", "FF"}
    stack = [edge.pred]
    while stack:
        index = stack.pop()
        node = network.nodes[index]
        if node.mode not in JUNCTIONS:
            yield index
            continue
        instants = dates.end if at_finish else dates.begin
        if edge.type == "start":
            instants = dates.last if at_finish else dates.first
        stack.extend(
            member
            for member in reversed(node.members)
            if dates.dated[member] and instants[member] == instants[index]
        )


def driving_chain(network: Network, dates: Dates, ends: Iterable[int]) -> set[int]:
    """The leaves on a chain of drivers that ends at one of `ends`; pins and hammocks stop it."""
    chain: set[int] = set()
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
            else:
                stack.extend(_binding(network, edge, dates))
    return {index for index in chain if network.nodes[index].mode not in JUNCTIONS}


def ends_of(network: Network, dates: Dates, goal: Sequence[int]) -> list[int]:
    """The leaves that end last: of the goal's if there is one, else of all."""
    leaves = goal or [leaf for leaves in network.leaves for leaf in leaves if dates.dated[leaf]]
    last = max((dates.end[leaf] for leaf in leaves if dates.dated[leaf]), default=0)
    return [leaf for leaf in leaves if dates.dated[leaf] and dates.end[leaf] == last]
