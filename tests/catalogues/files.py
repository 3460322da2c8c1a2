"""The files of a catalogue: `rectify.po`, which people translate, and those made from it.

`python -m tests.generate` brings the first up to date: what is new comes in without a translation,
what nobody says any more goes out, what people translated stays. What they hold hangs on nothing
but the source and the translations, not on the version of a tool.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, normalize, read_po

from rectify_cli.foundation.translations import (
    HELP,
    LABELS,
    LANGUAGES,
    MESSAGES,
    METAVAR,
    PHRASE,
)
from tests.catalogues.said import SOURCE, Said

COMPILED = (LABELS, MESSAGES)
_MAGIC = 0x950412DE  # of a .mo file whose numbers have their lowest byte first
_CONTEXT_ENDS, _FORM_ENDS = "\x04", "\x00"


class Entry(NamedTuple):
    """A message of a catalogue; a translation is empty where it lacks."""

    context: str | None
    forms: tuple[str, ...]
    translations: tuple[str, ...]
    files: tuple[str, ...]
    comments: tuple[str, ...] = ()
    is_fuzzy: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it is looked up by a key of its own."""
        return self.context not in {None, PHRASE, HELP, METAVAR}

    @property
    def is_translated(self) -> bool:
        """Whether the program may say it: nothing lacks, and nobody doubts it."""
        return all(self.translations) and not self.is_fuzzy


class Catalogue(NamedTuple):
    """The header as it is written, and the entries in order."""

    header: str
    entries: tuple[Entry, ...]


def translated_languages() -> tuple[str, ...]:
    """Every language but English, which needs no catalogue."""
    return tuple(language for language in LANGUAGES if language != "en")


def po_path(language: str) -> Path:
    """What people translate."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / "rectify.po"


def mo_path(language: str, file: str) -> Path:
    """What the program reads: one of the `COMPILED` files."""
    return po_path(language).with_name(f"{file}.mo")


def read_catalogue(text: str) -> Catalogue:
    """A `.po` as it is, by whatever program it was written."""
    parsed = read_po(BytesIO(text.encode("utf-8")), abort_invalid=True)
    header, _, _ = text.partition("\n\n")
    return Catalogue(header, tuple(_entry(each, parsed) for each in parsed if each.id))


def _entry(message: Message, parsed: Catalog) -> Entry:
    translations = _texts(message.string)
    count = parsed.num_plurals if message.pluralizable else 1
    return Entry(
        message.context,
        _texts(message.id),
        (*translations, *[""] * count)[:count],
        tuple(file for file, _ in message.locations),
        tuple(message.user_comments),
        message.fuzzy,
    )


def _texts(said: object) -> tuple[str, ...]:
    return tuple(map(str, said)) if isinstance(said, list | tuple) else (str(said or ""),)


def brought_up_to_date(before: Catalogue, said: Iterable[Said]) -> Catalogue:
    """An entry for everything that is said, in its order, and for nothing else."""
    known = {(each.context, each.forms): each for each in before.entries}
    files: dict[tuple[str | None, tuple[str, ...]], dict[str, None]] = {}
    for each in said:
        files.setdefault((each.context, each.forms), {})[each.file] = None
    return Catalogue(
        before.header,
        tuple(
            known.get(key, _untranslated(*key, before))._replace(files=tuple(places))
            for key, places in files.items()
        ),
    )


def _untranslated(context: str | None, forms: tuple[str, ...], before: Catalogue) -> Entry:
    count = read_po(BytesIO(f"{before.header}\n".encode())).num_plurals if len(forms) > 1 else 1
    return Entry(context, forms, ("",) * count, ())


def po_text(catalogue: Catalogue) -> str:
    """The text of a `.po`: a line a text, however long, files without the lines that move."""
    blocks = [catalogue.header, *("\n".join(_block(each)) for each in catalogue.entries)]
    return "\n\n".join(blocks) + "\n"


def _block(entry: Entry) -> Iterator[str]:
    yield from (f"# {comment}" for comment in entry.comments)
    yield from (f"#: {file}" for file in entry.files)
    takes_values = any("{" in form for form in entry.forms)
    flags = [*["fuzzy"] * entry.is_fuzzy, *["python-brace-format"] * takes_values]
    if flags:
        yield f"#, {', '.join(flags)}"
    if entry.context is not None:
        yield f"msgctxt {_quoted(entry.context)}"
    yield f"msgid {_quoted(entry.forms[0])}"
    if len(entry.forms) == 1:
        yield f"msgstr {_quoted(entry.translations[0])}"
        return
    yield f"msgid_plural {_quoted(entry.forms[1])}"
    for number, translation in enumerate(entry.translations):
        yield f"msgstr[{number}] {_quoted(translation)}"


def _quoted(text: str) -> str:
    return normalize(text, width=0)


def compiled(catalogue: Catalogue, file: str) -> bytes:
    """The bytes of a `.mo`: a table of the texts that it has, in order, and their translations."""
    lines = [line for line in catalogue.header.splitlines() if line.startswith('"')]
    texts = {"": denormalize("\n".join(['""', *lines]))}
    for entry in catalogue.entries:
        if entry.is_translated and entry.is_label == (file == LABELS):
            context = "" if entry.context is None else entry.context + _CONTEXT_ENDS
            texts[context + _FORM_ENDS.join(entry.forms)] = _FORM_ENDS.join(entry.translations)
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    keys, translations = [key for key, _ in pairs], [text for _, text in pairs]
    begin, table = 7 * 4, 8 * len(pairs)
    data = begin + 2 * table
    return b"".join(
        [
            struct.pack("<7I", _MAGIC, 0, len(pairs), begin, begin + table, 0, data),
            *_table(keys, data),
            *_table(translations, data + sum(len(key) + 1 for key in keys)),
            *(text + b"\0" for text in [*keys, *translations]),
        ]
    )


def _table(texts: Sequence[bytes], at: int) -> Iterator[bytes]:
    for text in texts:
        yield struct.pack("<2I", len(text), at)
        at += len(text) + 1
