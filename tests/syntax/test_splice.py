"""Changes to mappings: the key that is meant, nothing else, and no comment lost."""

import pytest

from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.flow import flow_text
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.parse import parse
from rectify_cli.syntax.patch import Edit
from rectify_cli.syntax.splice import (
    add_keys,
    append_lines,
    append_section,
    drop_entry,
    drop_key,
    end_of,
    set_value,
)


def _root(text: str) -> Mapping:
    root, findings = parse(SourceText("p.yaml", text))
    assert isinstance(root, Mapping), findings
    return root


def _inner(text: str) -> Mapping:
    inner = _root(text).values["in"]
    assert isinstance(inner, Mapping)
    return inner


def _after(text: str, edit: Edit | None) -> str | None:
    return None if edit is None else text[: edit.start] + edit.text + text[edit.end :]


def _plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    return node.text if isinstance(node, Scalar) else [_plain(item) for item in node.items]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1  # why\nb: 2\n", "a: new  # why\nb: 2\n"),
        ("a: 'x y'\nb: 2\n", "a: new\nb: 2\n"),
        ("a:\nb: 2\n", "a: new\nb: 2\n"),
        ("a:  # why\nb: 2\n", "a: new  # why\nb: 2\n"),
        ("a: [1, 2]  # why\nb: 2\n", "a: new  # why\nb: 2\n"),
        ("a: {x: 1}\nb: 2\n", "a: new\nb: 2\n"),
        ("a:\n  x: 1\n  y: 2\nb: 2\n", "a: new\nb: 2\n"),
        ("a:\n- 1\n- 2\nb: 2\n", "a: new\nb: 2\n"),
        ("a: |\n  one\n  two\nb: 2\n", "a: new\nb: 2\n"),
        ("a: >-\n  one\nb: 2", "a: new\nb: 2"),
        ("a:\n  x: 1  # why\n  y: 2\nb: 2\n", None),
        ("a:  # why\n  x: 1\nb: 2\n", None),
        ("{a: 1, b: 2}\n", "{a: new, b: 2}\n"),
    ],
)
def test_a_key_has_another_value(before: str, after: str | None) -> None:
    assert _after(before, set_value(_root(before), "a", "new")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in:\n  title: T\n  b: 2\n", "in:\n  title: T\n  k: 1\n  l: 2\n  b: 2\n"),
        ("in:\n  title: T # why\n", "in:\n  title: T # why\n  k: 1\n  l: 2\n"),
        ("in:\n  b: 2\n  title: T", "in:\n  b: 2\n  title: T\n  k: 1\n  l: 2"),
        ("in:\r\n  title: T\r\n  b: 2\r\n", "in:\r\n  title: T\r\n  k: 1\r\n  l: 2\r\n  b: 2\r\n"),
        ("in:\n  b: 2\n", "in:\n  k: 1\n  l: 2\n  b: 2\n"),
        ("in:\n  title: |\n    T\n  b: 2\n", "in:\n  k: 1\n  l: 2\n  title: |\n    T\n  b: 2\n"),
        ("in: {b: 2}\n", "in: {b: 2, k: 1, l: 2}\n"),
        ("in: {title: T, b: }\n", "in: {title: T, b: , k: 1, l: 2}\n"),
        ("in: {b: [1, 2] }\n", "in: {b: [1, 2], k: 1, l: 2 }\n"),
        ("in: {}\n", None),
    ],
)
def test_a_mapping_has_more_keys(before: str, after: str | None) -> None:
    found = _after(before, add_keys(_inner(before), [("k", "1"), ("l", "2")]))
    assert found == after
    if after is not None:
        assert _plain(_inner(after)) == {**_plain_of(before), "k": "1", "l": "2"}


def _plain_of(text: str) -> dict[str, object]:
    return {key: _plain(value) for key, value in _inner(text).values.items()}


@pytest.mark.parametrize(
    ("before", "by_key", "by_entry"),
    [
        ("in:\n  a: 1\n  b: 2\n", "in:\n  b: 2\n", "in:\n  b: 2\n"),
        ("in:\n  b: 2\n  a: 1", "in:\n  b: 2\n", "in:\n  b: 2\n"),
        ("in:\r\n  a: 1\r\n  b: 2\r\n", "in:\r\n  b: 2\r\n", "in:\r\n  b: 2\r\n"),
        ("in:\n  a: 1 # why\n  b: 2\n", "in:\n  # why\n  b: 2\n", "in:\n  b: 2\n"),
        ("in:\n  a:\n    - 1\n  b: 2\n", "in:\n  b: 2\n", "in:\n  b: 2\n"),
        ("in:\n  a:\n    x: 1 # why\n    y:\n  b: 2\n", None, "in:\n  b: 2\n"),
        ("in:\n  a:\n  b: 2\n", "in:\n  b: 2\n", "in:\n  b: 2\n"),
        ("in: {a: 1, b: 2}\n", "in: {b: 2}\n", "in: {b: 2}\n"),
        ("in: {b: 2, a: [1, 2]}\n", "in: {b: 2}\n", "in: {b: 2}\n"),
        ("in: {b: 2, a: 1, c: 3}\n", "in: {b: 2, c: 3}\n", "in: {b: 2, c: 3}\n"),
        ("in: {a: 1}\n", "in: {}\n", "in: {}\n"),
        ("in: {a: }\n", "in: {}\n", "in: {}\n"),
    ],
)
def test_a_key_is_gone(before: str, by_key: str | None, by_entry: str | None) -> None:
    assert _after(before, drop_key(_inner(before), "a")) == by_key
    assert _after(before, drop_entry(_inner(before), "a")) == by_entry


def test_what_shares_its_line_with_something_is_left() -> None:
    root = _root("in:\n  - a: 1\n    b: 2\n")
    item = root.values["in"]
    assert not isinstance(item, Mapping | Scalar)
    (inner,) = item.items
    assert isinstance(inner, Mapping)
    assert drop_key(inner, "a") is None
    assert drop_entry(inner, "a") is None
    assert add_keys(inner, [("k", "1")]) is None
    assert append_lines(inner, ["k: 1"]) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in:\n  a: 1 # why\nb: 2\n", "in:\n  a: 1 # why\n  k:\n    l: 1\nb: 2\n"),
        (
            "in:\n  a:\n    x: 1\n\n# b\nb: 2\n",
            "in:\n  a:\n    x: 1\n  k:\n    l: 1\n\n# b\nb: 2\n",
        ),
        ("in:\r\n  a:\r\n", "in:\r\n  a:\r\n  k:\r\n    l: 1\r\n"),
        ("in:\n  a: [1, 2]", "in:\n  a: [1, 2]\n  k:\n    l: 1"),
        ("in: {a: 1}\n", None),
    ],
)
def test_lines_stand_at_a_mappings_end(before: str, after: str | None) -> None:
    assert _after(before, append_lines(_inner(before), ["k:", "  l: 1"])) == after


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_a_section_stands_at_the_end(end: str) -> None:
    before = f"a: 1{end}"
    after = _after(before, append_section(before, "k", ["x: 1", "y: 2"]))
    assert after == f"a: 1\n\nk:\n  x: 1\n  y: 2{end}"


@pytest.mark.parametrize(
    "value",
    ["1", "[1, 2]", "{x: 1, y: [2]}", "\n  x: 1\n  y:", "\n- 1\n- x: 2", "|\n  x\n  y", "'1'"],
)
def test_a_node_ends_before_blanks_and_comments(value: str) -> None:
    text = f"a: {value}\n\n# why\nb: 2\n"
    assert end_of(_root(text).values["a"]) == len(f"a: {value}")


@pytest.mark.parametrize(
    "value",
    ["1", "'1'", "x y", "'x: y'", "'- x'", "[1, '1', x]", "{x: 1, 'y z': [2, {}]}", "'true'", "''"],
)
def test_what_is_written_on_one_line_is_read_as_it_was(value: str) -> None:
    node = _root(f"a: {value}\n").values["a"]
    line = flow_text(node)
    again = _root(f"a: {line}\n").values["a"]
    assert "\n" not in line
    assert _plain(again) == _plain(node)
    assert flow_text(again) == line


@pytest.mark.parametrize(("value", "line"), [("150", "150"), ("'150'", '"150"'), ("'a'", "a")])
def test_a_number_stays_one_and_a_text_never_becomes_one(value: str, line: str) -> None:
    assert flow_text(_root(f"a: {value}\n").values["a"]) == line
