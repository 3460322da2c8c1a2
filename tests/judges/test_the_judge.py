"""The judge itself, on plans small enough to be dated by hand."""

from datetime import date

import pytest

from tests.judges.mpxj_judge import Judged, judge
from tests.judges.mpxj_scheduler import why_not
from tests.judges.small_plan import Calendar, Lag, Link, Plan, Task

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(why_not() is not None, reason=f"mpxj cannot judge here: {why_not()}"),
]

MONDAY = date(2021, 3, 1)


def march(day: int) -> date:
    return date(2021, 3, day)


def verdict(*tasks: Task, calendar: Calendar | None = None) -> dict[str, Judged]:
    names = tuple(task.id for task in tasks)
    return judge(Plan(MONDAY, calendar or Calendar(), tasks, names))


def days(found: Judged) -> tuple[int, int]:
    return found.start.day, found.finish.day


def test_make_up_day_is_worked_and_day_off_is_not() -> None:
    calendar = Calendar(days_off=(march(8),), workdays=(march(6),))
    assert days(verdict(Task("a", 8), calendar=calendar)["a"]) == (1, 10)


def test_four_links_of_two_tasks() -> None:
    found = verdict(
        Task("a", 5),
        Task("fs", 2, (Link("a", "FS", Lag(1)),)),
        Task("ss", 2, (Link("a", "SS", Lag(2)),)),
        Task("ff", 2, (Link("a", "FF", Lag(-1)),)),
        Task("late", 1, start=march(10)),
        Task("sf", 2, (Link("late", "SF"),)),
    )
    assert {name: days(found[name]) for name in ("fs", "ss", "ff", "sf")} == {
        "fs": (9, 10),
        "ss": (3, 4),
        "ff": (3, 4),
        "sf": (8, 9),
    }


@pytest.mark.parametrize(("amount", "finish"), [(1, 8), (2, 8), (3, 8), (4, 9), (-1, 4)])
def test_elapsed_lag_binds_the_finish_by_the_calendar(amount: int, finish: int) -> None:
    """P ends on Friday 5 March; a finish on a day off moves to the next workday."""
    found = verdict(Task("p", 5), Task("q", 3, (Link("p", "FF", Lag(amount, "ed")),)))
    assert found["q"].finish == march(finish)


def test_lag_counts_in_the_successors_calendar() -> None:
    """P ends on Friday 5 March, a day off for Q."""
    off = Calendar(days_off=(march(5),))
    found = verdict(Task("p", 5), Task("q", 1, (Link("p", "FS", Lag(-1)),), calendar=off))
    assert found["q"].start == march(4)


def test_milestone_stands_on_the_side_that_its_link_names() -> None:
    found = verdict(
        Task("a", 5),
        Task("b", 1, start=march(8)),
        Task("end", 0, (Link("a"),)),
        Task("beginning", 0, (Link("b", "SS"),)),
        Task("tie", 0, (Link("a"), Link("b", "SS"))),
    )
    assert [found[name].start.day for name in ("end", "beginning", "tie")] == [5, 8, 5]


def test_pin_caps_what_leads_to_it_and_stops_a_cap_from_behind_it() -> None:
    found = verdict(
        Task("a", 2),
        Task("pin", 2, (Link("a"),), on=march(8)),
        Task("b", 2, (Link("pin"),), deadline=march(9)),
        Task("long", 20),
    )
    assert {name: found[name].total_float for name in ("a", "pin", "b", "long")} == {
        "a": 3,
        "pin": 0,
        "b": -2,
        "long": 0,
    }
    assert [name for name, one in found.items() if one.critical] == ["b", "long"]


def test_nothing_starts_before_the_plan() -> None:
    found = verdict(Task("a", 2), Task("b", 3, (Link("a", "SF"),)))
    assert found["b"].start == MONDAY
