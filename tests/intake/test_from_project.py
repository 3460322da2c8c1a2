"""Plan → MS Project XML → plan: the same dates, links, owners; and files of other programs."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rectify_cli.app.here import Here
from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import Scheduled, load_and_schedule
from rectify_cli.intake.from_project import read_project
from rectify_cli.intake.project_file import MAX_BYTES
from rectify_cli.intake.write_plan import plan_text
from rectify_cli.plan.model import NO_LAG, RelativeDate, Task
from rectify_cli.render.project.to_xml import to_xml
from rectify_cli.report.edition import Edition
from rectify_cli.report.project import project
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.schedule.model import Schedule
from tests.judges.plan_text import to_yaml
from tests.judges.random_plans import FAMILIES, random_plan

PLANS = Path(__file__).parents[2] / "plans"
NOW = datetime(2021, 3, 10, tzinfo=UTC)


def scheduled_from(path: Path) -> Scheduled:
    here = Here(path.parent, home=None, plan=None, cache=None, now=NOW)
    scheduled = load_and_schedule(path, here)
    assert not isinstance(scheduled, Unread), scheduled
    return scheduled


def schedule_from(path: Path) -> Schedule:
    scheduled = scheduled_from(path)
    assert scheduled.schedule is not None
    return scheduled.schedule


def xml_of(schedule: Schedule) -> bytes:
    source = Source(schedule, EVERYTHING, "en", Edition(NOW.date(), "0123abcd"))
    return "".join(to_xml(project(source))).encode()


def again(data: bytes, folder: Path) -> tuple[Scheduled, tuple[str, ...]]:
    """The plan that a file gives, and what was left out."""
    read = read_project("plan.xml", data)
    assert read.draft is not None, read.findings
    path = folder / "again.yaml"
    path.write_text(plan_text(read.draft), encoding="utf-8")
    scheduled = scheduled_from(path)
    assert scheduled.schedule is not None, (scheduled, path.read_text())
    return scheduled, tuple(str(each.message) for each in read.remarks)


def written(text: str, folder: Path) -> Schedule:
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return schedule_from(path)


def dates(schedule: Schedule) -> Iterator[tuple[object, ...]]:
    for task in schedule.plan.tasks:
        for timing in schedule.by_task[task.index]:
            days = [each.day for each in timing.occurrences or ()]
            facts = (timing.start, timing.finish, timing.deadline, days)
            if timing.units is None:
                yield task.path, None, *facts
            for unit in timing.units or ():
                yield task.path, unit, *facts


def links(schedule: Schedule) -> Iterator[tuple[object, ...]]:
    """What each task waits for; a relative start counts as the link that it comes back as."""
    plan = schedule.plan
    for task in plan.tasks:
        found = {(plan.tasks[e.task].path, e.type, e.lag, e.same) for e in task.links}
        rule = task.dates.start
        if isinstance(rule, RelativeDate) and rule.task is not None:
            is_start = rule.point == "start"
            lag = rule.lag if is_start else rule.lag._replace(days=rule.lag.days - 1)
            lag = lag if lag.days else NO_LAG
            found.add((plan.tasks[rule.task].path, "SS" if is_start else "FS", lag, False))
        for each in found:
            yield task.path, *each


def owners(schedule: Schedule) -> Iterator[tuple[object, ...]]:
    plan = schedule.plan
    for task in plan.tasks:
        units = sorted(
            unit for timing in schedule.by_task[task.index] for unit in timing.units or ()
        )
        yield task.path, task.owner, task.lead, task.participants, units
    for owner in plan.owners.values():
        yield owner.id, owner.title, owner.kind, owner.parent, owner.lead, owner.email


def said(task: Task) -> tuple[object, ...]:
    return task.path, task.title, task.no, task.kind, task.deliverable, task.tags, task.note


def same(before: Schedule, after: Schedule) -> None:
    assert sorted(map(repr, dates(after))) == sorted(map(repr, dates(before)))
    assert sorted(map(repr, links(after))) == sorted(map(repr, links(before)))
    assert sorted(map(repr, owners(after))) == sorted(map(repr, owners(before)))
    assert [said(task) for task in after.plan.tasks] == [said(task) for task in before.plan.tasks]
    assert (after.plan.title, after.start) == (before.plan.title, before.start)
    assert after.deadline == before.deadline


@pytest.mark.parametrize("name", ["wuwei", "iso27001"])
def test_the_example_plans_come_back(name: str, tmp_path: Path) -> None:
    before = scheduled_from(PLANS / f"{name}.yaml")
    assert before.schedule is not None
    after, left = again(xml_of(before.schedule), tmp_path)
    assert after.schedule is not None
    same(before.schedule, after.schedule)
    assert not left
    assert not [each for each in after.findings if each.is_error]
    known = sorted(each.rule for each in before.findings)
    assert sorted(each.rule for each in after.findings) == known


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("family", FAMILIES)
def test_random_plans_come_back(family: str, seed: int, tmp_path: Path) -> None:
    before = written(to_yaml(random_plan(family, seed)), tmp_path)
    after, left = again(xml_of(before), tmp_path)
    assert after.schedule is not None
    same(before, after.schedule)
    assert not left
    assert not after.has_errors


VARIETY = """\
rectify: 1
title: Variety
start: 2021-03-05
deadline: 2021-06-30
calendar: {days_off: {2021-03-15: audit}, workdays: {2021-03-20: make-up}}
owners:
  o: {title: Office, kind: office, lead: p, email: a@example.org}
  p: {title: Person, kind: person, parent: o, days_off: [2021-03-09]}
  u1: {title: Unit 1}
  u2: {title: Unit 2, days_off: [2021-03-10..2021-03-11]}
  u3: {title: "Unit [3], east"}
groups: {units: [u1, u2, u3]}
phases:
  a:
    title: First
    start: 2021-03-08
    deadline: 2021-03-31
    tasks:
      hammock: {owner: o, duration: to-deadline, deadline: 2021-03-19}
      own: {owner: p, duration: 4d, after: hammock SS + 1d, note: "Two\\nlines"}
      sunday: {owner: o, on: 2021-03-14, duration: 3d}
      window: {owner: o, start: 2021-03-13, finish: 2021-03-21}
      late: {owner: o, duration: 2d, schedule: alap, deadline: 2021-03-26}
      each: {each: units, duration: 2d, deadline: 2021-03-12, complete_at: 60%,
             overrides: {u1: {on: 2021-03-18}, u3: {deadline: 2021-03-17}}}
      then: {each: units, except: [u3], after: {task: each, each: same, lag: 1ed}, duration: 2d}
      meeting: {owner: o, on: 2021-03-10, time: 09:00-10:30, place: Hall, accept: p, weight: 3,
                target: {count: 40, unit: seats}}
      gate: {owner: o, after: [then, each FF + 1d], duration: 0d}
  b:
    title: Second
    after: a + 1d
    tasks:
      inner:
        start: 2021-04-05
        tasks:
          x: {owner: o, duration: 2d, start: 2021-04-10, priority: 700}
          weekly: {owner: o, start: 2021-04-02, finish: 2021-05-04, on_day_off: later,
                   repeat: {every: week, on: fri}}
          returns: {each: units, start: 2021-04-02, finish: 2021-04-30,
                    repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"}
      end: {owner: p, after: inner, finish: 2021-05-20, duration: 3d,
            calendar: {week: [mon, wed, thu]}}
"""


def test_every_kind_of_date_comes_back(tmp_path: Path) -> None:
    before = written(VARIETY, tmp_path)
    after, left = again(xml_of(before), tmp_path)
    assert after.schedule is not None
    same(before, after.schedule)
    assert not left
    assert not after.has_errors
    by_path = {task.path: task for task in after.schedule.plan.tasks}
    assert by_path["a.hammock"].dates.to_deadline
    assert by_path["a.late"].alap
    assert by_path["a.each"].complete_at == Fraction(6, 10)
    assert by_path["b.inner.x"].priority == 700
    for task in before.plan.tasks:
        more = by_path[task.path]
        assert (more.time, more.place, more.accept) == (task.time, task.place, task.accept)
        assert (more.weight, more.target) == (task.weight, task.target)


def test_what_an_included_plan_starts_with_comes_back(tmp_path: Path) -> None:
    (tmp_path / "west.yaml").write_text(
        "rectify: 1\ntitle: West\nstart: 2021-03-10\ncalendar: {week: [mon, wed, fri]}\n"
        "owners: {w: {title: W, days_off: [2021-03-12]}}\n"
        "tasks: {x: {owner: w, duration: 3d}, y: {owner: w, after: x, duration: 0d}}\n",
        encoding="utf-8",
    )
    text = (
        "rectify: 1\ntitle: Top\nstart: 2021-03-01\ninclude: {west: west.yaml}\n"
        "tasks: {a: {after: west, duration: 2d}, b: {duration: 1d}}\n"
    )
    before = written(text, tmp_path)
    after, left = again(xml_of(before), tmp_path)
    assert after.schedule is not None
    assert sorted(map(repr, dates(after.schedule))) == sorted(map(repr, dates(before)))
    assert not left


def test_a_row_that_was_moved_is_where_it_was_moved_to(tmp_path: Path) -> None:
    text = "rectify: 1\ntitle: x\nstart: 2021-03-05\ntasks: {a: {on: 2021-03-08, duration: 2d}}\n"
    data = xml_of(written(text, tmp_path))
    moved = data
    for old, new in (("03-09T17", "03-12T17"), ("03-08T08", "03-11T08")):
        head, rest = moved.split(b"<Tasks>")
        rest, baseline = rest.split(b"<Baseline>")
        rest = rest.replace(f"2021-{old}".encode(), f"2021-{new}".encode())
        moved = head + b"<Tasks>" + rest + b"<Baseline>" + baseline
    after, _ = again(moved, tmp_path)
    assert after.schedule is not None
    timing = after.schedule.timings[0]
    assert (timing.start, timing.finish) == (date(2021, 3, 11), date(2021, 3, 12))


def test_what_was_written_again_is_the_same_file(tmp_path: Path) -> None:
    before = schedule_from(PLANS / "iso27001.yaml")
    after, _ = again(xml_of(before), tmp_path)
    assert after.schedule is not None
    once = xml_of(after.schedule)
    twice, _ = again(once, tmp_path)
    assert twice.schedule is not None
    assert xml_of(twice.schedule) == once
    assert date(2026, 3, 2) == after.schedule.start


def rows_of(schedule: Schedule) -> list[tuple[str, str, str]]:
    """The dates of every task that is one row in the file, by its title."""
    return sorted(
        (task.title, str(timing.start), str(timing.finish))
        for task in schedule.plan.tasks
        if task.kind == "task" and task.repeat is None and len(schedule.by_task[task.index]) == 1
        for timing in schedule.by_task[task.index]
    )


# Which side of its day a milestone stands on matters to elapsed lags, and is told by hours alone.
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("family", [name for name in FAMILIES if name not in {"elapsed", "across"}])
def test_dates_hang_on_nothing_that_rectify_kept(family: str, seed: int, tmp_path: Path) -> None:
    """As if another program had written the file: only its own fields are read."""
    before = written(to_yaml(random_plan(family, seed)), tmp_path)
    data = re.sub(
        rb"<ExtendedAttributes>.*?</ExtendedAttributes>", b"", xml_of(before), flags=re.DOTALL
    )
    after, left = again(data, tmp_path)
    assert after.schedule is not None
    assert rows_of(after.schedule) == rows_of(before)
    assert not left


FOREIGN = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
<SaveVersion>14</SaveVersion><Name>msproj11</Name><Title>Office move</Title>
<StartDate>2026-03-02T08:00:00</StartDate><FinishDate>2026-04-01T17:00:00</FinishDate>
<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>
<Calendars>
<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
<BaseCalendarUID>-1</BaseCalendarUID>
<WeekDays>
<WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking></WeekDay>
<WeekDay><DayType>3</DayType><DayWorking>1</DayWorking></WeekDay>
<WeekDay><DayType>4</DayType><DayWorking>1</DayWorking></WeekDay>
<WeekDay><DayType>5</DayType><DayWorking>1</DayWorking></WeekDay>
<WeekDay><DayType>6</DayType><DayWorking>1</DayWorking></WeekDay>
<WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay>
<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
<FromDate>2026-03-06T00:00:00</FromDate><ToDate>2026-03-06T23:59:00</ToDate>
</TimePeriod></WeekDay>
</WeekDays>
<Exceptions>
<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod>
<FromDate>2026-03-06T00:00:00</FromDate><ToDate>2026-03-06T23:59:00</ToDate></TimePeriod>
<Occurrences>1</Occurrences><Name>Stocktaking</Name><Type>1</Type><DayWorking>0</DayWorking>
</Exception>
<Exception><TimePeriod><FromDate>2026-03-14T00:00:00</FromDate>
<ToDate>2026-03-14T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences>
<Name>Make-up</Name><Type>1</Type><DayWorking>1</DayWorking></Exception>
<Exception><TimePeriod><FromDate>2026-05-01T00:00:00</FromDate>
<ToDate>2030-05-01T23:59:00</ToDate></TimePeriod><Occurrences>5</Occurrences>
<Name>May Day</Name><Type>2</Type><DayWorking>0</DayWorking></Exception>
</Exceptions></Calendar>
<Calendar><UID>3</UID><Name>Anna</Name><IsBaseCalendar>0</IsBaseCalendar>
<BaseCalendarUID>1</BaseCalendarUID></Calendar>
</Calendars>
<Tasks>
<Task><UID>0</UID><ID>0</ID><Name>Office move 2026</Name><OutlineLevel>0</OutlineLevel>
<Start>2026-03-02T08:00:00</Start><Finish>2026-04-01T17:00:00</Finish></Task>
<Task><UID>1</UID><ID>1</ID><Name>Planning: rooms &amp; desks</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-11T17:00:00</Finish><Summary>1</Summary></Task>
<Task><UID>2</UID><ID>2</ID><Name>Floor plan</Name><OutlineLevel>2</OutlineLevel>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-05T17:00:00</Finish>
<Duration>PT32H0M0S</Duration><DurationFormat>7</DurationFormat>
<ConstraintType>0</ConstraintType><Deadline>2026-03-10T17:00:00</Deadline></Task>
<Task><UID>3</UID><ID>3</ID><Name>Approval</Name><OutlineLevel>2</OutlineLevel>
<Start>2026-03-11T17:00:00</Start><Finish>2026-03-11T17:00:00</Finish>
<Duration>PT0H0M0S</Duration><Milestone>1</Milestone><ConstraintType>0</ConstraintType>
<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>14400</LinkLag>
<LagFormat>7</LagFormat></PredecessorLink></Task>
<Task><UID>4</UID><ID>4</ID><IsNull>1</IsNull></Task>
<Task><UID>5</UID><ID>5</ID><Name>Move</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-03-13T08:00:00</Start><Finish>2026-03-17T17:00:00</Finish><Summary>1</Summary></Task>
<Task><UID>6</UID><ID>6</ID><Name>搬家</Name><OutlineLevel>2</OutlineLevel>
<Start>2026-03-13T08:00:00</Start><Finish>2026-03-16T17:00:00</Finish>
<Duration>PT24H0M0S</Duration><ConstraintType>2</ConstraintType>
<ConstraintDate>2026-03-13T08:00:00</ConstraintDate><PercentComplete>50</PercentComplete></Task>
<Task><UID>7</UID><ID>7</ID><Name>搬家</Name><OutlineLevel>2</OutlineLevel>
<Start>2026-03-16T08:00:00</Start><Finish>2026-03-17T17:00:00</Finish>
<Duration>PT16H0M0S</Duration><ConstraintType>4</ConstraintType>
<ConstraintDate>2026-03-16T08:00:00</ConstraintDate>
<PredecessorLink><PredecessorUID>6</PredecessorUID><Type>3</Type><LinkLag>2400</LinkLag>
<LagFormat>5</LagFormat></PredecessorLink>
<PredecessorLink><PredecessorUID>6</PredecessorUID><Type>0</Type><LinkLag>14400</LinkLag>
<LagFormat>8</LagFormat></PredecessorLink></Task>
</Tasks>
<Resources>
<Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>
<Resource><UID>1</UID><ID>1</ID><Name>Anna Ray</Name><Type>1</Type><CalendarUID>3</CalendarUID>
<EmailAddress>anna@example.org</EmailAddress></Resource>
<Resource><UID>2</UID><ID>2</ID><Name>Boxes</Name><Type>0</Type></Resource>
</Resources>
<Assignments>
<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>
<Assignment><UID>2</UID><TaskUID>6</TaskUID><ResourceUID>2</ResourceUID><Units>3</Units></Assignment>
<Assignment><UID>3</UID><TaskUID>7</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>
</Assignments>
</Project>
"""


def test_a_file_of_another_program(tmp_path: Path) -> None:
    after, left = again(FOREIGN.encode(), tmp_path)
    schedule = after.schedule
    assert schedule is not None
    assert not after.has_errors
    assert schedule.plan.title == "Office move 2026"
    assert [(task.path, task.kind) for task in schedule.plan.tasks] == [
        ("planning-rooms-desks", "phase"),
        ("planning-rooms-desks.floor-plan", "task"),
        ("planning-rooms-desks.approval", "task"),
        ("move", "phase"),
        ("move.搬家", "task"),
        ("move.搬家-2", "task"),
    ]
    found = {task.path: schedule.by_task[task.index][0] for task in schedule.plan.tasks}
    shown = {path: (str(each.start), str(each.finish)) for path, each in found.items()}
    assert shown["planning-rooms-desks.floor-plan"] == ("2026-03-02", "2026-03-05")
    # 6 March is off, so three days after the 5th are the 9th, 10th and 11th.
    assert shown["planning-rooms-desks.approval"] == ("2026-03-11", "2026-03-11")
    # Saturday the 14th is worked.
    assert shown["move.搬家"] == ("2026-03-13", "2026-03-16")
    assert shown["move.搬家-2"] == ("2026-03-16", "2026-03-17")
    floor = schedule.plan.tasks[1]
    assert (floor.owner, found[floor.path].deadline) == ("anna-ray", date(2026, 3, 10))
    assert list(schedule.plan.owners) == ["anna-ray"]
    assert left == (
        "resources that are material or cost: Boxes",
        "exceptions of the calendar that recur by a pattern",
        "搬家: a lag that is no whole days",
        "progress: what is done is reported, with  rectify done  and the others",
    )


HOURS = """<Project><Title>h</Title><StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>1</UID><ID>1</ID><Name>a</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T12:00:00</Finish>
<Duration>PT12H0M0S</Duration></Task>
<Task><UID>2</UID><ID>2</ID><Name>b</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-03-03T13:00:00</Start><Finish>2026-03-04T12:00:00</Finish>
<Duration>PT8H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>
<Task><UID>3</UID><ID>3</ID><Name>c</Name><OutlineLevel>1</OutlineLevel>
<Start>2026-03-09T08:00:00</Start><Finish>2026-03-09T17:00:00</Finish>
<Duration>PT8H0M0S</Duration><LevelingDelay>14400</LevelingDelay>
<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink></Task>
</Tasks></Project>"""


def test_rows_that_share_a_day_and_rows_that_were_levelled_keep_their_dates(tmp_path: Path) -> None:
    after, left = again(HOURS.encode(), tmp_path)
    assert after.schedule is not None
    assert not left
    assert [(str(each.start), str(each.finish)) for each in after.schedule.timings] == [
        ("2026-03-02", "2026-03-03"),
        ("2026-03-03", "2026-03-04"),
        ("2026-03-09", "2026-03-09"),
    ]


BOMB = """<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<Project><Title>&b;</Title></Project>"""


@pytest.mark.parametrize(
    ("data", "rule", "words"),
    [
        (BOMB.encode(), "missing-file", "entities"),
        (b"", "missing-file", "no XML"),
        (b"PK\x03\x04", "missing-file", "no XML"),
        (b"<?xml version='1.0' encoding='martian'?><Project/>", "missing-file", "no XML"),
        (b"<html/>", "missing-file", "no MS Project"),
        (b"<Project/>", "missing-key", "no start"),
        (b" " * (MAX_BYTES + 1), "too-large", "64 MB"),
        (b"<a>" * 200_000, "missing-file", "no XML"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, rule: str, words: str) -> None:
    read = read_project("plan.xml", data)
    assert read.draft is None
    (finding,) = read.findings
    assert finding.rule == rule
    assert words in str(finding.message)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_a_plan_or_a_finding(data: st.DataObject) -> None:
    """Whatever stands in an element, nothing is raised, and what comes out can be written."""
    parts = re.split(r"(>[^<]*<)", FOREIGN)
    at = data.draw(st.lists(st.integers(0, len(parts) - 1), min_size=1, max_size=8))
    odd = ["", "-1", "9" * 30, "NaN", "inf", "1e999", "9999-12-31T00:00:00", "PT9H", "P1D", "x.y"]
    for each in at:
        if parts[each].startswith(">"):
            parts[each] = f">{data.draw(st.sampled_from(odd))}<"
    read = read_project("plan.xml", "".join(parts).encode())
    assert (read.draft is None) == bool(read.findings)
    if read.draft is not None:
        assert plan_text(read.draft)
