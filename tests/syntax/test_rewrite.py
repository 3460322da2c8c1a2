"""Edits of scalars: only of what stands in the file letter by letter, once, and reads back."""

import pytest

from rectify_cli.foundation.finding import Edit
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.node import Mapping
from rectify_cli.syntax.parse import parse
from rectify_cli.syntax.rewrite import rewrite


def _rewrite(text: str, old: str, new: str) -> Edit | None:
    root, findings = parse(SourceText("p.yaml", text))
    assert isinstance(root, Mapping), findings
    return rewrite(root.values["a"], old, new)


@pytest.mark.parametrize("value", ["frist + 2d", '"frist + 2d"', "'frist + 2d'"])
def test_a_part_of_a_scalar(value: str) -> None:
    edit = _rewrite(f"a: {value}  # frist\n", "frist", "first")
    column = 4 + (value[0] in "\"'")
    assert edit == Edit(Span("p.yaml", 1, column, 1, column + 5), "first")


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("a: d + 2d\n", "d"),
        ('a: "fr\\u0069st"\n', "frist"),
        ("a: 'it''s frist'\n", "frist"),
        ("a: one\n  frist\n", "frist"),
        ("a: |\n  frist\n", "frist"),
        ("a: other\n", "frist"),
        ("a: [frist]\n", "frist"),
        ("a:\n", ""),
    ],
)
def test_what_is_left_alone(text: str, old: str) -> None:
    assert _rewrite(text, old, "first") is None


@pytest.mark.parametrize("new", ["", "x: y", "x #y", "[x]", "-x", "x\ny", "*x", "x,y"])
def test_nothing_is_written_that_would_read_otherwise(new: str) -> None:
    assert _rewrite("a: frist\n", "frist", new) is None
