import pytest

from rectify_cli.plan.read_text import (
    read_email,
    read_id,
    read_line,
    read_names,
    read_note,
    read_number_label,
    read_paths,
    read_tags,
    read_title,
    read_urls,
)
from rectify_cli.syntax.rewrite import rewrite
from tests.plan.reading_kit import accepted, read, refused


@pytest.mark.parametrize(
    "text",
    ["no", "on", "~", "null", "12:30", "010", "0755", "1_000", "1.10", "1e3", ".nan", "2021-3-5"],
)
def test_a_text_is_what_is_written(text: str) -> None:
    title = accepted(read_title, text)
    label = accepted(read_number_label, text)
    assert title is not None
    assert label is not None
    assert title.text == label.text == text


def test_a_title_has_200_characters_on_one_line() -> None:
    title = accepted(read_title, "题" * 200)
    assert title is not None
    assert title.text == "题" * 200
    fix = "shorten it; put the rest into note:"
    assert refused(read_title, "题" * 201) == ("too-large", fix)
    assert refused(read_title, '"a\\nb"') == ("too-large", fix)


def test_blanks_around_a_text_are_no_part_of_it() -> None:
    title = accepted(read_title, '" a title\\n"')
    assert title is not None
    assert title.text == "a title"


def test_a_text_with_blanks_around_it_is_mended_where_it_stands() -> None:
    title = accepted(read_title, "' frist '")
    assert title is not None
    edit = rewrite(title, title.text, "first")
    assert edit is not None
    assert edit.span.end_column - edit.span.column == len("frist")
    start = title.source.offset(edit.span.line, edit.span.column)
    assert title.source.text[start:].startswith("frist")


@pytest.mark.parametrize("text", ['""', '" "', "'\u3000'"])
def test_an_empty_text_is_none(text: str) -> None:
    assert refused(read_title, text) == ("bad-value", "write a text, or take the line away")


def test_a_note_may_have_lines() -> None:
    note = accepted(read_note, '"a\\nb"')
    assert note is not None
    assert note.text == "a\nb"


@pytest.mark.parametrize("text", ["[a]", "{a: b}"])
def test_a_text_is_no_list_and_no_mapping(text: str) -> None:
    assert refused(read_line, text) == ("wrong-type", "write a text")


@pytest.mark.parametrize("text", ["a", "A_1", "动员会", "010", "no", "a" * 64])
def test_ids(text: str) -> None:
    found = accepted(read_id, text)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("a b", "write a-b"),
        ("a.b", "write a-b"),
        ("动员（一）", "write 动员-一"),
        ("'!'", "write a word"),
        ("start", "write start-of-work, or another word"),
        ('""', "write a word"),
        ("a" * 65, "shorten it; the title may be long"),
    ],
)
def test_what_is_no_id(text: str, fix: str) -> None:
    assert refused(read_id, text) == ("bad-id", fix)


def test_an_id_is_a_text() -> None:
    assert refused(read_id, "[a]") == ("wrong-type", "write one, such as kick-off")


def test_names_alone_or_in_a_list() -> None:
    assert [name.text for name in accepted(read_names, "organs")] == ["organs"]
    assert [name.text for name in accepted(read_tags, "[a, 乙]")] == ["a", "乙"]
    assert accepted(read_names, "[]") == ()


@pytest.mark.parametrize("text", ["'a, b'", "a; b", "a、b"])
def test_a_list_without_its_brackets(text: str) -> None:
    assert refused(read_names, text) == ("wrong-type", "write [a, b]")


def test_a_bad_item_is_dropped_alone() -> None:
    names, findings = read(read_names, "[a, [b], c]")
    assert [name.text for name in names] == ["a", "c"]
    assert [each.rule for each in findings] == ["wrong-type"]


def test_files_may_have_commas_in_their_names() -> None:
    assert [path.text for path in accepted(read_paths, "'a, b.csv'")] == ["a, b.csv"]


@pytest.mark.parametrize("text", ["https://example.org/a?b#c", "HTTP://x", "mailto:a@example.org"])
def test_addresses(text: str) -> None:
    assert [url.text for url in accepted(read_urls, text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "ftp://x",
        "example.org",
        "https://",
        "'https://a b'",
        "data:x",
        "'https://x\"y'",
    ],
)
def test_what_is_no_address(text: str) -> None:
    rule, fix = refused(read_urls, text)
    assert rule == "bad-value"
    assert fix.startswith("write it with https://")


def test_email() -> None:
    address = accepted(read_email, "a@example.org")
    assert address is not None
    assert refused(read_email, "a example.org")[0] == "bad-value"
    assert refused(read_email, "'a@b, c@d'")[0] == "bad-value"
