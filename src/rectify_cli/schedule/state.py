"""What the passes know of every node: instants, dates and indices, in lists by node.

An *instant* is the midnight before a day, as that day's ordinal: a task that works Monday to
Friday begins at Monday's and ends at Saturday's. In one calendar the end of Friday and the
beginning of Monday are the same *index*: the number of the first workday from then on.
"""

from typing import NamedTuple

from rectify_cli.schedule.covered import Covered

NEVER = 10**9
"""An instant after all others."""


class Dates(NamedTuple):
    """The forward pass's result.

    `begin` and `end` are instants, `first` and `last` the inclusive days, `low` and `high` the
    indices of `begin` and `end` in the node's own calendar. `at_end`: a milestone at the end of its
    day. `dated` is false for nodes without dates; `covers` holds the days of a node that stands on
    a day off.
    """

    begin: list[int]
    end: list[int]
    first: list[int]
    last: list[int]
    low: list[int]
    high: list[int]
    at_end: list[bool]
    dated: list[bool]
    covers: dict[int, Covered]

    @classmethod
    def empty(cls, size: int) -> "Dates":
        """Dates for `size` nodes, none of them known."""
        return cls(
            begin=[0] * size,
            end=[0] * size,
            first=[0] * size,
            last=[0] * size,
            low=[0] * size,
            high=[0] * size,
            at_end=[False] * size,
            dated=[False] * size,
            covers={},
        )
