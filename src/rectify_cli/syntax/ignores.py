"""Finds `# rectify: ignore RULE, why` behind a line: what a plan's author has silenced there."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rectify_cli.foundation.slips import is_slip
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.syntax.node import Mapping, Node, Scalar

_IGNORE = re.compile(
    r"(?:^|(?<=[ \t]))(?P<head>#[ \t]*(?P<tool>\w+)[ \t]*(?P<colon>[:：])[ \t]*(?P<verb>\w+))\b"
    r"[ \t]*(?P<rule>[\w-]*)[ \t]*,?(?P<reason>(?:(?![ \t]#[ \t]*rectify:)[^\r\n])*)",
    re.MULTILINE,
)
_TOOL, _VERB = "rectify", "ignore"


class Ignore(Struct):
    """One comment that silences a rule on its own line; without a reason it is itself a finding.

    `mistyped` is where its beginning stands, if that is not spelt as it should be. `begins` is the
    line on which the value begins whose last line it stands behind: no comment has room there.
    """

    line: int
    rule: str
    reason: str
    span: Span
    mistyped: Span | None = None
    begins: int | None = None


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
    scalars = list(_scalars(root)) if root is not None else []
    texts = sorted(_text_of(each) for each in scalars if each.quoted)
    begins = dict(_over_lines(source, scalars))
    found = [_ignore(source, each) for each in matches if not _inside(texts, each.start())]
    return [each._replace(begins=begins.get(each.line)) for each in found]


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


def _scalars(root: Node) -> Iterator[Scalar]:
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            waiting += node.keys.values()
            waiting += node.values.values()
        else:
            waiting += node.items


def _text_of(scalar: Scalar) -> tuple[int, int]:
    """Where the text of a scalar begins and ends: a comment may follow the sign of a block."""
    begin = scalar.start
    if _is_block(scalar):
        begin = scalar.source.text.find("\n", begin, scalar.end)
    return max(begin, scalar.start), scalar.end


def _is_block(scalar: Scalar) -> bool:
    return scalar.quoted and scalar.source.text[scalar.start : scalar.start + 1] in {"|", ">"}


def _over_lines(source: SourceText, scalars: Iterable[Scalar]) -> Iterator[tuple[int, int]]:
    """The last and the first line of each value that goes over several, and is no block."""
    for scalar in scalars:
        if "\n" in source.text[scalar.start : scalar.end] and not _is_block(scalar):
            span = source.span(scalar.start, scalar.end)
            yield span.end_line, span.line


def _inside(texts: list[tuple[int, int]], at: int) -> bool:
    index = bisect_right(texts, (at, at)) - 1
    return index >= 0 and texts[index][0] <= at < texts[index][1]
