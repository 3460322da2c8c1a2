"""Files of reports, written so that none is ever half there: all of a command's, or none.

Each goes to a temporary name in its own folder and is fsynced; when all are, each is renamed, and
the folders are fsynced. A file's name is a hash of its content, so writing one again changes
nothing. Readers pass temporary names over, and a process that was killed leaves no more than those.
"""

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic_ns
from typing import Literal

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.witness import depends_on_more

TEMPORARY = ".rectify-"
ATTRIBUTES = (
    b"# Line ends stay as they are: each file's name is a hash of what it holds.\n*.jsonl -text\n"
)

_FLAGS = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
_NO_SUCH_CALL = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}
Certainty = Literal["durable", "unsure", "absent"]
_ABSENT: Certainty = "absent"


class NewFile(Struct):
    """A file to write: the progress folder, the name within it (`2021-03/….jsonl`), the bytes."""

    folder: Path
    name: str
    data: bytes


class Written(Struct):
    """What became of each file, in order, and why it is not `durable` for all.

    `durable`: there, and it outlives a power cut. `unsure`: there, and the disk did not confirm
    it. `absent`: not there.
    """

    certainty: tuple[Certainty, ...]
    why: Message | None = None


def write_new_files(files: Sequence[NewFile]) -> Written:
    """Write files that are never changed again; a progress folder is made if it is not there.

    One that is a link to somewhere else than the folder around it is refused.
    """
    depends_on_more()
    temporaries: list[Path | None] = []
    try:
        try:
            for each in files:
                _refuse_outside(each.folder)
                temporaries.append(_prepared(each))
        except OSError as error:
            return Written(tuple(_ABSENT for _ in files), _reason(error))
        return _placed(files, temporaries)
    finally:
        for temporary in temporaries:
            if temporary is not None:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)


def sync_names(folder: Path) -> None:
    """Make the names in a folder durable; `OSError` where the disk says that they are not."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:  # some file systems cannot, and need not
            raise
    finally:
        os.close(descriptor)


def _refuse_outside(folder: Path) -> None:
    real, real_root = os.path.realpath(folder), os.path.realpath(folder.parent)
    if real != real_root and not real.startswith(real_root.rstrip(os.sep) + os.sep):
        raise _OutsideError(errno.EXDEV, "outside", str(folder))


class _OutsideError(OSError):
    pass


def _prepared(new: NewFile) -> Path | None:
    """The durable temporary file of a new one; None where it stands there already."""
    path = new.folder / new.name
    new.folder.mkdir(exist_ok=True)
    path.parent.mkdir(exist_ok=True)
    _leave_attributes(new.folder)
    if _holds(path, new.data):
        return None
    temporary = path.parent / f"{TEMPORARY}{os.getpid()}-{monotonic_ns():x}.tmp"
    descriptor = os.open(temporary, _FLAGS, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new.data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _leave_attributes(folder: Path) -> None:
    """Tell git, once, to leave line ends alone; nothing depends on it."""
    path = folder / ".gitattributes"
    if path.exists():
        return
    temporary = folder / f"{TEMPORARY}{os.getpid()}-{monotonic_ns():x}.tmp"
    with suppress(OSError):
        try:
            temporary.write_bytes(ATTRIBUTES)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _placed(files: Sequence[NewFile], temporaries: Sequence[Path | None]) -> Written:
    """Rename each temporary file, then make the names durable."""
    certainty: list[Certainty] = []
    why = None
    for new, temporary in zip(files, temporaries, strict=True):
        path = new.folder / new.name
        if why is None:
            try:
                if temporary is not None:
                    temporary.replace(path)
            except OSError as error:
                why = _reason(error)
        # A rename over a network may have worked and still be reported as failed.
        if why is not None and not _holds(path, new.data):
            certainty.append("absent")
            continue
        try:
            for folder in _folders_of(new):
                sync_names(folder)
            certainty.append("durable")
        except OSError as error:
            certainty.append("unsure")
            why = why or _reason(error)
    return Written(tuple(certainty), why)


def _folders_of(new: NewFile) -> Iterable[Path]:
    """All that may be new on the way to a file: another process may have made them just now."""
    return (new.folder / new.name).parent, new.folder, new.folder.parent


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _reason(error: OSError) -> Message:
    if isinstance(error, _OutsideError):
        return say("it lies outside the plan's folder")
    return why_not_written(error)
