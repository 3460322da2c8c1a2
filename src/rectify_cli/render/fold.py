"""A long sentence over several lines, each within so many columns."""

from rectify_cli.render.cells import cell_width, cut_to_cells

_NARROWEST = 24


def fold(text: str, width: int | None) -> list[str]:
    """The text in lines of at most `width` cells, cut at blanks where there are any.

    None, or too few columns to read in, leaves it whole.
    """
    if width is None or width < _NARROWEST or cell_width(text) <= width:
        return [text]
    lines = []
    while cell_width(text) > width:
        head = cut_to_cells(text, width)
        blank = head.rfind(" ") if not text[len(head)].isspace() else len(head)
        if blank > 0:
            head = text[:blank]
        lines.append(head.rstrip())
        text = text[len(head) :].lstrip()
    return [*lines, text] if text else lines
