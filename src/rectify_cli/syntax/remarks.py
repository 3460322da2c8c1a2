"""What a tree's builder says of keys and values that it can read and plans may not hold."""

import re

from rectify_cli.foundation.finding import Finding, Message, Related, say
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.characters import forbidden_escape, spoken, without_forbidden
from rectify_cli.syntax.limits import Limits
from rectify_cli.syntax.node import Alias, Node, Scalar, Sequence
from rectify_cli.syntax.patch import Patch
from rectify_cli.syntax.trouble import Trouble

_USES_SHOWN = 5
_TAG = re.compile(r"!\S*")


class Remarks:
    """The findings of one reading, placed in the text as its author wrote it."""

    def __init__(self, source: SourceText, patch: Patch, limits: Limits) -> None:
        self._findings: list[Finding] = []
        self._source = source
        self._patch = patch
        self._text = patch.text
        self._limits = limits
        self._anchors: dict[str, tuple[Span, list[Related]]] = {}

    def second_key(self, first: Scalar, second: Scalar) -> None:
        """A key stands twice in its mapping."""
        place = self._place(first.start, first.end)
        message = say(
            "'{key}' stands here twice; the first is in line {line}",
            key=first.text,
            line=place.line,
        )
        self._add(
            "duplicate-key",
            self._place(second.start, second.end),
            message,
            say("take one of the two away"),
            Related(place, say("the first '{key}'", key=first.text)),
        )

    def properties(self, anchor: str | None, tag: str | None, start: int) -> None:
        """An anchor or a tag before a value."""
        if anchor is not None:
            at = self._text.index(f"&{anchor}", start)
            self._anchors.setdefault(anchor, (self._place(at, at + len(anchor) + 1), []))
            self._guard(len(self._anchors), start)
        match = _TAG.search(self._text, start) if tag is not None else None
        if match is not None:
            self._add(
                "yaml-syntax",
                self._place(*match.span()),
                say("'{tag}' is a YAML tag; plans use none", tag=match.group()),
                say("take it away, or put the whole text in quotes"),
            )

    def alias(self, name: str, start: int, end: int) -> None:
        """An alias: a use of its anchor, which says it, else a finding."""
        known = self._anchors.get(name)
        if known is None:
            self._add(
                "alias-forbidden",
                self._place(start, end),
                say("'*{name}' is a YAML alias; plans use none", name=name),
                say("write the value out; text that begins with '*' stands in quotes"),
            )
        elif len(known[1]) < _USES_SHOWN:
            known[1].append(Related(self._place(start, end), say("used here")))

    def merge_key(self, key: Scalar, value: Node) -> None:
        """A merge key, which says itself only where no alias behind it does."""
        values = value.items if isinstance(value, Sequence) else [value]
        if any(isinstance(each, Alias) for each in values):
            return
        self._add(
            "alias-forbidden",
            self._place(key.start, key.end),
            say("'<<' is a YAML merge key; plans use none"),
            say("write the values out; 'defaults:' holds what many tasks share"),
        )

    def unescaped(self, raw: str, text: str, start: int) -> str:
        """The text of a double-quoted scalar, less what its escapes may not stand for."""
        escape = forbidden_escape(raw) if "\\" in raw else None
        if escape is None:
            return text
        begin, end, character = escape
        self._add(
            "yaml-syntax",
            self._place(start + begin, start + end),
            say("{character} may not stand in a plan", character=spoken(character)),
            say("take the escape away"),
        )
        return without_forbidden(text)

    def all(self) -> list[Finding]:
        """Every finding, the anchors among them once each with the first of their uses."""
        fix = say(
            "write the value out where it is used; text that begins with '&' stands in quotes"
        )
        anchors = [
            Finding(
                "alias-forbidden",
                span,
                say("'&{name}' is a YAML anchor; plans use none", name=name),
                fix,
                tuple(uses),
            )
            for name, (span, uses) in self._anchors.items()
        ]
        return self._findings + anchors

    def _add(
        self, rule: str, span: Span, message: Message, fix: Message, *related: Related
    ) -> None:
        self._findings.append(Finding(rule, span, message, fix, related))
        self._guard(len(self._findings), 0)

    def _guard(self, count: int, at: int) -> None:
        if count > self._limits.findings:
            raise Trouble("findings", at)

    def _place(self, start: int, end: int) -> Span:
        return self._source.span(self._patch.origin(start), self._patch.origin(end))
