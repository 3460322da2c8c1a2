"""The files of `plan build -o FILE.xml`, read and scheduled anew by another program: mpxj.

Its scheduler forgets the file's dates and works them out from the links, lags, constraints and
calendars alone; so a make-up day, a lag or a pin that was lost shows as a date that moves.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rectify_cli.app.here import Here
from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import load_and_schedule
from rectify_cli.intake.from_project import read_project as read_project_draft
from rectify_cli.intake.write_plan import plan_text
from rectify_cli.render.project.to_xml import to_xml
from rectify_cli.report.edition import Edition
from rectify_cli.report.project import project
from rectify_cli.report.selection import EVERYTHING, Selection
from rectify_cli.report.source import Source
from rectify_cli.schedule.model import Schedule
from tests.intake.test_from_project import dates, links, owners
from tests.judges.mpxj_project import ReadProject, read_project, save_project
from tests.judges.mpxj_scheduler import why_not
from tests.judges.plan_text import to_yaml
from tests.judges.random_plans import FAMILIES, random_plan
from tests.judges.small_plan import Calendar
from tests.progress.story import told

PLANS = Path(__file__).parents[2] / "plans"
SEEDS = range(15)
AS_OF = date(2021, 3, 10)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(why_not() is not None, reason=f"mpxj cannot judge here: {why_not()}"),
]


def _schedule(path: Path) -> Schedule:
    here = Here(path.parent, home=None, plan=None, cache=None, now=datetime.now(UTC))
    scheduled = load_and_schedule(path, here)
    assert not isinstance(scheduled, Unread)
    assert scheduled.schedule is not None
    return scheduled.schedule


def _text(schedule: Schedule) -> str:
    return "".join(to_xml(project(Source(schedule, EVERYTHING, "en", Edition(AS_OF, "0123abcd")))))


def _read(text: str, folder: Path) -> ReadProject:
    file = folder / "project.xml"
    file.write_text(text, encoding="utf-8")
    return read_project(file)


def _written(text: str, folder: Path) -> Schedule:
    file = folder / "plan.yaml"
    file.write_text(text, encoding="utf-8")
    return _schedule(file)


def _expected(schedule: Schedule) -> Iterator[tuple[str, date, date]]:
    """What the plan says of every leaf that is one row."""
    for task in schedule.plan.tasks:
        timings = schedule.by_task[task.index]
        if task.kind == "task" and task.repeat is None and len(timings) == 1:
            yield task.path, timings[0].start, timings[0].finish


def _judge(schedule: Schedule, folder: Path) -> ReadProject:
    read = _read(_text(schedule), folder)
    assert not read.moved()
    by_path = {row.path: row for row in read.rows.values() if not row.summary}
    for path, start, finish in _expected(schedule):
        row = by_path[path]
        assert (row.start[:10], row.finish[:10]) == (str(start), str(finish)), path
    return read


@pytest.mark.parametrize("name", ["wuwei", "iso27001"])
def test_the_example_plans_keep_their_dates(name: str, tmp_path: Path) -> None:
    schedule = _schedule(PLANS / f"{name}.yaml")
    read = _judge(schedule, tmp_path)
    for task in schedule.plan.tasks:
        for timing in schedule.by_task[task.index][:1]:
            row = next(row for row in read.rows.values() if row.path == task.path)
            if timing.deadline is not None and task.units is None:
                assert row.deadline == f"{timing.deadline}T17:00"
            if task.kind == "task" and task.owner is not None and task.units is None:
                assert row.resources == (task.owner,)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("family", FAMILIES)
def test_random_plans_keep_their_dates(family: str, seed: int, tmp_path: Path) -> None:
    plan = random_plan(family, seed)
    read = _judge(_written(to_yaml(plan), tmp_path), tmp_path)
    links = sum(len(row.links) for row in read.rows.values())
    assert links >= len({(task.id, link) for task in plan.tasks for link in task.links})


MAKE_UP = """\
rectify: 1
title: Make-up day
start: 2021-04-23
calendar: {days_off: [2021-05-03..2021-05-05], workdays: [2021-04-25, 2021-05-08]}
owners: {o: {title: Owner}}
tasks:
  a: {owner: o, duration: 3d}
  b: {owner: o, after: a + 1d, duration: 8d}
  c: {owner: o, after: b, duration: 0d}
"""


def test_make_up_days_are_worked_and_days_off_are_not(tmp_path: Path) -> None:
    text = _text(_written(MAKE_UP, tmp_path))
    read = _read(text, tmp_path)
    assert not read.moved()
    # 23, 25 (a Sunday), 26; then one day between; and 8 May, a Saturday.
    ends = [row.finish for row in read.rows.values()]
    assert ends == ["2021-04-26T17:00", "2021-05-11T17:00", "2021-05-11T17:00"]
    without = re.sub(r"<Exceptions>.*?</Exceptions>", "", text, flags=re.DOTALL)
    assert _read(without, tmp_path).moved(), "a scheduler that ignores them would pass"


def test_the_calendars_of_random_plans_are_read_as_they_are(tmp_path: Path) -> None:
    plan = random_plan("calendars", 3)
    read = _read(_text(_written(to_yaml(plan), tmp_path)), tmp_path)
    calendar = read.file.getDefaultCalendar()
    local_date = type(read.file.getProjectProperties().getStartDate().toLocalDate())
    own: Calendar = plan.calendar
    for day in (*own.days_off, *own.workdays):
        worked = calendar.isWorkingDate(local_date.of(day.year, day.month, day.day))
        assert bool(worked) == own.works(day), day


def test_the_same_plan_gives_the_same_bytes() -> None:
    schedule = _schedule(PLANS / "iso27001.yaml")
    assert _text(schedule) == _text(_schedule(PLANS / "iso27001.yaml"))
    assert schedule.plan.title in _text(schedule)


REPORTED = """\
rectify: 1
title: Reported
start: 2021-03-01
owners: {o: {title: Owner}, u: {title: U}, v: {title: V}}
groups: {g: [u, v]}
tasks:
  a: {owner: o, duration: 3d}
  b: {owner: o, after: a, duration: 4d}
  c: {owner: o, after: b, duration: 2d}
  d: {each: g, after: a, duration: 2d}
"""
SAID = """\
2021-03-02 start a
2021-03-05 done a
2021-03-08 progress b 50
2021-03-08 done d unit=u
"""


def test_what_was_done_is_in_the_file(tmp_path: Path) -> None:
    status = told(REPORTED, SAID, "2021-03-10")
    edition = Edition(AS_OF, "0123abcd")
    made = project(Source(status.schedule, EVERYTHING, "en", edition, status=status))
    text = "".join(to_xml(made))
    read = _read(text, tmp_path)
    rows = {row.path: row for row in read.rows.values()}
    assert (rows["a"].start, rows["a"].finish) == ("2021-03-02T08:00", "2021-03-05T17:00")
    assert {path: row.percent for path, row in rows.items()} == {"a": 100, "b": 50, "c": 0, "d": 50}
    task = next(task for task in read.file.getTasks() if str(task.getText(1)) == "a")
    assert str(task.getActualStart())[:10] == "2021-03-02"
    assert str(task.getActualFinish())[:10] == "2021-03-05"
    assert str(task.getBaselineStart())[:10] == "2021-03-01"
    assert str(task.getBaselineFinish())[:10] == "2021-03-03"
    # What is open stands where it is expected, and the plan is still known.
    assert rows["c"].start[:10] == str(status.rows[2].forecast_start)
    draft = read_project_draft("reported.xml", text.encode()).draft
    assert draft is not None
    back = _written(plan_text(draft), tmp_path)
    assert [(each.start, each.finish) for each in back.timings] == [
        (each.start, each.finish) for each in status.schedule.timings
    ]


@pytest.mark.parametrize("owner", ["grc", "platform", "ciso"])
def test_one_owners_part_keeps_its_dates(owner: str, tmp_path: Path) -> None:
    schedule = _schedule(PLANS / "iso27001.yaml")
    selection = Selection(owner=owner)
    made = project(Source(schedule, selection, "en", Edition(AS_OF, "0123abcd")))
    whole = project(Source(schedule, EVERYTHING, "en", Edition(AS_OF, "0123abcd")))
    assert 0 < len(made.tasks) < len(whole.tasks)
    assert not _read("".join(to_xml(made)), tmp_path).moved(leaves_only=True)
    numbers = {dict(task.kept)["path"]: task.uid for task in whole.tasks}
    assert {dict(task.kept)["path"]: task.uid for task in made.tasks}.items() <= numbers.items()


@pytest.mark.parametrize("name", ["wuwei", "iso27001"])
def test_a_file_that_another_program_saved_comes_back(name: str, tmp_path: Path) -> None:
    before = _schedule(PLANS / f"{name}.yaml")
    saved = tmp_path / "saved.xml"
    save_project(_read(_text(before), tmp_path).file, saved)
    read = read_project_draft("saved.xml", saved.read_bytes())
    assert read.draft is not None
    assert not read.remarks
    after = _written(plan_text(read.draft), tmp_path)
    assert sorted(map(str, dates(after))) == sorted(map(str, dates(before)))
    assert sorted(map(str, owners(after))) == sorted(map(str, owners(before)))
    assert sorted(map(str, links(after))) == sorted(map(str, links(before)))
