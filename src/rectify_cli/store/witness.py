"""What one run looked at in the file system: if all of it is as it was, so is what came of it.

Each reader of this floor tells the witness of a path before it looks there itself, so that a change
between the two is one that shows. Nothing is noted unless somebody asked for a witness.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from rectify_cli.foundation.struct import Struct

_MOST_BYTES = 4 * 1024 * 1024
_MOST_PLACES = 500
"""A run that looks at more is not witnessed: looking again would cost what it would save."""

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class Look(Struct):
    """A look at a path: what `stands` there, or only where it `leads` and whether to anything."""

    how: Literal["stands", "leads"]
    path: str


class Witness:
    """The looks of a run, each with what was found.

    `until` is the moment, in seconds since 1970, at which the day that the run took for today ends.
    """

    def __init__(self) -> None:
        self.seen: dict[Look, str] = {}
        self.until: float | None = None
        self.knows_all = True
        self._bytes = 0

    def note(self, look: Look) -> None:
        """Look at a path, unless that was done before."""
        if look in self.seen or not self.knows_all:
            return
        size, names = _extent(look.path) if look.how == "stands" else (0, 0)
        self._bytes += size
        # All that is in a folder will most likely be looked at, too.
        self.knows_all = self._bytes <= _MOST_BYTES and len(self.seen) + names < _MOST_PLACES
        if self.knows_all:
            self.seen[look] = found(look)


_WITNESS: ContextVar[Witness | None] = ContextVar("witness", default=None)


@contextmanager
def witnessed() -> Iterator[Witness]:
    """Note what is looked at meanwhile."""
    witness = Witness()
    before = _WITNESS.set(witness)
    try:
        yield witness
    finally:
        _WITNESS.reset(before)


def looks_at(path: str | os.PathLike[str]) -> None:
    """What stands at a path is about to be looked at: a file's bytes, a folder's names."""
    _note("stands", path)


def follows(path: str | os.PathLike[str]) -> None:
    """The links in a path are about to be followed, and perhaps no further."""
    _note("leads", path)


def depends_on_more() -> None:
    """This run asks or does something that no look can tell: git is asked, a file is written."""
    witness = _WITNESS.get()
    if witness is not None:
        witness.knows_all = False


def holds_until(moment: float) -> None:
    """This run takes a day for today that ends at a moment, in seconds since 1970."""
    witness = _WITNESS.get()
    if witness is not None:
        witness.until = moment if witness.until is None else min(moment, witness.until)


def found(look: Look) -> str:
    """What a look finds, in words that are the same for as long as a reader finds the same."""
    try:
        real = os.path.realpath(look.path)
        if look.how == "leads":
            return f"{real}: {os.path.lexists(real)}"
        return f"{real}: {_standing(real)}"
    except (OSError, ValueError) as error:
        return f"{type(error).__name__} {getattr(error, 'errno', None)}"


def digest_of(data: bytes) -> str:
    """A digest that no two contents share."""
    from hashlib import sha256  # noqa: PLC0415 - costly, and most runs need none

    return sha256(data).hexdigest()


def _note(how: Literal["stands", "leads"], path: str | os.PathLike[str]) -> None:
    witness = _WITNESS.get()
    if witness is not None:
        witness.note(Look(how, os.path.join(os.getcwd(), path)))  # noqa: PTH109, PTH118 - as is


def _standing(real: str) -> str:
    """The digest of a file or of the names in a folder, the kind of anything else."""
    mode = os.stat(real).st_mode  # noqa: PTH116 - a few dozen before every view
    if stat.S_ISDIR(mode):
        names = "\0".join(sorted(os.listdir(real)))  # noqa: PTH208
        return digest_of(names.encode("utf-8", "surrogateescape"))
    if not stat.S_ISREG(mode):
        return str(stat.S_IFMT(mode))
    with os.fdopen(os.open(real, _READ), "rb", buffering=0) as file:
        return digest_of(file.read(_MOST_BYTES))


def _extent(path: str) -> tuple[int, int]:
    """The bytes of a file, the number of names in a folder."""
    try:
        status = os.stat(path)  # noqa: PTH116
        names = len(os.listdir(path)) if stat.S_ISDIR(status.st_mode) else 0  # noqa: PTH208
    except (OSError, ValueError):
        return 0, 0
    return status.st_size, names
