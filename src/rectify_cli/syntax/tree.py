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

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.events import Event, Loader, Marked, Tagged, Text
from rectify_cli.syntax.limits import Limits
from rectify_cli.syntax.node import MERGE_KEY, Alias, Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.remarks import Remarks
from rectify_cli.syntax.trouble import FULL_WIDTH_COLON, ODD_SPACES, Trouble, from_parser

# The value of a key that stands twice is read and forgotten under a name that no text can hold.
_FORGOTTEN = "\0"
_ODD_KEYS = frozenset({_FORGOTTEN, MERGE_KEY, ""})
_ITEM_IN_TEXT = re.compile(r"\n[ \t]*(-)(?=[ \t\r\n]|$)")
_DASHES = re.compile(r"[ ]*(?:-[ ]+)+")
_BRACKET_IN_KEY = re.compile(r"[\w-]+(?::| *[=;；] *| +)[{\[]")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)

# A collection that is being filled: the items of a list, or the places and values of a mapping.
_Open = tuple[Mapping | Sequence, Any, Any, dict[str, Node]]


class TreeBuilder:
    """Reads one text once."""

    def __init__(self, source: SourceText, text: str, limits: Limits, remarks: Remarks) -> None:
        self._source = source
        self._text = text
        self._limits = limits
        self._depth = limits.depth
        self._remarks = remarks
        self._has_document = False
        self._numbers: dict[int, dict[str, int]] = {}
        self._known: dict[str, str] = {}
        self._has_odd_keys = False
        self._has_brackets = False

    def build(self, loader: Loader) -> Mapping | None:
        """The mapping that the text is, what its aliases and merge keys stand for left out.

        Raises:
            Trouble: the text is no YAML of the kind that plans use, or breaks a bound.
        """
        root = self._grow(loader(self._text).get_event)
        if isinstance(root, Mapping):
            if self._has_brackets:
                _check_brackets(root)
            return root
        if root is None or (isinstance(root, Scalar) and root.is_empty):
            raise Trouble("empty", 0)
        raise Trouble("no-mapping", root.start, scalar=(root.start, root.end))

    def _grow(self, next_event: Callable[[], Any]) -> Node | None:  # noqa: PLR0912, PLR0915 - see below
        """The tree: one loop, since a call for each event would cost as much as the parser."""
        source, longest, most = self._source, self._limits.scalar, self._limits.nodes
        node: Any = Sequence(source, 0)
        roots = items = node.items
        places, values = list[int | Scalar](), dict[str, Node]()
        key: str | None = None
        stack: list[tuple[Any, ...]] = []
        known = self._known
        nodes = start = end = 0
        try:
            while (event := next_event()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    text = event.value
                    start, end = event.start_mark.index, event.end_mark.index
                    length = end - start
                    # Quotes, tags, anchors, blocks and folds all make the two lengths differ.
                    if length != len(text) or length > longest:
                        done: Any = self._marked(event, start, end)
                        text, end = done.text, done.end
                    elif key is None and items is None:
                        done = start
                    else:
                        done = object.__new__(Scalar)  # its own call would take as long again
                        done.source, done.start, done.length = source, start, length
                        done.text, done.quoted = text, False
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    done, end = node, self._close(node, event, end)
                    node, items, places, values, key = stack.pop()
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    stack.append((node, items, places, values, key))
                    is_key = items is None and key is None
                    opened = self._opened(event, kind, len(stack), is_key=is_key)
                    node, items, places, values = opened
                    key = None
                    continue
                elif kind is AliasEvent:
                    done, text = self._alias(event), ""
                else:
                    self._frame(event, kind)
                    continue
                nodes += 1
                if nodes > most:
                    raise Trouble("nodes", start)
                if items is not None:
                    items.append(done)
                elif key is not None:
                    values[key] = done
                    key = None
                elif text in values:
                    self._second_key(node, text, done)
                    key = _FORGOTTEN
                else:
                    places.append(done)
                    key = known.get(text) or self._first_seen(text)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise from_parser(error, (start, end)) from error
        return roots[0] if roots else None

    def _first_seen(self, key: str) -> str:
        """A key that no mapping had yet; equal ones are one object."""
        self._known[key] = key
        self._has_odd_keys = self._has_odd_keys or _is_odd(key)
        self._has_brackets = self._has_brackets or "{" in key or "[" in key
        return key

    def _second_key(self, node: Mapping, text: str, second: int | Scalar) -> None:
        """Report a key that stands in its mapping already, whose keys are counted only now."""
        numbers = self._numbers.setdefault(id(node), {})
        number = len(node.places)
        for name in reversed(node.values):
            if name in numbers:
                break
            if name != _FORGOTTEN:
                number -= 1
                numbers[name] = number
        first = node.places[numbers[text]]
        self._has_odd_keys = True
        self._remarks.second_key(node.key(text, first), node.key(text, second))

    def _opened(self, event: Tagged, kind: type, depth: int, *, is_key: bool) -> _Open:
        """A collection that begins, once it may, with what goes into it."""
        start = event.start_mark.index
        if is_key:
            raise Trouble("key", start)
        if depth > self._depth:
            raise Trouble("depth", start)
        if event.anchor is not None or event.tag is not None:
            self._remarks.properties(event.anchor, event.tag, start)
        if kind is MappingStartEvent:
            mapping = Mapping(self._source, start)
            return mapping, None, mapping.places, mapping.values
        sequence = Sequence(self._source, start)
        return sequence, sequence.items, [], {}

    def _close(self, node: Mapping | Sequence, event: Event, last: int) -> int:
        """Where a collection ends: behind its bracket, else with the last thing in it."""
        end = event.end_mark.index
        has_bracket = event.start_mark.index != end
        node.end = end if has_bracket else last
        # What is closed grows no more, and a tuple takes a third less than a list.
        if isinstance(node, Sequence):
            node.items = tuple(node.items)
        else:
            node.places = tuple(node.places)
            if self._has_odd_keys:
                self._check_odd(node)
                if has_bracket:
                    _check_spaces(node)
                _check_first_signs(node)
        return node.end

    def _check_odd(self, node: Mapping) -> None:
        """Keys that stood twice, merge keys, and the colon that no key stands before."""
        if _ODD_KEYS.isdisjoint(node.values):
            return
        node.values.pop(_FORGOTTEN, None)
        keys = node.keys
        if MERGE_KEY in keys and not keys[MERGE_KEY].quoted:
            self._remarks.merge_key(keys[MERGE_KEY], node.values.pop(MERGE_KEY))
        if "" in keys and keys[""].is_empty:
            if not isinstance(keys[""], Alias):
                raise Trouble("no-key", keys[""].start)
            del keys[""], node.values[""]

    def _marked(self, event: Text, start: int, end: int) -> Scalar:
        """A scalar that is more than its characters: quoted, folded, tagged, anchored, too long."""
        text, style, raw = event.value, event.style or "", self._text[start:end]
        if event.anchor is not None or event.tag is not None:
            self._remarks.properties(event.anchor, event.tag, start)
        if not text and not style:
            # `&b` was meant as text: nobody shall miss the value a second time.
            return Scalar(self._source, start, end, raw, True)  # noqa: FBT003 - see Scalar
        if len(text) > self._limits.scalar:
            raise Trouble("scalar", start)
        if style == '"':
            text = self._remarks.unescaped(raw, text, start)
        elif style and style in "|>":
            end = start + len(raw.rstrip())
        elif not style:
            item = _ITEM_IN_TEXT.search(raw)
            if item is not None and self._is_item(start):
                raise Trouble("list-in-text", start + item.start(1), start)
        return Scalar(self._source, start, end, text, bool(style))

    def _is_item(self, start: int) -> bool:
        """Whether only dashes stand before a value in its line."""
        before = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        return _DASHES.fullmatch(before) is not None

    def _alias(self, event: Marked) -> Alias:
        start, end = event.start_mark.index, event.end_mark.index
        self._remarks.alias(event.anchor or "", start, end)
        return Alias(self._source, start, end, "", False)  # noqa: FBT003 - see Scalar

    def _frame(self, event: Event, kind: type) -> None:
        """What stands around a document: only where one begins matters."""
        if kind is not DocumentStartEvent:
            return
        if self._has_document:
            raise Trouble("documents", event.start_mark.index)
        directive = _DIRECTIVE.search(self._text, 0, event.end_mark.index)
        if directive is not None:
            raise Trouble("directive", directive.start())
        self._has_document = True


def _is_odd(key: str) -> bool:
    """Whether a key may be one that no mapping holds: asked once, however often it stands."""
    odd_start = key.startswith(tuple(ODD_SPACES))
    return odd_start or key in _ODD_KEYS or ":" in key or FULL_WIDTH_COLON in key


def _check_spaces(node: Mapping) -> None:
    """In brackets `x:1` is one key: a colon in it means that a space was left out."""
    if ":" not in "".join(node.values):
        return
    for text, key in node.keys.items():
        if ":" in text and not key.quoted and node.values[text].start == key.end:
            raise Trouble("no-space", key.start + text.index(":"), key.start)


def _check_brackets(root: Node) -> None:
    """Keys that YAML takes up to a colon in the braces behind them: `office {title: Office}`."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            for text, key in node.keys.items():
                if not key.quoted and _BRACKET_IN_KEY.match(text):
                    raise Trouble("bracket-in-key", key.start)
            waiting += node.values.values()
        elif isinstance(node, Sequence):
            waiting += node.items


def _check_first_signs(node: Mapping) -> None:
    """Keys that hold what no key holds: a full-width colon, or such a space in front."""
    for text in node.values:
        if text.startswith(tuple(ODD_SPACES)) and not node.keys[text].quoted:
            raise Trouble("odd-space", node.keys[text].start)
        if FULL_WIDTH_COLON in text and not node.keys[text].quoted:
            start = node.keys[text].start
            raise Trouble("full-width-colon", start + text.index(FULL_WIDTH_COLON))
