"""A workbook before it is opened: a zip archive, which may unpack to a thousand times its size.

The sizes that it declares are looked at before anything is unpacked.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, LargeZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from rectify_cli.foundation.finding import Message, say

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 100
MAX_ENTRIES = 1_000
# Below this a high ratio is a small sheet of equal cells, not a bomb.
_ALWAYS_FINE = 1024 * 1024
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
# What openpyxl and the libraries below it were seen to raise on archives that are no workbooks;
# both XML parsers that it may use raise kinds of SyntaxError.
UNREADABLE = (
    ArithmeticError, AssertionError, AttributeError, BadZipFile, EOFError, LargeZipFile,
    LookupError, NotImplementedError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    ZlibError,
)  # fmt: skip


def archive_problem(data: bytes) -> tuple[str, Message] | None:
    """What is wrong with an archive before it is unpacked: the rule, and the sentence."""
    if data.startswith(_OLD_FORMAT):
        return "missing-file", say("the workbook is protected, or in the old .xls format")
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except UNREADABLE:
        return "missing-file", say("this is no .xlsx workbook")
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        return "too-large", say("the workbook holds more than {n} files", n=MAX_ENTRIES)
    if size > MAX_UNPACKED:
        return "too-large", say("the workbook unpacks to more than {n} MB", n=MAX_UNPACKED >> 20)
    if size > max(len(data) * MAX_RATIO, _ALWAYS_FINE):
        return "too-large", say("the workbook unpacks to {n} times its size", n=size // len(data))
    return None


@contextmanager
def opened(data: bytes) -> Iterator["Workbook"]:
    """A workbook whose archive was looked at, row by row, formulas as the values last computed.

    What openpyxl has to say of extensions that it passes over is no matter of ours. Raises one of
    `UNREADABLE` where it is no workbook after all.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - only who reads a workbook pays for it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        try:
            yield book
        finally:
            book.close()
