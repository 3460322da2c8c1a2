"""Taking away what a pack has made needless, and what writers that were killed left behind.

Files go only once what holds their reports is durable; a reader that meets neither lists again.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rectify_cli.store.record_file import TEMPORARY, sync_names

_ENDING = ".tmp"
_OLD = 24 * 3600
"""Seconds: no write takes a day, so what is older was left by a process that is gone."""


def remove_packed(folder: Path, names: Iterable[str]) -> list[str]:
    """Remove files of a progress folder whose reports stand elsewhere; those that would not go."""
    left: list[str] = []
    touched: set[Path] = set()
    for name in names:
        path = folder / name
        try:
            path.unlink(missing_ok=True)
            touched.add(path.parent)
        except OSError:
            left.append(name)
    for each in sorted(touched):
        with suppress(OSError):
            sync_names(each)
    return left


def sweep(folder: Path, now: float, *, dry: bool) -> int:
    """Remove temporary files that nobody writes any more; how many there were.

    `now` is in seconds since 1970, `dry` only counts.
    """
    found = 0
    for path in _temporaries(folder):
        with suppress(OSError):
            if now - path.lstat().st_mtime > _OLD:
                found += 1
                if not dry:
                    path.unlink()
    return found


def _temporaries(folder: Path) -> list[Path]:
    found: list[Path] = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found += _temporaries(Path(entry.path))
            elif entry.name.startswith(TEMPORARY) and entry.name.endswith(_ENDING):
                found.append(Path(entry.path))
    return sorted(found)
