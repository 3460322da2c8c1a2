"""A part of an assertion's text as a node of its own, so that a finding stands right there."""

from rectify_cli.plan.assertions.tree import Place
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Scalar


def node_at(text: Text, place: Place) -> Scalar:
    """The part of a text at a place.

    The whole text where the file does not have it letter by letter: escapes, folded lines.
    """
    where = text.where
    part = text.value[place.begin : place.end]
    base = where.source.text.find(text.value, where.start, where.end)
    if base < 0:
        return Scalar(where.source, where.start, where.end, part, quoted=True)
    begin, end = base + place.begin, base + place.end
    return Scalar(where.source, begin, end, part, quoted=False)
