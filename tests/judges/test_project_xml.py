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
from rectify_cli.render.project.to_xml import to_xml
from rectify_cli.report.edition import Edition
from rectify_cli.report.project import project
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.schedule.model import Schedule
from tests.judges.mpxj_project import ReadProject, read_project
from tests.judges.mpxj_scheduler import why_not
from tests.judges.plan_text import to_yaml
from tests.judges.random_plans import FAMILIES, random_plan
from tests.judges.small_plan import Calendar

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
