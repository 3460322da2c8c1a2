"""What a plan says of a task, as the texts that are kept and compared."""

import pytest

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.baseline_terms import details_of, terms_of
from tests.pipeline import schedule_and_findings

_PLAN = """\
rectify: 1
title: T
start: 2021-03-01
owners: {{a: {{kind: unit}}, b: {{kind: unit}}, hall: {{kind: place}}}}
groups: {{all: {{kind: unit}}}}
tasks:
  gap: {{each: all, duration: 2d}}
  ask: {{duration: 1d}}
  t: {{{task}}}
"""


def _said(task: str) -> tuple[Plan, Task]:
    plan = schedule_and_findings(_PLAN.format(task=task))[0].plan
    return plan, next(each for each in plan.tasks if each.path == "t")


@pytest.mark.parametrize(
    ("task", "terms"),
    [
        ("on: 2021-03-05", {"duration": "1d", "on": "2021-03-05"}),
        ("duration: 20d", {"duration": "20d"}),
        ("duration: 0d", {"duration": "0d"}),
        ("start: gap + 2d, duration: 1w", {"start": "gap.finish + 2d", "duration": "5d"}),
        ("finish: gap.start - 1d", {"duration": "1d", "finish": "gap.start - 1d"}),
        (
            "start: 2021-03-05, finish: start + 3ed",
            {"start": "2021-03-05", "finish": "start + 3ed"},
        ),
        (
            "duration: to-deadline, deadline: ask",
            {"duration": "to-deadline", "deadline": "ask.finish"},
        ),
        ("duration: 1d, deadline: 2021-03-31", {"duration": "1d", "deadline": "2021-03-31"}),
        ("duration: 1d, schedule: alap", {"duration": "1d", "schedule": "alap"}),
        (
            'duration: 1d, after: ["gap FF - 2d", ask, "ask SS + 3ed"]',
            {"duration": "1d", "after": "ask FS, ask SS + 3ed, gap FF - 2d"},
        ),
        (
            "each: all, duration: 1d, after: {task: gap, each: same}",
            {"duration": "1d", "after": "gap FS same"},
        ),
        (
            "start: 2021-03-05, finish: 2021-03-31, repeat: {every: week, on: fri}",
            {
                "start": "2021-03-05",
                "finish": "2021-03-31",
                "repeat": "FREQ=WEEKLY;BYDAY=FR",
                "on_day_off": "earlier",
            },
        ),
        (
            "each: all, overrides: {b: {deadline: 2021-03-09, lead: a}, a: {start: 2021-03-02}}",
            {
                "duration": "1d",
                "overrides": "a: start 2021-03-02, duration 1d; b: deadline 2021-03-09, lead a",
            },
        ),
    ],
)
def test_when_a_task_happens(task: str, terms: dict[str, str]) -> None:
    assert terms_of(*_said(task)) == tuple(sorted(terms.items()))


@pytest.mark.parametrize(
    ("task", "details"),
    [
        ("note: N", {}),
        ("no: 7", {"no": "7"}),
        ("participants: [a, b]", {"participants": "a, b"}),
        ("time: 09:00-11:30", {"time": "09:00-11:30"}),
        ("time: 09:00", {"time": "09:00"}),
        ("place: hall, uses: {hall: 1, a: 2}", {"place": "hall", "uses": "a: 2, hall: 1"}),
        ("target: {count: 5, unit: pages}", {"target": "5 pages"}),
        ("accept: a", {"accept": "a"}),
        ("each: all, complete_at: 50%", {"complete_at": "1/2"}),
        ("report_every: 2w", {"report_every": "10d"}),
        ("report_every: 3ed", {"report_every": "3ed"}),
        ("weight: 3, priority: 2", {"weight": "3", "priority": "2"}),
        (
            "checklist: [One, {item: Two, owner: a, due: start - 2d}, {item: Three, owner: b}]",
            {"checklist": "One; Two, a, start - 2d; Three, b"},
        ),
        ("duration: 3d, days: {1: One, 2-3: Two}", {"days": "1-1: One; 2-3: Two"}),
        ("estimate: {optimistic: 1d, likely: 2d, pessimistic: 4d}", {"estimate": "1/2/4"}),
        ("links: [https://a.org, https://b.org]", {"links": "https://a.org, https://b.org"}),
        ("deliverable: Minutes, tags: [x, y]", {"deliverable": "Minutes", "tags": "x, y"}),
    ],
)
def test_all_else(task: str, details: dict[str, str]) -> None:
    assert details_of(*_said(task)) == tuple(sorted(details.items()))
