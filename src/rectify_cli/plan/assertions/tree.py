"""What an assertion's text is made of: four kinds of node, each with its place in the text."""

from typing import Final, Literal, get_args

from rectify_cli.foundation.placed import placed
from rectify_cli.foundation.struct import Struct

Comparator = Literal["<", "<=", "==", "!=", ">=", ">"]
Sign = Literal["or", "and", "<", "<=", "==", "!=", ">=", ">", "+", "-"]

COMPARATORS: Final = frozenset(get_args(Comparator))

NOT_LEVEL: Final = 2
"""`not` binds looser than a comparison, tighter than `and`."""

LEVELS: Final[tuple[tuple[Sign, ...], ...]] = (
    ("or",),
    ("and",),
    (),
    ("<", "<=", "==", "!=", ">=", ">"),
    ("+", "-"),
)
"""The signs by how tightly they bind, the loosest first; the level without signs is `not`'s."""


class Place(Struct):
    """Where in the text something stands: two offsets, the second exclusive."""

    begin: int
    end: int


NOWHERE: Final = Place(0, 0)


@placed
class Word(Struct):
    """A name, a date, a length or a number."""

    text: str
    place: Place = NOWHERE


@placed
class Call(Struct):
    """`count(reading)`."""

    name: str
    arguments: tuple["Expression", ...]
    place: Place = NOWHERE


@placed
class Not(Struct):
    """`not critical(reading)`."""

    operand: "Expression"
    place: Place = NOWHERE


@placed
class Chain(Struct):
    """Signs of one level with what stands round them: `a and b and c`, `a - 2d + 1ed`, `a <= b`.

    A comparison has one sign.
    """

    first: "Expression"
    rest: tuple[tuple[Sign, "Expression"], ...]
    place: Place = NOWHERE

    @property
    def level(self) -> int:
        """The level of its signs."""
        return level_of(self.rest[0][0])


Expression = Word | Call | Not | Chain


_LEVEL_OF = {sign: level for level, signs in enumerate(LEVELS) for sign in signs}


def level_of(sign: Sign) -> int:
    """How tightly a sign binds."""
    return _LEVEL_OF[sign]
