"""Numbers that rows keep from file to file, however many rows come before them."""

from collections.abc import Sequence
from hashlib import sha256

# Projects of a million rows are read everywhere; a number beyond a few millions is not.
_NUMBERS = 2_000_000


def uids_of(keys: Sequence[str]) -> list[int]:
    """A number for each key, 1 and up, made from the key alone; of two that meet, the later moves.

    Keys differ from each other.
    """
    taken: set[int] = set()
    found = []
    for key in keys:
        number = int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big")
        number %= _NUMBERS
        while number in taken:
            number = (number + 1) % _NUMBERS
        taken.add(number)
        found.append(number + 1)
    return found
