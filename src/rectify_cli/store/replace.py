"""Writing a whole file so that a reader sees the old one or the new one, never half of either.

A temporary file in the same folder, fsynced, renamed over the name, the folder fsynced. Errors are
`OSError`: the caller says what was not written; the old file is then untouched.
"""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import monotonic_ns

from rectify_cli.store.witness import depends_on_more

_EXTRA_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes) -> None:
    """Write the file, in place of what stood there; its permissions are kept."""
    replace_file_by_parts(path, (data,))


def replace_file_by_parts(path: Path, parts: Iterable[bytes]) -> None:
    """The same with what is made while it is written, so that it never is in memory as a whole."""
    path = Path(os.path.realpath(path))
    # A device or a pipe, reached through a link perhaps, would be gone for everybody here.
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "what stands there is not a file", str(path))
    temporary = _write_beside(path, parts, durable=True)
    try:
        _take_permissions(path, temporary)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def replace_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, and that may be lost when the power fails."""
    temporary = _write_beside(path, (data,), durable=False)
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def create_file(path: Path, data: bytes) -> None:
    """Write a file that does not stand there yet; `FileExistsError` if it does."""
    temporary = _write_beside(path, (data,), durable=True)
    try:
        _take_permissions(path, temporary)
        _link_new(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):  # some file systems cannot sync a folder, and need not
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_beside(path: Path, parts: Iterable[bytes], *, durable: bool) -> Path:
    if durable:
        depends_on_more()
    temporary, descriptor = _new_file(path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _new_file(folder: Path) -> tuple[Path, int]:
    """A file that only its owner may read, under a name that was free; `tempfile` costs more."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _EXTRA_FLAGS
    while True:
        path = folder / f".rectify-{os.getpid()}-{monotonic_ns():x}.tmp"
        with suppress(FileExistsError):
            return path, os.open(path, flags, 0o600)


def _take_permissions(path: Path, temporary: Path) -> None:
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)


def _link_new(temporary: Path, path: Path) -> None:
    # A hard link refuses an existing name in one step, which a rename does not.
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)
