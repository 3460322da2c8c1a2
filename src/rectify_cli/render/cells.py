"""How many columns of a terminal a text takes: Chinese characters take two, accents none."""

from unicodedata import category, east_asian_width


def cell_width(text: str) -> int:
    """The columns that a cleaned text without line ends takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def cut_to_cells(text: str, width: int) -> str:
    """As much of the text's beginning as fits the columns."""
    if text.isascii():
        return text[:width]
    taken = 0
    for at, character in enumerate(text):
        taken += _cells(character)
        if taken > width:
            return text[:at]
    return text


def pad_to_cells(text: str, width: int) -> str:
    """The text with blanks after it up to the columns."""
    return text + " " * (width - cell_width(text))


def _cells(character: str) -> int:
    if character < "\u0300":
        return 1
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
