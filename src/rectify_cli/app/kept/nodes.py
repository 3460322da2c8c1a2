"""The tree behind a plan, as far as anybody looks into it once the plan is resolved.

That is: where each thing is written, its keys and their values' places, the text of a scalar, and
the same for a mapping among the values (`uses:`). What a list holds, and the tasks of a summary,
have been resolved, and are asked for there. A mapping is filled when somebody looks into it.
"""

from collections.abc import Sequence as Row
from typing import Any

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.node import Alias, Mapping, Node, Scalar, Sequence

_RESOLVED = frozenset({"tasks", "phases"})
_SCALAR, _SEQUENCE, _MAPPING, _ALIAS = range(4)


def node_row(node: Node, *, deep: int = 2) -> list[object]:
    """A node without its source; `deep` is how many mappings one in another are looked into."""
    if isinstance(node, Scalar):
        return _scalar_row(node)
    if isinstance(node, Sequence):
        return [_SEQUENCE, node.start, node.end]
    row: list[object] = [_MAPPING, node.start, node.end]
    if deep:
        keys = node.key_places()
        values = {
            name: node_row(value, deep=0 if name in _RESOLVED else deep - 1)
            for name, value in node.values.items()
        }
        row += [keys, values]
    return row


def _scalar_row(node: Scalar) -> list[object]:
    row: list[object] = [_ALIAS if isinstance(node, Alias) else _SCALAR, node.start, node.end]
    if node.quoted or node.text != node.source.text[node.start : node.end]:
        row += [node.text, node.quoted]
    return row


def node_from(row: Row[Any], source: SourceText) -> Node:
    """The node of a row, in its source."""
    kind, start, end, *rest = row
    if kind == _MAPPING:
        return KeptMapping(source, start, end, rest)
    if kind == _SEQUENCE:
        sequence = Sequence(source, start)
        sequence.end = end
        return sequence
    text, quoted = rest or (source.text[start:end], False)
    made = Alias if kind == _ALIAS else Scalar
    return made(source, start, end, text, quoted)


class KeptMapping(Mapping):
    """A mapping that has its place, and makes its keys and values when they are asked for."""

    __slots__ = ("_rest",)

    def __init__(self, source: SourceText, start: int, end: int, rest: list[Any]) -> None:
        # Not the mapping's own: that would make its keys and values.
        self.source = source
        self.start = start
        self.end = end
        self._rest = rest

    def __getattr__(self, name: str) -> object:
        """Python asks here for a slot that has nothing in it yet."""
        if name not in {"keys", "values"}:
            raise AttributeError(name)
        keys, values = self._rest or ({}, {})
        source = self.source
        self.keys = {
            key: Scalar(source, start, end, key, False)  # noqa: FBT003 - as in syntax.node
            for key, (start, end) in keys.items()
        }
        self.values = {key: node_from(row, source) for key, row in values.items()}
        found: object = getattr(self, name)
        return found
