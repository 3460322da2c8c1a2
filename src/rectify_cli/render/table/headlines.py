"""The first lines of a screen: the title with the first facts beside it, the others below."""

from collections.abc import Iterable, Iterator

from rectify_cli.render.cells import cell_width
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import Piece, paint
from rectify_cli.render.table.cells import cell_text

_GAP = "  "
_WIDE_GAP = "    "


def headlines(
    title: str, facts: Iterable[tuple[str, ...]], width: int, *, colour: bool
) -> Iterator[str]:
    """The lines, line ends included; facts go to a line of their own where they do not fit."""
    title = cell_text(title)
    first, *others = [tuple(map(cell_text, fact)) for fact in facts] or [()]
    line = _WIDE_GAP.join((title, *first))
    if cell_width(line) <= width:
        pieces: list[Piece] = [(title, "strong"), (line[len(title) :], "plain")]
        yield paint(pieces, colour=colour) + "\n"
    else:
        for part in fold(title, width):
            yield paint([(part, "strong")], colour=colour) + "\n"
        others = [first, *others] if first else others
    for fact in others:
        for part in packed(fact, width):
            yield part + "\n"


def packed(parts: Iterable[str], width: int) -> Iterator[str]:
    """The parts in as few lines as they need; one that is too long for a line is folded."""
    line = ""
    for part in parts:
        longer = f"{line}{_GAP}{part}" if line else part
        if line and cell_width(longer) > width:
            yield from fold(line, width)
            line = part
        else:
            line = longer
    yield from fold(line, width)
