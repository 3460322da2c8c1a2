"""Finds `# rectify: ignore RULE, why` behind a line: what a plan's author has silenced there."""

import re
from bisect import bisect_right
from typing import NamedTuple

from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.node import Mapping, Node, Scalar

_IGNORE = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*rectify:[ \t]*ignore\b"
    r"[ \t]*(?P<rule>[\w-]*)[ \t]*,?(?P<reason>[^\r\n]*)",
    re.MULTILINE,
)


class Ignore(NamedTuple):
    """One comment that silences a rule on its own line; without a reason it is itself a finding."""

    line: int
    rule: str
    reason: str
    span: Span


def ignores(source: SourceText, root: Node | None) -> list[Ignore]:
    """The comments of a text that silence a rule, in file order.

    Args:
        source: the text.
        root: its tree, so that quoted text and text blocks that only look like one are passed by;
            None where there is none.
    """
    matches = list(_IGNORE.finditer(source.text))
    if not matches:
        return []
    texts = sorted(_quoted(root)) if root is not None else []
    return [_ignore(source, each) for each in matches if not _inside(texts, each.start())]


def _ignore(source: SourceText, match: re.Match[str]) -> Ignore:
    end = match.start() + len(match.group().rstrip())
    span = source.span(match.start(), end)
    return Ignore(span.line, match["rule"], match["reason"].strip(), span)


def _quoted(root: Node) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if node.quoted:
                found.append((node.start, node.end))
        elif isinstance(node, Mapping):
            waiting += node.keys.values()
            waiting += node.values.values()
        else:
            waiting += node.items
    return found


def _inside(texts: list[tuple[int, int]], at: int) -> bool:
    index = bisect_right(texts, (at, at)) - 1
    return index >= 0 and texts[index][0] <= at < texts[index][1]
