"""Calendars of one's own, read back by two parsers that are not the writer's."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar

from rectify_cli.app.build import select
from rectify_cli.render.diary.to_ics import to_ics
from rectify_cli.report.diary import diary_of
from rectify_cli.report.edition import Edition
from rectify_cli.report.selection import EVERYTHING, Selection
from rectify_cli.report.source import Source
from tests.pipeline import schedule_of

PLAN = """\
rectify: 1
title: 演练
start: 2021-04-28
calendar: {country: CN}
owners:
  office: {title: 办公室}
  a: {title: 甲, parent: office}
  b: {title: 乙}
  c: {title: 丙}
groups: {all: [a, b, c]}
tasks:
  meeting: {title: 部署会, owner: office, on: 2021-04-28, time: 09:00-11:30, place: 大礼堂}
  reading:
    title: 学习
    each: all
    after: meeting
    duration: 3d
    overrides: {c: {duration: 4d}}
  weekly:
    title: 周报
    owner: b
    start: 2021-05-06
    finish: 2021-05-21
    repeat: {every: week, on: fri}
  report:
    title: 总结
    owner: office
    duration: 2d
    checklist: [{id: print, item: 印制, owner: c, due: finish}]
"""
AS_OF = date(2021, 5, 6)


def written(plan: str = PLAN, chosen: Selection = EVERYTHING, as_of: date = AS_OF) -> bytes:
    source = Source(schedule_of(plan), chosen, "zh", Edition(as_of, "0123abcd"))
    return b"".join(to_ics(diary_of(source)))


def of(owner: str) -> bytes:
    chosen = select(schedule_of(PLAN), None, None, owner, None)
    assert isinstance(chosen, Selection)
    return written(chosen=chosen)


def read(data: bytes) -> dict[str, tuple[date, date, str]]:
    found = {}
    for event in Calendar.from_ical(data).walk("VEVENT"):
        assert event["TRANSP"] == "TRANSPARENT"
        assert event.decoded("DTSTAMP") == datetime(2021, 5, 6, tzinfo=UTC)
        found[str(event["SUMMARY"])] = (
            event.decoded("DTSTART"), event.decoded("DTEND"), str(event["UID"]),
        )  # fmt: skip
    return found


def test_events_last_to_the_day_after_their_last() -> None:
    found = read(written())
    assert found["部署会 09:00-11:30"][:2] == (date(2021, 4, 28), date(2021, 4, 29))
    # Across the holiday: 29 and 30 April, 6 May; 7 May for the one with a day more.
    assert found["学习（2 个单位）"][:2] == (date(2021, 4, 29), date(2021, 5, 7))
    assert found["学习（丙）"][:2] == (date(2021, 4, 29), date(2021, 5, 8))
    weekly = [each for title, each in found.items() if title.startswith("周报")]
    assert [start for start, _, _ in weekly] == [date(2021, 5, day) for day in (7, 14, 21)]
    assert found["印制（总结）"][0] == date(2021, 4, 29)
    assert len({uid for _, _, uid in found.values()}) == len(found) == 8


def test_another_parser_reads_the_same() -> None:
    other = vobject.readOne(written().decode())
    told = {
        (str(event.summary.value), event.dtstart.value, event.dtend.value, event.uid.value)
        for event in other.vevent_list
    }
    assert told == {(title, *rest) for title, rest in read(written()).items()}
    assert other.vevent_list[0].location.value == "大礼堂"


def test_an_owner_has_what_it_has_a_part_in() -> None:
    assert set(read(of("a"))) == {"学习（甲）"}
    assert set(read(of("c"))) == {"学习（丙）", "印制（总结）"}
    assert set(read(of("b"))) == {"学习（乙）", *(f"周报（第 {n} 期）" for n in (1, 2, 3))}


def test_days_leave_what_touches_them() -> None:
    chosen = Selection(date(2021, 5, 7), date(2021, 5, 8))
    assert set(read(written(chosen=chosen))) == {"学习（丙）", "周报（第 1 期）"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 学习", "title: 集中学习"),
        ("on: 2021-04-28", "on: 2021-04-29"),
        ("duration: 3d", "duration: 2d"),
    ],
)
def test_an_event_is_the_same_whatever_its_days_and_words(old: str, new: str) -> None:
    before, after = read(written()), read(written(PLAN.replace(old, new)))
    assert before != after
    assert {uid for _, _, uid in before.values()} == {uid for _, _, uid in after.values()}


def test_another_task_is_another_event() -> None:
    uids = {uid for _, _, uid in read(written()).values()}
    other = {uid for _, _, uid in read(written(PLAN.replace("meeting", "start-up"))).values()}
    assert len(uids - other) == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    assert written() == written()
    later = written(as_of=AS_OF + timedelta(days=1))
    assert b"DTSTAMP:20210507T000000Z" in later
