"""Laws of assertions: nothing that is written breaks them, and they mean what they look like."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.foundation.finding import Finding
from rectify_cli.plan.assertions.fault import Fault
from rectify_cli.plan.assertions.kinds import FACTS, FUNCTIONS
from rectify_cli.plan.assertions.parse import parse
from rectify_cli.plan.assertions.show import show
from rectify_cli.plan.assertions.tree import LEVELS, NOT_LEVEL, Call, Chain, Expression, Not, Word
from tests.pipeline import schedule_and_findings

PLAN = """rectify: 1
title: Laws
start: 2021-03-01
owners: {a: {}, b: {}}
groups: {units: [a, b]}
phases:
  study:
    deadline: 2021-03-12
    tasks:
      kickoff: {on: 2021-03-01}
      a-b: {each: units, after: kickoff, duration: 3d}
      动员: {after: 动员}
      会: {repeat: {every: week, on: fri}}
assert:
"""
FIRST = PLAN.count("\n") + 1

NAMES = st.sampled_from(
    ["kickoff", "a-b", "study.a-b", "动员", "会.start", "study.deadline", "plan", "start", "units",
     "kickof", "a-b.float", "plan.finish"]
)  # fmt: skip
VALUES = st.sampled_from(["3", "-2", "5d", "1w", "3ed", "2021-03-05", "2021-02-30", "1.5"])
CALLED = st.sampled_from([*FACTS, *sorted(FUNCTIONS), "nothing"])


def chains(operands: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of([_chains_of(level, operands) for level, signs in enumerate(LEVELS) if signs])


def _chains_of(
    level: int, operands: st.SearchStrategy[Expression]
) -> st.SearchStrategy[Expression]:
    longest = 1 if "<" in LEVELS[level] else 3
    pairs = st.tuples(st.sampled_from(LEVELS[level]), operands)
    rest = st.lists(pairs, min_size=1, max_size=longest).map(tuple)
    return st.builds(Chain, operands, rest)


TREES: st.SearchStrategy[Expression] = st.recursive(
    st.one_of(NAMES, VALUES).map(Word),
    lambda parts: st.one_of(
        chains(parts),
        st.builds(Not, parts),
        st.builds(Call, CALLED, st.lists(parts, max_size=3).map(tuple)),
    ),
    max_leaves=12,
)


@given(TREES)
def test_a_tree_is_read_from_its_own_text(tree: Expression) -> None:
    found = parse(show(tree))
    assert not isinstance(found, Fault), found.message
    assert found == tree
    assert show(found) == show(tree)


PIECES = st.sampled_from(
    ["and", "or", "not", "<", "<=", "=", "==", "!=", ">=", "(", ")", ",", "+", "-", " ", "  ", ".",
     "kickoff", "动员", "a-b", "plan.", "units", "count(", "min(", "float(", "workdays(", "3", "5d",
     "2021-03-05", "，", "≤", "&&", "'", "\t", "\u3000", "\U0001f389", "é", "0" * 30]
)  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60)))
def test_any_text_is_a_tree_or_a_fault_inside_it(text: str) -> None:
    found = parse(text)
    if isinstance(found, Fault):
        assert 0 <= found.place.begin <= found.place.end <= len(text)
        assert str(found.message)
        assert str(found.fix)


def findings_of(*texts: str) -> list[Finding]:
    """What is found about assertions; what is wrong with the plan around them is left out."""
    lines = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in texts)
    return [each for each in schedule_and_findings(PLAN + lines)[1] if each.span.line >= FIRST]


@given(st.lists(TREES.map(show), min_size=1, max_size=6))
def test_whatever_is_asserted_gives_findings_on_its_own_line(texts: list[str]) -> None:
    rules = {
        "assert-failed", "bad-value", "bad-date", "bad-length", "unknown-reference", "too-large",
    }  # fmt: skip
    for each in findings_of(*texts):
        assert each.rule in rules
        assert each.span.line < FIRST + len(texts)
        assert each.span.end_line == each.span.line
        assert str(each.message)


NUMBERS: st.SearchStrategy[Expression] = st.recursive(
    st.integers(-20, 20).map(str).map(Word),
    lambda parts: st.one_of(
        _chains_of(4, parts),
        st.builds(
            Call,
            st.sampled_from(["min", "max"]),
            st.lists(parts, min_size=2, max_size=3).map(tuple),
        ),
    ),
    max_leaves=6,
)
CONDITIONS: st.SearchStrategy[Expression] = st.recursive(
    _chains_of(3, NUMBERS),
    lambda parts: st.one_of(_chains_of(0, parts), _chains_of(1, parts), st.builds(Not, parts)),
    max_leaves=5,
)


@given(st.lists(CONDITIONS, min_size=1, max_size=5))
def test_numbers_and_conditions_come_to_what_python_makes_of_them(trees: list[Expression]) -> None:
    texts = [show(tree) for tree in trees]
    failed = {each.span.line - FIRST for each in findings_of(*texts)}
    # They are made of numbers and signs alone, and Python's mean the same.
    expected = {line for line, text in enumerate(texts) if not eval(text)}  # noqa: S307
    assert failed == expected


@given(st.lists(CONDITIONS, min_size=2, max_size=4))
def test_conditions_joined_by_and_hold_if_each_does(trees: list[Expression]) -> None:
    joined = show(Chain(trees[0], tuple(("and", each) for each in trees[1:])))
    one_by_one = findings_of(*(show(each) for each in trees))
    assert bool(findings_of(joined)) == bool(one_by_one)


@pytest.mark.parametrize("level", range(len(LEVELS)))
def test_there_is_one_level_without_signs(level: int) -> None:
    assert bool(LEVELS[level]) == (level != NOT_LEVEL)
