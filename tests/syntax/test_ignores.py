"""The comments that silence a rule on their line."""

import pytest

from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.ignores import Ignore, ignores
from rectify_cli.syntax.parse import parse


def _ignores(text: str) -> list[Ignore]:
    source = SourceText("p.yaml", text)
    return ignores(source, parse(source)[0])


def test_a_comment_names_its_rule_its_reason_and_its_place() -> None:
    text = "a: 1\n标题: 全市  # rectify: ignore no-owner, the city decides, later \r\n"
    assert _ignores(text) == [
        Ignore(2, "no-owner", "the city decides, later", Span("p.yaml", 2, 9, 2, 60))
    ]


@pytest.mark.parametrize(
    ("comment", "rule", "reason"),
    [
        ("# rectify: ignore cycle, known", "cycle", "known"),
        ("# rectify: ignore cycle", "cycle", ""),
        ("# rectify: ignore cycle,", "cycle", ""),
        ("# rectify: ignore cycle known", "cycle", "known"),
        ("#rectify:ignore cycle,known", "cycle", "known"),
        ("# rectify: ignore", "", ""),
        ("# !! x  # rectify: ignore cycle, known", "cycle", "known"),
    ],
)
def test_it_is_read_as_people_write_it(comment: str, rule: str, reason: str) -> None:
    (found,) = _ignores(f"a: [b, {{c: d}}]  {comment}\n")
    assert (found.rule, found.reason) == (rule, reason)


@pytest.mark.parametrize(
    ("comment", "head"),
    [
        ("# rectify: ingore cycle, known", "# rectify: ingore"),
        ("# rectfy: ignore cycle, known", "# rectfy: ignore"),
        ("# Rectify: Ignore cycle, known", None),
        ("# rectify：ignore cycle, known", "# rectify：ignore"),
        ("# ratify: the city, ignore cycle, known", None),
    ],
)
def test_one_that_is_mistyped_is_told_from_other_comments(comment: str, head: str | None) -> None:
    text = f"a: b  {comment}\n"
    found = [each.mistyped for each in _ignores(text)]
    wanted = [] if head is None else [Span("p.yaml", 1, 7, 1, 7 + len(head))]
    assert found == wanted


def test_two_comments_on_one_line() -> None:
    found = _ignores("a: b  # rectify: ignore cycle, known # rectify: ignore no-owner, few\n")
    assert [(each.rule, each.reason) for each in found] == [("cycle", "known"), ("no-owner", "few")]


@pytest.mark.parametrize(
    "text",
    [
        'a: "b # rectify: ignore cycle, known"\n',
        "a: [b, 'c # rectify: ignore cycle, known']\n",
        "a: |\n  b\n  # rectify: ignore cycle, known\n",
        "a: b# rectify: ignore cycle, known\n",
        "a: b  # rectify: see below\n",
    ],
)
def test_text_is_no_comment(text: str) -> None:
    assert not _ignores(text)


def test_a_comment_on_a_line_of_its_own_and_behind_a_text_block_is_one() -> None:
    comment = "# rectify: ignore cycle, why"
    text = f"{comment}\na: |\n  b\n{comment}\nd: 'e' {comment}\n"
    assert [each.line for each in _ignores(text)] == [1, 4, 5]


def test_comments_are_found_in_a_text_that_is_no_plan() -> None:
    assert [each.line for each in _ignores("a: [  # rectify: ignore cycle, b\n")] == [1]


@pytest.mark.parametrize(
    ("text", "line", "begins"),
    [
        ("a: >-  # rectify: ignore cycle, known\n  b\n  c\n", 1, None),
        ("a: >-\n  b # rectify: ignore cycle, known\n", 0, None),
        ('a: "b\n  c"  # rectify: ignore cycle, known\n', 2, 1),
        ("a: b\n  c  # rectify: ignore cycle, known\n", 2, 1),
        ("a:\n  b  # rectify: ignore cycle, known\n", 2, None),
        ("a: [b,\n  c]  # rectify: ignore cycle, known\n", 2, None),
    ],
)
def test_one_behind_a_value_of_several_lines(text: str, line: int, begins: int | None) -> None:
    found = [(each.line, each.begins) for each in _ignores(text)]
    assert found == ([(line, begins)] if line else [])
