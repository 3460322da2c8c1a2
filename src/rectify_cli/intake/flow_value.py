"""A cell that holds a value of the plan language (`{count: 150}`, `[a, b]`) → the draft's value."""

import re
from datetime import date

from rectify_cli.foundation.source import SourceText
from rectify_cli.intake.draft import DraftMap, Value
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.parse import parse

_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DEEPEST = 8


def flow_value(text: str) -> Value | None:
    """The value that a text is in the plan language; None where it is none."""
    root, findings = parse(SourceText("", f"v: {text.strip()}\n"))
    if not isinstance(root, Mapping) or any(each.is_error for each in findings):
        return None
    node = root.values.get("v")
    return None if node is None or len(root.values) > 1 else value_of(node)


def value_of(node: Node, depth: int = 0) -> Value | None:
    """A node as a draft's value; None where it is empty or nested beyond all use."""
    if isinstance(node, Scalar):
        return None if node.is_empty else _scalar(node)
    if depth > _DEEPEST:
        return None
    if isinstance(node, Mapping):
        pairs = ((key, value_of(each, depth + 1)) for key, each in node.values.items())
        return DraftMap(tuple((key, value) for key, value in pairs if value is not None))
    values = (value_of(each, depth + 1) for each in node.items)
    return tuple(value for value in values if value is not None)


def _scalar(node: Scalar) -> Value:
    text = node.text
    if not node.quoted and _WHOLE.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
