"""What to write for a mistyped word: a known one that is near, and an edit where it is sure."""

from collections.abc import Collection

from rectify_cli.foundation.finding import Edit, Message, say
from rectify_cli.foundation.slips import is_slip
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.reading import Reading
from rectify_cli.syntax.node import Node
from rectify_cli.syntax.rewrite import rewrite


class Remedy(Struct):
    """The word that is near, None where none is; what to type; and the edit that types it."""

    near: str | None
    fix: Message
    edit: Edit | None


def remedy(
    node: Node, text: str, known: Collection[str], reading: Reading, otherwise: Message
) -> Remedy:
    """What to type for a text, all of a node or a part of it, that is none of the known words.

    `otherwise` is said where no known word is near.
    """
    near = reading.suggest(text, known)
    if near is None:
        return Remedy(None, otherwise, None)
    edit = rewrite(node, text, near) if is_slip(text, near, known) else None
    return Remedy(near, say("did you mean '{name}'?", name=near), edit)
