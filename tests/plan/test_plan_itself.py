from datetime import date
from fractions import Fraction

import pytest

from rectify_cli.plan.model import Estimate, FixedDate, Lag, RelativeDate, Target
from rectify_cli.plan.zones import ZONE_OF_COUNTRY
from tests.plan.resolved import HEAD, plan_of, resolve_text, rules_of, task


def test_what_a_plan_says_nothing_of_has_its_default() -> None:
    plan = plan_of("rectify: 1\ntitle: T\nstart: 2021-03-05\n")
    assert (plan.path, plan.title, plan.start) == ("plan.yaml", "T", date(2021, 3, 5))
    assert (plan.deadline, plan.goal, plan.timezone, plan.language) == (None, None, "UTC", "en")
    assert (plan.due_soon, plan.strict, plan.week_days) == (Lag(3), False, 5)
    assert (plan.tasks, plan.ignores, plan.assertions, plan.complete) == ((), (), (), True)


def test_what_a_plan_says() -> None:
    plan = plan_of(
        """rectify: 1
title: 日程
start: 2021-03-05
deadline: study.finish + 1w
goal: kickoff
language: zh
calendar: {country: CN, week: [mon, tue]}
lamps: {due_soon: 2w}
check: {strict: true}
phases: {study: {tasks: {kickoff: {on: 2021-03-05}}}}
"""
    )
    assert plan.deadline == RelativeDate(0, "finish", Lag(2))
    assert (plan.goal, plan.timezone, plan.language) == (1, "Asia/Shanghai", "zh")
    assert (plan.due_soon, plan.strict, plan.week_days) == (Lag(4), True, 2)


@pytest.mark.parametrize(
    ("country", "zone"), [("CN", "Asia/Shanghai"), ("DE", "Europe/Berlin"), ("US", "UTC")]
)
def test_the_timezone_is_the_countrys_only_one(country: str, zone: str) -> None:
    assert plan_of(f"{HEAD}calendar: {{country: {country}}}\n").timezone == zone


def test_a_timezone_that_is_named_wins() -> None:
    text = f"{HEAD}timezone: Europe/Paris\ncalendar: {{country: CN}}\n"
    assert plan_of(text).timezone == "Europe/Paris"


def test_the_zones_are_in_order_of_country() -> None:
    assert list(ZONE_OF_COUNTRY) == sorted(ZONE_OF_COUNTRY)


def test_without_a_start_all_else_is_said() -> None:
    plan, findings = resolve_text("rectify: 1\ntitle: T\ntasks:\n  a: {after: b, on: 2021-03-01}\n")
    assert plan is not None
    assert plan.lacks_start
    assert sorted(each.rule for each in findings) == [
        "missing-key",
        "no-deadline",
        "no-owner",
        "unknown-reference",
    ]


def test_without_a_title_it_is_called_by_its_file() -> None:
    plan, _ = resolve_text("rectify: 1\nstart: 2021-03-01\n")
    assert plan is not None
    assert plan.title == "plan.yaml"


def test_a_goal_cannot_repeat() -> None:
    repeats = "start: 2021-03-01, finish: 2021-03-31, repeat: {every: week}"
    text = f"{HEAD}goal: w\ntasks: {{w: {{{repeats}}}}}\n"
    assert rules_of(text) == [("bad-value", 5), ("no-owner", 6)]


def test_every_field_of_a_task_is_carried() -> None:
    plan = plan_of(
        f"""{HEAD}owners: {{o: {{}}, hall: {{kind: place}}}}
tasks:
  t:
    title: Kick-off
    no: 01
    owner: o
    duration: 2d
    schedule: alap
    time: 09:00-11:30
    place: hall
    uses: {{hall: 1/2}}
    checklist: [Agenda, {{id: print, item: Printed, owner: o, due: start - 2d}}]
    days: {{1: Opening}}
    links: https://example.org
    deliverable: Minutes
    target: {{count: 150, unit: pieces}}
    estimate: {{optimistic: 1d, likely: 2d, pessimistic: 1w}}
    weight: 2
    priority: 5
    note: Take care
    was: [old.path]
""".replace("1/2", "0.5")
    )
    t = plan.tasks[0]
    assert (t.title, t.no, t.alap, t.place) == ("Kick-off", "01", True, "hall")
    assert t.uses == {"hall": Fraction(1, 2)}
    assert [(item.id, item.text, item.owner) for item in t.checklist] == [
        ("Agenda", "Agenda", None),
        ("print", "Printed", "o"),
    ]
    assert t.checklist[1].due == RelativeDate(None, "start", Lag(-2))
    assert (t.urls, t.deliverable, t.note) == (("https://example.org",), "Minutes", "Take care")
    assert t.target == Target(150, "pieces")
    assert t.estimate == Estimate(1, 2, 5)
    assert (t.weight, t.priority, t.was) == (Fraction(2), 5, ("old.path",))
    assert [day.text for day in t.days] == ["Opening"]
    assert t.time is not None
    assert t.complete_at == 1


def test_a_share_of_units_may_be_enough() -> None:
    plan = plan_of(
        f"{HEAD}owners: {{a: {{}}}}\ngroups: {{g: [a]}}\n"
        "tasks: {t: {each: g, complete_at: 90%, duration: 1d}}\n"
    )
    assert plan.tasks[0].complete_at == Fraction(9, 10)


def test_deadlines_of_phases_may_hang_on_their_own_start() -> None:
    plan = plan_of(
        f"{HEAD}phases:\n  p: {{start: 2021-03-08, deadline: start + 5d, "
        "tasks: {t: {on: 2021-03-08}}}\n"
    )
    assert task(plan, "p").deadline == RelativeDate(None, "start", Lag(5))
    assert task(plan, "p").dates.start == FixedDate(date(2021, 3, 8))
