"""The files of a progress folder as bytes, or why one gave none: what readers of reports get.

Others write and pack while this reads. What was listed and is gone was packed meanwhile, so the
folder is listed again until it holds still; what was read once stays read.
"""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.read import MAX_BYTES, Unreadable, read_file
from rectify_cli.store.reasons import why_not_read
from rectify_cli.store.witness import follows, looks_at

_MAX_PASSES = 20
_PIECE = 1 << 16
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_REPORTS = ".jsonl"
_IN_THE_CLOUD = ".icloud"
_HALF_WRITTEN = (".tmp", ".part", ".partial", ".crdownload", ".swp")


class ReportFile(Struct):
    """A file of reports: its name within the folder (`2021-03/….jsonl`), and its bytes."""

    name: str
    data: bytes


class Unopened(Struct):
    """Something in the folder that gave no bytes; the folder itself has the name ''."""

    name: str
    why: Message


def read_report_files(folder: Path) -> tuple[list[ReportFile], list[Unopened]]:
    """Everything that a progress folder holds, in the order of its names.

    One that is not there holds nothing; one that is a link to elsewhere is not followed.
    """
    follows(folder)
    follows(folder.parent)
    try:
        if not os.path.lexists(folder):
            return [], []
        real = os.path.realpath(folder)
        if not _lies_in(real, os.path.realpath(folder.parent)):
            return [], [Unopened("", say("it lies outside the plan's folder"))]
    except (OSError, ValueError) as error:
        return [], [Unopened("", say("{why}", why=str(error)))]
    found = _Found(real)
    found.read_folder("")
    months = sorted(found.folders)
    for month in months:
        found.read_folder(month)
    files = [ReportFile(name, found.files[name]) for name in sorted(found.files)]
    return files, [Unopened(name, found.faults[name]) for name in sorted(found.faults)]


class _Found:
    """What was read of one progress folder so far."""

    def __init__(self, real: str) -> None:
        self.files: dict[str, bytes] = {}
        self.faults: dict[str, Message] = {}
        self.folders: set[str] = set()
        self._real = real

    def read_folder(self, month: str) -> None:
        """Read what is new in one folder until a listing finds it as the one before left it."""
        path = os.path.join(self._real, month) if month else self._real  # noqa: PTH118 - thousands
        looks_at(path)
        seen = -1
        for _ in range(_MAX_PASSES):
            try:
                changed = os.stat(path).st_mtime_ns  # noqa: PTH116 - thousands of files
                if changed == seen:
                    return
                gone = self._read_new(path, month)
            except OSError as error:
                if error.errno != errno.ENOENT or not month:
                    self.faults[month] = why_not_read(error)
                return
            seen = -1 if gone else changed

    def _read_new(self, path: str, month: str) -> bool:
        """Read each file that was not read yet; whether one was gone again."""
        gone = False
        prefix = f"{month}/" if month else ""
        with os.scandir(path) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
        for entry in listed:
            name = prefix + entry.name
            if name in self.files or _is_no_report(entry.name):
                continue
            if entry.is_symlink():
                self._follow(entry.path, name)
            elif entry.is_dir():
                self._note_folder(name, inner=bool(month))
            elif _IN_THE_CLOUD in entry.name:
                self.faults[name] = say("its content was not fetched from the cloud yet")
            elif _REPORTS in entry.name.casefold():
                gone = self._open(entry, name) or gone
        return gone

    def _note_folder(self, name: str, *, inner: bool) -> None:
        if inner:
            self.faults[name] = say("it is {kind}, not a file", kind=say("a folder"))
        else:
            self.folders.add(name)

    def _follow(self, path: str, name: str) -> None:
        """A link to what lies in the folder itself is one more copy; any other is refused."""
        follows(path)
        if not _lies_in(os.path.realpath(path), self._real):
            self.faults[name] = say("it is a link that leads out of the folder")

    def _open(self, entry: os.DirEntry[str], name: str) -> bool:
        looks_at(entry.path)
        try:
            if not entry.is_file(follow_symlinks=False):
                raise OSError(errno.EINVAL, "it is not a file")  # noqa: TRY301 - said just below
            self.files[name] = _bytes_of(entry.path)
        except FileNotFoundError:
            return True
        except OSError as error:
            answer = read_file(Path(entry.path))  # it says why in better words
            if isinstance(answer, Unreadable):
                self.faults[name] = answer.why
            else:
                self.faults[name] = why_not_read(error)
        except _TooLarge:
            self.faults[name] = say("it has more than {limit} bytes", limit=MAX_BYTES)
        return False


class _TooLarge(Exception):  # noqa: N818 - the way out of reading one file, caught above
    pass


def _bytes_of(path: str) -> bytes:
    """The bytes of a regular file, in as few calls of the system as there can be."""
    descriptor = os.open(path, _FLAGS)
    try:
        piece = os.read(descriptor, _PIECE)
        if len(piece) < _PIECE and not os.read(descriptor, 1):
            return piece
        return b"".join(_pieces(descriptor, piece))
    finally:
        os.close(descriptor)


def _pieces(descriptor: int, first: bytes) -> Iterator[bytes]:
    os.lseek(descriptor, len(first), os.SEEK_SET)
    yield first
    length = len(first)
    while piece := os.read(descriptor, 1 << 20):
        length += len(piece)
        if length > MAX_BYTES:
            raise _TooLarge
        yield piece


def _is_no_report(name: str) -> bool:
    """What other programs leave in folders: hidden files, files that are still being written."""
    if name.startswith((".", "~")):
        return not name.endswith(_IN_THE_CLOUD)
    return name.endswith(_HALF_WRITTEN)


def _lies_in(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath([path, folder]) == folder
    except ValueError:  # two drives
        return False
