"""Edits that may be written into a file: of what stands there letter by letter, on one line."""

import re

from rectify_cli.foundation.finding import Edit
from rectify_cli.syntax.node import Node, Scalar

# What reads the same in quotes, outside of them, and in braces.
_PLAIN = re.compile(r"\w(?:[\w.+:/-]*[\w.+-])?(?: [\w.+-]+)*")


def rewrite(node: Node | None, old: str, new: str) -> Edit | None:
    """The edit that puts `new` for `old`, a part of a scalar that its file has as the scalar says.

    None where the file has it otherwise (escapes, folded lines), or more than once.
    """
    if not isinstance(node, Scalar) or not old or not _PLAIN.fullmatch(new):
        return None
    source, start = node.source, node.start
    raw = source.text[start : node.end]
    inner = raw[1:-1]
    # What was read of a scalar may be without its quotes and the blanks around it.
    if node.text not in {raw, inner, inner.strip()} or "\n" in raw:
        return None
    at = raw.find(old)
    if at < 0 or raw.find(old, at + 1) >= 0:
        return None
    return Edit(source.span(start + at, start + at + len(old)), new)
