"""Folders: made where they are not there, and listed. Errors are `OSError`."""

import os
from collections.abc import Iterator
from pathlib import Path

from rectify_cli.store.witness import follows

MAX_LISTED = 20_000


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they are there."""
    path.mkdir(parents=True, exist_ok=True)


def is_in_repository(folder: Path) -> bool:
    """Whether git looks after a folder: a `.git` stands in it or around it."""
    place = os.path.realpath(folder)
    follows(folder)
    while True:
        repository = os.path.join(place, ".git")  # noqa: PTH118 - at every replay
        follows(repository)
        if os.path.lexists(repository):
            return True
        outer = os.path.dirname(place)  # noqa: PTH120
        if outer == place:
            return False
        place = outer


def files_under(path: Path) -> Iterator[Path]:
    """The files in a folder and in those below it, in the order of their names; hidden ones not.

    At most `MAX_LISTED`; links to folders are not followed.
    """
    count = 0
    for place, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                count += 1
                if count > MAX_LISTED:
                    return
                yield Path(place, name)
