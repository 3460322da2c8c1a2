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

from rectify_cli.foundation.struct import Struct
from rectify_cli.store.read import Unreadable, read_unseen
from rectify_cli.store.replace import replace_private

_MOST_BYTES = 32 * 1024 * 1024
_MOST_ENTRIES = 400
_ENTRIES_LEFT = 300


class Cache(Struct):
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
    data = read_unseen(path)
    if isinstance(data, Unreadable):
        return None
    head, _, body = data.partition(b"\n")
    with suppress(ValueError, RecursionError):
        if head == _head(key, body):
            value: object = json.loads(body)
            return value
    return None


def holds(cache: Cache | None, key: str) -> bool:
    """Whether something is kept under a key, for less than what it is."""
    return cache is not None and _is_ours(_entry(cache, key))


def keep(cache: Cache | None, key: str, value: object) -> None:
    """Keep a JSON value under a key; a cache that cannot be written is passed over."""
    if cache is None:
        return
    body = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    if len(body) > _MOST_BYTES:
        return
    with suppress(OSError):
        cache.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_private(_entry(cache, key), _head(key, body) + b"\n" + body)
        _thin_out(cache.folder)


def _head(key: str, body: bytes) -> bytes:
    """The first line of an entry: its key, and the digest of the rest, so that no bit is lost."""
    return json.dumps({"key": key, "digest": _digest(body)}).encode("ascii")


def _digest(data: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415 - many runs ask no cache, and it is costly

    return sha256(data).hexdigest()


def _entry(cache: Cache, key: str) -> Path:
    return cache.folder / f"{_digest(key.encode('utf-8', 'surrogatepass'))[:32]}.json"


def _thin_out(folder: Path) -> None:
    """Throw the oldest entries away where there are many: every edit of a plan makes one."""
    names = os.listdir(folder)  # noqa: PTH208 - at every edit of a plan, hundreds of names
    if len(names) > _MOST_ENTRIES:
        paths = [folder / name for name in names if name.endswith(".json")]
        paths.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in paths[_ENTRIES_LEFT:]:
            path.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
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
