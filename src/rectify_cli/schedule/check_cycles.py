"""`cycle`: tasks that wait for each other, with the whole path."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.source import Span
from rectify_cli.schedule.network import Edge, Network
from rectify_cli.schedule.order import knots, shortest_cycle

_MOST_NAMED = 20


def check_cycles(network: Network) -> list[Finding]:
    """One finding for each set of tasks that wait for each other."""
    if len(network.order) == len(network.nodes):
        return []
    return [_finding(network, knot) for knot in knots(network.nodes, network.order)]


def _finding(network: Network, knot: Sequence[int]) -> Finding:
    tasks = network.plan.tasks
    inside = frozenset(knot)
    saying = [index for index in knot if _edge_within(network, index, inside) is not None]
    first = min(saying, key=lambda index: network.nodes[index].task)
    way = shortest_cycle(network.nodes, knot, first)
    said = [edge for edge in _edges_along(network, way) if edge is not None]
    path = list(dict.fromkeys(edge.says for edge in said))
    names = [tasks[index].path for index in path]
    return Finding(
        "cycle",
        _place(network, said[0]),
        say(
            "{name} waits for itself: {way}",
            name=names[0],
            way=_way(names),
        ),
        fix=say("take one of these links away"),
        related=tuple(
            Related(
                _place(network, edge),
                say(
                    "{one} waits for {other}",
                    one=tasks[edge.says].path,
                    other=tasks[edge.names].path,
                ),
            )
            for edge in said
        ),
    )


def _way(names: Sequence[str]) -> str:
    """`a after b after a`; of a long way the beginning and the end."""
    first, last = " after ".join(names[:_MOST_NAMED]), f"{names[-1]} after {names[0]}"
    left_out = len(names) - _MOST_NAMED - 1
    if left_out > 0:
        return f"{first} ... and {left_out} more ... {last}"
    return " after ".join([*names, names[0]])


def _edge_within(network: Network, index: int, inside: frozenset[int]) -> Edge | None:
    for edge in network.nodes[index].edges:
        if edge.pred in inside and edge.type != "gate":
            return edge
    return None


def _edges_along(network: Network, way: Sequence[int]) -> list[Edge | None]:
    """The edge from each node of a cycle to the next; None into a member of a summary."""
    following = [*way[1:], way[0]]
    found: list[Edge | None] = []
    for index, pred in zip(way, following, strict=True):
        edges = [e for e in network.nodes[index].edges if e.pred == pred and e.type != "gate"]
        found.append(edges[0] if edges else None)
    return found


def _place(network: Network, edge: Edge) -> Span:
    if edge.said is not None:
        return edge.said.where.span
    key = "deadline" if edge.type == "until" else edge.type
    return network.plan.tasks[edge.says].at(key)
