"""The names of units, leaders and participants in a table → owners with ids, each once."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from rectify_cli.intake.draft import DraftOwner
from rectify_cli.intake.new_ids import NewIds

_SEPARATORS = re.compile(r"[、,，;；\n]")
_MAX_TITLE = 200


class TableOwners:
    """The owners that a table names. Those `known` keep their ids; `groups` are no owners."""

    def __init__(self, known: Iterable[DraftOwner] = (), groups: Iterable[str] = ()) -> None:
        self._known = tuple(known)
        names = [*(owner.id for owner in self._known), *groups]
        self._ids = NewIds(tuple(names))
        self._by_name: dict[str, str] = {}
        for owner in self._known:
            self._by_name.setdefault(_folded(owner.title or owner.id), owner.id)
        self._by_name |= {_folded(name): name for name in names}
        self._new: dict[str, DraftOwner] = {}

    @property
    def new(self) -> tuple[DraftOwner, ...]:
        """Those that were not known, in the order in which the table names them."""
        return tuple(self._new.values())

    def all_in(self, text: str | None, kind: str | None = None) -> tuple[str, ...]:
        """The ids of all that a cell names, each once."""
        parts = _SEPARATORS.split(text or "")
        if text and _folded(text) in self._by_name:
            parts = [text]
        names = (" ".join(part.split())[:_MAX_TITLE] for part in parts)
        return tuple(dict.fromkeys(self._id(name, kind) for name in names if name))

    def _id(self, name: str, kind: str | None) -> str:
        folded = _folded(name)
        if folded not in self._by_name:
            found = self._ids.take(name, f"owner-{len(self._new) + 1}")
            self._by_name[folded] = found
            self._new[found] = DraftOwner(found, name, kind)
        return self._by_name[folded]


def _folded(name: str) -> str:
    return normalize("NFKC", " ".join(name.split())).casefold()
