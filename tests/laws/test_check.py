"""A check, which makes no schedule where nothing hangs on one, finds what the schedule finds."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.bind import bind
from rectify_cli.plan.model import Plan
from rectify_cli.plan.resolve import resolve
from rectify_cli.plan.wanted import Files
from rectify_cli.schedule.build import build_schedule, find_wrong
from rectify_cli.schedule.check import may_find_more
from rectify_cli.schedule.connect import connect
from rectify_cli.schedule.passes import run_passes
from rectify_cli.syntax.parse import parse
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_published
from tests.laws.random_networks import networks, text_of
from tests.marked import Case, accept_cases, reject_cases
from tests.pipeline import in_english

LAW = settings(suppress_health_check=[HealthCheck.too_slow])
_SINGLE = [case for case in (*accept_cases(), *reject_cases()) if case.plan.endswith(".yaml")]


def _plan(text: str) -> Plan | None:
    root, _ = parse(SourceText("plan.yaml", text))
    document = None if root is None else bind(root)[0]
    return None if document is None else resolve(document, Files())[0]


def _by_schedule(plan: Plan) -> Counter[Finding]:
    calendars = Calendars(plan.start, in_english)
    _, findings = build_schedule(plan, calendars.of)
    return Counter([*findings, *check_published(plan, calendars)])


def _by_check(plan: Plan) -> Counter[Finding]:
    calendars = Calendars(plan.start, in_english)
    findings = find_wrong(plan, calendars.of)
    return Counter([*findings, *check_published(plan, calendars)])


@LAW
@given(
    networks(pins=True, deadlines=True, own_calendars=True),
    st.sampled_from([None, "CN", "US"]),
    st.sampled_from(["2021-03-01", "2024-12-20", "2199-11-01"]),
)
def test_a_check_finds_what_the_schedule_finds(
    plan: dict[str, Any], country: str | None, start: str
) -> None:
    calendar = plan.get("calendar", {}) | ({} if country is None else {"country": country})
    resolved = _plan(text_of(plan | {"start": start, "calendar": calendar}))
    assert resolved is not None
    assert _by_check(resolved) == _by_schedule(resolved)


@pytest.mark.parametrize("case", _SINGLE, ids=lambda case: case.name)
def test_a_check_of_a_case_finds_what_its_schedule_finds(case: Case) -> None:
    text = Path(case.folder, case.plan).read_bytes().decode("utf-8", "replace")
    resolved = _plan(text)
    if resolved is not None:
        assert _by_check(resolved) == _by_schedule(resolved)


def test_a_plan_in_order_needs_no_schedule_for_its_check() -> None:
    text = "rectify: 1\ntitle: A\nstart: 2021-03-01\ntasks: {a: {deadline: 2021-03-09}}"
    plan = _plan(text)
    assert plan is not None
    assert not may_find_more(run_passes(connect(plan, Calendars(plan.start, in_english).of)))


def test_a_year_that_is_not_announced_is_told_though_no_task_asked_for_it() -> None:
    text = (
        "rectify: 1\ntitle: A\nstart: 2021-03-01\ncalendar: {country: CN}\n"
        "deadline: 2199-12-31\ntasks: {a: {duration: 4000d, calendar: {week: [mon]}}}"
    )
    plan = _plan(text)
    assert plan is not None
    assert [each.rule for each in _by_check(plan)] == ["calendar-unpublished"]
    assert _by_check(plan) == _by_schedule(plan)
