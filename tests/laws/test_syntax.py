"""Laws of the syntax floor: nothing is turned into something else, and nothing is a traceback."""

import random
import re
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.decode import decode
from rectify_cli.syntax.events import Loader
from rectify_cli.syntax.ignores import ignores
from rectify_cli.syntax.node import Mapping, Node, Scalar, Sequence
from rectify_cli.syntax.parse import parse
from rectify_cli.syntax.patch import Edit, Patch

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

Flow: TypeAlias = bool | None

PLANS = sorted((Path(__file__).parents[2] / "plans").glob("*.yaml"))
ODD = [
    *("：", "\t", "\u3000", '"', "'", "[", "]", "{", "}", ": ", ":", "- ", "#", " #", "&a ", "*a"),
    *("!x ", "\n", "\n\n", "\r\n", "\r", "\\", "|", ">", "@", "%", "\n---\n", "\n...\n", "? "),
    *(
        "\u202e",
        "\x00",
        "\u2028",
        "\ud800",
        "𠀀",
        ",",
        "<<: ",
        "\n<<<<<<< HEAD\n",
        " ",
        "    ",
        "x",
    ),
]

# What the pure parser reads otherwise: tabs between words, and in braces "a? b" and "a:[".
READ_OTHERWISE = re.compile(r"\t|\?|:[\[\]{},?]")

_texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")) | st.just("\n"), max_size=30
).filter(lambda text: "- " not in text)
_ids = st.text(st.characters(categories=("L", "N"), codec="utf-8"), min_size=1, max_size=9)
_trees: st.SearchStrategy[Plain] = st.recursive(
    _texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_ids, inner, max_size=4),
    max_leaves=20,
)


def plain(node: Node) -> Plain:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(each) for each in node]
    assert list(node.keys) == list(node.values)
    return {key: plain(value) for key, value in node.values.items()}


def nodes(root: Node) -> list[Node]:
    found: list[Node] = [root]
    for node in found:
        if isinstance(node, Sequence):
            found += node.items
        elif isinstance(node, Mapping):
            found += node.keys.values()
            found += node.values.values()
    return found


def check_places(root: Node, text: str) -> None:
    """Every node lies in the text and in its parent; a plain scalar is its slice of the text."""
    for node in nodes(root):
        assert 0 <= node.start <= node.end <= len(text)
        written = text[node.start : node.end]
        if isinstance(node, Scalar):
            if not node.quoted:
                assert written.split() == node.text.split()
        elif isinstance(node, Mapping):
            for key, value in zip(node.keys.values(), node.values.values(), strict=True):
                assert node.start <= key.start <= key.end <= value.start <= value.end <= node.end
        else:
            assert all(node.start <= each.start <= each.end <= node.end for each in node)
            assert all(one.end <= two.start for one, two in pairwise(node))


@given(
    st.dictionaries(_ids, _trees, min_size=1),
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80, 1000]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_dumped_is_read_again_as_it_was(
    tree: dict[str, Plain], flow: Flow, width: int, line_end: str
) -> None:
    text = yaml.dump(
        tree, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False
    ).replace("\n", line_end)
    root, findings = parse(SourceText("p.yaml", text))
    assert not findings
    assert root is not None
    assert plain(root) == tree
    check_places(root, text)


@pytest.mark.parametrize(
    "written",
    [
        *("no", "on", "yes", "12:30", "010", "0755", "1_000", "1.10", "1e3", ".nan", "2021-3-5"),
        *("20210305", "~", "null", "2021-02-30", "0x10", "+1", "=", "1:1:1", "5%", "全市"),
    ],
)
def test_a_scalar_is_its_text(written: str) -> None:
    root, findings = parse(SourceText("p.yaml", f"{written}x: {written}\nlist: [{written}]\n"))
    assert not findings
    assert root is not None
    assert plain(root) == {f"{written}x": written, "list": [written]}


@given(st.text(max_size=60) | st.text(st.sampled_from(sorted({*"".join(ODD), *"ab"})), max_size=60))
def test_no_text_is_a_traceback(text: str) -> None:
    source = SourceText("p.yaml", text)
    root, findings = parse(source)
    assert root is not None or findings
    for each in ignores(source, root):
        assert each.line <= text.count("\n") + 1


@given(st.binary(max_size=60))
def test_no_bytes_are_a_traceback(data: bytes) -> None:
    source, findings = decode("p.yaml", data)
    assert (source is None) == bool(findings)


def _mutated(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text))
    part = text[start : start + 1500]
    for _ in range(rng.randint(1, 3)):
        at, length = rng.randrange(len(part)), rng.choice([0, 0, 1, 1, 2, 8])
        part = part[:at] + rng.choice(ODD) + part[at + length :]
    return text[:400] * rng.randint(0, 1) + part


def _outcome(text: str, loader: Loader) -> tuple[object, list[Finding]]:
    root, findings = parse(SourceText("p.yaml", text), loader=loader)
    if root is None:
        return None, findings
    if not findings:
        check_places(root, text)
    return [(node.start, node.end) for node in nodes(root)] + [plain(root)], findings


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
@pytest.mark.parametrize("seed", range(60))
def test_a_mutated_plan_is_read_or_explained_the_same_by_both_parsers(
    plan: Path, seed: int
) -> None:
    text = _mutated(plan.read_text(encoding="utf-8"), random.Random(seed))
    tree, findings = _outcome(text, yaml.CSafeLoader)
    pure = _outcome(text, yaml.SafeLoader)
    assert (tree, findings) == pure or READ_OTHERWISE.search(text)
    lines = text.split("\n")
    for finding in findings:
        span = finding.span
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert finding.fix is not None


_edits = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3), st.text("xy", max_size=3)))


@given(st.text("abc", min_size=24, max_size=30), _edits)
def test_an_offset_outside_the_edits_finds_its_character_again(
    text: str, wanted: list[tuple[int, int, str]]
) -> None:
    patch = Patch(text)
    for start, length, new in wanted:
        if start + length <= len(patch.text):
            patch = patch.with_edits((Edit(start, start + length, new),)) or patch
    homes = [patch.origin(offset) for offset in range(len(patch.text) + 1)]
    assert homes == sorted(homes)
    assert homes[-1] == len(text)
    for offset, character in enumerate(patch.text):
        if character in "abc":
            assert text[homes[offset]] == character
