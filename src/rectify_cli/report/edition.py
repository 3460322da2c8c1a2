"""Which state of a plan a view shows: what every printed page says at its foot."""

from datetime import date

from rectify_cli.foundation.struct import Struct


class Edition(Struct):
    """The day that a view looks from, and the plan's revision.

    `revision` names the content of the plan's files, so that two prints can be told apart.
    """

    as_of: date
    revision: str
