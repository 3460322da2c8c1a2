"""`rectify plan diff`, typed as people type it, on real repositories."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.program import Ran, rectify, write
from tests.git_repository import commit, git, repository

PLAN = """\
rectify: 1
title: Spring
start: 2026-03-02
deadline: 2026-03-31
calendar: {days_off: {2026-03-11: audit}}
owners: {ana: {title: Ana}, bo: {title: Bo}}
phases:
  build:
    title: Building
    tasks:
      dig: {title: Digging, owner: ana, duration: 5d}
      wall: {title: Walls, owner: ana, after: dig, duration: 3d}
      roof: {title: Roof, owner: bo, after: wall, duration: 2d, deadline: 2026-03-17}
      paint: {title: Painting, owner: bo, after: roof, duration: 2d}
  open:
    tasks:
      party: {title: Opening, owner: bo, on: 2026-03-26}
"""


def diff(folder: Path, *words: str) -> Ran:
    return rectify(folder, "plan", "diff", *words)


def record(folder: Path, *words: str, code: int = 0) -> Any:
    ran = diff(folder, *words, "--json")
    assert ran.code == code, ran
    return json.loads(ran.out)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with the plan committed."""
    repository(tmp_path)
    write(tmp_path, "plan.yaml", PLAN)
    commit(tmp_path)
    return tmp_path


def edit(folder: Path, *pairs: tuple[str, str], text: str = PLAN) -> str:
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    write(folder, "plan.yaml", text)
    return text


class TestTheSides:
    def test_nothing_changed(self, folder: Path) -> None:
        ran = diff(folder, "main:")
        assert (ran.code, ran.out, ran.err) == (0, "No difference.\n", "")
        assert record(folder, "HEAD:")["same"] is True

    def test_two_files_need_no_plan_and_no_git(self, tmp_path: Path) -> None:
        write(tmp_path, "a/one.yaml", PLAN)
        write(tmp_path, "a/two.yaml", PLAN.replace("duration: 5d", "duration: 6d"))
        found = record(tmp_path, "a/one.yaml", "a/two.yaml")
        assert [each["id"] for each in found["moved"]] == [
            "build.dig", "build.wall", "build.roof", "build.paint",
        ]  # fmt: skip
        assert found["old"]["name"] == "a/one.yaml"

    def test_two_revisions(self, folder: Path) -> None:
        edit(folder, ("duration: 5d", "duration: 6d"))
        commit(folder)
        edit(folder, ("title: Spring", "title: ["))
        found = record(folder, "HEAD~1:", "HEAD:")
        assert found["moved"][0]["finish_days"] == 1

    def test_another_path_at_a_revision(self, folder: Path) -> None:
        write(folder, "sub/other.yaml", PLAN.replace("5d", "4d"))
        commit(folder)
        assert record(folder, "HEAD:sub/other.yaml", "HEAD:plan.yaml")["moved"]
        from_inside = rectify(folder / "sub", "plan", "diff", "HEAD:./other.yaml", "--plan",
                              "../plan.yaml", "--json")  # fmt: skip
        assert json.loads(from_inside.out)["moved"]

    def test_a_file_that_bears_the_name_goes_before_a_revision(self, folder: Path) -> None:
        write(folder, "main:", PLAN.replace("5d", "4d"))
        assert record(folder, "main:")["moved"]

    def test_the_plan_may_be_named(self, folder: Path) -> None:
        write(folder, "plans/b.yaml", PLAN)
        write(folder, "plans/c.yaml", PLAN)
        assert diff(folder / "plans", "HEAD:").code == 2
        commit(folder)
        assert diff(folder, "HEAD:", "--plan", "plans/b.yaml").code == 0

    @pytest.mark.parametrize(
        ("word", "said"),
        [
            ("nothing:", "there is no revision 'nothing'"),
            (":plan.yaml", "there is no revision ''"),
            ("main:nothing.yaml", "there is no such file at that revision"),
            ("main:../../etc/passwd", "lies outside the repository"),
            ("nothing", "written with a colon:  nothing:"),
            ("./nothing.yaml", "there is no file and no baseline"),
            ("main:--help", "there is no such file at that revision"),
        ],
    )
    def test_what_is_not_there_is_said(self, folder: Path, word: str, said: str) -> None:
        ran = diff(folder, word)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err

    @pytest.mark.parametrize("word", ["--output=x:", "-x:", "--help:"])
    def test_what_begins_with_a_dash_is_no_option_of_git(self, folder: Path, word: str) -> None:
        ran = diff(folder, "--", word)
        assert ran.code == 2
        assert "there is no revision" in ran.err
        assert sorted(each.name for each in folder.iterdir()) == [".git", "plan.yaml"]

    def test_no_repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
        write(tmp_path, "plan.yaml", PLAN)
        ran = diff(tmp_path, "main:")
        assert ran.code == 2
        assert "is in no git repository" in ran.err

    def test_no_plan_to_compare_with(self, tmp_path: Path) -> None:
        write(tmp_path, "one.yaml", PLAN)
        ran = diff(tmp_path, "one.yaml")
        assert ran.code == 2
        assert "no plan here" in ran.err

    def test_markdown_and_json_are_not_both(self, folder: Path) -> None:
        assert diff(folder, "main:", "--markdown", "--json").code == 2


class TestWhatAPlanNames:
    """Includes, owners' tables, frozen calendars and documents are those of the revision."""

    TOP = """\
rectify: 1
title: Top
start: 2026-03-02
deadline: 2026-04-30
calendar: {frozen: days.yaml}
owners_from: [units.csv]
groups: {all: {kind: office}}
include: {east: parts/east.yaml}
tasks:
  visit: {each: all, duration: 5d}
"""
    EAST = """\
rectify: 1
title: East
start: 2026-03-02
deadline: 2026-04-30
tasks:
  survey: {duration: 3d, document: how.md}
"""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        repository(tmp_path)
        write(tmp_path, "work/plan.yaml", self.TOP.replace("calendar: {frozen: days.yaml}\n", ""))
        write(tmp_path, "work/parts/east.yaml", self.EAST)
        write(tmp_path, "work/how.md", "so")
        write(tmp_path, "work/parts/how.md", "so")
        write(tmp_path, "work/units.csv", "id,title,kind\nu1,One,office\nu2,Two,office\n")
        commit(tmp_path)
        return tmp_path / "work"

    def test_an_include_and_a_table_of_then(self, home: Path) -> None:
        write(home, "parts/east.yaml", self.EAST.replace("3d", "4d"))
        write(home, "units.csv", "id,title,kind\nu1,One,office\nu3,Three,office\n")
        found = record(home, "HEAD:")
        assert [each["id"] for each in found["moved"]] == ["east.survey"]
        assert found["units"] == [{"id": "visit", "added": ["u3"], "removed": ["u2"]}]

    def test_what_is_gone_now_was_there_then(self, home: Path) -> None:
        (home / "parts" / "how.md").unlink()
        (home / "units.csv").unlink()
        ran = diff(home, "HEAD:", "HEAD:", "--json")
        assert (ran.code, ran.err) == (0, "")
        ran = diff(home, "HEAD:")
        assert ran.code == 1
        assert "plan.yaml" in ran.err

    def test_a_frozen_calendar_of_then(self, home: Path) -> None:
        plan = (home / "plan.yaml").read_text(encoding="utf-8")
        write(home, "plan.yaml", plan + "calendar: {country: CN}\n")
        assert rectify(home, "calendar", "freeze").code == 0
        frozen = f"{plan}calendar: {{country: CN, frozen: calendar-CN.yaml}}\n"
        write(home, "plan.yaml", frozen)
        commit(home)
        days = (home / "calendar-CN.yaml").read_text(encoding="utf-8")
        assert "days_off:\n" in days
        changed = days.replace("days_off:\n", "days_off:\n  2026-03-03: storm\n", 1)
        write(home, "calendar-CN.yaml", changed)
        found = record(home, "HEAD:")
        assert {each["id"] for each in found["moved"]} == {"visit"}
        assert [each["kind"] for each in found["moved"][0]["causes"]] == ["calendar"]

    def test_a_link_is_not_followed(self, home: Path) -> None:
        (home / "parts" / "east.yaml").unlink()
        (home / "parts" / "east.yaml").symlink_to("../../elsewhere.yaml")
        write(home.parent, "elsewhere.yaml", self.EAST)
        commit(home.parent)
        ran = diff(home, "HEAD:", "--json")
        assert ran.code == 1
        assert "Traceback" not in ran.err


class TestWhatIsSaid:
    def test_a_longer_task_moves_what_follows(self, folder: Path) -> None:
        edit(folder, ("duration: 5d", "duration: 6d"))
        assert diff(folder, "main:").out.splitlines() == [
            "Finish unchanged, 2026-03-26. Building +1 workday.",
            "moved\tbuild.dig\tDigging\t+1d\tfinish 03-06 > 03-09\tduration 5d > 6d",
            "moved\tbuild.wall\tWalls\t+1d\t03-09..12 > 03-10..13\tfollows build.dig",
            "moved\tbuild.roof\tRoof\t+1d\t03-13..16 > 03-16..17\tfollows build.wall",
            "moved\tbuild.paint\tPainting\t+1d\t03-17..18 > 03-18..19\tfollows build.roof",
        ]

    def test_a_deadline_that_is_missed_now(self, folder: Path) -> None:
        edit(folder, ("duration: 5d", "duration: 7d"))
        ran = diff(folder, "main:")
        assert ran.code == 0
        assert "Roof +2 workdays, 1 past its deadline." in ran.out.splitlines()[0]
        late = "deadline\tbuild.roof\tRoof\t\t2026-03-17 missed by 1 workday\tnew finding"
        assert late in ran.out
        found = record(folder, "main:")["deadlines"]
        assert [(each["id"], each["newly_missed"]) for each in found] == [("build.roof", True)]
        back = diff(folder, "plan.yaml", "main:").out
        assert "Roof no longer past its deadline." in back

    def test_a_deadline_that_was_moved(self, folder: Path) -> None:
        edit(folder, ("deadline: 2026-03-17", "deadline: 2026-03-20"))
        found = record(folder, "main:")
        assert found["moved"] == []
        (change,) = found["deadlines"]
        assert (change["old"], change["new"]) == ("2026-03-17", "2026-03-20")

    def test_the_plans_own_finish_and_deadline(self, folder: Path) -> None:
        edit(folder, ("on: 2026-03-26", "on: 2026-04-02"))
        ran = diff(folder, "main:")
        first = ran.out.splitlines()[0]
        assert first.startswith("Finish 2026-03-26 > 2026-04-02, +5 workdays, 2 past its deadline.")
        assert "on 2026-03-26 > 2026-04-02" in ran.out
        assert record(folder, "main:")["finish"]["days"] == 5

    def test_a_link_more_and_a_link_less(self, folder: Path) -> None:
        edit(folder, ("after: roof", "after: [wall, 'dig SS + 1d']"))
        (moved,) = record(folder, "main:")["moved"]
        assert [(each["kind"], each["old"], each["new"]) for each in moved["causes"][:3]] == [
            ("link", "build.roof FS", None),
            ("link", None, "build.dig SS + 1d"),
            ("link", None, "build.wall FS"),
        ]
        assert (
            "no longer after build.roof, now after build.dig SS + 1d" in diff(folder, "main:").out
        )

    def test_added_and_removed(self, folder: Path) -> None:
        edit(
            folder,
            ("      paint: {title: Painting, owner: bo, after: roof, duration: 2d}\n",
             "      plant: {title: Planting, owner: ana, after: wall, duration: 2d}\n"),
        )  # fmt: skip
        ran = diff(folder, "main:")
        assert "added\tbuild.plant\tPlanting\t\tPlanting, ana, 03-13..16\n" in ran.out
        assert (
            "removed\tbuild.paint\tPainting\t\tPainting, bo, 03-17..18\thad no reports" in ran.out
        )

    def test_renamed_by_was_and_by_title(self, folder: Path) -> None:
        edit(
            folder,
            ("wall: {title: Walls,", "walls: {title: All the walls, was: [build.wall],"),
            ("after: wall", "after: walls"),
            ("dig: {", "digging: {"),
            ("after: dig", "after: digging"),
        )
        found = record(folder, "main:")
        assert [(each["old"], each["new"], each["by_was"]) for each in found["renamed"]] == [
            ("build.dig", "build.digging", False),
            ("build.wall", "build.walls", True),
        ]
        assert found["moved"] == found["added"] == found["removed"] == []
        assert [each["field"] for each in found["words"]] == ["title"]

    def test_a_phase_that_was_renamed_is_one_line(self, folder: Path) -> None:
        edit(folder, ("  build:\n", "  construct:\n"))
        found = record(folder, "main:")
        assert [(each["old"], each["new"]) for each in found["renamed"]] == [("build", "construct")]
        assert found["moved"] == found["added"] == found["removed"] == []

    def test_two_tasks_of_one_title_are_not_taken_for_each_other(self, folder: Path) -> None:
        text = edit(folder, ("title: Walls", "title: Digging"))
        commit(folder)
        edit(folder, ("dig: {", "digx: {"), ("after: dig", "after: digx"), text=text)
        found = record(folder, "main:")
        assert found["renamed"] == []
        assert [each["id"] for each in found["removed"]] == ["build.dig"]

    def test_owners_details_and_words(self, folder: Path) -> None:
        edit(
            folder,
            (
                "{title: Digging, owner: ana,",
                "{title: Digging, owner: bo, place: yard, note: Deep,",
            ),
            ("title: Opening", "title: Grand opening"),
        )
        ran = diff(folder, "main:")
        assert "owner\tbuild.dig\tDigging\t\towner ana > bo\n" in ran.out
        assert "details\tbuild.dig\tDigging\t\tplace none > yard\n" in ran.out
        assert "words\topen.party\tGrand opening\t\ttitle Opening > Grand opening\n" in ran.out
        assert "words\tbuild.dig\tDigging\t\tnote none > Deep\n" in ran.out
        found = record(folder, "main:")
        assert [each["field"] for each in found["words"]] == ["note", "title"]

    def test_what_comes_down_is_told_where_it_is_said(self, folder: Path) -> None:
        text = edit(
            folder, ("owner: ana, ", ""), ("title: Building\n", "title: Building\n    owner: ana\n")
        )
        commit(folder)
        edit(folder, ("    owner: ana\n", "    owner: bo\n"), text=text)
        assert [each["id"] for each in record(folder, "main:")["owners"]] == ["build"]

    def test_reports_of_what_is_gone(self, folder: Path) -> None:
        ran = rectify(folder, "done", "dig", "--by", "ana", "--on", "2026-03-06",
                      "--as-of", "2026-03-09")  # fmt: skip
        assert ran.code == 0, ran.err
        edit(folder, ("dig: {title: Digging", "dug: {title: Dug"), ("after: dig", "after: dug"))
        assert record(folder, "main:")["removed"][0]["reports"] == 1
        edit(folder, ("dig: {", "dug: {was: [build.dig], "), ("after: dig", "after: dug"))
        assert "1 report follows" in diff(folder, "main:").out


class TestBrokenSides:
    def test_an_error_on_one_side(self, folder: Path) -> None:
        edit(folder, ("after: wall", "after: wal"))
        ran = diff(folder, "main:")
        assert ran.code == 1
        assert "no dates" in ran.out
        assert "plan.yaml: " in ran.err
        assert diff(folder, "plan.yaml", "main:").code == 1

    def test_a_side_that_is_no_plan(self, folder: Path) -> None:
        write(folder, "plan.yaml", "rectify: [1\n")
        ran = diff(folder, "main:")
        assert ran.code == 1
        assert "plan.yaml could not be read as a plan" in ran.out
        found = record(folder, "main:", code=1)
        assert (found["comparable"], found["same"], found["finish"]["old"]) == (
            False, False, "2026-03-26",
        )  # fmt: skip


class TestForms:
    def test_markdown_is_safe(self, folder: Path) -> None:
        edit(folder, ("Digging", '"<b>|`x` @all [a](b)"'), ("duration: 5d", "duration: 6d"),
             ("title: Spring", "title: <script>"))  # fmt: skip
        text = diff(folder, "main:", "--markdown").out
        assert text.startswith("# \\<script\\>\n")
        assert "<script>" not in text
        assert "| build.dig | \\+1d | finish 03-06 \\> 03-09 | duration 5d \\> 6d |" in text

    def test_files(self, folder: Path) -> None:
        edit(folder, ("duration: 5d", "duration: 6d"))
        ran = diff(folder, "main:", "-o", "d.csv", "-o", "d.md", "-o", "d.json")
        assert (ran.code, ran.out) == (0, "")
        assert "build.dig" in (folder / "d.csv").read_text(encoding="utf-8-sig")
        assert json.loads((folder / "d.json").read_text(encoding="utf-8"))["format"] == 1

    def test_chinese(self, folder: Path) -> None:
        edit(folder, ("duration: 5d", "duration: 7d"))
        out = diff(folder, "main:", "--lang", "zh").out
        assert out.startswith("完成日期不变，2026-03-26。Roof +2 个工作日，超过时限 1 个。")
        assert "工期 5d > 7d" in out

    def test_the_same_bytes_each_time(self, folder: Path) -> None:
        edit(folder, ("duration: 5d", "duration: 7d"), ("title: Opening", "title: Party"))
        for form in ("--json", "--markdown", "--lang=zh"):
            assert diff(folder, "main:", form) == diff(folder, "main:", form)

    def test_git_is_not_asked_for_files(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(folder))
        assert diff(folder, "plan.yaml").code == 0
        assert "git is not installed" in diff(folder, "main:").err


def test_a_commit_of_nothing_is_a_revision_like_others(folder: Path) -> None:
    git(folder, "tag", "v1.0")
    assert diff(folder, "v1.0:").out == "No difference.\n"
    assert diff(folder, "HEAD^{/a change}:").out == "No difference.\n"
