"""Which state of a plan a view shows: what every printed page says at its foot."""

from datetime import date
from typing import NamedTuple


class Edition(NamedTuple):
    """The day that a view looks from, and the plan's revision.

    `revision` names the content of the plan's files, so that two prints can be told apart.
    """

    as_of: date
    revision: str
