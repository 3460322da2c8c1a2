"""Reads what is counted and weighed: targets, three-point estimates, what a task uses."""

from fractions import Fraction
from typing import Annotated, ClassVar

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.form import Form
from rectify_cli.plan.model import Target
from rectify_cli.plan.part import Part, field, part
from rectify_cli.plan.read_length import read_workday_length
from rectify_cli.plan.read_number import MAX_NUMBER, read_positive, whole_in
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.read_text import read_line
from rectify_cli.plan.reading import Reading
from rectify_cli.plan.written import Entry, Text, WrittenEstimate, WrittenLength
from rectify_cli.syntax.node import Mapping, Node

_Length = Annotated[
    WrittenLength | None, Form(read_workday_length, {"$ref": "#/$defs/workday-length"})
]


def _read_count(node: Node, reading: Reading) -> int | None:
    return whole_in(node, reading, 1, MAX_NUMBER)


@part
class TargetPart(Part):
    """A count to be reached."""

    noun: ClassVar[Message] = say("a target")
    example: ClassVar[Message] = say("{count: 150, unit: suggestions}")

    count: Annotated[int | None, Form(_read_count, {"$ref": "#/$defs/positive-whole"})] = field(  # type: ignore[assignment]
        "How many.", example="150"
    )
    unit: Annotated[Text | None, Form(read_line, {"$ref": "#/$defs/line"})] = field(
        "Of what.", default=None
    )


@part
class EstimatePart(Part):
    """Three lengths: if all goes well, as expected, if things go wrong."""

    noun: ClassVar[Message] = say("an estimate")
    example: ClassVar[Message] = say("{optimistic: 3d, likely: 5d, pessimistic: 10d}")

    optimistic: _Length = field("If all goes well.", example="3d")
    likely: _Length = field("As expected.", example="5d")
    pessimistic: _Length = field("If things go wrong.", example="10d")


def read_target(node: Node, reading: Reading) -> Target | None:
    """A count to be reached, and of what."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, TargetPart.noun, TargetPart.example)
        return None
    part = read_part(TargetPart, node, reading)
    if part.count is None:
        return None
    return Target(part.count, "" if part.unit is None else part.unit.text)


def read_estimate(node: Node, reading: Reading) -> WrittenEstimate | None:
    """Three lengths, none shorter than the one before."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, EstimatePart.noun, EstimatePart.example)
        return None
    part = read_part(EstimatePart, node, reading)
    if part.bad or part.optimistic is None or part.likely is None or part.pessimistic is None:
        return None
    best, likely, worst = (
        each.count * (reading.week_days if each.unit == "w" else 1)
        for each in (part.optimistic, part.likely, part.pessimistic)
    )
    if best <= likely <= worst:
        return WrittenEstimate(part.optimistic, part.likely, part.pessimistic, node)
    wrong = "likely" if best > likely else "pessimistic"
    than = "optimistic" if best > likely else "likely"
    message = say("{wrong} is shorter than {than}", wrong=wrong, than=than)
    fix = say("write optimistic, likely and pessimistic from short to long")
    reading.complain("bad-value", node.values[wrong], message, fix)
    return None


def read_uses(node: Node, reading: Reading) -> tuple[Entry[Fraction], ...]:
    """How much of which owner a task uses: `{hall: 1}`."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, say("a mapping of owners to amounts"), say("{hall: 1}"))
        return ()
    found = []
    for key, value in node.values.items():
        amount = read_positive(value, reading)
        if amount is not None:
            found.append(Entry(node.keys[key], amount))
    return tuple(found)
