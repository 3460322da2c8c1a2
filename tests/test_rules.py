"""Every rule has a row in the table, reject cases and a page; every page is true."""

import json
import re
from pathlib import Path

import pytest

from rectify_cli.app.explain import RULE_PAGES, explain_rules
from rectify_cli.foundation.rules import RULES
from rectify_cli.foundation.translations import LANGUAGES
from rectify_cli.report.rule_page import PLAN, UNREAD, RulePage, rule_page
from tests.commands.program import rectify
from tests.marked import CASES, Case, reject_cases
from tests.rule_examples import check_example
from tests.terminal import on_screen

STATED = set(RULES)
PAGES = [
    page
    for language in LANGUAGES
    for page in explain_rules(sorted(STATED), language).pages
    if (RULE_PAGES / language / f"{page.rule.name}.md").exists()
]
_LANGUAGES = sorted(path.name for path in RULE_PAGES.iterdir())
_CHINESE = re.compile("[\u3400-\u9fff]")


def _folders() -> set[str]:
    return {path.name for path in (CASES / "reject").iterdir()}


def _pages(language: str) -> set[str]:
    return {path.stem for path in (RULE_PAGES / language).iterdir()}


def test_rules_and_reject_cases_and_pages_are_the_same() -> None:
    assert _folders() == STATED
    assert _pages("en") == STATED


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_language_has_all_pages(language: str) -> None:
    assert language in LANGUAGES
    assert _pages(language) == STATED


FAN_OUT_SAYS_NOTHING = {
    "alias-forbidden": "it is of the file's text",
    "bad-encoding": "it is of the file's text",
    "calendar-unpublished": "it is of the plan's years",
    "duplicate-key": "it is of the file's text",
    "include-cycle": "it is of whole plans",
    "merge-conflict": "it is of the file's text",
    "owner-clash": "it is of owners, not of tasks",
    "no-owner": "every unit owns its own instance",
    "too-deep": "it is of the file's text",
    "unknown-version": "it is of the whole file",
    "yaml-syntax": "it is of the file's text",
}
"""The rules for which it is all one whether a task is a fan-out, and why."""


def _cases() -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {rule: [] for rule in sorted(STATED)}
    for case in reject_cases():
        found[case.rule].append(case)
    return found


def _text(case: Case) -> str:
    path = case.folder / case.plan
    files = sorted(case.folder.rglob("*")) if case.plan == PLAN else [path]
    texts = (each.read_bytes() for each in files if each.is_file())
    return "".join(text.decode("utf-8", errors="replace") for text in texts)


@pytest.mark.parametrize("rule", sorted(STATED))
def test_a_rule_is_shown_plain_and_in_fan_outs_and_includes_and_chinese(rule: str) -> None:
    cases = _cases()[rule]
    assert len(cases) >= 2
    texts = [_text(case) for case in cases]
    assert any(_CHINESE.search(text) for text in texts), "no case in Chinese"
    included = (
        expected.rule == rule and expected.path not in {case.plan, PLAN}
        for case in cases
        for expected in case.expected()
    )
    assert any(included), "no case in an included plan"
    fans = any(re.search(r"\beach: (?!same)", text) for text in texts)
    assert fans or rule in FAN_OUT_SAYS_NOTHING, "a case in a fan-out, or a reason why not"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.name)
def test_a_bad_example_breaks_its_rule_once_and_no_other(page: RulePage) -> None:
    found = check_example(page.bad)
    assert [each.rule for each in found.findings] == [page.rule.name]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.name)
def test_a_good_example_breaks_none(page: RulePage) -> None:
    assert [str(each.message) for each in check_example(page.good).findings] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.name)
def test_a_page_says_something_under_every_heading(page: RulePage) -> None:
    assert all((page.summary, page.asks, page.why, page.bad, page.good, page.notes))
    assert page.bad != page.good
    assert [file.name for file in (*page.bad, *page.good)].count(PLAN) == 2
    shown = "".join(file.text for file in (*page.bad, *page.good)).splitlines()
    assert max(map(len, shown)) <= 150


# A plan without its start is none, and what it silences is not known.
_SILENCED = [p for p in PAGES if p.rule.name not in UNREAD | {"missing-key"}]


@pytest.mark.parametrize("page", _SILENCED, ids=lambda page: page.rule.name)
def test_a_rule_is_silenced_as_its_page_says(page: RulePage) -> None:
    rule = page.rule.name
    also = "" if rule == "no-owner" else ", no-owner: why"

    def in_the_plan(text: str) -> str:
        ignored = f"check: {{ignore: {{{rule}: why{also}}}}}\n"
        return re.sub(r"(?m)^check: .*\n", "", text) + ignored

    def on_the_line(text: str) -> str:
        lines = text.splitlines()
        lines[span.line - 1] += f"  # rectify: ignore {rule}, why"
        return "".join(f"{line}\n" for line in lines)

    span = check_example(page.bad).findings[0].span
    assert not check_example(page.bad, in_the_plan).findings
    if span.path == PLAN:
        assert not check_example(page.bad, on_the_line).findings


@pytest.mark.parametrize("rule", sorted(UNREAD))
def test_what_is_read_no_further_silences_nothing(rule: str) -> None:
    (page,) = explain_rules([rule], "en").pages
    found = check_example(page.bad, lambda text: f"{text}check: {{ignore: {{{rule}: why}}}}\n")
    assert rule in {each.rule for each in found.findings}


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_page_on_the_screen_is_within_it(tmp_path: Path, rule: str) -> None:
    screen = on_screen(tmp_path, "explain", rule)
    severity = RULES[rule].severity
    assert screen.startswith(f"{severity}[{rule}]: {RULES[rule].summary[:20]}")
    wide = [line for line in screen.splitlines() if len(line) > 80]
    assert [line for line in wide if not line.startswith("    ")] == []


def test_the_whole_page(tmp_path: Path) -> None:
    assert on_screen(tmp_path, "explain", "finish-only").splitlines() == [
        "warning[finish-only]: A task with only a finish means a deadline.",
        "",
        "What it asks",
        "  A task with only a `finish` means a deadline, and should say so.",
        "",
        "Why",
        "  `finish` alone pins the task to that one day. What is mostly meant is: no",
        "  later than.",
        "",
        "Bad",
        "    tasks:",
        "      survey: {finish: 2026-03-20}",
        "",
        "Good",
        "    tasks:",
        "      survey: {duration: 5d, deadline: 2026-03-20}",
        "      meeting: {on: 2026-03-20}",
        "      brochure: {finish: 2026-03-31, duration: 5d}",
        "",
        "Notes",
        "  With `start` it is a window, with `duration` it counts backward from its last",
        "  day: both are in order.",
        "",
        "How to silence it",
        "  on one line  # rectify: ignore finish-only, why",
        "  in the plan  check: {ignore: {finish-only: why}}",
        "  in one run   rectify check --ignore finish-only",
    ]


def test_all_rules_on_the_screen(tmp_path: Path) -> None:
    lines = on_screen(tmp_path, "explain").splitlines()
    assert [line.split()[:2] for line in lines[:-2]] == [
        [rule.name, rule.severity] for rule in RULES.values()
    ]
    assert lines[-1] == "The whole page of a rule:  rectify explain deadline-missed"


def test_several_pages_in_a_pipe_and_in_colour(tmp_path: Path) -> None:
    piped = rectify(tmp_path, "explain", "cycle,bad-date", "too-deep")
    assert re.findall(r"(?m)^error\[([a-z-]+)\]", piped.out) == ["cycle", "bad-date", "too-deep"]
    assert "\x1b" not in piped.out
    coloured = rectify(tmp_path, "explain", "cycle", "--color", "always").out
    assert coloured.startswith("\x1b[1;31merror[cycle]\x1b[0m: ")


def test_pages_for_machines(tmp_path: Path) -> None:
    one = json.loads(rectify(tmp_path, "explain", "bad-encoding", "--json").out)
    assert one["format"] == 1
    (page,) = one["rules"]
    assert list(page) == [
        *("rule", "severity", "summary", "asks", "why", "bad", "good", "notes"),
    ]
    assert page["bad"][0]["path"] == PLAN
    assert page["bad"][0]["encoding"] == "gb18030"
    every = json.loads(rectify(tmp_path, "explain", "--json").out)
    assert [each["rule"] for each in every["rules"]] == list(RULES)


def test_a_rule_that_there_is_not(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "explain", "dead-line-missed")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'deadline-missed'?" in ran.err


def test_a_page_has_all_its_headings_in_order() -> None:
    with pytest.raises(ValueError, match="the page of cycle has the headings Why"):
        rule_page("cycle", "## Why\n\nNo day exists.\n", "en")
