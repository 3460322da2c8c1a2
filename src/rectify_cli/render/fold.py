"""A long sentence over several lines, each within so many columns."""

from collections.abc import Callable

from rectify_cli.render.cells import cell_width, cut_to_cells

_NARROWEST = 24
_CLOSING = frozenset("，。、；：！？）》」』】”’,.;:!?)]}")
_OPENING = frozenset("（《「『【“‘([{")


def fold(text: str, width: int | None) -> list[str]:
    """The text in lines of at most `width` cells, cut at blanks where there are any.

    None, or too few columns to read in, leaves it whole.
    """
    return _folded(text, width, _at_a_blank)


def fold_prose(text: str, width: int | None) -> list[str]:
    """The same of running text, which is cut beside Chinese characters as well as at blanks."""
    return _folded(text, width, _at_a_blank_or_beside_a_character)


def _folded(text: str, width: int | None, end_of: Callable[[str, int], int]) -> list[str]:
    if width is None or width < _NARROWEST or cell_width(text) <= width:
        return [text]
    lines = []
    while cell_width(text) > width:
        end = end_of(text, len(cut_to_cells(text, width)))
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*lines, text] if text else lines


def _at_a_blank(text: str, most: int) -> int:
    blank = most if text[most].isspace() else text.rfind(" ", 0, most)
    return blank if blank > 0 else most


def _at_a_blank_or_beside_a_character(text: str, most: int) -> int:
    ends = (end for end in range(most, 0, -1) if _may_part(text[end - 1], text[end]))
    return next(ends, most)


def _may_part(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return True
    if before in _OPENING or after in _CLOSING:
        return False
    return cell_width(before) == 2 or cell_width(after) == 2
