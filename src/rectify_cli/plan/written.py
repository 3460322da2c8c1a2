"""What a field of a plan file says, read but not yet resolved; each value knows its place.

The readers (`plan/read_*.py`) make these from nodes, `plan.document` holds them, `plan.resolve`
turns them into the types of `plan.model`.
"""

from datetime import date
from typing import Generic, Literal, TypeVar

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import LinkType, Point
from rectify_cli.syntax.node import Node, Scalar

LengthUnit = Literal["d", "w", "ed", "ew"]


Text = Scalar
"""A title, an id, a reference: the scalar that says it, its text without the blanks around it."""


class WrittenLength(Struct):
    """`3d`, `1w`, `3ed`, `1ew`; signed where it is an offset or a lag."""

    # A tuple is made several times as fast as a frozen dataclass; nobody counts its items.
    count: int  # type: ignore[assignment]
    unit: LengthUnit


class WrittenDay(Struct):
    """A date as written."""

    value: date
    where: Node


class WrittenRelative(Struct):
    """`REF[.start|.finish] [± LENGTH]`. `reference` None: the task's own start or finish.

    Only a last `.start` or `.finish` is a point, since no id may be one of these words.
    """

    reference: str | None
    point: Point
    offset: WrittenLength | None
    where: Node


WrittenDate = WrittenDay | WrittenRelative


class WrittenLink(Struct):
    """One entry of `after`."""

    reference: str
    type: LinkType
    lag: WrittenLength | None
    same: bool
    where: Node


ToDeadline = Literal["to-deadline"]

T = TypeVar("T")


class Entry(Struct, Generic[T]):
    """One key of a mapping whose keys people choose (an id, a unit, a rule), with its value."""

    key: Scalar
    value: T

    @property
    def name(self) -> str:
        """The key's text."""
        return self.key.text


class WrittenItem(Struct):
    """One item of a checklist: what it is known by (its id, else its text), and its text."""

    name: Text
    text: Text
    owner: Text | None = None
    due: WrittenDate | None = None


class WrittenEstimate(Struct):
    """A three-point estimate: lengths in `d` or `w`, none longer than the next."""

    optimistic: WrittenLength
    likely: WrittenLength
    pessimistic: WrittenLength
    where: Node


class IgnoredRule(Struct):
    """A rule that `check: {ignore: …}` silences; `reason` is empty where none is given."""

    rule: Text
    reason: str
