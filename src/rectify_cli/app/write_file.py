"""A view into a file, whose ending says the format: what `-o` does for every command with it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cannot_hold import CannotHold
from rectify_cli.render.formats import Format, endings_of, format_of, writer_of
from rectify_cli.report.edition import Edition
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.report.timeline import Timeline
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.replace import replace_file_by_parts

_AT_ONCE = 1 << 16
"""So many characters are encoded together."""


class Viewable(Protocol):
    """What can be written: it makes what a format asks for by name, anew for each file."""

    def view(self, name: str) -> object:
        """The value of that name."""


class Writable(Struct):
    """A command's view for files. The name that is handed over says nothing where it has but one.

    `timeline` is what a chart has beside its table.
    """

    record: Callable[[str], Record]
    report: Callable[[str], Report]
    timeline: Callable[[str], Timeline] | None = None

    def view(self, name: str) -> object:
        """The record, the report or the timeline."""
        if name == "timeline" and self.timeline is not None:
            return self.timeline(name)
        return self.record(name) if name == "record" else self.report(name)


class OnPaper(Struct):
    """A view whose pages say at their foot which edition they show, unless it says so itself."""

    shown: Viewable
    edition: Edition | None

    def view(self, name: str) -> object:
        """The value of that name, its edition in it."""
        value = self.shown.view(name)
        if isinstance(value, Report | Timeline) and value.edition is None:
            return value._replace(edition=self.edition)
        return value


class NotWritten(Struct):
    """Why a file was not written."""

    why: Message


class Template(Struct):
    """A file of the user's that lies under what is written: an office's letterhead."""

    name: str
    data: bytes


def choose_formats(
    files: Sequence[str], formats: Sequence[Format], product: str | None = None
) -> tuple[Format, ...] | NotWritten:
    """The format of each file by its ending, or why one has none, before any of them is written."""
    chosen = []
    for name in files:
        form = format_of(formats, Path(name).suffix.lower(), product)
        if form is None:
            return _no_format(name, endings_of(formats), endings_of(formats, product), product)
        if form.extra is not None and find_spec(form.extra[1]) is None:
            return NotWritten(
                say(
                    "{name}: {ending} needs what is not installed: "
                    "python -m pip install 'rectify-cli[{extra}]'",
                    name=name,
                    ending=form.ending,
                    extra=form.extra[0],
                )
            )
        chosen.append(form)
    return tuple(chosen)


def _no_format(
    name: str, every: Sequence[str], of_product: Sequence[str], product: str | None
) -> NotWritten:
    ending = Path(name).suffix.lower()
    known = ", ".join(of_product)
    if ending in every:
        return NotWritten(
            say(
                "{name}: the product {product} has no {ending}; it has {known}",
                name=name,
                product=product,
                ending=ending,
                known=known,
            )
        )
    near = did_you_mean(ending, of_product) if ending else None
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


def write_file(
    view: Viewable, form: Format, name: str, folder: Path, template: Template | None = None
) -> NotWritten | None:
    """Write a view in this format; None where that went well.

    A template lies under a format that can have one, and is of no account for the others.
    """
    write = writer_of(form)
    value = view.view(form.view)
    under = {"template": template.data} if form.template and template is not None else {}
    try:
        replace_file_by_parts(folder / name, _encoded(write(value, **under)))
    except CannotHold as refused:
        return NotWritten(say("{name} cannot be written: {why}", name=name, why=refused.why))
    except PermissionError as error:
        if error.filename2 is None:
            return _not_written(name, error)
        # The new file was there, and only taking the old one's place was not allowed.
        return NotWritten(
            say("{name} cannot be written: another program has it open; close it", name=name)
        )
    except (OSError, ValueError) as error:
        return _not_written(name, error)
    return None


def _not_written(name: str, error: OSError | ValueError) -> NotWritten:
    return NotWritten(say("{name} cannot be written: {why}", name=name, why=why_not_written(error)))


def _encoded(parts: Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
    gathered: list[str] = []
    length = 0
    for part in parts:
        if isinstance(part, bytes):
            yield part
            continue
        gathered.append(part)
        length += len(part)
        if length >= _AT_ONCE:
            yield _bytes(gathered)
            gathered, length = [], 0
    yield _bytes(gathered)


def _bytes(texts: list[str]) -> bytes:
    return "".join(texts).encode("utf-8", "backslashreplace")
