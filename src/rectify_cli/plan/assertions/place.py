"""A part of an assertion's text as a node of its own, so that a finding stands right there."""

from rectify_cli.plan.assertions.tree import Place
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Scalar


def node_at(text: Text, place: Place) -> Scalar:
    """The part of a text at a place.

    The whole text where the file does not have it letter by letter: escapes, folded lines.
    """
    part = text.text[place.begin : place.end]
    base = text.source.text.find(text.text, text.start, text.end)
    if base < 0:
        return Scalar(text.source, text.start, text.end, part, quoted=True)
    begin, end = base + place.begin, base + place.end
    return Scalar(text.source, begin, end, part, quoted=False)
