"""A long sentence over several lines, each within so many columns."""

from rectify_cli.render.cells import cell_width, cut_to_cells

_NARROWEST = 24
_CLOSING = frozenset("，。、；：！？）》」』】”’,.;:!?)]}")
_OPENING = frozenset("（《「『【“‘([{")


def fold(text: str, width: int | None) -> list[str]:
    """The text in lines of at most `width` cells, cut at blanks and beside Chinese characters.

    None, or too few columns to read in, leaves it whole.
    """
    if width is None or width < _NARROWEST or cell_width(text) <= width:
        return [text]
    lines = []
    while cell_width(text) > width:
        end = _end_of_line(text, len(cut_to_cells(text, width)))
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*lines, text] if text else lines


def _end_of_line(text: str, most: int) -> int:
    ends = (end for end in range(most, 0, -1) if _may_part(text[end - 1], text[end]))
    return next(ends, most)


def _may_part(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return True
    if before in _OPENING or after in _CLOSING:
        return False
    return cell_width(before) == 2 or cell_width(after) == 2
