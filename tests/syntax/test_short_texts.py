"""Whatever a text is made of, reading it ends with a tree or with findings inside the text."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.parse import parse

_SIGNS = "\t \n-:a[{#'|，"
_WORDS = (
    *("\t", " ", "  ", "\n", "\n  ", "\n\t", "\r\n", "\u3000", "- ", "-", ": ", ":", "a b", "1d"),
    *("tasks:", "b: 1", "[", "]", "{", "}", ", ", ",", "#", " #", "'", '"', "|", ">", "? ", "&x"),
    *("*x", "!t", "%Y", "---", "...", "<<", "=", ";", "：", "，", "｛", "［", "2021-03-05"),
)


def _is_read(text: str) -> None:
    root, findings = parse(SourceText("p.yaml", text))
    assert root is not None or findings
    lines = text.count("\n") + 1
    assert all(1 <= each.span.line <= each.span.end_line <= lines for each in findings)


def test_every_text_of_three_signs_is_read() -> None:
    for signs in product(_SIGNS, repeat=3):
        _is_read("".join(signs).strip(" "))


@given(st.lists(st.sampled_from(_WORDS), max_size=30))
def test_every_text_of_signs_and_words_is_read(words: list[str]) -> None:
    _is_read("".join(words))
