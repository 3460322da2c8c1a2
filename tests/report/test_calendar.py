"""The years of a calendar and what would change in them, as a screen, as lines, as a record."""

import json
from datetime import date
from typing import Any

from rectify_cli.plan.model import Plan
from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.table.to_tabs import to_tabs
from rectify_cli.render.table.to_terminal import to_terminal
from rectify_cli.report.calendar_changes import (
    CalendarChanges,
    FileChanges,
    changes_record,
    changes_table,
)
from rectify_cli.report.calendar_record import calendar_record
from rectify_cli.report.calendar_table import calendar_table
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.compare import compare_days
from rectify_cli.workdays.national import NationalDays
from rectify_cli.workdays.year import CalendarYear, calendar_year
from tests.report.a_plan import a_plan, schedule_of
from tests.workdays.specs import day, overlay, plan, spec


def by_the_book(country: str, subdivision: str | None, first: int, last: int) -> NationalDays:
    """Labour Day from a book that ends in 2021."""
    off = {day(f"2021-05-0{each}"): "Labour Day" for each in range(1, 6)}
    worked = {day("2021-04-25"): "Labour Day", day("2021-05-08"): "Labour Day"}
    return NationalDays(off, worked, "a book", frozenset(range(2022, last + 1)))


def years_of(of: Plan, *years: int) -> list[CalendarYear]:
    calendar = Calendars(of.start, by_the_book).of(of.calendar)
    return [calendar_year(calendar, year) for year in years]


CHINA = plan(
    spec(
        overlay(off=["2021-05-17 audit"], work=["2021-05-29 fair", "2021-05-31"]),
        country="CN",
    )
)


def screen(of: Plan, *years: int, language: str = "en") -> str:
    table = calendar_table(of, years_of(of, *years), language)
    return "".join(to_terminal(table, width=80, colour=False))


def test_a_screen_has_every_named_day_and_who_says_so() -> None:
    shown = screen(CHINA, 2021)
    assert "2021  260 workdays" in shown
    assert "Mon to Fri" in shown
    may = shown[shown.index("2021-05  ") : shown.index("2021-06  ")]
    assert may == (
        "2021-05  19 workdays\n"
        "  2021-05-01  Sat  5 days off, to 05-05  Labour Day  a book\n"
        "  2021-05-08  Sat  make-up workday       Labour Day  a book\n"
        "  2021-05-17  Mon  day off               audit  the plan\n"
        "  2021-05-29  Sat  extra workday         fair  the plan\n"
        "  2021-05-31  Mon  workday                 the plan\n"
        "\n"
    )


def test_a_screen_in_chinese() -> None:
    shown = screen(CHINA, 2021, language="zh")
    assert "2021-04-25  周日" in shown
    assert "调休上班" in shown
    assert "计划" in shown


def test_a_year_to_come_is_said() -> None:
    assert "Not announced yet: 2022, 2023." in screen(CHINA, 2021, 2022, 2023)
    assert "Not announced" not in screen(CHINA, 2021)


def test_a_plain_week_needs_no_country() -> None:
    shown = screen(plan(spec(week=(0, 2))), 2021)
    assert "calendar: Mon, Wed" in shown
    assert "2021  104 workdays" in shown


def test_lines_for_a_pipe_have_the_month_first() -> None:
    lines = "".join(to_tabs(calendar_table(CHINA, years_of(CHINA, 2021), "en"))).splitlines()
    assert (
        "2021-05\t19\t2021-05-01\tSat\t2021-05-05\t5\t5 days off, to 05-05\tLabour Day\ta book"
        in lines
    )
    assert "2021-06\t22" in lines


def read(record: Any) -> Any:
    return json.loads("".join(to_json(record)))


def test_a_record_has_every_day() -> None:
    record = read(calendar_record(CHINA, years_of(CHINA, 2021, 2022)))
    assert record["format"] == 1
    assert record["calendar"] == {
        "country": "CN",
        "subdivision": None,
        "frozen": None,
        "week": ["mon", "tue", "wed", "thu", "fri"],
    }
    first, second = record["years"]
    assert (first["workdays"], first["published"], second["published"]) == (260, True, False)
    assert first["sources"] == ["a book", "plan"]
    assert first["months"][4] == {"month": 5, "workdays": 19}
    assert len(first["days"]) == 365
    assert first["days"][30 + 28 + 31 + 25] == {
        "date": "2021-04-25",
        "workday": True,
        "number": 82,
        "kind": "make-up workday",
        "label": "Labour Day",
        "layer": "country",
        "source": "a book",
    }


def changes(newer: NationalDays, language: str = "en") -> CalendarChanges:
    """The plan of the other tests' frozen file against a newer library."""
    of = a_plan(language, units=3)
    frozen = of.calendar.frozen
    assert frozen is not None
    old = NationalDays(frozen.days_off, frozen.workdays, frozen.source)
    file = FileChanges(frozen.path, old.source, newer.source, tuple(compare_days(old, newer)))
    kept = frozen._replace(days_off=newer.days_off, workdays=newer.workdays)
    moved = of._replace(calendar=of.calendar._replace(frozen=kept))
    return CalendarChanges((file,), schedule_of(of), schedule_of(moved))


def newer(*, off: dict[str, str], named: str = "Labour Day") -> NationalDays:
    frozen = a_plan(units=1).calendar.frozen
    assert frozen is not None
    days = {each: named if "Labour" in label else label for each, label in frozen.days_off.items()}
    days |= {day(each): label for each, label in off.items()}
    return NationalDays(days, frozen.workdays, "holidays 9.9")


def test_what_would_change_names_days_and_tasks() -> None:
    of = changes(newer(off={"2021-03-10": "Storm"}))
    assert [(each.task, each.units) for each in of.moved] == [
        ("study.reading", ("u001", "u002", "u003")),
    ]
    shown = "".join(to_terminal(changes_table(of, "en"), width=100, colour=False))
    assert "calendar-CN.yaml    calendar-CN.yaml > holidays 9.9\n" in shown
    row = next(line for line in shown.splitlines() if "Wed 2021-03-10" in line)
    cells = [part.strip() for part in row.split("  ") if part.strip()]
    assert cells == ["Wed 2021-03-10", "as the week", "day off", "Storm"]
    assert "study.reading" in shown
    assert "(3 units)" in shown


def test_a_record_of_what_would_change() -> None:
    record = read(changes_record(changes(newer(off={"2021-03-10": "Storm"}))))
    assert record["files"] == [
        {
            "path": "calendar-CN.yaml",
            "source": "calendar-CN.yaml",
            "new_source": "holidays 9.9",
            "days": [
                {
                    "date": "2021-03-10",
                    "was": None,
                    "now": {"kind": "day off", "label": "Storm"},
                    "moves": True,
                }
            ],
        }
    ]
    reading = next(each for each in record["tasks"] if each["id"] == "study.reading")
    assert reading["units"] == ["u001", "u002", "u003"]
    assert date.fromisoformat(reading["new_finish"]) > date.fromisoformat(reading["finish"])


def test_a_task_that_is_dated_on_one_side_alone_is_not_said_to_move() -> None:
    of = changes(newer(off={"2021-03-10": "Storm"}))
    assert of._replace(now=of.now._replace(by_task=((),) * len(of.now.by_task))).moved == ()


def test_a_mere_name_changes_nothing() -> None:
    of = changes(newer(off={}, named="May Day"))
    assert of.files[0].days
    assert of.moved == ()
    shown = "".join(to_terminal(changes_table(of, "en"), width=80, colour=False))
    assert shown.endswith("Nothing would change.\n")


def test_a_day_on_which_nothing_hangs_moves_no_task() -> None:
    shown = changes_table(changes(newer(off={"2021-06-14": "Dragon Boat"})), "en").notes
    assert shown == ("No task would move.",)


def test_the_plans_finish_is_said_whether_it_moves_or_not() -> None:
    of = changes(newer(off={"2021-03-10": "Storm"}), "zh")
    assert changes_table(of, "zh").notes == ("计划的完成日期不变。",)
    later = of._replace(now=of.now._replace(finish=date(2021, 6, 1)))
    (note,) = changes_table(later, "en").notes
    assert note.startswith("The plan's finish would move from ")
    assert note.endswith(" to 2021-06-01.")
