"""Why an assertion cannot be read: the rule, the place in its text, the words and the remedy."""

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.tree import Place


class Fault(Struct):
    """What is wrong with a part of an assertion's text."""

    place: Place
    message: Message
    fix: Message
    rule: str = "bad-value"
