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
    "text",
    [
        'a: "b # rectify: ignore cycle, known"\n',
        "a: [b, 'c # rectify: ignore cycle, known']\n",
        "a: |\n  b\n  # rectify: ignore cycle, known\n",
        "a: b# rectify: ignore cycle, known\n",
        "a: b  # rectify: ignored\n",
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
