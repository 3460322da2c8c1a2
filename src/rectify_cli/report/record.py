"""What a machine reads: nested plain values, long lists made while they are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct


class Fan(Struct):
    """The same record once for each of `names`, which stands wherever `HOLE` does in it."""

    record: "Mapping[str, Value]"
    names: Sequence[str]


class _Hole:
    """The place in a fan's record that differs."""

    __slots__ = ()


HOLE = _Hole()


class Stream:
    """A list whose members are made while it is read, once; a `Fan` among them is many."""

    __slots__ = ("_make",)

    def __init__(self, make: Iterable["Value | Fan"]) -> None:
        """`make` is read when this is."""
        self._make = make

    def __iter__(self) -> Iterator["Value | Fan"]:
        """The members, in order."""
        return iter(self._make)


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
