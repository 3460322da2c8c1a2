"""What is found in dates: overloads, bookings and missed deadlines where one word decides."""

import pytest

from tests.pipeline import schedule_and_findings
from tests.schedule.small_plans import plan_of, rules_of

_HEAD = """
    owners: {hall: {capacity: 1}, li: {kind: person}, a: {kind: u}, b: {kind: u}}
    groups: {g: {kind: u}}
"""


@pytest.mark.parametrize(("days", "told"), [(1, False), (2, True)])
def test_an_overload_is_looked_for_on_every_set_of_calendars_that_work(
    days: int,
    told: bool,  # noqa: FBT001 - pytest hands it by name
) -> None:
    """On the first day only one of them works; both do from the second on."""
    tasks = f"""
        late: {{duration: {days}d, uses: {{hall: 1}}, calendar: {{days_off: [2021-03-01]}}}}
        soon: {{duration: {days}d, uses: {{hall: 1}}}}
    """
    assert ("overload" in rules_of(tasks, _HEAD)) == told


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("00:00-00:01", False),
        ("09:59-10:00", False),
        ("09:59-10:01", True),
        ("10:59-12:00", True),
        ("11:00-12:00", False),
        ("23:00-00:00", False),
    ],
)
def test_a_range_ends_with_the_minute_before_its_end(
    time: str,
    told: bool,  # noqa: FBT001 - pytest hands it by name
) -> None:
    tasks = f"""
        one: {{on: 2021-03-01, lead: li, time: "{time}"}}
        other: {{on: 2021-03-01, lead: li, time: "10:00-11:00"}}
    """
    assert ("double-booked" in rules_of(tasks, _HEAD)) == told


def test_a_unit_that_is_written_behind_a_deadline_is_not_what_misses_it() -> None:
    """`outside-phase` tells that one; the phase is late by the work that was scheduled."""
    tasks = """
        phase:
          deadline: 2021-03-03
          tasks:
            units: {each: g, duration: 2d, overrides: {a: {on: 2021-03-10}}}
            leads: {each: g, duration: 2d, overrides: {a: {lead: li}}}
            work: {duration: 5d}
    """
    _, findings = schedule_and_findings(plan_of(tasks, _HEAD))
    said = [str(each.message) for each in findings if each.rule == "deadline-missed"]
    assert said == ["phase ends Fri 2021-03-05, 2 workdays after its deadline"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (3, "Wed 2021-03-03, 1 workday after"),
        (4, "Thu 2021-03-04, 2 workdays after"),
        (5, "Fri 2021-03-05, 3 workdays after"),
        (6, "Mon 2021-03-08, 4 workdays after"),
    ],
)
def test_how_late_is_counted_in_workdays(days: int, said: str) -> None:
    tasks = f"""
        task: {{duration: {days}d, deadline: 2021-03-02}}
        phase: {{deadline: 2021-03-02, tasks: {{work: {{duration: {days}d}}}}}}
    """
    plans = plan_of(tasks), plan_of(f"work: {{duration: {days}d}}", "deadline: 2021-03-02\n")
    findings = [each for plan in plans for each in schedule_and_findings(plan)[1]]
    found = [str(each.message) for each in findings if each.rule == "deadline-missed"]
    names = ("phase", "task", "the plan")
    assert sorted(found) == [f"{name} ends {said} its deadline" for name in names]


def test_all_who_are_booked_twice_at_one_time_are_told() -> None:
    head = """
        owners:
          a: {title: Ana, kind: person}
          b: {title: Ben, kind: person}
          hall: {title: Hall, kind: place}
    """
    tasks = """
        one: {on: 2021-03-01, time: "09:00-11:00", lead: a, place: hall}
        two: {on: 2021-03-01, time: "09:00-09:30", lead: b}
        both: {on: 2021-03-01, time: "09:00-10:00", lead: a, place: hall, participants: b}
    """
    _, findings = schedule_and_findings(plan_of(tasks, head))
    (found,) = [each for each in findings if each.rule == "double-booked"]
    assert str(found.message) == "Ana, Hall are in one and both at the same time on Mon 2021-03-01"
    assert [str(each.message) for each in found.related] == ["the other time", "Ben is there, too"]
