"""The middle of parsing: the YAML parser's events become a tree of nodes, with a stack of our own.

No event is looked ahead for and no alias is followed, so that a bomb is stopped at the event that
breaks a bound.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from rectify_cli.foundation.finding import Finding, Message, Related, say
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.characters import forbidden_escape, spoken, without_forbidden
from rectify_cli.syntax.limits import Limits
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.patch import Patch
from rectify_cli.syntax.trouble import Trouble, from_parser

FULL_WIDTH_COLON = "："
ODD_SPACES = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"

# The value of a key that stands twice is read and forgotten under a name that no text can hold.
_FORGOTTEN = "\0"
_USES_SHOWN = 5
_ITEM_IN_TEXT = re.compile(r"\n[ \t]*(-)(?=[ \t\r\n]|$)")
_TAG = re.compile(r"!\S*")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


class TreeBuilder:
    """Reads one text once; what it finds on the way is in `findings`, whatever happens then."""

    def __init__(self, source: SourceText, patch: Patch, limits: Limits) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._patch = patch
        self._text = patch.text
        self._limits = limits
        self._anchors: dict[str, tuple[Span, list[Related]]] = {}
        self._has_aliases = False
        self._has_document = False
        self._has_odd_keys = FULL_WIDTH_COLON in self._text or any(
            space in self._text for space in ODD_SPACES
        )

    def build(self, loader: Callable[[str], Any]) -> Node | None:
        """The tree of the text; None where it is empty or a value is an alias.

        Raises:
            Trouble: the text is no YAML of the kind that plans use, or breaks a bound.
        """
        try:
            root = self._grow(loader(self._text).get_event)
        finally:
            self._report_anchors()
        return None if self._has_aliases else root

    def _grow(self, next_event: Callable[[], Any]) -> Node | None:
        source, depth, most_nodes = self._source, self._limits.depth, self._limits.nodes
        longest = self._limits.scalar
        node: Any = Sequence(source, 0)
        roots = items = node.items
        keys: dict[str, Scalar] = {}
        values: dict[str, Node] = {}
        key: str | None = None
        done: Any
        stack: list[tuple[Any, ...]] = []
        nodes = start = end = 0
        try:
            for event in iter(next_event, None):
                kind = type(event)
                if kind is ScalarEvent:
                    text = event.value
                    start, end = event.start_mark.index, event.end_mark.index
                    length = end - start
                    # Quotes, tags, anchors, blocks and folds all make the two lengths differ.
                    if length == len(text) and length <= longest:
                        done = Scalar(source, start, end, text, False)  # noqa: FBT003 - see Scalar
                    else:
                        done = self._marked(event, start, end)
                        text, end = done.text, done.end
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    done, end = node, self._close(node, event, end)
                    node, items, keys, values, key = stack.pop()
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    stack.append((node, items, keys, values, key))
                    node = self._open(event, key_follows=items is None and key is None)
                    if len(stack) > depth:
                        raise Trouble("depth", node.start)
                    if kind is MappingStartEvent:
                        items, keys, values, key = None, node.keys, node.values, None
                    else:
                        items = node.items
                    continue
                elif kind is AliasEvent:
                    done = self._alias(event)
                    text = done.text
                else:
                    self._document(event)
                    continue
                nodes += 1
                if nodes > most_nodes:
                    raise Trouble("nodes", done.start)
                if items is not None:
                    items.append(done)
                elif key is not None:
                    values[key] = done
                    key = None
                elif text in keys:
                    key = self._second(keys[text], done)
                else:
                    keys[text] = done
                    key = text
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise from_parser(error, (start, end)) from error
        return roots[0] if roots else None

    def _open(self, event: Any, *, key_follows: bool) -> Mapping | Sequence:
        start = event.start_mark.index
        if key_follows:
            raise Trouble("key", start)
        if event.anchor is not None:
            self._anchor(event.anchor, start)
        if event.tag is not None:
            self._tag(start)
        kind = Mapping if type(event) is MappingStartEvent else Sequence
        return kind(self._source, start)

    def _close(self, node: Mapping | Sequence, event: Any, last: int) -> int:
        """Where a collection ends: behind its bracket, else with the last thing in it."""
        begin, end = event.start_mark.index, event.end_mark.index
        has_bracket = begin != end
        node.end = end if has_bracket else last
        if isinstance(node, Mapping):
            self._check_keys(node, has_bracket=has_bracket)
        return node.end

    def _check_keys(self, node: Mapping, *, has_bracket: bool) -> None:
        keys = node.keys
        if _FORGOTTEN in node.values:
            del node.values[_FORGOTTEN]
            keys.pop(_FORGOTTEN, None)
        if "<<" in keys and not keys["<<"].quoted:
            self._merge_key(node)
        if "" in keys and keys[""].is_empty and not self._has_aliases:
            raise Trouble("structure", keys[""].start)
        if has_bracket:
            for text, key in keys.items():
                if ":" in text and not key.quoted and node.values[text].start == key.end:
                    raise Trouble("no-space", key.start + text.index(":"), key.start)
        if self._has_odd_keys:
            self._check_odd_keys(node)

    def _check_odd_keys(self, node: Mapping) -> None:
        for text, key in node.keys.items():
            if key.quoted:
                continue
            if text[:1] and text[0] in ODD_SPACES:
                raise Trouble("odd-space", key.start)
            if FULL_WIDTH_COLON in text:
                raise Trouble("full-width-colon", key.start + text.index(FULL_WIDTH_COLON))

    def _marked(self, event: Any, start: int, end: int) -> Scalar:
        """A scalar that is more than its characters: quoted, folded, tagged, anchored, too long."""
        text, style = event.value, event.style
        if event.anchor is not None:
            self._anchor(event.anchor, start)
        if event.tag is not None:
            self._tag(start)
        if len(text) > self._limits.scalar:
            raise Trouble("scalar", start, scalar=(start, end))
        raw = self._text[start:end]
        if style == '"':
            text = self._unescaped(raw, text, start)
        elif style:
            end = start + len(raw.rstrip()) if style in "|>" else end
        else:
            item = _ITEM_IN_TEXT.search(raw)
            if item is not None:
                raise Trouble("list-in-text", start + item.start(1), start)
        return Scalar(self._source, start, end, text, bool(style))  # noqa: FBT003 - see Scalar

    def _unescaped(self, raw: str, text: str, start: int) -> str:
        escape = forbidden_escape(raw) if "\\" in raw else None
        if escape is None:
            return text
        begin, end, character = escape
        message = say("{character} may not stand in a plan", character=spoken(character))
        fix = say("take the escape away")
        self._find("yaml-syntax", start + begin, start + end, message, fix)
        return without_forbidden(text)

    def _second(self, first: Scalar, second: Scalar) -> str:
        place = self._place(first.start, first.end)
        self._find(
            "duplicate-key",
            second.start,
            second.end,
            say("'{key}' stands here twice; the first is in line {line}", key=first.text, line=place.line),
            say("take one of the two away"),
            (Related(place, say("the first '{key}'", key=first.text)),),
        )
        return _FORGOTTEN

    def _tag(self, start: int) -> None:
        match = _TAG.search(self._text, start)
        if match is not None:
            message = say("'{tag}' is a YAML tag; plans use none", tag=match.group())
            fix = say("take it away, or put the whole text in quotes")
            self._find("yaml-syntax", match.start(), match.end(), message, fix)

    def _anchor(self, name: str, start: int) -> None:
        at = self._text.index(f"&{name}", start)
        self._anchors.setdefault(name, (self._place(at, at + len(name) + 1), []))

    def _alias(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        self._has_aliases = True
        known = self._anchors.get(event.anchor)
        if known is None:
            message = say("'*{name}' is a YAML alias; plans use none", name=event.anchor)
            fix = say("write the value out; text that begins with * stands in quotes")
            self._find("alias-forbidden", start, end, message, fix)
        elif len(known[1]) < _USES_SHOWN:
            known[1].append(Related(self._place(start, end), say("used here")))
        return Scalar(self._source, start, end, "", False)  # noqa: FBT003 - see Scalar

    def _merge_key(self, node: Mapping) -> None:
        if self._has_aliases:
            return
        self._has_aliases = True
        key = node.keys["<<"]
        message = say("'<<' is a YAML merge key; plans use none")
        fix = say("write the values out; 'defaults:' holds what many tasks share")
        self._find("alias-forbidden", key.start, key.end, message, fix)

    def _report_anchors(self) -> None:
        fix = say("write the value out where it is used; text that begins with & stands in quotes")
        for name, (span, uses) in self._anchors.items():
            message = say("'&{name}' is a YAML anchor; plans use none", name=name)
            self.findings.append(Finding("alias-forbidden", span, message, fix, tuple(uses)))

    def _document(self, event: Any) -> None:
        if type(event) is not DocumentStartEvent:
            return
        start, end = event.start_mark.index, event.end_mark.index
        directive = _DIRECTIVE.search(self._text, 0, end)
        if self._has_document:
            raise Trouble("documents", start)
        if directive is not None:
            raise Trouble("directive", directive.start())
        self._has_document = True

    def _find(
        self,
        rule: str,
        start: int,
        end: int,
        message: Message,
        fix: Message,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.findings.append(Finding(rule, self._place(start, end), message, fix, related))
        if len(self.findings) > self._limits.findings:
            raise Trouble("findings", start)

    def _place(self, start: int, end: int) -> Span:
        return self._source.span(self._patch.origin(start), self._patch.origin(end))
