from datetime import date

import pytest

from rectify_cli.plan.model import Dates, FixedDate, Lag, RelativeDate
from tests.plan.resolved import HEAD, plan_of, resolve_text, rules_of, task

MARCH_8 = FixedDate(date(2021, 3, 8))
MARCH_12 = FixedDate(date(2021, 3, 12))


def dates(fields: str, around: str = "") -> Dates:
    text = f"{HEAD}{around}owners: {{o: {{}}}}\ntasks:\n  x: {{owner: o, duration: 1d}}\n"
    return task(plan_of(f"{text}  t: {{owner: o, {fields}}}\n"), "t").dates


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title: Nothing said", Dates(duration=1)),
        ("duration: 3d", Dates(duration=3)),
        ("duration: 2w", Dates(duration=10)),
        ("duration: 0d", Dates(duration=0)),
        ("on: 2021-03-08", Dates(on=MARCH_8, duration=1)),
        ("on: 2021-03-08, duration: 2d", Dates(on=MARCH_8, duration=2)),
        ("finish: 2021-03-12", Dates(finish=MARCH_12, duration=1)),
        ("finish: 2021-03-12, duration: 2d", Dates(finish=MARCH_12, duration=2)),
        ("start: 2021-03-08", Dates(start=MARCH_8, duration=1)),
        ("start: 2021-03-08, finish: 2021-03-12", Dates(start=MARCH_8, finish=MARCH_12)),
        ("duration: to-deadline", Dates(to_deadline=True)),
        ("start: 2021-03-08, duration: to-deadline", Dates(start=MARCH_8, to_deadline=True)),
        ("on: x + 2d", Dates(on=RelativeDate(0, "finish", Lag(2)), duration=1)),
        ("start: x.start - 1w", Dates(start=RelativeDate(0, "start", Lag(-5)), duration=1)),
        (
            "start: 2021-03-08, finish: start + 1ew",
            Dates(start=MARCH_8, finish=RelativeDate(None, "start", Lag(7, elapsed=True))),
        ),
    ],
)
def test_what_is_written_about_a_task_becomes_its_dates(fields: str, expected: Dates) -> None:
    assert dates(fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title: Nothing said", Dates(duration=4)),
        ("start: 2021-03-08", Dates(start=MARCH_8, duration=4)),
        ("duration: 2d", Dates(duration=2)),
        ("on: 2021-03-08", Dates(on=MARCH_8, duration=1)),
        ("finish: 2021-03-12", Dates(finish=MARCH_12, duration=1)),
        ("start: 2021-03-08, finish: 2021-03-12", Dates(start=MARCH_8, finish=MARCH_12)),
    ],
)
def test_defaults_have_a_say_where_neither_day_nor_duration_is_written(
    fields: str, expected: Dates
) -> None:
    assert dates(fields, "defaults: {duration: 4d}\n") == expected


def test_defaults_may_be_to_deadline() -> None:
    assert dates("tags: []", "defaults: {duration: to-deadline}\n") == Dates(to_deadline=True)


def test_a_week_has_as_many_workdays_as_the_plans() -> None:
    assert dates("duration: 2w", "calendar: {week: [mon, tue, wed, thu]}\n").duration == 8


def test_a_repeating_task_takes_no_duration() -> None:
    around = "defaults: {duration: 4d}\n"
    assert dates("repeat: {every: week}", around) == Dates()
    assert dates("repeat: {every: week}, start: 2021-03-08", around) == Dates(start=MARCH_8)


def test_an_override_replaces_all_dates() -> None:
    plan = plan_of(
        f"""{HEAD}owners: {{a: {{}}, b: {{}}, c: {{}}, d: {{}}, boss: {{}}}}
groups: {{all: [a, b, c, d]}}
defaults: {{duration: 6d}}
tasks:
  t:
    each: all
    start: 2021-03-08
    finish: 2021-03-12
    overrides:
      a: {{on: 2021-03-08}}
      b: {{deadline: 2021-03-31, lead: boss}}
      c: {{start: 2021-03-08}}
      d: {{duration: 2d}}
"""
    )
    overrides = task(plan, "t").overrides
    assert overrides["a"].dates == Dates(on=MARCH_8, duration=1)
    assert overrides["b"].dates is None
    assert overrides["b"].deadline == FixedDate(date(2021, 3, 31))
    assert overrides["b"].lead == "boss"
    assert overrides["c"].dates == Dates(start=MARCH_8, duration=6)
    assert overrides["d"].dates == Dates(duration=2)


def doubtful(text: str) -> dict[str, bool]:
    plan, _ = resolve_text(f"{HEAD}owners: {{o: {{}}}}\n{text}")
    assert plan is not None
    assert plan.complete is not any(each.doubtful for each in plan.tasks)
    return {each.path: each.doubtful for each in plan.tasks}


@pytest.mark.parametrize(
    "fields",
    [
        "duration: 15 days",
        "on: 2021-02-30",
        "start: nobody + 1d",
        "finish: nobody",
        "after: nobody",
        "after: [x, nobody]",
        "on: 2021-03-08, start: 2021-03-08",
        "start: 2021-03-09, finish: 2021-03-08",
        "duration: to-deadline, deadline: 2021-02-30",
        "duration: to-deadline, deadline: nobody",
        "each: nobody",
        "overrides: {o: {duration: 2d}}",
        "schedule: later",
    ],
)
def test_a_task_whose_dates_hang_on_an_error_is_doubtful(fields: str) -> None:
    text = f"tasks:\n  x: {{owner: o, duration: 1d}}\n  t: {{owner: o, {fields}}}\n"
    assert doubtful(text) == {"x": False, "t": True}


@pytest.mark.parametrize(
    "fields",
    [
        "owner: nobody",
        "lead: nobody",
        "deadline: nobody + 1d",
        "title: []",
        "weight: -1",
        "calendar: {week: [mun]}",
        "calendar: {frozen: not-there.yaml}",
    ],
)
def test_an_error_that_no_date_hangs_on_leaves_them(fields: str) -> None:
    assert doubtful(f"tasks:\n  t: {{duration: 1d, {fields}}}\n") == {"t": False}


def test_what_is_in_a_phase_in_doubt_is_in_doubt() -> None:
    text = """phases:
  a: {start: nobody + 1d, tasks: {t: {owner: o, duration: 1d}}}
  b:
    owner: o
    deadline: 2021-02-30
    tasks: {t: {duration: 1d}, h: {duration: to-deadline}}
  c: {defaults: {duration: 2 days}, tasks: {t: {owner: o}, u: {owner: o, duration: 1d}}}
  d: {calendar: {country: china}, tasks: {t: {owner: o, duration: 1d}}}
"""
    assert [path for path, unsure in doubtful(text).items() if unsure] == [
        "a",
        "a.t",
        "b.h",
        "c.t",
    ]


def test_a_name_that_looks_like_an_offset_may_be_none() -> None:
    text = f"{HEAD}owners: {{o: {{}}}}\ntasks:\n  kickoff: {{owner: o, on: 2021-03-01}}\n"
    _, findings = resolve_text(f"{text}  t: {{owner: o, duration: 1d, deadline: kickof-2d}}\n")
    assert [str(each.fix) for each in findings] == ["did you mean 'kickoff'?"]
    _, findings = resolve_text(f"{text}  t: {{owner: o, duration: 1d, deadline: kickoff-2d}}\n")
    assert [str(each.fix) for each in findings] == [
        "write kickoff - 2d: spaces stand round the sign"
    ]


def test_overrides_of_a_fan_out_in_error_are_left_alone() -> None:
    fields = "each: [[]], overrides: {o: {on: 2021-03-01}}"
    text = f"{HEAD}owners: {{o: {{}}}}\ntasks:\n  t: {{{fields}}}\n"
    assert [rule for rule, _ in rules_of(text)] == ["wrong-type"]


def test_one_typing_mistake_one_finding() -> None:
    text = f"""{HEAD}owners: {{o: {{}}}}
phases:
  one:
    ownr: o
    dedline: 2021-04-30
    tasks:
      t: {{duration: 3 days, days: {{5: Test}}}}
      u: {{after: t, duration: to-deadline}}
"""
    assert rules_of(text) == [("bad-length", 11), ("unknown-key", 8), ("unknown-key", 9)]


def test_a_unit_in_doubt_makes_the_fan_out_doubtful() -> None:
    plan, findings = resolve_text(
        f"""{HEAD}owners: {{a: {{}}, b: {{}}}}
groups: {{all: [a, b]}}
tasks:
  t: {{each: all, duration: 1d, overrides: {{b: {{on: 2021-02-30}}}}}}
  u: {{each: all, duration: 1d, overrides: {{c: {{duration: 2d}}}}}}
  v: {{each: all, duration: 1d, overrides: {{b: {{deadline: 2021-02-30}}}}}}
  w: {{each: all, duration: 1d, overrides: {{b: {{lead: nobody}}}}}}
  x: {{each: all, duration: 1d, overrides: [b]}}
"""
    )
    assert plan is not None
    assert [each.doubtful for each in plan.tasks] == [True, True, False, False, True]
    assert plan.tasks[3].overrides["b"].dates is None
    assert len(findings) == 5


def test_a_link_to_a_fan_out_in_error_is_not_blamed() -> None:
    text = f"""{HEAD}owners: {{a: {{}}}}
groups: {{all: [a]}}
tasks:
  t: {{each: al, duration: 1d}}
  u: {{each: all, duration: 1d, after: {{task: t, each: same}}}}
"""
    assert rules_of(text) == [("unknown-group", 8)]
