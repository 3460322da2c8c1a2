"""What the words of an assertion mean: a value as written, or a fact of the schedule."""

from typing import NamedTuple

from rectify_cli.plan.assertions.kinds import FactName, Kind


class Constant(NamedTuple):
    """A value that the plan alone tells; a day as its ordinal."""

    kind: Kind
    amount: int


class Fact(NamedTuple):
    """What is asked of a task, by its index; of the whole top plan where `task` is None."""

    task: int | None
    name: FactName
    kind: Kind


Meaning = Constant | Fact
