"""The tree: what its nodes hold, where they stand, and which bounds stop it."""

import gc

import pytest
import yaml

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.events import Loader
from rectify_cli.syntax.limits import LIMITS, Limits
from rectify_cli.syntax.node import Alias, Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.parse import parse

both = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["C", "pure"])


def _root(text: str, loader: Loader = yaml.CSafeLoader) -> Mapping:
    root, findings = parse(SourceText("p.yaml", text), loader=loader)
    assert not findings
    assert isinstance(root, Mapping)
    return root


def _rules(text: str, limits: Limits = LIMITS) -> list[str]:
    return [each.rule for each in parse(SourceText("p.yaml", text), limits=limits)[1]]


def _only(text: str, limits: Limits = LIMITS) -> Finding:
    (finding,) = parse(SourceText("p.yaml", text), limits=limits)[1]
    return finding


def _written(node: Node) -> str:
    return node.source.text[node.start : node.end]


TEXT = """a: 1
全市𠀀: "b c"  # comment
list:
- one
- 'it''s'
-
block: |
  two
   lines

fold: >-
  three
  words
flow: [x, {y: z, k}]
none:
two: lines
  go on
"""


@both
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_node_is_a_slice_of_the_text(loader: Loader, line_end: str) -> None:
    root = _root(TEXT.replace("\n", line_end), loader)
    written = {key: _written(value).replace("\r", "") for key, value in root.values.items()}
    assert written == {
        "a": "1",
        "全市𠀀": '"b c"',
        "list": "- one\n- 'it''s'\n-",
        "block": "|\n  two\n   lines",
        "fold": ">-\n  three\n  words",
        "flow": "[x, {y: z, k}]",
        "none": "",
        "two": "lines\n  go on",
    }
    assert [_written(key) for key in root.keys.values()] == list(root.values)


@both
def test_texts_are_those_that_yaml_means(loader: Loader) -> None:
    root = _root(TEXT, loader)
    texts = {k: (v.text, v.quoted) for k, v in root.values.items() if isinstance(v, Scalar)}
    assert texts == {
        "a": ("1", False),
        "全市𠀀": ("b c", True),
        "block": ("two\n lines\n", True),
        "fold": ("three words", True),
        "none": ("", False),
        "two": ("lines go on", False),
    }
    listed = root.values["list"]
    assert isinstance(listed, Sequence)
    assert [each.text for each in listed if isinstance(each, Scalar)] == ["one", "it's", ""]


def test_places_count_characters_from_one() -> None:
    root = _root("a: 1\n全市𠀀: 说明\n")
    assert root.at("全市𠀀") == Span("p.yaml", 2, 6, 2, 8)
    assert root.at_key("全市𠀀") == Span("p.yaml", 2, 1, 2, 4)
    assert root.at("missing") == root.span == Span("p.yaml", 1, 1, 2, 8)


def test_a_key_without_a_value_is_where_its_value_would_be() -> None:
    assert _root("a:\n").at("a") == Span("p.yaml", 1, 1, 1, 2)


@both
def test_a_leading_document_mark_and_a_closing_one_are_allowed(loader: Loader) -> None:
    assert list(_root("---\na: 1\n...\n", loader).values) == ["a"]


def test_depth_is_bounded() -> None:
    assert not _rules("a: " + "[" * 63 + "]" * 63)
    assert _rules("a: " + "[" * 64 + "]" * 64) == ["too-deep"]


@pytest.mark.parametrize(
    "bomb", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "[{a: " * 50_000]
)
def test_a_hundred_thousand_levels_are_stopped_at_the_65th(bomb: str) -> None:
    assert _only(bomb).rule == "too-deep"


def test_blocks_a_thousand_deep_are_stopped_at_the_65th() -> None:
    finding = _only("\n".join(" " * depth + "a:" for depth in range(1000)))
    assert (finding.rule, finding.span.line, finding.span.column) == ("too-deep", 65, 65)


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_scalar_is_bounded(quote: str) -> None:
    assert not _rules(f"a: {quote}{'x' * 20_000}{quote}\n")
    finding = _only(f"a: {quote}{'x' * 20_001}{quote}\n")
    assert (finding.rule, finding.span.column) == ("too-large", 4)


def test_a_text_block_is_bounded_by_what_it_means() -> None:
    lines = "    " + "x" * 99 + "\n"
    assert not _rules("a: |\n" + lines * 200)
    assert _rules("a: |\n" + lines * 200 + "    x\n") == ["too-large"]


def test_nodes_are_bounded() -> None:
    limits = Limits(nodes=8)
    assert not _rules("a: [1, 2, 3]\nb:\n", limits)
    assert _rules("a: [1, 2, 3]\nb: []\nc:\n", limits) == ["too-large"]


def test_findings_are_bounded() -> None:
    limits = Limits(findings=3)
    assert _rules("a: 1\n" * 4, limits) == ["duplicate-key"] * 3
    twice = _rules("a: 1\n" * 9, limits)
    assert sorted(twice) == ["duplicate-key"] * 4 + ["too-large"]
    assert _rules("a: \x07b\x07c\x07d\x07", limits) == ["yaml-syntax"]
    assert _rules("a: &b 1\nb: &c 1\nc: &d 1\nd: &e 1\n", limits).count("too-large") == 1


def test_mends_are_bounded() -> None:
    limits = Limits(rounds=2)
    root, findings = parse(SourceText("p.yaml", "a: @b\nc: @d\ne: @f\n"), limits=limits)
    assert root is None
    assert len(findings) == 2


def test_an_alias_bomb_is_never_followed() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + "]" for n in range(1, 40)]
    root, findings = parse(SourceText("p.yaml", "\n".join(lines)))
    assert isinstance(root, Mapping)
    first = root.values["a1"]
    assert isinstance(first, Sequence)
    assert all(isinstance(each, Alias) for each in first)
    assert {each.rule for each in findings} == {"alias-forbidden"}
    assert (findings[0].span.line, findings[0].span.column) == (1, 5)
    assert [str(each.message) for each in findings[0].related] == ["used here"] * 5


def test_an_anchor_alone_leaves_the_rest_readable() -> None:
    root, findings = parse(SourceText("p.yaml", "a: &b c\nd: &e\nf: 1\n"))
    assert isinstance(root, Mapping)
    assert [each.rule for each in findings] == ["alias-forbidden"] * 2
    assert [v.text for v in root.values.values() if isinstance(v, Scalar)] == ["c", "&e", "1"]


def test_a_duplicate_key_names_the_first_and_keeps_it() -> None:
    root, findings = parse(SourceText("p.yaml", "a: 1\nb: {c: 2}\na: {d: 3}\n"))
    (finding,) = findings
    assert (finding.span.line, str(finding.message)) == (
        3,
        "'a' stands here twice; the first is in line 1",
    )
    assert finding.related[0].span.line == 1
    assert isinstance(root, Mapping)
    first = root.values["a"]
    assert isinstance(first, Scalar)
    assert first.text == "1"


def test_what_stands_behind_a_mend_has_its_place_in_the_text_as_written() -> None:
    text = "标题：全市\na: fix: the bug\nb: [x, y]\nb: 2\n"
    root, findings = parse(SourceText("p.yaml", text))
    places = [(each.span.line, each.span.column, each.rule) for each in findings]
    assert places == [(1, 3, "yaml-syntax"), (2, 4, "yaml-syntax"), (4, 1, "duplicate-key")]
    assert isinstance(root, Mapping)
    assert {key: _written(value) for key, value in root.values.items()} == {
        "标题": "全市",
        "a": "fix: the bug",
        "b": "[x, y]",
    }


@pytest.mark.parametrize("is_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(is_on: bool) -> None:  # noqa: FBT001
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        parse(SourceText("p.yaml", "a: 1\n"))
        parse(SourceText("p.yaml", "a: [\n"))
        assert gc.isenabled() == is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_what_somebody_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        parse(SourceText("p.yaml", "a: 1\n"))
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
