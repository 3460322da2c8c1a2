"""Which known name a mistyped one is near to, where thousands are known.

To compare a name with each of many is slow; only those with the most pairs of letters in common
are compared at all.
"""

from collections.abc import Collection
from heapq import nlargest
from itertools import pairwise

from rectify_cli.foundation.ids import did_you_mean

_MANY = 1_000
_COMPARED = 50


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that a mistyped one is near to, None where none is."""
    if not known:
        return None
    if len(known) <= _MANY:
        return did_you_mean(name, known)
    pairs = _pairs(name)

    def alike(other: str) -> tuple[float, str]:
        others = _pairs(other)
        return len(pairs & others) / (len(pairs) + len(others) + 1), other

    return did_you_mean(name, nlargest(_COMPARED, known, key=alike))


def _pairs(name: str) -> set[tuple[str, str]]:
    folded = name.casefold()
    return set(pairwise(folded))
