"""The catalogues: no message without its translation, the same values in both, no leftovers."""

import os
import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO
from itertools import product
from pathlib import Path
from string import Formatter
from zipfile import ZipFile

import pytest

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.translations import LABELS, LANGUAGES, MESSAGES, PHRASE, catalogue
from rectify_cli.render.spoken import spoken
from tests.catalogues.files import (
    COMPILED,
    Catalogue,
    Entry,
    brought_up_to_date,
    compiled,
    mo_path,
    po_path,
    po_text,
    read_catalogue,
    translated_languages,
)
from tests.catalogues.said import SOURCE, NotLiteralError, Said, everything_in_help, everything_said
from tests.markdown import ROOT

SAID = [*everything_said(), *everything_in_help()]
KNOWN = {
    language: read_catalogue(po_path(language).read_text(encoding="utf-8"))
    for language in translated_languages()
}
Key = tuple[str | None, tuple[str, ...]]
every_language = pytest.mark.parametrize("language", KNOWN)


def keyed(known: Catalogue) -> dict[Key, Entry]:
    return {(each.context, each.forms): each for each in known.entries}


def fields(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:  # said as it is, with braces of its own
        return set()


def test_every_language_has_a_catalogue_and_every_catalogue_a_language() -> None:
    folders = {path.name for path in (SOURCE / "locale").iterdir()}
    assert folders == set(LANGUAGES) - {"en"}


@every_language
def test_no_message_lacks_its_translation(language: str) -> None:
    """One that does would be said in English. `python -m tests.generate` makes room for it."""
    known = keyed(KNOWN[language])
    untranslated = Entry(None, (), ("",), ())
    lacking = [
        each.place
        for each in SAID
        if not known.get((each.context, each.forms), untranslated).is_translated
    ]
    assert lacking == []


@every_language
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    said = {(each.context, each.forms) for each in SAID}
    assert sorted(set(keyed(KNOWN[language])) - said, key=str) == []


@every_language
def test_a_translation_has_the_same_values(language: str) -> None:
    """A singular may do without its number, in English as in the other language."""
    wrong = [
        (entry.forms, translation)
        for entry in KNOWN[language].entries
        for translation in entry.translations
        if not fields(entry.forms[0]) <= fields(translation) <= fields(entry.forms[-1])
    ]
    assert wrong == []


@every_language
def test_what_the_program_reads_is_what_people_translated(language: str) -> None:
    read = {
        file: GNUTranslations(BytesIO(mo_path(language, file).read_bytes())) for file in COMPILED
    }
    for entry in KNOWN[language].entries:
        known = read[LABELS if entry.is_label else MESSAGES]
        one, many = entry.forms[0], entry.forms[-1]
        if many != one:
            for n in (0, 1, 2, 5, 11, 21):
                assert known.npgettext(entry.context or "", one, many, n) in entry.translations
        elif entry.context is None:
            assert known.gettext(one) == entry.translations[0]
        else:
            assert known.pgettext(entry.context, one) == entry.translations[0]
    for file in COMPILED:
        assert mo_path(language, file).read_bytes() == compiled(KNOWN[language], file)


def test_a_phrase_is_one_that_is_said() -> None:
    """Each stands somewhere below as a text of its own."""
    texts = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("*.py"))
        if path.name != "phrases.py"
    )
    phrases = [each.forms[0] for each in SAID if each.context == PHRASE]
    assert [phrase for phrase in phrases if phrase not in texts] == []


@pytest.mark.slow
def test_the_built_package_holds_the_catalogues(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    [wheel] = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        for language, file in product(KNOWN, COMPILED):
            path = mo_path(language, file)
            inside = path.relative_to(SOURCE.parent).as_posix()
            assert archive.read(inside) == path.read_bytes()


def test_english_reads_no_catalogue() -> None:
    """Neither `gettext` nor what reads a package's files is of any use to it."""
    program = (
        "import sys; from rectify_cli.foundation.finding import say;"
        "from rectify_cli.render.spoken import spoken; from rectify_cli.report.words import Words;"
        "Words('en').workdays(3); spoken(say('a list'), 'en');"
        "print(sorted({'gettext', 'rectify_cli.render.translated'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


_ESPERANTO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "workdays"
msgid "{n} workday"
msgid_plural "{n} workdays"
msgstr[0] "{n} labortago"
msgstr[1] "{n} labortagoj"

msgctxt "weekday-5"
msgid "Fri"
msgstr "ven"

msgctxt "phrase"
msgid "the plan"
msgstr "la plano"

msgid "it is {kind}, not a file"
msgstr "ĝi estas {kind}, ne dosiero"
"""


def test_a_language_more_is_a_folder_more(tmp_path: Path) -> None:
    """The program, with a catalogue of its own beside it."""
    package = tmp_path / "rectify_cli"
    folder = package / "locale" / "eo" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for path in SOURCE.iterdir():
        if path.name not in {"locale", "__pycache__"}:
            (package / path.name).symlink_to(path)
    for file in COMPILED:
        (folder / f"{file}.mo").write_bytes(compiled(read_catalogue(_ESPERANTO), file))
    program = (
        "from datetime import date; from rectify_cli.foundation.finding import say;"
        "from rectify_cli.render.spoken import spoken; from rectify_cli.report.words import Words;"
        "words = Words('eo');"
        "print(words.workdays(1), words.workdays(2), words.full(date(2021, 3, 5)), sep='; ');"
        "print(spoken(say('it is {kind}, not a file', kind='the plan'), 'eo'));"
        "print(spoken(say('write {day}', day='Fri 2021-03-05'), 'eo'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert ran.stdout.splitlines() == [
        "1 labortago; 2 labortagoj; ven 2021-03-05",
        "ĝi estas la plano, ne dosiero",
        "write ven 2021-03-05",
    ]


def test_a_catalogue_is_brought_up_to_date() -> None:
    """What is new comes in untranslated, what nobody says goes out, what people wrote stays."""
    before = read_catalogue(_ESPERANTO.replace('msgid "it is', '# mind the article\nmsgid "it is'))
    said = [
        Said(None, ("it is {kind}, not a file",), "store/read.py", 3),
        Said("tasks", ("{n} task", "{n} tasks"), "report/labels/of_all.py", 5),
        Said(None, ("it is {kind}, not a file",), "store/write.py", 7),
    ]
    after = brought_up_to_date(before, said)
    assert after.entries == (
        Entry(
            None, ("it is {kind}, not a file",), ("ĝi estas {kind}, ne dosiero",),
            ("store/read.py", "store/write.py"), ("mind the article",),
        ),
        Entry("tasks", ("{n} task", "{n} tasks"), ("", ""), ("report/labels/of_all.py",)),
    )  # fmt: skip
    assert read_catalogue(po_text(after)) == after


def test_what_somebody_doubts_is_not_said() -> None:
    doubted = read_catalogue(_ESPERANTO.replace('msgid "it is', '#, fuzzy\nmsgid "it is'))
    known = GNUTranslations(BytesIO(compiled(doubted, MESSAGES)))
    assert known.gettext("it is {kind}, not a file") == "it is {kind}, not a file"
    assert "\n#, fuzzy, python-brace-format\n" in po_text(doubted)


def test_a_sentence_is_a_literal(tmp_path: Path) -> None:
    """One that is chosen before it is said would never be found."""
    (tmp_path / "a.py").write_text("say(words)\n", encoding="utf-8")
    with pytest.raises(NotLiteralError, match=r"a\.py:1"):
        everything_said(tmp_path)


def test_a_language_without_a_catalogue_is_answered_in_english() -> None:
    assert catalogue("eo") is None
    assert spoken(say("nobody said {this}", this="yet"), "eo") == "nobody said yet"
