"""What the words of an assertion mean: a value as written, or a fact of the schedule."""

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.kinds import FactName, Kind


class Constant(Struct):
    """A value that the plan alone tells; a day as its ordinal."""

    kind: Kind
    amount: int


class Fact(Struct):
    """What is asked of a task, by its index; of the whole top plan where `task` is None."""

    task: int | None
    name: FactName
    kind: Kind


Meaning = Constant | Fact
