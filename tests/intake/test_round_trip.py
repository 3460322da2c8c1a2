"""Plan → plan table → plan: the schedule of the second is that of the first, link by link."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import load_and_schedule
from rectify_cli.foundation.translations import LANGUAGES
from rectify_cli.intake.columns import field_of
from rectify_cli.intake.grid import Grid
from rectify_cli.intake.grid_csv import read_csv_grid
from rectify_cli.intake.grid_xlsx import read_xlsx_grid
from rectify_cli.intake.table_draft import Drafted, Wishes, draft_from
from rectify_cli.intake.write_plan import plan_text
from rectify_cli.render.table.to_csv import to_csv
from rectify_cli.render.table.to_xlsx import to_xlsx
from rectify_cli.report.edition import Edition
from rectify_cli.report.labels.of_plan_table import LABELS
from rectify_cli.report.plan_table import plan_table, plan_table_tasks
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule
from tests.commands.program import rectify
from tests.crash.a_store import here_in
from tests.laws.random_networks import Written, text_of
from tests.laws.random_reports import plans
from tests.markdown import ROOT
from tests.pipeline import schedule_of

DAY = date(2021, 3, 5)


def _source(schedule: Schedule, language: str) -> Source:
    return Source(schedule, EVERYTHING, language, Edition(DAY, ""), lambda _: None, None)


def _back(grid: Any) -> str:
    assert isinstance(grid, Grid)
    drafted = draft_from(grid, Wishes("table", DAY))
    assert isinstance(drafted, Drafted), drafted
    assert not [each for each in drafted.remarks if each.lost], drafted.remarks
    return plan_text(drafted.draft)


def _dates(schedule: Schedule) -> list[Any]:
    return [
        (
            schedule.task_of(each).path, each.units, each.start, each.finish, each.deadline,
            each.late_start, each.late_finish, each.total_float, each.free_float,
        )
        for each in schedule.timings
    ]  # fmt: skip


def _links(schedule: Schedule) -> list[Any]:
    paths = [task.path for task in schedule.plan.tasks]
    return [
        (task.path, [(paths[link.task], link.type, link.lag, link.same) for link in task.links])
        for task in schedule.plan.tasks
    ]


def _carriers(schedule: Schedule) -> list[Any]:
    return [
        (
            t.path, t.title, t.no, t.kind, t.owner, t.lead, t.participants, t.units, t.complete_at,
            t.target, t.accept, t.weight, t.tags, t.note, t.deliverable, t.time, t.place,
            [(item.id, item.text, item.owner) for item in t.checklist],
        )
        for t in schedule.plan.tasks
    ]  # fmt: skip


def _owners(schedule: Schedule) -> list[Any]:
    return [
        (
            o.id, o.title, o.kind, o.parent, o.lead, o.email, o.capacity, o.joined, o.left, o.tags,
            o.was, [(day.first, day.last, day.label) for day in o.days_off],
        )
        for o in schedule.plan.owners.values()
    ]  # fmt: skip


def _assert_same(first: Schedule, second: Schedule) -> None:
    assert _carriers(second) == _carriers(first)
    assert _links(second) == _links(first)
    assert _owners(second) == _owners(first)
    assert _dates(second) == _dates(first)
    assert second.plan.groups == first.plan.groups
    assert second.plan.due_soon == first.plan.due_soon
    assert second.finish == first.finish


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["iso27001", "wuwei"])
def test_the_example_plans_come_back(name: str, language: str, tmp_path: Path) -> None:
    here = here_in(ROOT / "plans")
    first = load_and_schedule(Path(f"{name}.yaml"), here)
    assert not isinstance(first, Unread)
    assert first.schedule is not None
    data = b"".join(to_xlsx(plan_table(_source(first.schedule, language))))
    text = _back(read_xlsx_grid(data))
    path = f"{name}.back.yaml"
    second = load_and_schedule(Path(path), here, {path: text.encode()})
    assert not isinstance(second, Unread)
    assert [each for each in second.findings if each.is_error] == []
    assert second.schedule is not None
    _assert_same(first.schedule, second.schedule)
    assert len(second.findings) == len(first.findings)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans())
def test_random_plans_come_back(plan: Written) -> None:
    first = schedule_of(text_of(plan))
    data = b"".join(to_xlsx(plan_table(_source(first, "zh"))))
    _assert_same(first, schedule_of(_back(read_xlsx_grid(data))))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans())
def test_tasks_and_links_come_back_from_csv(plan: Written) -> None:
    for phase in plan["phases"].values():
        for task in phase["tasks"].values():
            task.pop("each", None)
            task.pop("complete_at", None)
    first = schedule_of(text_of(plan))
    data = "".join(to_csv(plan_table_tasks(_source(first, "en")))).encode()
    grid = read_csv_grid("t.csv", data)
    assert isinstance(grid, Grid)
    drafted = draft_from(grid, Wishes("t", DAY, first.plan.start))
    assert isinstance(drafted, Drafted)
    _assert_same_links(first, schedule_of(plan_text(drafted.draft)))


def _assert_same_links(first: Schedule, second: Schedule) -> None:
    leaves = [each for each in _links(first) if each[1]]
    assert [each for each in _links(second) if each[1]] == leaves


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_known_again(language: str) -> None:
    for key in LABELS:
        if key.startswith("written-") and key not in {"written-key", "written-value"}:
            assert field_of(Words(language)(key)) == key.removeprefix("written-")


def test_it_is_written_and_taken_in_at_the_command_line(tmp_path: Path) -> None:
    plan = ROOT / "plans" / "wuwei.yaml"
    words = ["plan", "build", str(plan), "--product", "plan-table"]
    assert rectify(tmp_path, *words, "-o", "t.xlsx", "-o", "t.csv").code == 0
    ran = rectify(tmp_path, "plan", "import", "t.xlsx", "--dry-run")
    assert "58" in ran.err
