"""A view into a file, whose ending says the format: what `-o` does for every command with it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.render.formats import FORMATS, RecordFormat
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.store.replace import replace_file_by_parts

_AT_ONCE = 1 << 16
"""So many characters are encoded together."""


class Writable(NamedTuple):
    """What can be written, made anew for each file; a format asks for a view by its name.

    The names matter to the schedule alone: whatever has but one view makes that for every name.
    """

    record: Callable[[str], Record]
    report: Callable[[str], Report]


class NotWritten(NamedTuple):
    """Why a file was not written."""

    why: Message


def unknown_ending(files: Sequence[str]) -> NotWritten | None:
    """The first file whose ending says nothing that can be written, before any of them is."""
    for name in files:
        ending = Path(name).suffix.lower()
        if ending in FORMATS:
            continue
        known = ", ".join(FORMATS)
        near = did_you_mean(ending, FORMATS) if ending else None
        if near is not None:
            return NotWritten(
                say(
                    "{name}: '{ending}' is not a format; did you mean '{near}'?\n"
                    "the formats are {known}",
                    name=name,
                    ending=ending,
                    near=near,
                    known=known,
                )
            )
        return NotWritten(
            say("{name}: the ending says the format; it is one of {known}", name=name, known=known)
        )
    return None


def write_file(view: Writable, name: str, folder: Path) -> NotWritten | None:
    """Write a view as the file's ending says, which is known; None where that went well."""
    texts = _texts(view, Path(name).suffix.lower())
    try:
        replace_file_by_parts(folder / name, _encoded(texts))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return NotWritten(say("{name} cannot be written: {why}", name=name, why=why))
    return None


def _texts(view: Writable, ending: str) -> Iterator[str]:
    form = FORMATS[ending]
    if isinstance(form, RecordFormat):
        return form.write(view.record(form.view))
    return form.write(view.report(form.view))


def _encoded(texts: Iterator[str]) -> Iterator[bytes]:
    gathered: list[str] = []
    length = 0
    for text in texts:
        gathered.append(text)
        length += len(text)
        if length >= _AT_ONCE:
            yield "".join(gathered).encode("utf-8", "backslashreplace")
            gathered, length = [], 0
    yield "".join(gathered).encode("utf-8", "backslashreplace")
