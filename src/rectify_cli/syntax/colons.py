"""Explains colons: full-width, without a space behind them, or one too many in a value."""

import re
from collections.abc import Iterator

from rectify_cli.foundation.finding import Edit as Written
from rectify_cli.foundation.finding import Finding, say
from rectify_cli.syntax.fault import Fault, Scene, quoting
from rectify_cli.syntax.full_width import (
    COMMAS,
    full_width_colon,
    full_width_comma,
    is_key,
    opening_bracket,
    signs_in_braces,
)
from rectify_cli.syntax.lines import Line, is_key_in, line_at, meaning_lines
from rectify_cli.syntax.node import Scalar
from rectify_cli.syntax.patch import Edit

_KEY_LIKE = re.compile(
    r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+)[ ]?(?:(?P<full>：)|(?P<half>:)(?=[^\s:/]))[ ]*"
)
_BRACKET = re.compile(r"(?P<key>[\w-]+)(?P<gap> *[=;；] *| +)[{\[]")
_TIGHT = re.compile(r"[\w-]+(?=:[{\[])")
_NEXT_KEY = re.compile(rf"(?P<gap>[{COMMAS};]?[ ]*)(?P<key>[\w-]+):(?=\s)")
_OTHER_SIGN = re.compile(r"(?P<key>[\w-]+)(?P<gap>[;；][ ]+|[ ]*[=＝][ ]*|[ ]+(?=[{\[]))(?=\S)")
_LAST_WORD = re.compile(rf"[^\s{COMMAS}]+\Z")
_LONGEST_KEY = 1024


def meant_as_mapping(scalar: Scalar) -> list[Finding]:
    """What is wrong with a text that was meant as keys and their values (`title：x`, `title:x`).

    For the floor above, which knows where a mapping is asked for: `title：x` alone in its block is
    good YAML, and no plan. Nothing where its first line does not look like one; else a finding for
    each line that does.
    """
    if scalar.quoted:
        return []
    source, begin = scalar.source, scalar.start
    raw = source.text[begin : scalar.end]
    if raw.split() != scalar.text.split():
        raw = scalar.text
    lines = [line_at(raw, 0), *(line_at(raw, each.end()) for each in re.finditer("\n", raw))]
    faults = [None if line.key is not None else _colon_of(raw, line) for line in lines]
    if faults[0] is None:
        return []
    return [_finding(scalar, fault, raw) for fault in faults if fault is not None]


def _finding(scalar: Scalar, fault: Fault, raw: str) -> Finding:
    """A fault of a text as its file has it; the edit only if that has it letter by letter."""
    source, begin = scalar.source, scalar.start
    (edit,) = fault.edits
    written = Written(source.span(begin + edit.start, begin + edit.end), edit.text)
    is_there = source.text[begin : scalar.end] == raw
    place = source.span(begin + fault.start, begin + fault.end)
    return Finding(fault.rule, place, fault.message, fault.fix, edit=written if is_there else None)


def second_colon(scene: Scene) -> Fault | None:
    """`title: fix: the bug`."""
    text, trouble = scene.text, scene.trouble
    begin = trouble.scalar[0]
    line = line_at(text, trouble.at)
    if text[trouble.at : trouble.at + 1] != ":" or not line.first < begin <= trouble.at:
        return None
    if trouble.kind == "flow":
        fault = _odd_comma(text, begin, trouble.at)
        if fault is not None:
            return fault
        end = _end_of_entry(text, trouble.at, line)
    elif line.key is not None and begin == line.value_start:
        end = line.value_end
    else:
        return None
    message = say("a value with ': ' in it needs quotes")
    return opening_bracket(text, begin) or quoting(text, begin, end, message)


def _odd_comma(text: str, begin: int, colon: int) -> Fault | None:
    """`2d， title: x` and `2d title: x` in brackets: what is wrong before the second key."""
    entry = text[begin:colon]
    word = _LAST_WORD.search(entry)
    if word is None or not word.start():
        return None
    before = entry[: word.start()].rstrip()
    if before[-1:] and before[-1] in COMMAS:
        return full_width_comma(text, begin + len(before) - 1) if is_key(text, word[0]) else None
    if not is_key_in(text, word[0]):
        return None
    return _no_comma(begin + len(before.rstrip(";")), begin + word.start(), word[0])


def _no_comma(gap: int, at: int, word: str) -> Fault:
    message = say("no comma stands before '{key}'", key=word)
    return Fault(at, at + len(word), message, say("write one"), (Edit(gap, at, ", "),))


def colon_before_bracket(scene: Scene) -> Fault | None:
    """`office {title: Office, …}`, `office:{title: …}`: its colon, or the space behind it."""
    line = line_at(scene.text, scene.trouble.at)
    at = line.start + line.item_indent
    if line.key is None:
        tight = _TIGHT.match(scene.text, at)
        return None if tight is None else _no_space(tight.end(), tight[0])
    match = _BRACKET.match(line.key)
    if match is None:
        return None
    return _no_colon(match["key"], at + match.end("key"), at + match.end("gap"))


def _no_colon(key: str, at: int, value: int) -> Fault:
    """The fault of a key whose colon is missing, or another sign, between it and its value."""
    message = say("no colon stands behind '{key}'", key=key)
    fix = say("write '{key}: '", key=key)
    return Fault(at, at + 1, message, fix, (Edit(at, value, ": "),))


def sign_for_colon(line: Line) -> Fault | None:
    """`title; Reading`, `title = Reading`: a line among keys with another sign than a colon."""
    match = _OTHER_SIGN.match(line.value)
    if match is None or line.key is not None or line.is_item:
        return None
    at = line.value_start
    return _no_colon(match["key"], at + match.end("key"), at + match.end("gap"))


def comma_before_key(text: str, at: int) -> Fault | None:
    """`{uses: {hall: 1} tags: [x]}`: the next key, where the comma before it is missing."""
    match = _NEXT_KEY.match(text, at)
    if match is None or not is_key_in(text, match["key"]):
        return None
    if match["gap"][:1] and match["gap"][0] in COMMAS:
        return full_width_comma(text, at)
    return _no_comma(at, match.start("key"), match["key"])


def _end_of_entry(text: str, at: int, line: Line) -> int:
    stops = [text.find(stop, at, line.value_end) for stop in ",]}"]
    end = min((stop for stop in stops if stop >= 0), default=line.value_end)
    return at + len(text[at:end].rstrip())


def colonless_line(scene: Scene) -> Fault | None:
    """`title：x` and `title:x`, where the line was meant as a key and its value."""
    text, trouble = scene.text, scene.trouble
    for offset in (trouble.since, trouble.scalar[0]):
        fault = _colon_of(text, line_at(text, offset))
        if fault is not None:
            return fault
    return None


def colonless_line_above(scene: Scene) -> Fault | None:
    """The same, where a comment behind it keeps YAML from reading the next line as part of it."""
    begin = scene.trouble.scalar[0]
    line = line_at(scene.text, begin)
    if line.key is not None or begin != line.value_start or scene.trouble.at <= line.value_end:
        return None
    return _colon_of(scene.text, line)


def full_width_in_key(scene: Scene) -> Fault | None:
    """A full-width colon at a place that is known."""
    return full_width_colon(scene.text, scene.trouble.at)


def no_space_in_key(scene: Scene) -> Fault | None:
    """`{lag:2d}`."""
    at = scene.trouble.at
    key = scene.text[scene.trouble.since : at]
    fault = _no_space(at, key)
    # Of `{title:, owner: x}` it will be said that the key has no value.
    return fault._replace(rule="") if scene.text[at + 1 : at + 2] in {",", "}"} else fault


def key_too_long(scene: Scene) -> Fault | None:
    """YAML reads no key beyond 1,024 characters."""
    begin, end = scene.trouble.scalar
    if end - begin <= _LONGEST_KEY or end != scene.trouble.at:
        return None
    message = say("a key of {n} characters is too long", n=end - begin)
    fix = say("an id has at most 64; the words belong into 'title:'")
    return Fault(begin, end, message, fix, rule="too-large")


def further_signs(text: str) -> Iterator[Fault]:
    """The other colons of a text that are full-width or lack their space, and such commas."""
    yield from further_colons(text)
    yield from signs_in_braces(text)


def further_colons(text: str) -> Iterator[Fault]:
    """Every other line among keys whose colon is full-width or has no space behind it.

    Only lines that cannot be part of a text are taken: not in a text block, not the continuation
    of a value, and no first line of a value on a line of its own unless keys follow it.
    """
    last: Line | None = None
    waiting: list[Fault] = []
    wait_indent = -1
    for line in meaning_lines(text):
        fault = None if line.key is not None or line.is_item else _colon_of(text, line)
        if line.indent != wait_indent or line.is_item:
            waiting = []
        elif line.key is not None:
            yield from waiting
            waiting = []
        if last is not None and line.indent > last.item_indent and last.value:
            continue
        if fault is not None and last is not None and line.indent > last.item_indent:
            waiting, wait_indent = [*waiting, fault], line.indent
        elif fault is not None and waiting:
            waiting.append(fault)
        elif fault is not None:
            yield fault
        last = line


def _colon_of(text: str, line: Line) -> Fault | None:
    match = _KEY_LIKE.match(text, line.start)
    if match is None:
        return None
    if match["full"] is not None:
        return full_width_colon(text, match.start("full"))
    if match["key"].isdigit():
        return None
    return _no_space(match.start("half"), match["key"])


def _no_space(at: int, key: str) -> Fault:
    fix = say("write '{key}: ' with a space after the colon", key=key)
    return Fault(
        at, at + 1, say("no space after the colon"), fix, (Edit(at, at + 1, ": "),), family="colon"
    )
