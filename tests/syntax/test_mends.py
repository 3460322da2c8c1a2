"""What is wrong with a text that YAML cannot read, and how the rest of it is read all the same.

A case in `tests/cases/mends` is the text; below `== said` each finding, as
`line:column-end_column message; fix`; below `== read` what is read, as JSON, null for nothing.
"""

import json
from pathlib import Path

import pytest

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.limits import Limits
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.parse import parse

CASES = sorted((Path(__file__).parent.parent / "cases" / "mends").glob("*.txt"))


def _plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    if node is None or isinstance(node, Scalar):
        return None if node is None else node.text
    return [_plain(item) for item in node.items]


def _read(text: str, limits: Limits | None = None) -> tuple[object, list[str]]:
    root, findings = parse(SourceText("p.yaml", text), limits=limits or Limits())
    said = [
        f"{each.span.line}:{each.span.column}-{each.span.end_column} {each.message}; {each.fix}"
        for each in findings
    ]
    return _plain(root), said


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_it_is_told_and_read_as_it_was_meant(case: Path) -> None:
    text, _, rest = case.read_text(encoding="utf-8").partition("== said\n")
    said, _, meant = rest.partition("== read\n")
    assert _read(text) == (json.loads(meant), said.splitlines())


def test_there_are_cases() -> None:
    assert len(CASES) > 20


def test_what_is_read_again_is_bounded_in_all() -> None:
    text = "a: @b\nc: @d\ne: @f\n"
    whole, said = _read(text)
    assert (whole, len(said)) == ({"a": "@b", "c": "@d", "e": "@f"}, 3)
    assert _read(text, Limits(reread_characters=10_000)) == (whole, said)
    assert _read(text, Limits(reread_characters=len(text)))[0] is None


def test_so_many_odd_characters_as_findings_are_told_one_by_one() -> None:
    text = "a: \x07b\x07c\x07"
    root, said = _read(text, Limits(findings=3))
    assert (root, len(said)) == ({"a": "bc"}, 3)
    root, said = _read(text, Limits(findings=2))
    assert (root, len(said)) == (None, 1)
