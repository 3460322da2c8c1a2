"""Tells which of two lines that do not fit each other stands at the wrong depth."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from rectify_cli.foundation.finding import say
from rectify_cli.syntax.fault import Fault
from rectify_cli.syntax.lines import Line, line_below, meaning_lines
from rectify_cli.syntax.patch import Edit

_LOOKED_AT = 500
"""How many lines tell how deep the blocks of a file go."""


def odd_line(line: Line, depth: int, below: int | None = None) -> Fault:
    """The fault of a line that should be as deep as those below it, or less deep than they are."""
    message = say(
        "this line is indented by {n}, and those below it by {m}",
        n=line.indent,
        m=depth if below is None else below,
    )
    edit = Edit(line.start, line.first, " " * depth)
    end = line.start + line.item_indent + len((line.key or " ").rstrip())
    return Fault(line.first, end, message, say("indent it by {m}", m=depth), (edit,))


def odd_above(text: str, above: Line, line: Line) -> Fault | None:
    """The fault of the line above, where that is the odd one: the one below is like its siblings.

    Either it is the first in a block, and the one below as deep as blocks of this file go; or
    earlier lines of its block are as deep as the one below, and it looks like them.
    """
    if above.indent >= line.indent or above.key is None:
        return None
    earlier = list(meaning_lines(text, above.start))
    around = still_open(earlier)
    sibling = next((each for each in around if each.indent == line.indent), None)
    if sibling is not None:
        is_odd = not sibling.is_item and (
            has_neighbour(text, line)
            or form(above) == form(sibling) == form(line) != "x"
            or (form(above) == form(sibling) and form(above) not in _forms_beside(above, earlier))
        )
        return odd_line(above, line.indent) if is_odd else None
    if around and is_odd_first(text, around[-1], above, line):
        return odd_line(above, line.indent)
    return None


def is_odd_first(text: str, opener: Line, first: Line, line: Line) -> bool:
    """Whether the first line of a block is not as deep as blocks go here, and another is."""
    opens = not opener.value and opener.key is not None
    return opens and line.indent - opener.indent == usual_step(text) != first.indent - opener.indent


def has_neighbour(text: str, line: Line) -> bool:
    """Whether the next line that is no deeper stands at the same depth."""
    below = next_line(text, line)
    while below is not None and below.indent > line.indent:
        below = next_line(text, below)
    return below is not None and below.indent == line.indent


def next_line(text: str, line: Line) -> Line | None:
    """The next line that is neither blank nor a comment."""
    below = line_below(text, line)
    while below is not None and not below.value and below.key is None:
        below = line_below(text, below)
    return below


def form(line: Line) -> str:
    """`{` for a mapping in braces, nothing for what opens a block, else a letter."""
    return line.value[:1] if line.value[:1] in {"{", ""} else "x"


def first_line(text: str) -> Line:
    """The first line that is neither blank nor a comment."""
    return next(meaning_lines(text))


def still_open(lines: Iterable[Line]) -> list[Line]:
    """The last line and those whose blocks it is in, the outermost first."""
    found: list[Line] = []
    for each in lines:
        while found and found[-1].indent >= each.indent:
            found.pop()
        found.append(each)
    return found


def _forms_beside(line: Line, earlier: list[Line]) -> set[str]:
    """The forms of the earlier lines beside which a line stands as it is."""
    found = set()
    for each in reversed(earlier):
        if each.indent < line.indent:
            break
        if each.indent == line.indent:
            found.add(form(each))
    return found


def usual_step(text: str) -> int:
    """How much deeper a block mostly stands than the line that opens it, as far as one looks."""
    steps: Counter[int] = Counter()
    opener: Line | None = None
    for line in islice(meaning_lines(text), _LOOKED_AT):
        if opener is not None and line.indent > opener.indent:
            steps[line.indent - opener.indent] += 1
        opener = line if line.key is not None and not line.value else None
    return steps.most_common(1)[0][0] if steps else 2
