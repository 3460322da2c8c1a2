"""What a field of a plan file says, read but not yet resolved; each value knows its place.

`plan.readers` makes these from nodes, `plan.document` holds them, `plan.resolve` turns them into
the types of `plan.model`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

from rectify_cli.plan.model import LinkType, Point
from rectify_cli.syntax.node import Node, Scalar

LengthUnit = Literal["d", "w", "ed", "ew"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text: a title, an id, a reference."""

    value: str
    where: Node


@dataclass(frozen=True, slots=True)
class WrittenLength:
    """`3d`, `1w`, `3ed`, `1ew`; signed where it is an offset or a lag."""

    count: int
    unit: LengthUnit
    where: Node


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as written."""

    value: date
    where: Node


@dataclass(frozen=True, slots=True)
class WrittenRelative:
    """`REF[.start|.finish] [± LENGTH]`. `reference` None: the task's own start or finish.

    Only a last `.start` or `.finish` is a point, since no id may be one of these words.
    """

    reference: str | None
    point: Point
    offset: WrittenLength | None
    where: Node


WrittenDate = WrittenDay | WrittenRelative


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """One entry of `after`."""

    reference: str
    type: LinkType
    lag: WrittenLength | None
    same: bool
    where: Node


ToDeadline = Literal["to-deadline"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One key of a mapping whose keys people choose (an id, a unit, a rule), with its value."""

    key: Scalar
    value: T

    @property
    def name(self) -> str:
        """The key's text."""
        return self.key.text


@dataclass(frozen=True, slots=True)
class WrittenEstimate:
    """A three-point estimate: lengths in `d` or `w`, none longer than the next."""

    optimistic: WrittenLength
    likely: WrittenLength
    pessimistic: WrittenLength
    where: Node


@dataclass(frozen=True, slots=True)
class IgnoredRule:
    """A rule that `check: {ignore: …}` silences; `reason` is empty where none is given."""

    rule: Text
    reason: str
