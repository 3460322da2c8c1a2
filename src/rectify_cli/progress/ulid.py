"""Names of reports: ULIDs from a moment and random bytes, and the few last characters people type.

A ULID sorts by its moment; those of one command follow each other. Crockford's base 32 has no
letters that are taken for others.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
RANDOM_BYTES = 10
SHORTEST = 4

_RANDOM_BITS = 80
_LAST_MOMENT = (1 << 48) - 1
_AS_READ = str.maketrans({"O": "0", "I": "1", "L": "1"})


def ulids(moment: int, random: bytes, count: int) -> tuple[str, ...]:
    """So many new names, each greater than the one before it.

    Args:
        moment: Milliseconds since 1970 in UTC.
        random: `RANDOM_BYTES` of them.
        count: How many reports a command makes.
    """
    # The highest bit is left free, so that counting up never runs into the moment.
    chance = int.from_bytes(random[:RANDOM_BYTES], "big") >> 1
    first = (min(max(moment, 0), _LAST_MOMENT) << _RANDOM_BITS) | chance
    return tuple(_in_base_32(first + number) for number in range(count))


def name_from(source: str) -> str:
    """The name of a report that was imported: the same source, the same name, on every machine."""
    return _in_base_32(int.from_bytes(sha256(source.encode("utf-8")).digest()[:16], "big"))


def moment_of(name: str) -> int | None:
    """Milliseconds since 1970 that a ULID begins with; None where it is none."""
    if len(name) != LENGTH or name[0] > "7":
        return None
    value = 0
    for character in name[:10]:
        digit = ALPHABET.find(character)
        if digit < 0:
            return None
        value = value * 32 + digit
    return value


def as_name(typed: str) -> str:
    """What somebody typed or read aloud, as names are written: capitals, and no O, I or L."""
    return typed.strip().upper().translate(_AS_READ)


def short_name(name: str, others: Iterable[str]) -> str:
    """The last characters of a name that no other name ends in, four at least."""
    length = SHORTEST
    for other in others:
        while other != name and length < len(name) and other.endswith(name[-length:]):
            length += 1
    return name[-length:]


def short_names(names: Collection[str]) -> Mapping[str, str]:
    """The short name of each, all at once."""
    short: dict[str, str] = {}
    left = list(dict.fromkeys(names))
    length = SHORTEST
    while left:
        tails = Counter(name[-length:] for name in left)
        alike = []
        for name in left:
            if tails[name[-length:]] == 1 or length >= len(name):
                short[name] = name[-length:]
            else:
                alike.append(name)
        left = alike
        length += 1
    return short


def _in_base_32(value: int) -> str:
    digits = []
    for _ in range(LENGTH):
        value, digit = divmod(value, 32)
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits))
