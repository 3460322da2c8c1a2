"""Bytes of one regular file, or why they could not be had: a value, never an exception.

Nothing here blocks or reads without bound: a FIFO, a device or an endless file is named at once.
"""

import os
import stat
from itertools import islice
from pathlib import Path
from typing import Literal

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.reasons import why_not_read
from rectify_cli.store.witness import follows, looks_at

MAX_BYTES = 64 * 1024 * 1024
MAX_BESIDE = 2_000

ReadRule = Literal["missing-file", "path-outside", "too-large"]

# Windows has no O_NONBLOCK and no terminals to adopt, but would translate line ends.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)

_KINDS = (
    (stat.S_ISDIR, say("a folder")),
    (stat.S_ISFIFO, say("a pipe")),
    (stat.S_ISSOCK, say("a socket")),
    (stat.S_ISCHR, say("a device")),
    (stat.S_ISBLK, say("a device")),
)


class Unreadable(Struct):
    """Why a file gave no bytes: the rule that a finding about it breaks, and the words.

    `near` is the name of a file beside it that may have been meant, where somebody looked for one.
    """

    rule: ReadRule
    why: Message
    near: str | None = None


def read_file(path: Path, *, limit: int = MAX_BYTES) -> bytes | Unreadable:
    """The bytes of a regular file of at most `limit` bytes."""
    looks_at(path)
    return read_unseen(path, limit=limit)


def read_unseen(path: Path, *, limit: int = MAX_BYTES) -> bytes | Unreadable:
    """The same for a file of our own, on which nothing that is shown depends."""
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        return _unopened(path, error)
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        return Unreadable("missing-file", say("it is {kind}, not a file", kind=_kind(mode)))
    with os.fdopen(descriptor, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            return Unreadable("missing-file", why_not_read(error))
    if len(data) > limit:
        return Unreadable("too-large", say("it has more than {limit} bytes", limit=limit))
    return data


def read_inside(path: Path, root: Path, *, limit: int = MAX_BYTES) -> bytes | Unreadable:
    """The bytes of a file, if it lies inside the folder `root` once links are followed.

    A file elsewhere is not opened, so that nothing of it can be quoted.
    """
    follows(path)
    follows(root)
    try:
        real, real_root = os.path.realpath(path), os.path.realpath(root)
    except (OSError, ValueError) as error:
        return _unopened(path, error)
    if not _lies_in(real, real_root):
        return Unreadable("path-outside", say("it lies outside the plan's folder"))
    return read_file(Path(real), limit=limit)


def files_beside(path: Path, root: Path) -> list[str]:
    """The names of the files in the folder of a path, hidden ones not; none outside of `root`.

    At most `MAX_BESIDE`, in order; none where the folder cannot be listed, or something stands at
    the path itself.
    """
    folder = path.parent
    follows(folder)
    looks_at(folder)
    try:
        if os.path.lexists(path):
            return []
        if not _lies_in(os.path.realpath(folder), os.path.realpath(root)):
            return []
        with os.scandir(folder) as entries:
            found = (each.name for each in entries if each.name[0] != "." and each.is_file())
            return sorted(islice(found, MAX_BESIDE))
    except (OSError, ValueError):
        return []


def is_file(path: Path) -> bool:
    """Whether a regular file stands there; never an exception."""
    looks_at(path)
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder stands there; never an exception."""
    looks_at(path)
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def stands_inside(path: Path, root: Path) -> bytes | Unreadable:
    """Like `read_inside`, but only whether it could be read: no more than a byte is."""
    answer = read_inside(path, root, limit=0)
    if isinstance(answer, Unreadable) and answer.rule == "too-large":
        return b""
    return answer


def _lies_in(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath([path, folder]) == folder
    except ValueError:  # two drives
        return False


def _unopened(path: Path, error: OSError | ValueError) -> Unreadable:
    if isinstance(error, ValueError):
        return Unreadable("missing-file", say("its name holds a character that no file may have"))
    if isinstance(error, IsADirectoryError) or is_folder(path):  # Windows says: no permission
        return Unreadable("missing-file", say("it is {kind}, not a file", kind=say("a folder")))
    return Unreadable("missing-file", why_not_read(error))


def _kind(mode: int) -> Message:
    return next((words for is_kind, words in _KINDS if is_kind(mode)), say("no regular file"))
