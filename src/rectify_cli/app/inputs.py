"""The bytes that a plan is made from, read through `store`, and what each answer was.

What was asked for and what came of it is noted, so that a kept plan can be told from a stale one.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from rectify_cli.store.read import Unreadable, read_inside, stands_inside

Edited = Mapping[str, bytes]
"""Texts to take for those of files, by the path that findings name."""


class Asked(NamedTuple):
    """A file that a plan names, relative to its folder: read, or only looked for; the answer."""

    how: Literal["read", "look"]
    path: str
    answer: str


class Inputs:
    """Opens files for one plan, and notes the answers.

    `folder` is the top plan's folder, `shown` that folder as people write it.
    """

    def __init__(self, folder: Path, shown: Path, edited: Edited) -> None:
        self.asked: dict[Asked, None] = {}
        self._folder = folder
        self._shown = shown
        self._edited = edited

    def shown(self, path: str) -> str:
        """A path from the plan's folder as findings name it."""
        return printed_path(self._shown / path)

    def read(self, path: str) -> bytes | Unreadable:
        """The bytes of a file inside the plan's folder."""
        edited = self._edited.get(self.shown(path))
        if edited is not None:
            return edited
        return self._noted("read", path, read_inside(self._folder / path, self._folder))

    def look(self, path: str) -> bytes | Unreadable:
        """Whether a file could be read."""
        return self._noted("look", path, stands_inside(self._folder / path, self._folder))

    def _noted(
        self, how: Literal["read", "look"], path: str, found: bytes | Unreadable
    ) -> bytes | Unreadable:
        self.asked[Asked(how, path, answer(found))] = None
        return found


def answer(found: bytes | Unreadable) -> str:
    """What an answer comes down to: the content's digest, or why there is none."""
    if isinstance(found, Unreadable):
        return f"{found.rule}: {found.why}"
    return sha256(found).hexdigest()


def printed_path(path: Path) -> str:
    """A path as findings name it: with `/`, wherever they are read."""
    return path.as_posix()
