"""Network → dates: the passes in their order.

Forward; relative deadlines; backward; where tasks are `alap`, both once more with these held back
to their late starts; then the room of each node and the critical chain. Whoever asks only for
dates, as most of a check does, spares the passes that give floats.
"""

from functools import cached_property

from rectify_cli.foundation.struct import Struct
from rectify_cli.schedule.backward import Late, late_dates, room
from rectify_cli.schedule.deadlines import Deadlines, Spans, deadlines
from rectify_cli.schedule.drivers import driving_chain, ends_of
from rectify_cli.schedule.forward import forward
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.state import Dates


class _Found(Struct):
    """What the passes found, by node.

    `early` are the dates before any `alap` task was moved, `moved` these tasks. `beyond` are the
    nodes whose dates would lie past the last day that can be written. `finish` is the instant at
    which the last leaf ends.
    """

    network: Network
    early: Dates
    dates: Dates
    spans: Spans
    deadlines: Deadlines
    moved: frozenset[int]
    beyond: tuple[int, ...]
    finish: int


class Passes(_Found):
    """What the passes found, and the rest, which is worked out when it is asked for."""

    @cached_property
    def late(self) -> Late:
        """The late indices of every node: the backward pass."""
        goal = [leaf for leaf in _goal(self.network) if self.dates.dated[leaf]]
        end = max((self.dates.end[leaf] for leaf in goal), default=0)
        caps = self.deadlines.caps
        return late_dates(self.network, self.dates, caps, self.finish, dict.fromkeys(goal, end))

    @cached_property
    def room(self) -> list[int | None]:
        """How far each leaf can move before it moves another."""
        return room(self.network, self.dates)

    @cached_property
    def critical(self) -> frozenset[int]:
        """The leaves on the chain that sets the goal's finish, else the plan's."""
        ends = ends_of(self.network, self.dates, _goal(self.network))
        return frozenset(driving_chain(self.network, self.dates, ends))


def run_passes(network: Network) -> Passes:
    """The passes over a network that its dates ask for."""
    early, beyond = forward(network)
    absent = _not_yet_joined(network, early)
    if absent:
        early, beyond = forward(network, absent=absent)
    passes = _after(network, early, early, beyond, frozenset())
    free = [index for index, node in enumerate(network.nodes) if node.alap and early.dated[index]]
    floors = {
        index: passes.late.low[index] for index in free if passes.late.low[index] > early.low[index]
    }
    if not floors:
        return passes
    dates, beyond = forward(network, floors, absent)
    return _after(network, early, dates, beyond, frozenset(floors))


def _after(
    network: Network, early: Dates, dates: Dates, beyond: list[int], moved: frozenset[int]
) -> Passes:
    """What a forward pass leaves to be known without another."""
    found = Spans(network, dates)
    ends = [dates.end[leaf] for leaves in network.leaves for leaf in leaves if dates.dated[leaf]]
    return Passes(
        network=network,
        early=early,
        dates=dates,
        spans=found,
        deadlines=deadlines(network, dates, found),
        moved=moved,
        beyond=tuple(beyond),
        finish=max(ends, default=0),
    )


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
    own = deadlines(network, dates, Spans(network, dates)).of_node
    return frozenset(
        index
        for index, node in enumerate(network.nodes)
        if node.joined is not None
        and dates.dated[index]
        and node.joined > (dates.last[index] if own[index] is None else own[index] or 0)
    )
