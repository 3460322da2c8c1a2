"""Explains lines that do not fit the lines above them: odd blanks, odd depths, no colon."""

import re
from collections.abc import Iterator

from rectify_cli.foundation.finding import say
from rectify_cli.syntax.colons import sign_for_colon
from rectify_cli.syntax.depths import (
    first_line,
    form,
    has_neighbour,
    is_odd_first,
    next_line,
    odd_above,
    odd_line,
    usual_step,
)
from rectify_cli.syntax.fault import Fault, Scene
from rectify_cli.syntax.lines import (
    Line,
    is_key_in,
    line_at,
    line_below,
    line_number,
    meaning_lines,
    opens_block_of_text,
)
from rectify_cli.syntax.patch import Edit
from rectify_cli.syntax.trouble import ODD_SPACES

_ODD = re.compile(rf"^[ ]*([{ODD_SPACES}][ {ODD_SPACES}]*)(?=\S)", re.MULTILINE)
_ODD_KEY = re.compile(rf"[ ]*([{ODD_SPACES}][ {ODD_SPACES}]*)(?=- |[\w-]+[ ]?[:：](?:\s|$))")
_WIDTHS = {"\u3000": 2, "\u2003": 2}
_USE_SPACES = say("indent with spaces")
_GIVE_KEY = say("give it a key, or indent it below the key that it belongs to")
_SHOWN = 40


def odd_space_above(scene: Scene) -> Fault | None:
    """The same in a line above, which YAML takes for one that is not indented."""
    if _ODD.search(scene.text) is None:
        return None
    above = meaning_lines(scene.text, scene.trouble.at)
    matches = (_ODD_KEY.match(scene.text, line.start) for line in above)
    return next((_odd_spaces(match) for match in matches if match is not None), None)


def odd_space(scene: Scene) -> Fault | None:
    """A full-width or no-break space before the first character of a line."""
    for offset in (scene.trouble.at, scene.trouble.since, scene.trouble.scalar[0]):
        match = _ODD.match(scene.text, line_at(scene.text, offset).start)
        if match is not None:
            return _odd_spaces(match)
    return None


def further_odd_spaces(text: str) -> Iterator[Fault]:
    """Every line among keys that is indented with such spaces."""
    for line in meaning_lines(text):
        match = _ODD.match(text, line.start)
        if match is not None:
            yield _odd_spaces(match)


def _odd_spaces(match: re.Match[str]) -> Fault:
    begin, end = match.span(1)
    width = sum(_WIDTHS.get(space, 1) for space in match[1])
    message = say("a full-width or no-break space in the indentation")
    return Fault(begin, end, message, _USE_SPACES, (Edit(begin, end, " " * width),), family="space")


def item_in_text(scene: Scene) -> Fault:
    """`- a` and below it, deeper, `- b`: YAML reads one text, `a - b`."""
    text, trouble = scene.text, scene.trouble
    above, line = line_at(text, trouble.since), line_at(text, trouble.at)
    message = say(
        "this '- ' is part of the text in line {line}, since it stands deeper",
        line=line_number(text, trouble.since),
    )
    fix = say(
        "indent it like line {line}, by {n}", line=line_number(text, above.start), n=above.indent
    )
    edit = Edit(line.start, line.first, " " * above.indent)
    return Fault(trouble.at, trouble.at + 1, message, fix, (edit,))


def deeper_than_value(scene: Scene) -> Fault | None:
    """A key below a key that has its value already, and deeper."""
    text, trouble = scene.text, scene.trouble
    above, line = line_at(text, trouble.scalar[0]), line_at(text, trouble.at)
    if above.start >= line.start or above.key is None or line.key is None:
        return None
    odd = odd_above(text, above, line)
    if odd is not None:
        return odd
    number = line_number(text, above.start)
    message = say(
        "'{key}' stands deeper than '{above}' in line {line}, which has its value already",
        key=_shown(line.key),
        above=_shown(above.key),
        line=number,
    )
    like, depth, least = above, above.item_indent, line.indent
    below = next_line(text, line)
    if not line.value and below is not None and below.indent <= line.indent:
        # Keys no deeper than one without a value are what it holds.
        fit = [each for each in _open_at(text, line)[0] if each.indent < below.indent]
        like, least = (fit or [above])[-1], line.indent + 1
        depth = like.item_indent
    fix = say("indent it like line {line}, by {n}", line=line_number(text, like.start), n=depth)
    edits = tuple(_moved(text, line, depth, least))
    return Fault(line.first, _end_of_key(line), message, fix, edits)


def without_colon(scene: Scene) -> Fault | None:
    """A line among keys that is only words."""
    text, trouble = scene.text, scene.trouble
    begin = trouble.since if trouble.kind == "no-colon" else trouble.scalar[0]
    line = line_at(text, begin)
    if line.key is not None or line.is_item or not line.value or trouble.at < line.value_end:
        return None
    other_sign = sign_for_colon(line)
    if other_sign is not None:
        return other_sign
    words = _shown(line.value)
    message = say("'{words}' stands where a key is asked for, and has no colon", words=words)
    if line.value[0] in "\"'[{":
        return Fault(line.value_start, line.value_end, message, _GIVE_KEY)
    fix = say("write '{words}: …', or indent it below the text that it belongs to", words=words)
    above = _line_above(text, line)
    if above is not None and opens_block_of_text(above):
        edit = Edit(line.start, line.first, " " * (above.item_indent + 1))
    else:
        word = line.value.split(" ", 1)[0]
        at = line.value_start + len(word) if is_key_in(text, word) else line.value_end
        edit = Edit(at, at, ":")
    return Fault(line.value_start, line.value_end, message, fix, (edit,))


def _line_above(text: str, line: Line) -> Line | None:
    """The nearest line above that is not blank."""
    ahead = text[: line.start].rstrip()
    return line_at(text, len(ahead) - 1) if ahead else None


def misplaced_line(scene: Scene) -> Fault | None:
    """A line at a depth that no line above it has, or of another kind than its neighbours."""
    text, at = scene.text, scene.trouble.at
    line = line_at(text, at)
    if at != line.first or not text[at : at + 1].strip():
        return None
    open_lines, closed = _open_at(text, line)
    end = _end_of_key(line) if line.key is not None else line.first + 1
    sibling = next((each for each in open_lines if each.indent == line.indent), None)
    if sibling is not None:
        return _other_kind(text, line, end, sibling)
    if (
        closed is not None
        and open_lines
        and _is_alone(text, closed, open_lines[-1])
        and has_neighbour(text, line)
    ):
        return odd_line(closed, line.indent)
    if closed is not None and not open_lines and closed.start == first_line(text).start:
        return odd_line(closed, line.indent)
    first = next_line(text, open_lines[-1]) if open_lines and closed is not None else None
    if first is not None and closed is not None and first.indent == closed.indent:
        opens = first.key is not None and not first.value
        if opens and is_odd_first(text, open_lines[-1], first, line):
            return odd_line(first, line.indent)
        depth = open_lines[-1].indent + usual_step(text)
        if opens and depth < line.indent and next_line(text, first) == line:
            return odd_line(first, depth, line.indent)
    odd = odd_above(text, open_lines[-1], line) if open_lines else None
    if odd is not None:
        return odd
    message = say("this line is indented by {n}, which fits no block above it", n=line.indent)
    like = _may_be_like(text, line, closed, open_lines)
    if not like:
        return None
    places = " or ".join(f"{each.indent} (line {line_number(text, each.start)})" for each in like)
    below = next_line(text, line)
    least = max(line.indent + 1, 0 if below is None else below.indent)
    edits = tuple(_moved(text, line, _most_like(text, line, like).indent, least))
    return Fault(line.first, end, message, say("indent it by {places}", places=places), edits)


def _may_be_like(text: str, line: Line, closed: Line | None, open_lines: list[Line]) -> list[Line]:
    """The lines beside which another may belong, or what is below it would not be in it."""
    below = next_line(text, line)
    if line.key is None or line.value or below is None or below.indent > line.indent:
        near = [closed, open_lines[-1] if open_lines else None]
        return [each for each in near if each is not None]
    fit = [each for each in open_lines if each.indent < below.indent]
    return fit[-1:]


def _most_like(text: str, line: Line, like: list[Line]) -> Line:
    """The line whose neighbour another was meant to be.

    The nearer; else the one from which what stands below is as deep as elsewhere here; else the
    one of the same form.
    """
    below = next_line(text, line)
    child = below.indent if below is not None and below.indent > line.indent else None
    step = like[0].indent - like[-1].indent

    def apart(other: Line) -> tuple[int, bool, bool]:
        is_odd = child is not None and child - other.indent != step
        return abs(other.indent - line.indent), is_odd, form(other) != form(line)

    return min(like, key=apart)


def _moved(text: str, line: Line, depth: int, least: int) -> Iterator[Edit]:
    """The edits that bring a line to a depth, and with it those below that are `least` deep."""
    by = depth - line.indent
    below: Line | None = line
    while below is not None:
        is_blank = not text[below.first : below.first + 1].strip()
        if not is_blank and below.indent < least and below is not line:
            return
        if below.first < len(text) and text[below.first] not in "\r\n":
            yield Edit(below.start, below.first, " " * max(below.indent + by, 0))
        below = line_below(text, below)


def _is_alone(text: str, line: Line, opener: Line) -> bool:
    """Whether a line with a value of its own is the first below the one that opens its block."""
    is_whole = bool(line.value) and (line.key is not None or line.is_item)
    if not is_whole or opener.value or opener.key is None:
        return False
    return not text[text.find("\n", opener.start) : line.start].strip()


def _open_at(text: str, line: Line) -> tuple[list[Line], Line | None]:
    """The lines whose block a line may belong to, and the nearest deeper one that it closes."""
    open_lines: list[Line] = []
    for each in meaning_lines(text, line.start):
        while open_lines and open_lines[-1].indent >= each.indent:
            open_lines.pop()
        open_lines.append(each)
    closed = None
    while open_lines and open_lines[-1].indent > line.indent:
        closed = open_lines.pop()
    return open_lines, closed


def _other_kind(text: str, line: Line, end: int, sibling: Line) -> Fault | None:
    number = line_number(text, sibling.start)
    if sibling.is_item and not line.is_item:
        message = say(
            "the list of line {line} goes on here, and this is no item of it", line=number
        )
        fix = say("begin it with '- ', or indent it otherwise")
    elif line.is_item and not sibling.is_item:
        message = say(
            "the keys of line {line} go on here, and this is an item of a list", line=number
        )
        fix = _GIVE_KEY
    else:
        return None
    return Fault(line.first, end, message, fix)


def _end_of_key(line: Line) -> int:
    return line.start + line.item_indent + len((line.key or " ").rstrip())


def _shown(words: str) -> str:
    words = words.rstrip()
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
