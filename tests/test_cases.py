"""Every case of `tests/cases`: a reject case gives what it marks, an accept case nothing."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.check import check_plans
from rectify_cli.app.here import Here
from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.rules import RULES
from tests.marked import Case, Expected, accept_cases, reject_cases

_NOW = datetime(2021, 4, 8, 9, 0, tzinfo=UTC)
_REJECTED = reject_cases()


def _check(case: Case) -> list[Finding]:
    here = Here(folder=case.folder, home=None, plan=None, cache=None, now=_NOW)
    checked = check_plans([Path(case.plan)], here, (), ())
    assert not checked.unread
    return list(checked.findings)


def _as_expected(finding: Finding, asked: list[Expected]) -> Expected:
    span = finding.span
    near = (e for e in asked if (e.path, e.line, e.rule) == (span.path, span.line, finding.rule))
    column = span.column if any(e.column == span.column for e in near) else 0
    return Expected(span.path, span.line, finding.rule, column)


def _told(finding: Finding) -> str:
    span = finding.span
    return f"{span.path}:{span.line}:{span.column} {finding.rule}: {finding.message}"


@pytest.mark.parametrize("case", _REJECTED, ids=lambda case: case.name)
def test_a_reject_case_gives_what_it_marks_and_nothing_else(case: Case) -> None:
    asked = case.expected()
    found = _check(case)
    got = Counter(_as_expected(finding, asked) for finding in found)
    assert got == Counter(asked), "\n".join(["found:", *map(_told, found)])


@pytest.mark.parametrize("case", _REJECTED, ids=lambda case: case.name)
def test_a_reject_case_marks_the_rule_that_its_folder_names(case: Case) -> None:
    assert case.rule in RULES
    assert case.rule in {each.rule for each in case.expected()}


@pytest.mark.parametrize("case", accept_cases(), ids=lambda case: case.name)
def test_an_accept_case_gives_nothing(case: Case) -> None:
    found = _check(case)
    assert not found, "\n".join(map(_told, found))
