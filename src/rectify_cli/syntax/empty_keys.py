"""Keys without a value that may stand too deep: what they were meant to hold is beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.syntax.depths import next_line, still_open, usual_step
from rectify_cli.syntax.lines import line_at, meaning_lines
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.patch import Edit


class Move(NamedTuple):
    """A key, and the edit that would bring its line to another depth."""

    key: Scalar
    depth: int
    edit: Edit

    def finding(self) -> Finding:
        """What is wrong with the key, if this is where it belongs."""
        message = say("'{key}' is no less deep than what it holds", key=self.key.text)
        return Finding("yaml-syntax", self.key.span, message, say("indent it by {m}", m=self.depth))


def moves(root: Node) -> Iterator[list[Move]]:
    """For each key without a value that keys follow which are no deeper, where it may belong."""
    text = root.source.text
    for key in _empty_keys(root):
        line = line_at(text, key.start)
        below = next_line(text, line)
        if line.key is None or line.is_item or below is None or below.indent > line.indent:
            continue
        if below.is_item and below.indent == line.indent:
            continue
        around = still_open(meaning_lines(text, line.start))
        depths = {each.indent for each in around}
        if around:
            depths.add(around[-1].indent + usual_step(text))
        yield [
            Move(key, depth, Edit(line.start, line.first, " " * depth))
            for depth in sorted(depths, reverse=True)
            if depth < below.indent
        ]


def _empty_keys(root: Node) -> list[Scalar]:
    found: list[Scalar] = []
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            for text, value in node.values.items():
                if isinstance(value, Scalar) and value.is_empty:
                    found.append(node.keys[text])
            waiting += node.values.values()
        elif isinstance(node, Sequence):
            waiting += node.items
    return sorted(found, key=lambda key: key.start)
