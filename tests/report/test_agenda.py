"""The day-by-day view: what stands on a day, in which words, in which order."""

from datetime import date

from rectify_cli.report.agenda import agenda, workdays_shown
from rectify_cli.report.selection import EVERYTHING, Selection
from rectify_cli.report.table import Report, Section
from rectify_cli.schedule.model import Schedule
from tests.pipeline import schedule_of
from tests.report import a_plan as by_hand

HEAD = "rectify: 1\ntitle: P\nstart: 2021-03-05\n"


def sections(schedule: Schedule, selection: Selection = EVERYTHING) -> list[Section]:
    return list(agenda(schedule, selection, "en").sections)


def texts(section: Section) -> list[tuple[object, ...]]:
    """What, who, title and note of each row."""
    return [(row.cells[0], row.cells[1], *row.cells[3:]) for row in section.rows]


def day(schedule: Schedule, stamp: str, selection: Selection = EVERYTHING) -> Section:
    return next(s for s in sections(schedule, selection) if s.heading[0] == stamp)


def programme(units: int = 311) -> Schedule:
    return by_hand.schedule_of(by_hand.a_plan(units=units))


def test_the_headline_says_how_much_there_is() -> None:
    report: Report = agenda(programme(), EVERYTHING, "en")
    assert report.facts == (
        (
            "2021-03-05 to 2021-05-08",
            "43 workdays",
            "deadline 2021-05-14, 5 workdays to spare",
        ),
        (
            "2 phases",
            "8 tasks",
            "311 units",
            "calendar: China, public holidays and make-up workdays, frozen",
        ),
    )


def test_a_day_names_its_number_and_what_kind_it_is() -> None:
    schedule = programme()
    assert day(schedule, "03-05 Fri").heading == ("03-05 Fri", "workday 1")
    make_up = day(schedule, "04-25 Sun")
    assert make_up.heading == ("04-25 Sun", "workday 35", "make-up workday (Labour Day)")
    assert make_up.head == (date(2021, 4, 25), "Sun", 35, "make-up workday (Labour Day)")


def test_holidays_are_one_line_with_the_weekend_beside_them() -> None:
    headings = [section.heading for section in sections(programme())]
    assert ("05-01 Sat to 05-05 Wed", "Labour Day, 5 days off") in headings
    assert ("04-03 Sat to 04-05 Mon", "Tomb-Sweeping Day, 3 days off") in headings


def test_days_off_of_the_plan_stand_alone_and_weekends_are_not_told() -> None:
    headings = [section.heading for section in sections(programme())]
    assert ("03-15 Mon", "audit, day off") in headings
    assert not any("03-06" in heading[0] for heading in headings)


def test_days_off_without_a_name() -> None:
    calendar = "calendar: {days_off: [2021-03-08, 2021-03-09]}\n"
    schedule = schedule_of(HEAD + calendar + "tasks: {a: {duration: 2d}}\n")
    assert [section.heading for section in sections(schedule)][1] == (
        "03-08 Mon to 03-09 Tue",
        "2 days off",
    )


def test_workdays_on_which_nothing_is_are_gathered() -> None:
    headings = [section.heading for section in sections(programme())]
    assert ("03-29 Mon to 04-01 Thu", "workdays 16 to 19", "nothing on") in headings
    assert ("03-25 Thu", "workday 14", "nothing on") in headings


def test_a_meeting_has_its_hours_its_place_and_its_checklist() -> None:
    section = day(programme(), "03-05 Fri")
    assert texts(section) == [
        (
            "1 day",
            "Political-legal committee",
            "City kick-off meeting",
            "09:00-11:30, Great hall",
        )
    ]
    assert section.rows[0].details == ("checklist 2: Agenda approved, Materials printed",)


def test_a_checklist_item_stands_on_its_own_day_with_its_owner() -> None:
    assert texts(day(programme(), "03-04 Thu")) == [
        ("item", "Unit 2", "Materials printed", "City kick-off meeting")
    ]


def test_units_that_say_the_same_are_one_row() -> None:
    rows = texts(day(programme(), "03-08 Mon"))
    assert rows[:2] == [
        (
            "1 day",
            "310 units",
            "Every unit holds its kick-off meeting",
            "due Tue 03-09, 1 workday to spare",
        ),
        (
            "1 day",
            "Unit 2",
            "Every unit holds its kick-off meeting",
            "due Wed 03-10, 2 workdays to spare",
        ),
    ]
    assert ("1/5", "311 units", "Group reading", "Opening, texts handed out") in texts(
        day(programme(), "03-09 Tue")
    )


def test_a_deadline_after_the_work_is_a_row_and_one_at_its_end_a_note() -> None:
    schedule = programme()
    assert texts(day(schedule, "03-10 Wed"))[0][:3] == (
        "due",
        "Unit 2",
        "Every unit holds its kick-off meeting",
    )
    assert texts(day(schedule, "05-08 Sat")) == [
        ("13/13", "City committee", "Practical things for the public", "due today")
    ]


def test_a_deadline_that_the_plan_misses_says_so_on_both_days() -> None:
    schedule = schedule_of(HEAD + "tasks: {a: {duration: 3d, deadline: 2021-03-08}}\n")
    assert texts(day(schedule, "03-05 Fri")) == [
        ("1/3", "", "a", "due Mon 03-08, planned 1 workday late")
    ]
    assert texts(day(schedule, "03-08 Mon")) == [
        ("due", "", "a", "planned finish Tue 03-09, 1 workday late"),
        ("2/3", "", "a", ""),
    ]
    assert texts(day(schedule, "03-09 Tue")) == [("3/3", "", "a", "")]


def test_what_is_special_to_a_day_comes_first() -> None:
    plan = HEAD + (
        "tasks:\n"
        "  long: {duration: 3d}\n"
        "  late: {on: 2021-03-08, time: '14:00'}\n"
        "  early: {on: 2021-03-08, time: 09:00-10:00}\n"
        "  mark: {on: 2021-03-08, duration: 0d}\n"
        "  due: {on: 2021-03-05, deadline: 2021-03-08}\n"
        "  new: {start: 2021-03-08, duration: 2d}\n"
    )
    rows = texts(day(schedule_of(plan), "03-08 Mon"))
    assert [(row[0], row[2]) for row in rows] == [
        ("1 day", "early"),
        ("1 day", "late"),
        ("due", "due"),
        ("1/2", "new"),
        ("2/3", "long"),
        ("milestone", "mark"),
    ]


def test_occurrences_are_numbered_and_a_phase_ends() -> None:
    rows = texts(day(programme(), "04-30 Fri"))
    assert rows[0][:3] == ("1 day", "311 units", "Weekly return (no. 8)")
    assert rows[1] == (
        "due",
        "Political-legal committee",
        "Study and education ends",
        "planned finish Sat 05-08, 3 workdays late",
    )


def test_a_plan_over_new_year_has_years_in_its_dates() -> None:
    schedule = schedule_of(
        HEAD.replace("2021-03-05", "2021-12-31") + "tasks: {a: {duration: 2d}}\n"
    )
    assert [s.heading[0] for s in sections(schedule)] == ["2021-12-31 Fri", "2022-01-03 Mon"]


def test_work_on_a_day_off_stands_under_it() -> None:
    schedule = schedule_of(HEAD + "tasks: {a: {on: 2021-03-06}, b: {on: 2021-03-08}}\n")
    assert day(schedule, "03-06 Sat").heading == ("03-06 Sat", "day off")
    assert day(schedule, "03-06 Sat").head[2] is None


def test_a_range_of_days() -> None:
    schedule = programme()
    part = Selection(date(2021, 4, 28), date(2021, 5, 3))
    headings = [section.heading[0] for section in sections(schedule, part)]
    assert headings == ["04-28 Wed", "04-29 Thu", "04-30 Fri", "05-01 Sat to 05-03 Mon"]
    assert workdays_shown(schedule, part.first, part.last) == 3
    assert workdays_shown(schedule, None, None) == schedule.workdays
    assert workdays_shown(schedule, date(2030, 1, 1), None) == 0


def test_nothing_in_a_range_is_said() -> None:
    (only,) = sections(programme(), Selection(date(2030, 1, 1), date(2030, 2, 1)))
    (said,) = only.heading
    assert said == (
        "Nothing is on in these days: the plan runs from Fri 2021-03-05 to Sat 2021-05-08."
    )
    report = agenda(programme(), Selection(first=date(2030, 1, 1)), "en")
    assert report.facts[-1] == ("shown: from Tue 2030-01-01",)


def test_a_plan_without_tasks_has_no_days() -> None:
    schedule = schedule_of(HEAD + "tasks: {}\n")
    report = agenda(schedule, EVERYTHING, "en")
    assert report.facts[0] == ("2021-03-05",)
    assert workdays_shown(schedule, None, None) == 0


def test_chinese() -> None:
    schedule = by_hand.schedule_of(by_hand.a_plan("zh"))
    report = agenda(schedule, EVERYTHING, "zh")
    lines = {section.heading[0]: section for section in report.sections}
    assert lines["05-01 周六 至 05-05 周三"].heading[1] == "劳动节放假 5 天"
    assert lines["04-25 周日"].heading[1:] == ("第 35 个工作日", "调休上班（劳动节）")
    assert texts(lines["03-05 周五"])[0] == (
        "当日",
        "市委政法委",
        "全市动员部署会",
        "09:00-11:30，大礼堂",
    )
