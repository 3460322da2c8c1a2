"""The sentences of findings and commands in Chinese: all of them, with the same values in them."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from rectify_cli.foundation.finding import say
from rectify_cli.render.chinese.say import PARTS, in_chinese
from rectify_cli.render.spoken import spoken

SOURCE = Path(__file__).parents[2] / "src" / "rectify_cli"
FLOORS = (
    "syntax",
    "plan",
    "workdays",
    "schedule",
    "progress",
    "render",
    "intake",
    "store",
    "app",
    "cli",
)
FILES = sorted(path for floor in FLOORS for path in (SOURCE / floor).rglob("*.py"))
KNOWN = {english: said for part in PARTS for english, said in part.SENTENCES.items()}


def _texts(path: Path) -> set[str]:
    """All string constants of a file: some sentences are chosen before they are said."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def _said(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    first = [call.args[0] for call in calls if getattr(call.func, "id", "") == "say" and call.args]
    return {a.value for a in first if isinstance(a, ast.Constant) and isinstance(a.value, str)}


def _fields(template: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:  # said as it is, with braces of its own
        return set()


def test_every_sentence_is_known() -> None:
    """One that is not would be said in English."""
    said = {text for path in FILES for text in _said(path)}
    assert sorted(said - set(KNOWN)) == []


def test_hardly_a_sentence_is_kept_that_nobody_says() -> None:
    said = {text for path in FILES for text in _texts(path)}
    unsaid = sorted(set(KNOWN) - said)
    assert len(unsaid) <= len(KNOWN) * 0.03, unsaid


@pytest.mark.parametrize("english", KNOWN)
def test_a_sentence_has_the_same_values(english: str) -> None:
    assert _fields(KNOWN[english]) == _fields(english)


def test_values_are_said_too() -> None:
    message = say("{name} ends {day}, {late} after its deadline",
                  name="a or b", day="Mon 2026-03-02", late="1 workday")  # fmt: skip
    assert in_chinese(message) == "a or b 2026-03-02 周一 结束，超过时限 1 个工作日"
    inner = say(
        "'{path}' cannot be read: {why}",
        path="x",
        why=say("it is {kind}, not a file", kind="a pipe"),
    )
    assert in_chinese(inner) == "读不出“x”：这是管道，不是文件"
    forms = say("write {forms}", forms="15d (workdays) or 15ed (calendar days)")
    assert in_chinese(forms) == "写 15d（工作日） 或 15ed（日历日）"


def test_what_is_not_known_is_said_in_english() -> None:
    assert spoken(say("nobody said {this}", this="yet"), "zh") == "nobody said yet"
    assert spoken(say("did you mean '{name}'?", name="x"), "en") == "did you mean 'x'?"


def test_the_sides_of_an_assertion_have_chinese_weekdays() -> None:
    said = "2021-05-07 (Fri) <= 2021-04-30 (Fri)"
    message = say("{text} does not hold: {said}", text="a <= b", said=said)
    assert in_chinese(message) == "a <= b 不成立：2021-05-07（周五） <= 2021-04-30（周五）"


def test_a_way_round_is_said_in_chinese() -> None:
    message = say("{name} waits for itself: {way}", name="a", way="a after b ... and 3 more ... c")
    assert in_chinese(message) == "a 等来等去等到自己（a 等 b ... 另有 3 项 ... c）"
