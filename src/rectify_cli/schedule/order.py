"""Which node can be dated after which, and the cycles among those that never can."""

from collections.abc import Iterable, Iterator, Sequence

from rectify_cli.foundation.struct import Struct
from rectify_cli.schedule.network import Node


def in_order(nodes: Sequence[Node], blocked: Iterable[int]) -> list[int]:
    """The nodes, each after all that it waits for.

    Args:
        nodes: The network's nodes.
        blocked: Nodes that cannot be dated for another reason.

    Returns:
        Indices; blocked nodes, cycles and what hangs on them are missing.
    """
    followers: list[list[int]] = [[] for _ in nodes]
    waits = [len(node.edges) + len(node.members) for node in nodes]
    for index, node in enumerate(nodes):
        for edge in node.edges:
            followers[edge.pred].append(index)
        for member in node.members:
            followers[member].append(index)
    for index in blocked:
        waits[index] += 1
    order = [index for index, count in enumerate(waits) if count == 0]
    for index in order:
        for follower in followers[index]:
            waits[follower] -= 1
            if waits[follower] == 0:
                order.append(follower)
    return order


def knots(nodes: Sequence[Node], order: Sequence[int]) -> list[list[int]]:
    """The sets of nodes that wait for each other, or for themselves.

    Tarjan's strongly connected components with a stack of its own, over the nodes that `in_order`
    left out; each set sorted, the sets by their first node.
    """
    left = set(range(len(nodes))).difference(order)
    preds = {index: [p for p in _preds(nodes[index]) if p in left] for index in sorted(left)}
    search = _Search(preds, {}, {}, [], set(), [])
    for root in preds:
        if root not in search.number:
            _explore(search, root)
    real = [knot for knot in search.found if len(knot) > 1 or knot[0] in preds[knot[0]]]
    return sorted(sorted(knot) for knot in real)


class _Search(Struct):
    """Tarjan's bookkeeping: numbers in the order of the walk, the lowest one that is reached."""

    preds: dict[int, list[int]]
    number: dict[int, int]
    lowest: dict[int, int]
    stack: list[int]
    on_stack: set[int]
    found: list[list[int]]


def _explore(search: _Search, root: int) -> None:
    path = [_enter(search, root)]
    while path:
        index, rest = path[-1]
        step = next(rest, None)
        if step is None:
            path.pop()
            if path:
                above = path[-1][0]
                search.lowest[above] = min(search.lowest[above], search.lowest[index])
            if search.lowest[index] == search.number[index]:
                search.found.append(_close(search, index))
        elif step not in search.number:
            path.append(_enter(search, step))
        elif step in search.on_stack:
            search.lowest[index] = min(search.lowest[index], search.number[step])


def _enter(search: _Search, index: int) -> tuple[int, Iterator[int]]:
    search.number[index] = search.lowest[index] = len(search.number)
    search.stack.append(index)
    search.on_stack.add(index)
    return index, iter(search.preds[index])


def _close(search: _Search, root: int) -> list[int]:
    knot = []
    while True:
        index = search.stack.pop()
        search.on_stack.remove(index)
        knot.append(index)
        if index == root:
            return knot


def _preds(node: Node) -> Iterator[int]:
    yield from (edge.pred for edge in node.edges)
    yield from node.members


def shortest_cycle(nodes: Sequence[Node], knot: Sequence[int], start: int) -> list[int]:
    """A shortest way from `start` back to itself along what each waits for, within a knot."""
    inside = set(knot)
    came_from: dict[int, int] = {}
    queue = [start]
    for index in queue:
        for pred in _preds(nodes[index]):
            if pred == start:
                way = [index]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if pred in inside and pred not in came_from:
                came_from[pred] = index
                queue.append(pred)
    raise AssertionError("every node of a knot has a way back to itself")
