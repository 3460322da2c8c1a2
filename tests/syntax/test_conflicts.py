"""Merge conflicts: one finding each, at the marker, and nothing else of the file."""

import pytest

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.parse import parse

_TWO = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> theirs\n"
_THREE = "<<<<<<< HEAD\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (_TWO, [1]),
        (f"b: [\n{_THREE}", [2]),
        (_TWO + _THREE + _TWO, [1, 6, 13]),
        (_TWO.replace("\n", "\r\n"), [1]),
        ("<<<<<<<\na: 1\n=======\n>>>>>>>\n", [1]),
        ("a: 1\n<<<<<<< HEAD\n", [2]),
        ("a: 1\n>>>>>>> theirs\n", [2]),
    ],
)
def test_a_conflict_is_named_once(text: str, lines: list[int]) -> None:
    root, findings = parse(SourceText("p.yaml", text))
    assert root is None
    assert [(each.rule, each.span.line) for each in findings] == [
        ("merge-conflict", line) for line in lines
    ]
    assert all((each.span.column, each.span.end_column) == (1, 8) for each in findings)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Title\n  =======\n  text\n",
        "a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> theirs\n",
        "a: b # <<<<<<< HEAD\n",
        "# <<<<<<< HEAD\na: b\n",
        "a: '<<<<<<<<<<'\n",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not parse(SourceText("p.yaml", text))[1]
