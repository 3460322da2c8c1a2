"""What the passes know of every node: instants, dates and indices, in lists by node.

An *instant* is the midnight before a day, as that day's ordinal: a task that works Monday to
Friday begins at Monday's and ends at Saturday's. In one calendar the end of Friday and the
beginning of Monday are the same *index*: the number of the first workday from then on.
"""

from rectify_cli.schedule.covered import Covered

NEVER = 10**9
"""An instant after all others."""


class Dates:
    """The forward pass's result, for `size` nodes, none of them dated yet.

    `begin` and `end` are instants, `first` and `last` the inclusive days, `low` and `high` the
    indices of `begin` and `end` in the node's own calendar. `at_end`: a milestone at the end of its
    day. `dated` is false for nodes without dates; `covers` holds the days of a node that stands on
    a day off.
    """

    # A slot is looked up faster than a field of a tuple, and the passes do so for every node.
    __slots__ = ("at_end", "begin", "covers", "dated", "end", "first", "high", "last", "low")

    def __init__(self, size: int) -> None:
        self.begin = [0] * size
        self.end = [0] * size
        self.first = [0] * size
        self.last = [0] * size
        self.low = [0] * size
        self.high = [0] * size
        self.at_end = [False] * size
        self.dated = [False] * size
        self.covers: dict[int, Covered] = {}
