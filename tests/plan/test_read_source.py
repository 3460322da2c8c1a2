"""Keys that stand too deep to hold what is meant for them, and keys that are only empty."""

import pytest

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.read_source import read_source

_HEAD = "rectify: 1\ntitle: A plan\nstart: 2021-03-01\n"


def _told(text: str) -> list[tuple[str, int, int]]:
    _, findings = read_source(SourceText("plan.yaml", _HEAD + text))
    return [(each.rule, each.span.line, each.span.column) for each in findings]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("check:\n  strict: true\n  owners:\n  ana: {}\n", [("yaml-syntax", 6, 3)]),
        (
            "tasks:\n  a:\n    title: A\n    b:\n    title: B\n    duration: 1d\n",
            [("yaml-syntax", 7, 5)],
        ),
        ("tasks:\n  a:\n    deadline:\n    after: b\n  b: {}\n", [("wrong-type", 6, 5)]),
        ("goal:\ntasks:\n  a: {}\n", [("wrong-type", 4, 1)]),
    ],
)
def test_a_key_beside_what_it_holds_is_told_alone(
    text: str, told: list[tuple[str, int, int]]
) -> None:
    assert _told(text) == told


def test_a_long_text_is_not_read_again() -> None:
    wrong = "check:\n  strict: true\n  owners:\n  ana: {}\n"
    assert len(_told(wrong)) == 1
    assert len(_told(wrong + "#" * 500_000)) == 2
