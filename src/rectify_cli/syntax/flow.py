"""The way back from a tree to a text: a node as one would write it on one line."""

import re

from rectify_cli.syntax.node import Mapping, Node, Scalar

# What YAML of any version reads as something else than text, or may.
_WORDS = {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_NUMBER = re.compile(
    r"[0-9][0-9_.,:]*(?:e[-+]?[0-9]*)?|0[xo][0-9a-f_]*|[0-9]{4}-[0-9]+-[0-9]+[t ].*", re.IGNORECASE
)
_PLAIN = re.compile(r"[^\W_][^\[\]{},#：\"\n\t\\]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.\.[0-9]{4}-[0-9]{2}-[0-9]{2})?")
_KEY = re.compile(r"[^\W_][\w.-]*")


def scalar_text(text: str) -> str:
    """A text as a value, in double quotes where YAML of any kind would read something else."""
    if _DAY.fullmatch(text) or _is_plain(text):
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + quoted.replace("\t", "\\t") + '"'


def key_text(text: str) -> str:
    """A text as a key; ids and days stand as they are: keys are texts to every reader of plans."""
    return text if _KEY.fullmatch(text) else scalar_text(text)


def flow_text(node: Node) -> str:
    """A node on one line: `[a, "b: c"]`, `{count: 3}`. Nesting is bounded where it was read."""
    if isinstance(node, Mapping):
        inner = (f"{key_text(key)}: {flow_text(each)}" for key, each in node.values.items())
        return "{" + ", ".join(inner) + "}"
    if not isinstance(node, Scalar):
        return "[" + ", ".join(map(flow_text, node.items)) + "]"
    is_number = not node.quoted and _NUMBER.fullmatch(node.text) is not None
    return node.text if is_number else scalar_text(node.text)


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and text.casefold() not in _WORDS
        and _NUMBER.fullmatch(text) is None
        and ": " not in text
        and not text.endswith(":")
        and text.isprintable()
    )
