"""Network → dates: the passes in their order.

Forward; relative deadlines; backward; where tasks are `alap`, both once more with these held back
to their late starts; then the room of each node and the critical chain.
"""

from typing import NamedTuple

from rectify_cli.schedule.backward import Late, late_dates, room
from rectify_cli.schedule.deadlines import Deadlines, Spans, deadlines, spans
from rectify_cli.schedule.drivers import driving_chain, ends_of
from rectify_cli.schedule.forward import forward
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.state import Dates


class Passes(NamedTuple):
    """What the passes found, by node."""

    network: Network
    early: Dates
    dates: Dates
    late: Late
    spans: Spans
    deadlines: Deadlines
    room: list[int | None]
    critical: frozenset[int]
    moved: frozenset[int]
    beyond: tuple[int, ...]
    finish: int


def run_passes(network: Network) -> Passes:
    """All passes over a network."""
    early, beyond = forward(network)
    absent = _not_yet_joined(network, early)
    if absent:
        early, beyond = forward(network, absent=absent)
    late, caps, found, finish = _back(network, early)
    dates, moved = early, frozenset[int]()
    floors = {
        index: late.low[index]
        for index, node in enumerate(network.nodes)
        if node.alap and early.dated[index] and late.low[index] > early.low[index]
    }
    if floors:
        dates, beyond = forward(network, floors, absent)
        late, caps, found, finish = _back(network, dates)
        moved = frozenset(floors)
    goal = _goal(network)
    return Passes(
        network=network,
        early=early,
        dates=dates,
        late=late,
        spans=found,
        deadlines=caps,
        room=room(network, dates),
        critical=frozenset(driving_chain(network, dates, ends_of(network, dates, goal))),
        moved=moved,
        beyond=tuple(beyond),
        finish=finish,
    )


def _back(network: Network, dates: Dates) -> tuple[Late, Deadlines, Spans, int]:
    found = spans(network, dates)
    caps = deadlines(network, dates, found)
    leaves = [leaf for leaves in network.leaves for leaf in leaves if dates.dated[leaf]]
    finish = max((dates.end[leaf] for leaf in leaves), default=0)
    goal = [leaf for leaf in _goal(network) if dates.dated[leaf]]
    end = max((dates.end[leaf] for leaf in goal), default=0)
    late = late_dates(network, dates, caps.caps, finish, dict.fromkeys(goal, end))
    return late, caps, found, finish


def _goal(network: Network) -> list[int]:
    """The leaves of the task, summary or phase that the plan names as its goal."""
    if network.plan.goal is None:
        return []
    found: list[int] = []
    stack = [network.plan.goal]
    while stack:
        task = network.plan.tasks[stack.pop()]
        found.extend(network.leaves[task.index])
        stack.extend(reversed(task.children))
    return found


def _not_yet_joined(network: Network, dates: Dates) -> frozenset[int]:
    """Nodes whose units join after the day they are due: the deadline, else the finish."""
    if not any(node.joined is not None for node in network.nodes):
        return frozenset()
    own = deadlines(network, dates, spans(network, dates)).of_node
    return frozenset(
        index
        for index, node in enumerate(network.nodes)
        if node.joined is not None
        and dates.dated[index]
        and node.joined > (dates.last[index] if own[index] is None else own[index] or 0)
    )
