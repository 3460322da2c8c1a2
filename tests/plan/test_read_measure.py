from datetime import time
from fractions import Fraction

import pytest

from rectify_cli.plan.model import Target
from rectify_cli.plan.read_choice import read_alap, read_on_day_off
from rectify_cli.plan.read_days import read_day_texts
from rectify_cli.plan.read_ignore import read_ignores
from rectify_cli.plan.read_measure import read_estimate, read_target, read_uses
from rectify_cli.plan.read_time import read_time
from tests.plan.reading_kit import accepted, read, refused


def test_targets() -> None:
    assert accepted(read_target, "{count: 150, unit: suggestions}") == Target(150, "suggestions")
    assert accepted(read_target, "{count: 1}") == Target(1, "")
    assert refused(read_target, "{count: 0}") == ("bad-value", "write one from 1 to 1000000000")
    assert refused(read_target, "{unit: x}") == ("missing-key", "add count: 150")
    assert refused(read_target, "150") == ("wrong-type", "write {count: 150, unit: suggestions}")


def test_estimates() -> None:
    found = accepted(read_estimate, "{optimistic: 3d, likely: 1w, pessimistic: 5d}")
    assert found is not None
    assert found.likely.unit == "w"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{optimistic: 6d, likely: 1w, pessimistic: 9d}", "bad-value"),
        ("{optimistic: 1d, likely: 2w, pessimistic: 9d}", "bad-value"),
        ("{optimistic: 1d, likely: 2ed, pessimistic: 9d}", "bad-length"),
        ("{optimistic: 1d, likely: 2d}", "missing-key"),
        ("{optimistic: 1d, likely: 2d, pesimistic: 3d}", "unknown-key"),
        ("[1d, 2d, 3d]", "wrong-type"),
    ],
)
def test_what_is_no_estimate(text: str, rule: str) -> None:
    assert refused(read_estimate, text)[0] == rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{optimistic: 3d, likely: 3d, pessimistic: 2d}", "pessimistic is shorter than likely"),
        ("{optimistic: 3d, likely: 2d, pessimistic: 2d}", "likely is shorter than optimistic"),
    ],
)
def test_the_length_that_is_too_short_is_named(text: str, said: str) -> None:
    _, (finding,) = read(read_estimate, text)
    assert str(finding.message) == said
    assert f"x: {text}"[: finding.span.column - 1].endswith(f"{said.partition(' ')[0]}: ")


def test_uses() -> None:
    found = accepted(read_uses, "{hall: 1, car: 0.5}")
    assert [(each.name, each.value) for each in found] == [("hall", 1), ("car", Fraction(1, 2))]
    assert refused(read_uses, "hall") == ("wrong-type", "write {hall: 1}")
    assert refused(read_uses, "{hall: 0}") == ("bad-value", "write one above 0")


def test_what_days_hold() -> None:
    found = accepted(read_day_texts, '{5: Test, 1: "Opening, texts", 2-4: Study}')
    assert [(each.first, each.last, each.text) for each in found] == [
        (1, 1, "Opening, texts"),
        (2, 4, "Study"),
        (5, 5, "Test"),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{0: x}", "wrong-type"),
        ("{01: x}", "wrong-type"),
        ("{4-2: x}", "bad-value"),
        ("{5001: x}", "bad-value"),
        ("{first: x}", "wrong-type"),
        ("{1: [x]}", "wrong-type"),
        ("{1: }", "wrong-type"),
        ("[x]", "wrong-type"),
    ],
)
def test_what_is_no_day_of_a_task(text: str, rule: str) -> None:
    assert refused(read_day_texts, text)[0] == rule


def test_a_day_described_twice() -> None:
    found, findings = read(read_day_texts, "{1-3: a, 2: b, 3: c, 4: d}")
    assert [each.text for each in found] == ["a", "d"]
    assert [each.rule for each in findings] == ["bad-value", "bad-value"]


def test_times() -> None:
    found = accepted(read_time, "09:00-11:30")
    assert found is not None
    assert (found.begin, found.end) == (time(9), time(11, 30))
    alone = accepted(read_time, "12:30")
    assert alone is not None
    assert (alone.begin, alone.end) == (time(12, 30), None)


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("9:00", "wrong-type", "write 09:00"),
        ("9:00 - 11:30", "wrong-type", "write 09:00-11:30"),
        ("09：00—11：30", "wrong-type", "write 09:00-11:30"),
        ("morning", "wrong-type", "write 09:00 or 09:00-11:30"),
        ("[09:00]", "wrong-type", "write 09:00 or 09:00-11:30"),
        ("24:00", "bad-value", "write from 00:00 to 23:59"),
        ("09:00-09:60", "bad-value", "write from 00:00 to 23:59"),
        ("11:30-09:00", "bad-value", "write the earlier time first"),
        ("09:00-09:00", "bad-value", "write the earlier time first"),
    ],
)
def test_what_is_no_time(text: str, rule: str, fix: str) -> None:
    assert refused(read_time, text) == (rule, fix)


def test_words_out_of_a_few() -> None:
    assert accepted(read_alap, "alap") == "alap"
    assert accepted(read_on_day_off, "skip") == "skip"
    assert refused(read_on_day_off, "erlier") == ("bad-value", "did you mean 'earlier'?")
    assert refused(read_alap, "late") == ("bad-value", "write asap or alap")
    assert refused(read_alap, "[alap]") == ("wrong-type", "write asap or alap")


def test_silenced_rules() -> None:
    found = accepted(read_ignores, "{no-deadline: agreed}")
    assert [(each.rule.text, each.reason) for each in found] == [("no-deadline", "agreed")]


@pytest.mark.parametrize(
    "text", ["{no-deadline: }", "[no-deadline]", "no-deadline", '{no-deadline: ""}']
)
def test_a_rule_silenced_without_a_reason_is_silenced_and_said(text: str) -> None:
    found, findings = read(read_ignores, text)
    assert [each.rule.text for each in found] == ["no-deadline"]
    assert [(each.rule, str(each.fix)) for each in findings] == [
        ("ignore-without-reason", "write no-deadline: why")
    ]


def test_rules_that_there_are_not() -> None:
    assert refused(read_ignores, "{nodeadline: x}") == ("bad-value", "did you mean 'no-deadline'?")
    assert refused(read_ignores, "[qqqq]") == ("bad-value", "see rectify explain")
    assert refused(read_ignores, "[[no-deadline]]")[0] == "wrong-type"
    assert refused(read_ignores, "{no-deadline: [x]}")[0] == "wrong-type"
