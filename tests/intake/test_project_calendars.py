"""Calendars of project files: weeks of a period, exceptions that recur; and time that elapses."""

from datetime import date, timedelta

import pytest

from rectify_cli.intake.from_project import read_project
from rectify_cli.intake.project_days import days_of
from rectify_cli.intake.project_file import read_project_file
from rectify_cli.intake.write_plan import plan_text
from tests.judges.mpxj_scheduler import why_not

_WEEK = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(1 < day < 7)}</DayWorking>"
    + ("<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>17:00:00</ToTime>"
       "</WorkingTime></WorkingTimes>" if 1 < day < 7 else "")
    + "</WeekDay>"
    for day in range(1, 8)
)  # fmt: skip
_PROJECT = """\
<Project xmlns="http://schemas.microsoft.com/project"><Title>p</Title>
<StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<MinutesPerDay>480</MinutesPerDay><Calendars><Calendar><UID>1</UID><Name>Standard</Name>
<IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>0</BaseCalendarUID><WeekDays>%s</WeekDays>%s
</Calendar></Calendars><Tasks>%s</Tasks></Project>"""
_TASK = (
    "<Task><UID>1</UID><ID>1</ID><Name>a</Name><OutlineLevel>1</OutlineLevel>"
    "<Start>2026-03-02T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish>"
    "<Duration>PT40H0M0S</Duration></Task>"
)


def _exceptions(*said: str) -> str:
    return "<Exceptions>" + "".join(f"<Exception>{each}</Exception>" for each in said) + (
        "</Exceptions>"
    )  # fmt: skip


def _period(first: str, last: str) -> str:
    return (
        f"<TimePeriod><FromDate>{first}T00:00:00</FromDate><ToDate>{last}T23:59:00</ToDate>"
        "</TimePeriod>"
    )


_RECURRING = _exceptions(
    # 1 May, for three years.
    "<EnteredByOccurrences>0</EnteredByOccurrences>" + _period("2026-05-01", "2028-05-01")
    + "<Occurrences>3</Occurrences><Name>May</Name><Type>2</Type><Month>4</Month>"
    "<MonthDay>1</MonthDay><DayWorking>0</DayWorking>",
    # The 15th of every second month.
    "<EnteredByOccurrences>0</EnteredByOccurrences>" + _period("2026-03-15", "2026-12-31")
    + "<Occurrences>5</Occurrences><Name>Stock</Name><Type>4</Type><Period>2</Period>"
    "<MonthDay>15</MonthDay><DayWorking>0</DayWorking>",
    # Every second Friday, four times.
    "<EnteredByOccurrences>1</EnteredByOccurrences>" + _period("2026-06-01", "2026-07-17")
    + "<Occurrences>4</Occurrences><Name>Short</Name><Type>6</Type><Period>2</Period>"
    "<DaysOfWeek>32</DaysOfWeek><DayWorking>0</DayWorking>",
)  # fmt: skip


def _off(text: str) -> set[date]:
    """The days of Monday to Friday from March to December that are off."""
    file, _ = read_project_file("p.xml", text.encode())
    assert file is not None
    days, unread = days_of(file.calendars, 1)
    assert not unread
    every = (date(2026, 3, 2) + timedelta(days=at) for at in range(300))
    return {each for each in every if each.weekday() < 5 and not days.works(each)}


def test_exceptions_that_recur_are_off_on_their_days() -> None:
    assert sorted(_off(_PROJECT % (_WEEK, _RECURRING, _TASK))) == [
        date(2026, 5, 1), date(2026, 5, 15),
        date(2026, 6, 5), date(2026, 6, 19), date(2026, 7, 3),
        date(2026, 7, 15), date(2026, 7, 17),
        date(2026, 9, 15),
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason=f"mpxj cannot judge here: {why_not()}")
def test_another_reader_has_the_same_days(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.judges.mpxj_project import working_days  # noqa: PLC0415 - starts Java

    text = _PROJECT % (_WEEK, _RECURRING, _TASK)
    path = tmp_path_factory.mktemp("mpxj") / "p.xml"
    path.write_text(text, encoding="utf-8")
    weekdays = [date(2026, 3, 2) + timedelta(days=at) for at in range(300)]
    weekdays = [each for each in weekdays if each.weekday() < 5]
    assert set(weekdays) - working_days(path, weekdays) == _off(text)


def test_the_week_of_a_period_is_another_one() -> None:
    summer = (
        "<WorkWeeks><WorkWeek>" + _period("2026-07-01", "2026-07-31") + "<Name>Summer</Name>"
        "<WeekDays><WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>"
        "</WorkWeek></WorkWeeks>"
    )
    fridays = {date(2026, 7, day) for day in (3, 10, 17, 24, 31)}
    assert _off(_PROJECT % (_WEEK, summer, _TASK)) == fridays


def test_a_pattern_that_is_not_read_is_named() -> None:
    third_monday = _exceptions(
        _period("2026-01-01", "2026-12-31") + "<Type>5</Type><DayWorking>0</DayWorking>"
    )
    read = read_project("p.xml", (_PROJECT % (_WEEK, third_monday, _TASK)).encode())
    said = [str(each.message) for each in read.remarks]
    assert "exceptions of the calendar that recur by a pattern" in said


def _row(name: str, start: str, finish: str, hours: int, more: str = "") -> str:
    uid = 10 + len(name)
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name><OutlineLevel>1</OutlineLevel>"
        f"<Start>{start}</Start><Finish>{finish}</Finish><Duration>PT{hours}H0M0S</Duration>"
        f"{more}</Task>"
    )


def _link(uid: int, lag: int, form: int) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>1</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{form}</LagFormat></PredecessorLink>"
    )


@pytest.mark.parametrize(
    ("row", "said", "left"),
    [
        # Half of the five days before it, by which it begins in the afternoon of the third.
        (
            _row("bb", "2026-03-11T13:00:00", "2026-03-12T12:00:00", 8, _link(1, 50, 19)),
            "after: a + 2d",
            True,
        ),
        (
            _row("bb", "2026-03-10T08:00:00", "2026-03-10T17:00:00", 8, _link(1, 20, 19)),
            "after: a + 1d",
            False,
        ),
        # Three days and nights, from one evening on.
        (
            _row("bb", "2026-03-06T17:00:00", "2026-03-09T17:00:00", 72,
                 "<DurationFormat>8</DurationFormat>" + _link(1, 0, 7)),
            "duration: 3d\n    calendar: {week: [mon, tue, wed, thu, fri, sat, sun]}",
            False,
        ),
        # Midnight is the end of the day before.
        (
            _row("bb", "2026-03-02T00:00:00", "2026-03-05T00:00:00", 72,
                 "<DurationFormat>8</DurationFormat>"),
            "duration: 3d",
            False,
        ),
    ],
)  # fmt: skip
def test_lags_in_per_cent_and_time_that_elapses(row: str, said: str, *, left: bool) -> None:
    read = read_project("p.xml", (_PROJECT % (_WEEK, "", _TASK + row)).encode())
    assert read.draft is not None
    text = plan_text(read.draft)
    assert said in text[text.index("  bb:") :], text
    assert bool(read.remarks) is left


def test_rows_of_other_projects_are_none() -> None:
    other = _TASK.replace("<UID>1<", "<UID>9<").replace(
        "</Task>", "<ExternalTask>1</ExternalTask></Task>"
    )
    read = read_project("p.xml", (_PROJECT % (_WEEK, "", _TASK + other)).encode())
    assert read.tasks == 1
