"""`rectify baseline set`, `list` and `drop`, and comparing with what they keep."""

import json
import os
import stat
from pathlib import Path

import pytest

from rectify_cli.progress.baseline_name import why_no_name
from rectify_cli.progress.baseline_text import NoBaseline, read_baseline
from tests.commands.program import BROKEN, GOOD, Ran, rectify, write

DAY = ("--as-of", "2026-03-02")
TASK = '{"kind": "task", "path": "a", "title": ""}'
_DATES = '{"start": "2026-03-02", "finish": "2026-03-02", "duration": 1e99}'
ODD_DATES = f'{{"kind": "task", "path": "a", "title": "", "dates": [{_DATES}]}}'


def baseline(folder: Path, *words: str) -> Ran:
    return rectify(folder, "baseline", *words, *DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", GOOD)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def kept(folder: Path, name: str = "agreed") -> Path:
    return folder / "plan.baseline" / f"{name}.json"


class TestSet:
    def test_keeps_a_line_for_each_task(self, folder: Path) -> None:
        ran = baseline(folder, "set", "agreed")
        assert ran == Ran(0, "plan.baseline/agreed.json written: 2 tasks, finish 2026-03-06\n", "")
        text = kept(folder).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if '"path"' in line]
        assert [json.loads(line.rstrip(","))["path"] for line in lines] == ["first", "second"]
        assert json.loads(text)["day"] == "2026-03-02"

    def test_the_same_again_is_no_change(self, folder: Path) -> None:
        baseline(folder, "set", "agreed")
        before = kept(folder).stat()
        ran = rectify(folder, "baseline", "set", "agreed", "--as-of", "2026-03-09")
        assert ran.code == 0
        assert "is so already" in ran.out
        after = kept(folder).stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_another_schedule_needs_force(self, folder: Path) -> None:
        baseline(folder, "set", "agreed")
        before = kept(folder).read_bytes()
        write(folder, "plan.yaml", GOOD.replace("3d", "4d"))
        ran = baseline(folder, "set", "agreed")
        assert ran.code == 2
        assert "--force" in ran.err
        assert kept(folder).read_bytes() == before
        ran = baseline(folder, "set", "agreed", "--force")
        assert "in place of the one of 2026-03-02" in ran.out
        assert kept(folder).read_bytes() != before

    def test_names_that_differ_in_case_alone_are_one(self, folder: Path) -> None:
        baseline(folder, "set", "Agreed")
        write(folder, "plan.yaml", GOOD.replace("3d", "4d"))
        assert baseline(folder, "set", "agreed").code == 2
        assert names(folder / "plan.baseline") == ["Agreed.json"]

    def test_a_dry_run_writes_nothing(self, folder: Path) -> None:
        ran = baseline(folder, "set", "agreed", "--dry-run")
        assert ran.code == 0
        assert "nothing was written" in ran.out
        assert not (folder / "plan.baseline").exists()

    def test_a_broken_plan_is_not_kept(self, folder: Path) -> None:
        write(folder, "plan.yaml", BROKEN)
        ran = baseline(folder, "set", "agreed")
        assert ran.code == 1
        assert "mend the plan first" in ran.err
        assert not (folder / "plan.baseline").exists()

    @pytest.mark.parametrize("name", ["市委审定稿", "v1.0", "Été 2026", "a-b_c", "(agreed)"])
    def test_names_of_any_script(self, folder: Path, name: str) -> None:
        assert baseline(folder, "set", name).code == 0
        assert rectify(folder, "plan", "diff", name).out == "No difference.\n"
        assert baseline(folder, "drop", name).code == 0

    @pytest.mark.parametrize(
        "name",
        ["", " ", "a/b", "..", ".", ".hidden", "a\\b", "a:b", "nul", "CON.x", "com1", "x.", "x ",
         "a\nb", "a\u202eb", "x" * 121, "汉" * 41, "a*", "a?", 'a"', "<a>", "a|b", "\ud800"],
    )  # fmt: skip
    def test_what_is_no_file_name_everywhere_is_refused(self, folder: Path, name: str) -> None:
        ran = baseline(folder, "set", "--", name)
        assert ran.code == 2
        assert names(folder) == ["plan.yaml"]
        assert why_no_name(name) is not None

    def test_a_link_is_replaced_not_followed(self, folder: Path, tmp_path: Path) -> None:
        other = write(tmp_path, "else/where.txt", "mine")
        kept(folder).parent.mkdir()
        kept(folder).symlink_to(other)
        assert baseline(folder, "set", "agreed", "--force").code == 0
        assert other.read_text(encoding="utf-8") == "mine"

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_cannot_be_written(self, folder: Path) -> None:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
        ran = baseline(folder, "set", "agreed")
        folder.chmod(stat.S_IRWXU)
        assert ran.code == 2

    def test_a_file_in_the_folders_place(self, folder: Path) -> None:
        write(folder, "plan.baseline", "a file")
        ran = baseline(folder, "set", "agreed")
        assert ran.code == 2
        assert "cannot be written" in ran.err

    def test_chinese(self, folder: Path) -> None:
        ran = baseline(folder, "set", "审定稿", "--lang", "zh")
        assert ran.out == "已写入 plan.baseline/审定稿.json：2 项任务，2026-03-06 完成\n"


class TestListAndDrop:
    def test_lists_the_earliest_first(self, folder: Path) -> None:
        rectify(folder, "baseline", "set", "b", "--as-of", "2026-03-03")
        rectify(folder, "baseline", "set", "c", "--as-of", "2026-03-02")
        assert baseline(folder, "list").out == (
            "A small plan\tBaselines\n"
            "c\tMon 2026-03-02\t2\t2026-03-06\tA small plan\n"
            "b\tTue 2026-03-03\t2\t2026-03-06\tA small plan\n"
        )
        found = json.loads(baseline(folder, "list", "--json").out)["baselines"]
        assert [each["name"] for each in found] == ["c", "b"]
        assert found[0]["tasks"] == 2

    def test_none_yet(self, folder: Path) -> None:
        assert baseline(folder, "list") == Ran(0, "A small plan\tnone yet\n", "")

    def test_a_broken_one_is_named(self, folder: Path) -> None:
        baseline(folder, "set", "good")
        write(folder, "plan.baseline/bad.json", "{")
        ran = baseline(folder, "list")
        assert ran.code == 1
        assert "good" in ran.out
        assert "plan.baseline/bad.json is no baseline that can be read" in ran.err
        assert rectify(folder, "plan", "diff", "bad").code == 2

    def test_drop_says_what_it_was(self, folder: Path) -> None:
        baseline(folder, "set", "agreed")
        ran = baseline(folder, "drop", "agreed", "--dry-run")
        assert "would be dropped" in ran.out
        assert kept(folder).exists()
        ran = baseline(folder, "drop", "agreed")
        assert ran.out == (
            "plan.baseline/agreed.json dropped: kept on 2026-03-02, 2 tasks, finish 2026-03-06\n"
        )
        assert not (folder / "plan.baseline").exists()

    def test_drop_of_what_is_not_there(self, folder: Path) -> None:
        assert "keep one with  rectify baseline set NAME" in baseline(folder, "drop", "x").err
        baseline(folder, "set", "agreed")
        ran = baseline(folder, "drop", "agred")
        assert ran.code == 2
        assert "did you mean 'agreed'?" in ran.err

    def test_drop_takes_a_broken_one_away(self, folder: Path) -> None:
        write(folder, "plan.baseline/bad.json", "{")
        ran = baseline(folder, "drop", "bad")
        assert ran.code == 0
        assert "it could not be read" in ran.out


def test_a_plan_against_its_baseline(folder: Path) -> None:
    baseline(folder, "set", "agreed")
    write(folder, "plan.yaml", GOOD.replace("duration: 3d", "duration: 4d"))
    found = json.loads(rectify(folder, "plan", "diff", "agreed", "--json").out)
    assert [(each["id"], each["finish_days"]) for each in found["moved"]] == [
        ("first", 1), ("second", 1),
    ]  # fmt: skip
    assert found["moved"][0]["causes"] == [
        {"kind": "term", "key": "duration", "old": "3d", "new": "4d", "task": None}
    ]


def test_two_baselines(folder: Path) -> None:
    baseline(folder, "set", "a")
    write(folder, "plan.yaml", GOOD.replace("duration: 3d", "duration: 4d"))
    baseline(folder, "set", "b")
    found = json.loads(rectify(folder, "plan", "diff", "a", "b", "--json").out)
    assert found["finish"]["days"] == 1


def test_a_file_beside_a_baseline_of_its_name_is_written_with_its_folder(folder: Path) -> None:
    baseline(folder, "set", "plan.yaml")
    write(folder, "plan.yaml", GOOD.replace("duration: 3d", "duration: 4d"))
    assert rectify(folder, "plan", "diff", "plan.yaml").out != "No difference.\n"
    assert rectify(folder, "plan", "diff", "./plan.yaml").out == "No difference.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "whole JSON"),
        ("[" * 100_000, "whole JSON"),
        ("[]", "other JSON"),
        ('{"a": 1}', "other JSON"),
        ('{"rectify_baseline": 2}', "newer rectify (format 2)"),
        ('{"rectify_baseline": true}', "'rectify_baseline'"),
        ('{"rectify_baseline": 1}', "'title'"),
        ('{"rectify_baseline": 1, "rectify_baseline": 1}', "twice"),
        ('{"rectify_baseline": 1, "title": NaN}', "NaN"),
        ("<<<<<<< HEAD\n{}\n", "merge conflict"),
        ('{"rectify_baseline": 1, "title": "x", "day": "20260302"}', "'day' is no day"),
        ('{"rectify_baseline": 1, "title": "x", "day": "2026-02-30"}', "'day' is no day"),
        ('{"rectify_baseline": 1, "title": "\\ud800", "day": "2026-03-02"}', "half a character"),
        ('{"rectify_baseline": 1, "title": "x", "tasks": 3}', "'tasks'"),
        ('{"rectify_baseline": 1, "title": "x", "tasks": [{"kind": "x"}]}', "'kind'"),
        ('{"rectify_baseline": 1, "tasks": [{"kind": "task", "path": 1}]}', "'path'"),
        (f'{{"rectify_baseline": 1, "tasks": [{TASK}, {TASK}]}}', "a task stands twice"),
        (f'{{"rectify_baseline": 1, "tasks": [{ODD_DATES}]}}', "'duration'"),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_named(text: str, said: str) -> None:
    found = read_baseline(text)
    assert isinstance(found, NoBaseline)
    assert said in str(found.why)
