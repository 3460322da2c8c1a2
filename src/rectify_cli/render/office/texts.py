"""Texts as office programs can hold them: nothing that acts, nothing that is too long."""

from rectify_cli.render.clean import clean

MORE = " […]"
"""Stands where a text was cut."""


def office_text(text: str, limit: int) -> str:
    """The text with what could act made visible, its end cut off beyond so many UTF-16 units."""
    cleaned = clean(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    return cleaned if len(cleaned) * 2 <= limit else cut_units(cleaned, limit)


def cut_units(text: str, limit: int) -> str:
    """The text in at most so many UTF-16 units, which is what Office counts; a mark ends a cut."""
    if len(text) + _pairs(text) <= limit:
        return text
    return first_units(text, limit - len(MORE)) + MORE


def first_units(text: str, limit: int) -> str:
    """As much of the text's beginning as so many UTF-16 units hold."""
    text = text[:limit]
    while (over := len(text) + _pairs(text) - limit) > 0:
        text = text[: -max(1, over // 2)]
    return text


def _pairs(text: str) -> int:
    """How many characters take two units."""
    return 0 if text.isascii() else sum(character > "\uffff" for character in text)
