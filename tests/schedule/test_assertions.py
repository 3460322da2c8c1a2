"""What assertions come to once there are dates, and what is said of those that do not hold."""

import pytest

from tests.pipeline import schedule_and_findings
from tests.schedule.small_plans import plan_of, rules_of

# 2021-03-01 is a Monday; the week is Monday to Friday and there are no holidays.
HEAD = """
deadline: 2021-03-31
owners: {a: {}, b: {}, c: {left: 2021-02-01}, d: {joined: 2021-12-01}}
groups: {units: [a, b], all-units: [a, b, c, d]}
"""
TASKS = """
study:
  deadline: 2021-03-12
  tasks:
    kickoff: {on: 2021-03-01}
    reading: {each: units, after: kickoff, duration: 5d, overrides: {b: {duration: 2d}}}
    outing: {each: all-units, duration: 1d}
    slack: {duration: 2d}
report: {after: study, duration: 1d, deadline: study + 3d}
signing: {after: report, duration: 0d}
weekly: {repeat: {every: week, on: fri}, start: 2021-03-01, finish: 2021-03-12}
rounds: {each: all-units, repeat: {every: week, on: fri}, start: 2021-03-01, finish: 2021-03-12}
"""


def said(text: str, tasks: str = TASKS, head: str = HEAD) -> list[str]:
    """What is found about an assertion."""
    plan = plan_of(tasks, f"{head}assert: ['{text}']\n")
    line = plan.splitlines().index(f"assert: ['{text}']") + 1
    findings = schedule_and_findings(plan)[1]
    return [f"{each.rule}: {each.message}" for each in findings if each.span.line == line]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("kickoff", "2021-03-01"),
        ("reading.start", "2021-03-02"),
        ("reading.finish", "2021-03-08"),
        ("study.start", "2021-03-01"),
        ("study", "2021-03-08"),
        ("study.deadline", "2021-03-12"),
        ("report.deadline", "2021-03-11"),
        ("signing", "2021-03-09"),
        ("weekly.start", "2021-03-05"),
        ("weekly.finish", "2021-03-12"),
        ("plan.start", "2021-03-01"),
        ("plan.finish", "2021-03-09"),
        ("plan.deadline", "2021-03-31"),
        ("slack.early_start", "2021-03-01"),
        ("slack.early_finish", "2021-03-02"),
        ("slack.late_start", "2021-03-05"),
        ("slack.late_finish", "2021-03-08"),
        ("plan.early_start", "2021-03-01"),
        ("reading.duration", "5d"),
        ("study.duration", "6d"),
        ("plan.duration", "7d"),
        ("slack.workdays", "2d"),
        ("plan.workdays", "7d"),
        ("slack.float", "4d"),
        ("slack.free_float", "4d"),
        ("reading.float", "0d"),
        ("study.float", "0d"),
        ("plan.float", "0d"),
        ("signing.duration", "0d"),
        ("count(reading)", "2"),
        ("count(outing)", "2"),
        ("count(rounds)", "2"),
        ("count(weekly)", "1"),
        ("count(study)", "4"),
        ("count(plan)", "8"),
        ("plan.count", "8"),
        ("count(all-units)", "4"),
        ("kickoff + 1d", "2021-03-02"),
        ("kickoff + 1w", "2021-03-08"),
        ("kickoff + 5ed", "2021-03-06"),
        ("kickoff + 5ed + 1d", "2021-03-08"),
        ("kickoff + (5ed + 1)", "2021-03-07"),
        ("kickoff - 1d", "2021-02-26"),
        ("kickoff + slack.float", "2021-03-05"),
        ("workdays(kickoff, report)", "7d"),
        ("workdays(kickoff, kickoff)", "1d"),
        ("workdays(report, kickoff)", "0d"),
        ("workdays(study)", "6d"),
        ("days(kickoff, report)", "9ed"),
        ("days(report, kickoff)", "0ed"),
        ("min(kickoff, report, 2021-03-05)", "2021-03-01"),
        ("max(kickoff, report, 2021-03-05)", "2021-03-09"),
        ("max(1, slack.float, 2)", "4d"),
        ("1 + 2 - 5", "-2"),
        ("1 - (2 - 5)", "4"),
    ],
)
def test_what_is_asked_has_its_value(asked: str, value: str) -> None:
    assert said(f"{asked} == {value}") == []
    (message,) = said(f"{asked} != {value}")
    assert message.startswith(f"assert-failed: {asked} != {value} does not hold: {value}")


OF_UNITS = """
f:
  each: units
  duration: 2d
  deadline: 2021-03-15
  overrides: {b: {start: 2021-03-03, duration: 4d, deadline: 2021-03-19}}
g: {each: units, duration: 1d, overrides: {b: {duration: 9d}}}
"""


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("f.start", "2021-03-01"),
        ("f.finish", "2021-03-08"),
        ("f.early_start", "2021-03-01"),
        ("f.early_finish", "2021-03-08"),
        ("f.late_start", "2021-03-08"),
        ("f.late_finish", "2021-03-11"),
        ("f.deadline", "2021-03-19"),
        ("f.duration", "4d"),
        ("f.float", "3d"),
        ("f.free_float", "3d"),
    ],
)
def test_of_units_that_differ_the_value_holds_for_all(asked: str, value: str) -> None:
    assert said(f"{asked} == {value}", OF_UNITS) == []


def test_a_fan_out_is_critical_where_one_of_its_units_is() -> None:
    assert said("critical(g) and not critical(f)", OF_UNITS) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("study.finish <= 2021-03-05", "2021-03-08 (Mon) <= 2021-03-05 (Fri)"),
        ("count(reading) >= 310", "2 >= 310"),
        ("slack.float > 4", "4d > 4"),
        ("days(kickoff, report) < 9ed", "9ed < 9ed"),
        ("critical(slack)", "false"),
        ("not critical(report)", "not true"),
        ("not (critical(study) and 1 < 2)", "not (true and 1 < 2)"),
        ("critical(slack) or 2 < 1", "false or 2 < 1"),
        ("start + 1d == finish", "2021-03-02 (Tue) == 2021-03-09 (Tue)"),
    ],
)
def test_one_that_does_not_hold_shows_both_sides(text: str, values: str) -> None:
    assert said(text) == [f"assert-failed: {text} does not hold: {values}"]


def test_of_several_conditions_those_that_fail_are_shown() -> None:
    text = "1 < 2 and 2 < 1 and start == 2021-03-01 and 4 < 3"
    (message,) = said(text)
    assert message == "assert-failed: 2 < 1 and 4 < 3 does not hold: 2 < 1 and 4 < 3"


def test_a_long_one_is_cut() -> None:
    (message,) = said("count(plan) < 1" + " + 0" * 100)
    assert message == f"assert-failed: count(plan) < 1{' + 0' * 20} +... does not hold: 8 < 1"


LOST = """
a: {after: b}
b: {after: a}
later: {after: a}
fine: {duration: 3d}
units: {each: units, overrides: {b: {start: later}}}
phase: {tasks: {in-circle: {after: a}, in-order: {duration: 2d}}}
seldom: {repeat: {every: week, on: fri}, start: later, finish: 2021-03-12}
round: {each: units, repeat: {every: week, on: fri}, start: later, finish: 2021-03-12}
"""


@pytest.mark.parametrize(
    "text",
    [
        "a < 2021-01-01",
        "later < 2021-01-01",
        "not later > 2021-01-01",
        "float(later) > 9",
        "later.workdays > 9",
        "workdays(fine, later) > 9",
        "days(fine, later) > 9",
        "min(fine, later) < 2021-01-01",
        "later + 5d < 2021-01-01",
        "critical(later) or 2 < 1",
        "critical(later) and 1 < 2",
        "units < 2021-01-01",
        "count(units) > 9",
        "seldom < 2021-01-01",
        "count(round) > 9",
    ],
)
def test_what_hangs_on_a_task_without_dates_is_not_checked(text: str) -> None:
    assert said(text, LOST) == []


def test_what_can_be_told_all_the_same_is_told() -> None:
    """Phases are dated, and assertions evaluated, from the rest."""
    assert said("critical(later) or 1 < 2", LOST) == []
    assert said("phase == 2021-03-02 and plan == 2021-03-03 and count(phase) == 2", LOST) == []
    (message,) = said("fine < 2021-03-01 and later < 2021-01-01", LOST)
    assert message.endswith("fine < 2021-03-01 does not hold: 2021-03-03 (Wed) < 2021-03-01 (Mon)")
    (message,) = said("not (1 < 2 or later < finish)", LOST)
    assert message.endswith("not (1 < 2 or no date < 2021-03-03 (Wed))")


def test_a_plan_without_dates_has_no_values() -> None:
    circle = "a: {after: b}\nb: {after: a}\n"
    for name in ("finish", "duration", "workdays", "float", "critical", "late_finish"):
        asked = f"plan.{name}" if name != "finish" else "finish"
        text = asked if name == "critical" else f"{asked} != {asked}"
        assert said(text, circle) == []
    assert said("count(plan) == 2 and start == 2021-03-01", circle) == []


def test_nobody_left_is_nobody() -> None:
    tasks = "a: {each: gone, duration: 1d}\n"
    head = "owners: {x: {left: 2021-02-01}}\ngroups: {gone: [x], none: []}\n"
    assert said("count(a) == 0 and count(gone) == 1", tasks, head) == []
    assert said("a < 2021-01-01", tasks, head) == []


@pytest.mark.parametrize(
    "text",
    [
        "start + (1ed + 999999999) > start",
        "start - (1ed + 999999999) < start",
        "start + (1d + 999999999) > start",
        "start - (1d + 999999999) < start",
    ],
)
def test_no_day_lies_past_the_year_9999(text: str) -> None:
    (message,) = said(text)
    assert message == f"too-large: {text} counts past the years 1 to 9999"


def test_lengths_count_in_the_calendar_of_the_plan_that_says_it() -> None:
    head = "calendar: {days_off: [2021-03-02, 2021-03-03]}\n"
    assert said("kickoff + 1d == 2021-03-04", "kickoff: {on: 2021-03-01}\n", head) == []


def test_each_assertion_is_held_by_itself() -> None:
    rules = rules_of("a: {duration: 1d}", "assert: [1 < 2, 2 < 1, 3 < 1]\n")
    assert rules.count("assert-failed") == 2


def test_what_fails_of_an_or_keeps_its_parentheses() -> None:
    (message,) = said("(2 < 1 or 3 < 1) and 1 < 2 and 4 < 1")
    assert message == (
        "assert-failed: (2 < 1 or 3 < 1) and 4 < 1 does not hold: (2 < 1 or 3 < 1) and 4 < 1"
    )
