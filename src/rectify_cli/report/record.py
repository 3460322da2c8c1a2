"""What a machine reads: nested plain values, long lists made while they are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Fan(NamedTuple):
    """The same record once for each of `names`, which stands wherever `HOLE` does in it."""

    record: "Mapping[str, Value]"
    names: Sequence[str]


class _Hole:
    """The place in a fan's record that differs."""

    __slots__ = ()


HOLE = _Hole()


@dataclass(frozen=True, slots=True)
class Stream:
    """A list whose members are made while it is read, once; a `Fan` among them is many."""

    make: Iterable["Value | Fan"]

    def __iter__(self) -> Iterator["Value | Fan"]:
        """The members, in order."""
        return iter(self.make)


Value = (
    str
    | int
    | float
    | bool
    | date
    | None
    | _Hole
    | Stream
    | Sequence["Value"]
    | Mapping[str, "Value"]
)
Record = Mapping[str, Value]
