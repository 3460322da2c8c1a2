"""Explains values that YAML does not read as text: `[urgent] fix`, `@home`, `'it's'`."""

import re
from collections.abc import Iterator

from rectify_cli.foundation.finding import Message, say
from rectify_cli.syntax.characters import forbidden_escape, spoken
from rectify_cli.syntax.colons import comma_before_key
from rectify_cli.syntax.fault import Fault, Scene, quoting
from rectify_cli.syntax.full_width import closing_bracket, opening_of
from rectify_cli.syntax.lines import Line, line_at, line_below
from rectify_cli.syntax.patch import Edit

_STARTS: dict[str, Message] = {
    "&": say("a value that begins with '&' is an anchor in YAML, unless it stands in quotes"),
    "*": say("a value that begins with '*' is an alias in YAML, unless it stands in quotes"),
    "!": say("a value that begins with '!' is a tag in YAML, unless it stands in quotes"),
    "|": say("'|' opens a block of text on the lines below; nothing follows it on its own line"),
    ">": say("'>' opens a block of text on the lines below; nothing follows it on its own line"),
    **dict.fromkeys("@`%,", say("a value cannot begin with '{first}', unless it stands in quotes")),
    "?": say("a value cannot begin with '? ', unless it stands in quotes"),
}
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[\s\S]?)")
_GOOD_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}"
    r"|[0abt\tnvfre \"/\\N_LP\r\n])"
)
_NAME = re.compile(r"[&*]\w[\w.-]*(?=[\s,\[\]{}]|$)")
_FIRST_KEY = re.compile(r"\s*(?:[^\s:,\"'\[\]{}]+|\"[^\"\n]*\"|'[^'\n]*')[ ]*:(?=\s)")
_LOOK_BACK = 4000
_PAIRS = {"[": "]", "{": "}"}


def odd_start(scene: Scene) -> Fault | None:
    """A value whose first character no text can begin with: `@home`, `*.md`, `>= 5`, `%5`."""
    text, begin = scene.text, scene.trouble.since
    line = line_at(text, begin)
    first = text[begin : begin + 1]
    end = line.value_end if begin == line.value_start else _end_of_word(text, begin)
    name = _NAME.match(text, begin)
    if name is not None and (first == "&" or name.end() == end):
        return _foreign_name(name)
    if first == "-":
        return _list_on_line_of_key(text, line, begin, end)
    if first == "\t":
        message, fix = say("a tab between words"), say("write a space")
        return Fault(begin, begin + 1, message, fix, (Edit(begin, begin + 1, " "),))
    why = _STARTS.get(first)
    if why is None:
        return None
    return quoting(text, begin, end, why._replace(values=(("first", first),)))


def _list_on_line_of_key(text: str, line: Line, begin: int, end: int) -> Fault:
    """`after: - x`, with further items on the lines below."""
    message = say("a list does not begin on the line of its key")
    fix = say("put its items on the lines below, or write [a, b]")
    if begin != line.value_start or text[begin : begin + 2] != "- ":
        return Fault(begin, end, message, fix)
    return Fault(begin, end, message, fix, tuple(_in_brackets(text, line)))


def _in_brackets(text: str, line: Line) -> Iterator[Edit]:
    """The edits that make a list in brackets of one whose first item stands on the key's line.

    Lines stay as many as they are: others are told by their numbers.
    """
    yield Edit(line.value_start, line.value_start + 1, "[")
    end, below = line.value_end, line_below(text, line)
    while below is not None and below.is_item and below.indent > line.indent:
        yield Edit(below.first, below.first + 1, ",")
        end, below = below.value_end, line_below(text, below)
    yield Edit(end, end, "]")


def _foreign_name(name: re.Match[str]) -> Fault:
    """An anchor or an alias with letters that YAML's parser does not take in one: `&会`."""
    begin, end = name.span()
    rule = "alias-forbidden"
    if name[0].startswith("*"):
        message = say("'{name}' is a YAML alias; plans use none", name=name[0])
        fix = say("write the value out; text that begins with '*' stands in quotes")
        return Fault(begin, end, message, fix, rule=rule)
    message = say("'{name}' is a YAML anchor; plans use none", name=name[0])
    fix = say("write the value out where it is used; text that begins with '&' stands in quotes")
    return Fault(begin, end, message, fix, (Edit(begin, end, ""),), rule=rule)


def odd_start_of_line(scene: Scene) -> Fault | None:
    """The same, where the value is all that the parser speaks of: `- ,b`."""
    return odd_start(scene) if scene.trouble.since == scene.trouble.at else None


def _end_of_word(text: str, begin: int) -> int:
    end = begin + 1
    while end < len(text) and text[end] not in ",]}\r\n#":
        end += 1
    return begin + len(text[begin:end].rstrip())


def text_after_value(scene: Scene) -> Fault | None:
    """A value that ends before its line does: `[urgent] fix`, `"Fix" the bug`, `'it's'`."""
    text, at = scene.text, scene.trouble.at
    line = line_at(text, at)
    begin, end = line.value_start, line.value_end
    if not begin < at < end or text[begin] not in "\"'[{":
        return None
    return quoting(text, begin, end, _after(text[begin]), meant=_meant(text[begin:end]))


def _after(first: str) -> Message:
    if first == "[":
        return say("a value that begins with '[' is a list, and text follows its end")
    if first == "{":
        return say(
            "a value that begins with '{first}' is a mapping, and text follows its end", first="{"
        )
    return say("text follows the closing quote")


def _meant(value: str) -> str:
    """The text that a value was meant to be: quotes round the whole of it are no part of it."""
    quote = value[0]
    is_wrapped = quote in "\"'" and len(value) > 1 and value[-1] == quote
    inner = value[1:-1]
    return inner if is_wrapped and value.count(quote) % 2 else value


def bad_escape(scene: Scene) -> Fault | None:
    r"""A backslash in double quotes that means nothing (`"C:\path"`), or something forbidden."""
    text, begin = scene.text, scene.trouble.since
    escape = _first_bad_escape(text, begin + 1)
    forbidden = forbidden_escape(text[begin : scene.trouble.at + 10])
    if forbidden is not None and (escape is None or begin + forbidden[0] <= escape.start()):
        at, end = begin + forbidden[0], begin + forbidden[1]
        message = say("{character} may not stand in a plan", character=spoken(forbidden[2]))
        return Fault(at, end, message, say("take the escape away"), (Edit(at, end, ""),))
    if escape is None:
        return None
    at, end = escape.span()
    message = say("'{escape}' means nothing inside double quotes", escape=escape.group())
    fix = say(r"write \\ for a backslash, or put the text in single quotes")
    return Fault(at, end, message, fix, (Edit(at, at + 1, "\\\\"),))


def _first_bad_escape(text: str, begin: int) -> re.Match[str] | None:
    for match in _ESCAPE.finditer(text, begin):
        if _GOOD_ESCAPE.fullmatch(match.group()) is None:
            return match
    return None


def unclosed_quote(scene: Scene) -> Fault | None:
    """A quote that the text runs out of, or that takes in the lines below it."""
    text, trouble = scene.text, scene.trouble
    begin, end = trouble.scalar
    if trouble.kind == "quote":
        begin = trouble.since
    elif (
        "\n" not in text[begin:end] or line_at(text, trouble.at).start == line_at(text, begin).start
    ):
        return None
    quote = text[begin : begin + 1]
    if quote not in {'"', "'"}:
        return None
    line = line_at(text, begin)
    rest = text[begin : _line_end(text, line)].rstrip()
    stop = begin + len(_less_closing(rest, text[line.start : begin]))
    fix = say("write {quote} at the end of the text", quote=quote)
    edits = (Edit(stop, stop, quote),)
    return Fault(begin, stop, say("the quote is not closed"), fix, edits)


def quote_over_keys(scene: Scene) -> Fault | None:
    """A quote that nothing closes before one further below opens: it takes in the keys between."""
    text, (begin, end) = scene.text, scene.trouble.scalar
    first, below = line_at(text, begin), line_at(text, text.find("\n", begin, end) + 1)
    if below.start <= first.start or below.key is None or below.indent > first.indent:
        return None
    return unclosed_quote(scene)


def _less_closing(rest: str, before: str) -> str:
    """A text less the brackets at its end that close those opened before it in its line."""
    opened = sum(before.count(each) for each in "[{") - sum(before.count(each) for each in "]}")
    while opened > 0 and rest[-1] in "]}":
        rest = rest[:-1].rstrip()
        opened -= 1
    return rest


def _line_end(text: str, line: Line) -> int:
    end = text.find("\n", line.start)
    return len(text) if end < 0 else end


def unfit_in_brackets(scene: Scene) -> Fault | None:
    """`[a, b` without its end, `[1,,2]`, `[1}`."""
    text, trouble = scene.text, scene.trouble
    here = text[trouble.at : trouble.at + 1]
    begin = trouble.since if here else _open_bracket(text)
    opening = text[begin : begin + 1]
    if here == ",":
        at = trouble.at
        message = say("nothing stands before this comma")
        return Fault(at, at + 1, message, say("take the comma away"), (Edit(at, at + 1, ""),))
    if opening not in _PAIRS:
        return None
    closing = _PAIRS[opening]
    full_width = closing_bracket(text, begin, closing)
    if full_width is not None:
        return full_width
    if here in {"]", "}"} and _closes_outer(text, begin, trouble.at):
        fix = say("write '{closing}' at its end", closing=closing)
        edits = _closing(text, begin, trouble.at, closing)
        message = say("'{opening}' is not closed", opening=opening)
        return Fault(begin, begin + 1, message, fix, edits)
    if here in {"]", "}"} and _fits_without(text, trouble.at):
        return stray_bracket(scene)
    if here in {"]", "}"}:
        return _wrong_pair(text, begin, trouble.at)
    return _text_after_entry(scene) or _unclosed_bracket(scene, begin, closing)


def _wrong_pair(text: str, begin: int, end: int) -> Fault:
    """`[a}` and `[a: b}`: what stands between the two tells which of them is wrong."""
    opening, closing = text[begin], text[end]
    message = say("'{opening}' is closed with '{here}'", opening=opening, here=closing)
    meant = "{" if _FIRST_KEY.match(text, begin + 1, end) else "["
    at, right = (end, _PAIRS[opening]) if meant == opening else (begin, meant)
    fix = say("write '{closing}'", closing=right)
    return Fault(at, at + 1, message, fix, (Edit(at, at + 1, right),))


def _text_after_entry(scene: Scene) -> Fault | None:
    """`{title: [urgent] fix, …}`: a value in brackets that ends before its entry does."""
    text, at = scene.text, scene.trouble.at
    line = line_at(text, at)
    before = text[line.start : at].rstrip()
    begin = line.start + _opening_of(before) if before and at < line.value_end else -1
    lead = text[line.start : max(begin, line.start)].rstrip()
    if begin < line.start or lead[-1:] not in {":", ",", "[", "{"}:
        return None
    comma = comma_before_key(text, at)
    if comma is not None:
        return comma
    end = _end_of_word(text, at)
    return quoting(text, begin, end, _after(text[begin]), meant=_meant(text[begin:end]))


def _opening_of(before: str) -> int:
    """Where the value begins that a bracket or a quote ends here; -1 where none does."""
    closing = before[-1]
    if closing in "\"'":
        return before.rfind(closing, 0, len(before) - 1)
    opened = 0
    for at in range(len(before) - 1, -1, -1):
        opened += (before[at] in "]}") - (before[at] in "[{")
        if not opened:
            return at if at < len(before) - 1 else -1
    return -1


def _closing(text: str, begin: int, stop: int, closing: str) -> tuple[Edit, ...]:
    """The edit that closes a bracket, or takes one away that stands twice."""
    if text[begin : begin + 1] == text[begin + 1 : begin + 2]:
        return (Edit(begin, begin + 1, ""),)
    return (Edit(stop, stop, closing),)


def _closes_outer(text: str, begin: int, at: int) -> bool:
    """Whether a bracket closes one that stands open before another one, which nothing closes."""
    closing = text[at]
    line = line_at(text, begin)
    before, behind = text[line.start : begin], text[at + 1 : line.value_end]
    opening = "[" if closing == "]" else "{"
    left_open = before.count(opening) - before.count(closing)
    return left_open > 0 and behind.count(closing) - behind.count(opening) < left_open


def _fits_without(text: str, at: int) -> bool:
    """Whether all brackets of a line that closes one too many are closed once without this one."""
    line = line_at(text, at)
    rest = text[line.start : at] + text[at + 1 : _line_end(text, line)]
    return all(rest.count(one) == rest.count(other) for one, other in _PAIRS.items())


def _open_bracket(text: str) -> int:
    """The last bracket that nothing closes before the text ends, as far as a look back tells."""
    closed = 0
    for at in range(len(text) - 1, max(-1, len(text) - _LOOK_BACK), -1):
        if text[at] in "[{":
            closed -= 1
            if closed < 0:
                return at
        elif text[at] in "]}":
            closed += 1
    return len(text)


def _unclosed_bracket(scene: Scene, begin: int, closing: str) -> Fault:
    text = scene.text
    line, stopped = line_at(text, begin), line_at(text, scene.trouble.at)
    stop = max(line.value_end, begin + 1)
    on_next_key = line.start < stopped.start and stopped.key is not None
    on_next_key = on_next_key and not line.value.endswith(":")
    return Fault(
        begin,
        begin + 1,
        say("'{opening}' is not closed", opening=text[begin]),
        say("write '{closing}' at its end", closing=closing),
        _closing(text, begin, stop, closing) if on_next_key else (),
    )


def stray_bracket(scene: Scene) -> Fault | None:
    """A closing bracket that none opens."""
    at = scene.trouble.at
    here = scene.text[at : at + 1]
    if here not in {"]", "}"}:
        return None
    full_width = opening_of(scene.text, at)
    if full_width is not None:
        return full_width
    message = say("'{here}' closes nothing", here=here)
    return Fault(at, at + 1, message, say("take it away"), (Edit(at, at + 1, ""),))


def template_braces(scene: Scene) -> Fault | None:
    """`title: {{ name }}`, as templates write it."""
    text, at = scene.text, scene.trouble.at
    line = line_at(text, at)
    if not line.value.startswith("{{") or at > line.value_end:
        return None
    message = say("'{braces}' opens a mapping in a mapping, and no text", braces="{{")
    return quoting(text, line.value_start, line.value_end, message)
