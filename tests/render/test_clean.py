"""The cleaning at the edge: whatever is in a text, it can only be read."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.render.cells import cell_width, cut_to_cells, pad_to_cells
from rectify_cli.render.clean import (
    clean,
    clean_json,
    clean_line,
    json_without_commands,
    without_commands,
)
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import paint

_ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TEXTS = st.text() | st.text(
    st.sampled_from("a二 \n\t\x1b\x07\x9b]8;;:#[]{}\u202e\u2066\ud800\u0301\\")
)


@given(_TEXTS)
def test_no_character_that_acts_is_left(text: str) -> None:
    """No byte below 0x20 but newline, no 0x7f-0x9f, no bidi; and it can be written in UTF-8."""
    assert not _ACTS.search(clean(text))
    assert not _ACTS.search(clean_line(text))
    assert "\n" not in clean_line(text)
    clean(text).encode("utf-8")


@given(_TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_text_stays(text: str) -> None:
    assert clean(text) == text


def test_what_is_escaped_can_be_seen() -> None:
    assert clean("a\x1b]8;;x\x07\tb\x9b\u202e\ufeff") == "a\\x1b]8;;x\\x07\\tb\\x9b\\u202e\\ufeff"
    assert clean_line("a\nb") == "a\\nb"


@given(st.lists(_TEXTS) | st.dictionaries(_TEXTS, _TEXTS))
def test_json_says_the_same_and_cannot_act(value: object) -> None:
    text = json_without_commands(clean_json(json.dumps(value, ensure_ascii=False, indent=2)))
    assert json.loads(text) == value
    assert not _ACTS.search(text)
    assert not re.search(r"##\w*\[", text)
    assert not re.search(r"^\s*::", text, re.MULTILINE)


@given(_TEXTS)
def test_a_runner_finds_no_command(text: str) -> None:
    """`::cmd` at a line's start after trimming, and `##[cmd]` anywhere."""
    quiet = without_commands(text)
    assert not re.search(r"##\w*\[", quiet)
    assert not any(line.strip().startswith("::") for line in quiet.split("\n"))


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("动员", 4), ("e\u0301", 1), ("ａ", 2), ("", 0), ("“", 1)]
)
def test_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells
    assert cell_width(pad_to_cells(text, 9)) == 9


@given(st.text(st.sampled_from("ab 动员会，")), st.integers(0, 60))
def test_folding_loses_nothing_but_blanks(text: str, width: int) -> None:
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    if width >= 24:
        assert all(cell_width(line) <= width for line in lines)
    assert cell_width(cut_to_cells(text, width)) <= width


def test_colour_is_ours_alone() -> None:
    assert paint([("\x1b[31mred", "bad")], colour=False) == "\\x1b[31mred"
    assert paint([("\x1b[31m", "bad"), ("x", "plain")], colour=True) == (
        "\x1b[1;31m\\x1b[31m\x1b[0mx"
    )
