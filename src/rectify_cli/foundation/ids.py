"""Ids: what may be one, and which known one a mistyped one is near to."""

from collections.abc import Iterable
from unicodedata import category, normalize

MAX_ID = 64
_RESERVED = frozenset({"start", "finish"})


def is_id(text: str) -> bool:
    """Whether the text is an id: letters of any script, digits, `-` and `_`; not a date's point."""
    if text.isascii():
        plain = text.replace("-", "a").replace("_", "a").isalnum()
        return plain and len(text) <= MAX_ID and text not in _RESERVED
    return len(text) <= MAX_ID and all(_may_stand_in_id(character) for character in text)


def _may_stand_in_id(character: str) -> bool:
    return character in "-_" or category(character)[0] in "LMN"


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """The one known name that is nearest to a mistyped one, None where none is near."""
    candidates = sorted(set(known))
    folded = {normalize("NFKC", each).casefold(): each for each in reversed(candidates)}
    wanted = normalize("NFKC", name).casefold()
    if wanted in folded:
        return folded[wanted]
    from difflib import get_close_matches  # noqa: PLC0415 - for names that nobody knows

    near = get_close_matches(wanted, sorted(folded), n=3, cutoff=0.6)
    # Of those that are as near, the one with the same letters: two of them changed places. In a
    # short name they are all that there is.
    swapped = [each for each in near or sorted(folded) if sorted(each) == sorted(wanted)]
    return folded[(swapped or near)[0]] if swapped or near else None
