"""What was worked out once and may be thrown away at any time, in the user's own cache folder.

An entry's key is the content that it was made from, never a time stamp. Entries are JSON, so that
a foreign one can do nothing; one that is missing, another user's, or not what it says is no entry.
"""

import json
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.store.replace import replace_private


class Cache(NamedTuple):
    """A folder of entries."""

    folder: Path


def users_cache(environment: Mapping[str, str], home: Path | None) -> Cache | None:
    """The user's cache; None where it is switched off or there is no place for it."""
    if environment.get("RECTIFY_NO_CACHE"):
        return None
    folder = _users_folder(environment, home)
    return Cache(folder / "rectify") if folder is not None and folder.is_absolute() else None


def recall(cache: Cache | None, key: str) -> object | None:
    """The value kept under a key; None where there is none to be trusted."""
    if cache is None:
        return None
    path = _entry(cache, key)
    if not _is_ours(path):
        return None
    data = read_file(path)
    if isinstance(data, Unreadable):
        return None
    with suppress(ValueError, RecursionError):
        entry = json.loads(data)
        if isinstance(entry, dict) and entry.get("key") == key:
            value: object = entry.get("value")
            return value
    return None


def keep(cache: Cache | None, key: str, value: object) -> None:
    """Keep a JSON value under a key; a cache that cannot be written is passed over."""
    if cache is None:
        return
    data = json.dumps({"key": key, "value": value}, ensure_ascii=True).encode("ascii")
    with suppress(OSError):
        cache.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_private(_entry(cache, key), data)


def _entry(cache: Cache, key: str) -> Path:
    from hashlib import sha256  # noqa: PLC0415 - many runs ask no cache, and it is costly

    return cache.folder / f"{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"


def _is_ours(path: Path) -> bool:
    if not hasattr(os, "getuid"):
        return True
    try:
        found = path.lstat()
    except OSError:
        return False
    writable_by_others = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISREG(found.st_mode) and found.st_uid == os.getuid() and not writable_by_others


def _users_folder(environment: Mapping[str, str], home: Path | None) -> Path | None:
    named = environment.get("XDG_CACHE_HOME")
    if named:
        return Path(named)
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) if local else None
    if home is None:
        return None
    return home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
