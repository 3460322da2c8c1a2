"""Finds `# rectify: ignore RULE, why` behind a line: what a plan's author has silenced there."""

import re
from bisect import bisect_right
from typing import NamedTuple

from rectify_cli.foundation.slips import is_slip
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.node import Mapping, Node, Scalar

_IGNORE = re.compile(
    r"(?:^|(?<=[ \t]))(?P<head>#[ \t]*(?P<tool>\w+)[ \t]*(?P<colon>[:：])[ \t]*(?P<verb>\w+))\b"
    r"[ \t]*(?P<rule>[\w-]*)[ \t]*,?(?P<reason>(?:(?![ \t]#[ \t]*rectify:)[^\r\n])*)",
    re.MULTILINE,
)
_TOOL, _VERB = "rectify", "ignore"


class Ignore(NamedTuple):
    """One comment that silences a rule on its own line; without a reason it is itself a finding.

    `mistyped` is where its beginning stands, if that is not spelt as it should be.
    """

    line: int
    rule: str
    reason: str
    span: Span
    mistyped: Span | None = None


def ignores(source: SourceText, root: Node | None) -> list[Ignore]:
    """The comments of a text that silence a rule, in file order.

    Args:
        source: the text.
        root: its tree, so that quoted text and text blocks that only look like one are passed by;
            None where there is none.
    """
    matches = [each for each in _IGNORE.finditer(source.text) if _is_meant(each)]
    if not matches:
        return []
    texts = sorted(_quoted(root)) if root is not None else []
    return [_ignore(source, each) for each in matches if not _inside(texts, each.start())]


def _is_meant(match: re.Match[str]) -> bool:
    """Whether a comment begins as one that silences, or nearly so."""
    tool, verb = match["tool"], match["verb"]
    if tool == _TOOL:
        return verb == _VERB or is_slip(verb, _VERB, ())
    return verb == _VERB and is_slip(tool, _TOOL, ())


def _ignore(source: SourceText, match: re.Match[str]) -> Ignore:
    end = match.start() + len(match.group().rstrip())
    span = source.span(match.start(), end)
    is_right = (match["tool"], match["colon"], match["verb"]) == (_TOOL, ":", _VERB)
    head = None if is_right else source.span(match.start("head"), match.end("head"))
    return Ignore(span.line, match["rule"], match["reason"].strip(), span, head)


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
