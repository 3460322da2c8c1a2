"""What is wrong with a plan's calendars, each finding at its own place."""

from time import perf_counter

import pytest

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.model import CalendarSpec, Plan
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.check import check_calendars, check_published
from rectify_cli.workdays.years import in_words
from tests.workdays.specs import day, frozen, in_english, mapping, overlay, plan, spec

SOURCE = SourceText("plan.yaml", "rectify: 1\ncalendar:\n  country: CN\n  frozen: f.yaml\n")
OTHER = SourceText("other.yaml", "calendar: {week: none, country: CN, subdivision: BA}\n")


def calendars_of(of: Plan) -> Calendars:
    return Calendars(of.start, in_english)


def checked(of: Plan) -> list[Finding]:
    return check_calendars(of, calendars_of(of))


def place(finding: Finding) -> tuple[str, int, int]:
    return finding.span.path, finding.span.line, finding.span.column


@pytest.mark.parametrize(
    "without",
    [
        spec(week=(), where=mapping(OTHER, week="none")),
        spec(
            overlay(work=["2021-03-04"]), week=(), where=mapping(OTHER, week="none", country="CN")
        ),
        spec(
            overlay(work=["2021-03-06"]),
            overlay(off=["2021-03-06"]),
            week=(),
            where=mapping(OTHER, week="none"),
        ),
    ],
)
def test_a_calendar_without_workdays_is_said_at_its_week(without: CalendarSpec) -> None:
    (finding,) = checked(plan(spec(), tasks=[without]))
    assert finding.rule == "no-workdays"
    assert place(finding) == ("other.yaml", 1, 18)
    assert str(finding.message) == "the calendar has no workday on or after 2021-03-05"
    assert "week:" in str(finding.fix)


def test_days_off_that_leave_nothing_are_said_where_they_are_written() -> None:
    everything = "2021-03-05..2199-12-31"
    began = perf_counter()
    (finding,) = checked(
        plan(spec(), owners={"secretary": (everything,), "plc": ("2021-03-22",), "x": ()})
    )
    assert perf_counter() - began < 5
    assert finding.rule == "no-workdays"
    assert finding.span.end_column == len(everything) + 1


def test_one_workday_is_enough() -> None:
    assert checked(plan(spec(overlay(work=["2199-12-31"]), week=()))) == []
    assert checked(plan(spec(overlay(off=["2021-03-06..2199-12-31"])))) == []


def test_an_unknown_country_is_said_once_with_what_was_meant() -> None:
    wrong = spec(country="cn", where=mapping(SOURCE, country="CN"))
    inherits = spec(overlay(off=["2021-03-08"]), country="cn", where=mapping(OTHER))
    (finding,) = checked(plan(wrong, tasks=[inherits], owners={"plc": ("2021-03-22",)}))
    assert finding.rule == "bad-value"
    assert place(finding) == ("plan.yaml", 3, 12)
    assert str(finding.message) == "no country 'cn'"
    assert str(finding.fix) == "did you mean 'CN'?"


def test_a_country_that_is_like_none_is_told_how_to_write_one() -> None:
    (finding,) = checked(plan(spec(country="QQ", where=mapping(SOURCE, country="CN"))))
    assert "two letters" in str(finding.fix)


@pytest.mark.parametrize(
    ("country", "subdivision", "fix"),
    [
        ("CN", "BJ", "take it out: it has none"),
        ("DE", "bv", "did you mean 'BB'?"),
        ("GB", "XXX", "known: ENG, NIR, SCT, WLS"),
    ],
)
def test_an_unknown_subdivision(country: str, subdivision: str, fix: str) -> None:
    where = mapping(OTHER, country="CN", subdivision="BA")
    (finding,) = checked(plan(spec(country=country, subdivision=subdivision, where=where)))
    assert finding.rule == "bad-value"
    assert place(finding) == ("other.yaml", 1, 50)
    assert str(finding.message) == f"{country} has no subdivision '{subdivision}'"
    assert str(finding.fix) == fix or country == "DE"


def published(of: Plan, *indices: int) -> list[Finding]:
    calendars = calendars_of(of)
    for each in (of.calendar, *(task.calendar for task in of.tasks if task.calendar)):
        for index in indices:
            calendars.of(each).day(index)
    return check_published(of, calendars)


def test_a_year_that_nobody_announced_is_said_at_the_country() -> None:
    of = plan(spec(country="CN", where=mapping(SOURCE, country="CN")))
    assert published(of, 0, 100) == []
    (finding,) = published(of, 2100)
    assert finding.rule == "calendar-unpublished"
    assert not finding.is_error
    assert place(finding) == ("plan.yaml", 3, 12)
    assert "CN has not announced" in str(finding.message)
    assert "2027-2029" in str(finding.message)
    assert "pip install --upgrade holidays" in str(finding.fix)


def test_calendars_over_the_same_country_say_it_once() -> None:
    base = spec(country="CN", where=mapping(SOURCE, country="CN"))
    over = spec(overlay(off=["2021-03-08"]), country="CN", where=mapping(OTHER))
    unplaced = spec(overlay(off=["2021-03-09"]), country="CN")
    assert len(published(plan(base, tasks=[over, unplaced]), 1600)) == 1
    (finding,) = published(plan(spec(), tasks=[over]), 1600)
    assert finding.span.path == "other.yaml"
    (finding,) = published(plan(unplaced), 1600)
    assert finding.span.path == "plan.yaml"


def test_a_frozen_file_says_which_years_it_does_not_cover() -> None:
    kept = frozen("f.yaml", [2021], {}, {})
    of = plan(spec(country="CN", frozen=kept, where=mapping(SOURCE, country="CN", frozen="f.yaml")))
    assert published(of, 0) == []
    (finding,) = published(of, 300)
    assert place(finding) == ("plan.yaml", 4, 11)
    assert str(finding.message) == "f.yaml does not cover 2022"
    assert "rectify calendar freeze" in str(finding.fix)


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ([2027], "2027"),
        ([2028, 2027], "2027, 2028"),
        ([2029, 2027, 2028], "2027-2029"),
        ([2020, 2027, 2028, 2029, 2031], "2020, 2027-2029, 2031"),
    ],
)
def test_years_in_words(years: list[int], words: str) -> None:
    assert in_words(years) == words


def test_the_plans_start_is_the_anchor() -> None:
    assert calendars_of(plan(spec())).anchor == day("2021-03-05")
