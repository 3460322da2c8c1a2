"""Ids for what a table has only titles for: letters of any script, unique, the same each time."""

import re
from unicodedata import category, normalize

from rectify_cli.foundation.ids import is_id

_LONGEST = 40
_LONGEST_WIDE = 20
_ORDINAL = re.compile(
    r"^\s*(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.](?!\d))\s*(?=\S)"
)
_NUMBERED = re.compile(r"(?:[0-9]+-?)+")


class NewIds:
    """Gives ids, each once; those that are `taken` are not given."""

    def __init__(self, taken: tuple[str, ...] = ()) -> None:
        self._taken = {each.casefold() for each in taken}
        # Thousands of rows may have one title; what was taken stays so.
        self._numbers: dict[str, int] = {}

    def take(self, title: str, otherwise: str) -> str:
        """An id for a title; `otherwise` is the id where the title has no letters."""
        wanted = id_of(title) or otherwise
        found, number = wanted, self._numbers.get(wanted, 1)
        while found.casefold() in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._taken.add(found.casefold())
        return found

    def keep(self, name: str) -> bool:
        """Take an id as it is; False where it was taken before."""
        if name.casefold() in self._taken:
            return False
        self._taken.add(name.casefold())
        return True


def id_of(title: str) -> str:
    """The id that a title makes: `Kick-off: all units` → `kick-off-all-units`; may be empty."""
    text = _ORDINAL.sub("", normalize("NFKC", title).casefold())
    kept = "".join(each if category(each)[0] in "LMN" and is_id(each) else " " for each in text)
    found = ""
    for word in kept.split():
        longer = f"{found}-{word}" if found else word
        if len(longer) > (_LONGEST if longer.isascii() else _LONGEST_WIDE):
            break
        found = longer
    if not found and kept.split():
        first = kept.split()[0]
        found = first[: _LONGEST if first.isascii() else _LONGEST_WIDE]
    if _NUMBERED.fullmatch(found) or found in {"start", "finish"}:
        found = f"task-{found}"
    return found if found and is_id(found) else ""
