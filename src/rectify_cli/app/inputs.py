"""The bytes that a plan is made from, read through `store`, and what each answer was.

What was asked for and what came of it is noted, so that a kept plan can be told from a stale one.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal

from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.read import Unreadable, files_beside, read_inside, stands_inside

_MOST_LOOKED_FOR = 50
"""For so many missing files another is proposed: each is compared with all beside it."""

Edited = Mapping[str, bytes]
"""Texts to take for those of files, by the path that findings name."""


class Asked(Struct):
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
        self._beside: dict[str, list[str]] = {}
        self._looked_for = 0

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
        if isinstance(found, Unreadable) and found.rule == "missing-file":
            found = found._replace(near=self._near(path))
        self.asked[Asked(how, path, answer(found))] = None
        return found

    def _near(self, path: str) -> str | None:
        """The file beside a missing one that may have been meant."""
        self._looked_for += 1
        if self._looked_for > _MOST_LOOKED_FOR:
            return None
        folder, _, name = path.rpartition("/")
        if folder not in self._beside:
            self._beside[folder] = files_beside(self._folder / path, self._folder)
        return did_you_mean(name, self._beside[folder])


def answer(found: bytes | Unreadable) -> str:
    """What an answer comes down to: the content's digest, or why there is none."""
    if isinstance(found, Unreadable):
        return f"{found.rule}: {found.why}: {found.near or ''}"
    return sha256(found).hexdigest()


def printed_path(path: Path) -> str:
    """A path as findings name it: with `/`, wherever they are read."""
    return path.as_posix()
