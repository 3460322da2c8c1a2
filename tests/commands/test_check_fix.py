"""`rectify check --fix` and `--diff`: what can be meant in one way only is mended, nothing else."""

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.fix import FixedFile, write_fixed
from rectify_cli.app.here import Here
from tests.commands.program import BROKEN, GOOD, LATE, rectify, write
from tests.terminal import on_screen

FAULTY = """\
rectify: 1
title: 日程   # 标题：不改
start: 2026-3-2
deadline: 2026-04-03
owners:
  ana:    {titl: Ana}
  宣传组: {title: 宣传组}
groups: {all-units: [ana, 宣传组]}
tasks:
  first:   {title: "The first", no: 1, owner: Ana, duration: 3d}    # frist
  second:
    title：第二
    each: all-unit
    after: first+2d
    duration: 15 days   # stays: 15d or 15ed
  third: {title: t, owner: 宣传处, after: {task: secnd}, duration:2d}
  fourth: {title: t, onwer: 'ana', after: "frist", deadline: first + 9 ed, on: 2026/3/12}
  fifth： {title: "五，owner：宣传组", owner: ana， duration: 1d}
  sixth: {title：六，七，owner：宣传组，duration：1d｝
"""
MENDED = """\
rectify: 1
title: 日程   # 标题：不改
start: 2026-03-02
deadline: 2026-04-03
owners:
  ana:    {title: Ana}
  宣传组: {title: 宣传组}
groups: {all-units: [ana, 宣传组]}
tasks:
  first:   {title: "The first", no: 1, owner: ana, duration: 3d}    # frist
  second:
    title: 第二
    each: all-units
    after: first + 2d
    duration: 15 days   # stays: 15d or 15ed
  third: {title: t, owner: 宣传组, after: {task: second}, duration: 2d}
  fourth: {title: t, owner: 'ana', after: "first", deadline: first + 9ed, on: 2026-03-12}
  fifth: {title: "五，owner：宣传组", owner: ana, duration: 1d}
  sixth: {title: 六，七, owner: 宣传组, duration: 1d}
"""


def test_what_is_plain_is_mended_and_the_rest_is_shown(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", FAULTY)
    ran = rectify(tmp_path, "check", "--fix")
    assert plan.read_bytes().decode() == MENDED
    assert ran.code == 1
    assert "plan.yaml:15:15: error[bad-length]: '15 days' is not a length" in ran.out
    assert ran.out.count("error[") == 1
    assert ran.out.endswith("Mended 21 in plan.yaml.\n")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", FAULTY)
    rectify(tmp_path, "check", "--fix")
    before = plan.stat()
    ran = rectify(tmp_path, "check", "--fix")
    assert "Mended" not in ran.out
    assert plan.stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aftre: frist", "after: first"),
        ("dedline: 2026-3-20", "deadline: 2026-03-20"),
        ("onwer: naa", "owner: ana"),
        ("onwer: nobody", "owner: nobody"),
        ("chekclist: [{itme: x, onwer: naa}]", "checklist: [{item: x, owner: ana}]"),
        ("repaet: {evry: week, untill: 2026-4-3}", "repeat: {every: week, until: 2026-04-03}"),
        ("after: {tsak: frist, lga: 1d}", "after: {task: first, lag: 1d}"),
    ],
)
def test_a_mistyped_key_and_its_value_are_mended_in_one_run(
    tmp_path: Path, before: str, after: str
) -> None:
    plan = write(tmp_path, "plan.yaml", _with_task(before))
    rectify(tmp_path, "check", "--fix")
    assert plan.read_text(encoding="utf-8") == _with_task(after)


def test_an_id_that_is_misspelt_where_it_is_defined_is_mended_there(tmp_path: Path) -> None:
    uses = ", ".join("{item: x%s, owner: hall}" % n for n in range(4))  # noqa: UP031 - braces
    right = _with_task(f"owner: hall, checklist: [{uses}]").replace("ana", "hall")
    plan = write(tmp_path, "plan.yaml", right.replace("{hall:", "{hlal:"))
    found = json.loads(rectify(tmp_path, "check", "--json").out)["findings"]
    assert [(each["line"], each["rule"], len(each["related"])) for each in found] == [
        (5, "unknown-owner", 6)
    ]
    rectify(tmp_path, "check", "--fix")
    assert plan.read_text(encoding="utf-8") == right


def _with_task(fields: str) -> str:
    return (
        "rectify: 1\ntitle: A plan\nstart: 2026-03-02\ndeadline: 2026-04-03\n"
        "owners: {ana: {title: Ana}, others: {}}\ntasks:\n"
        f"  first: {{owner: ana, duration: 1d}}\n  second: {{{fields}}}\n"
    )


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mark_and_line_ends_stay(tmp_path: Path, mark: str, end: str) -> None:
    plan = write(tmp_path, "plan.yaml", mark + FAULTY.rstrip("\n").replace("\n", end))
    rectify(tmp_path, "check", "--fix")
    assert plan.read_bytes() == (mark + MENDED.rstrip("\n").replace("\n", end)).encode()


def test_the_code_is_that_of_what_remains(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "check", "--fix")
    assert (ran.code, ran.out) == (0, "No findings in 1 plan.\nMended 1 in plan.yaml.\n")


def test_a_full_width_colon_at_the_end_of_its_line(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", GOOD.replace("tasks:\n", "tasks：\n"))
    assert rectify(tmp_path, "check", "--fix").code == 0
    assert plan.read_text(encoding="utf-8") == GOOD


def test_a_diff_writes_nothing(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", BROKEN)
    for words in (("--fix", "--diff"), ("--diff",)):
        ran = rectify(tmp_path, "check", *words)
        assert ran.code == 1
        assert ran.out == (
            "--- plan.yaml\n+++ plan.yaml\n@@ -5,4 +5,4 @@\n"
            " owners: {a: {title: Ana}}\n tasks:\n"
            "   first: {title: The first, no: 1, owner: a, duration: 3d}\n"
            "-  second: {title: The second, no: 2, owner: a, after: frist, duration: 2d}\n"
            "+  second: {title: The second, no: 2, owner: a, after: first, duration: 2d}\n"
        )
        assert ran.err == "rectify check --fix mends 1; nothing was written.\n"
        assert plan.read_text(encoding="utf-8") == BROKEN
    write(tmp_path, "plan.yaml", GOOD)
    ran = rectify(tmp_path, "check", "--diff")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "There is nothing that --fix can mend.\n"


def test_a_diff_has_no_format(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "check", "--diff", "--format", "json")
    assert (ran.code, ran.out) == (2, "")
    assert "--format" in ran.err


def test_machines_read_what_remains(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FAULTY)
    ran = rectify(tmp_path, "check", "--fix", "--format", "json")
    assert [each["rule"] for each in json.loads(ran.out)["findings"]] == ["bad-length"]
    assert ran.err == "Mended 21 in plan.yaml.\n"


def test_files_that_a_plan_names(tmp_path: Path) -> None:
    """Included plans and frozen calendars are mended, tables of owners are not."""
    top = write(
        tmp_path,
        "plans/top.yaml",
        "rectify: 1\ntitle: Top\nstart: 2026-03-02\ndeadline: 2026-12-30\n"
        "calendar: {country: CN, frozen: cn.yaml}\nowners_from: [units.csv]\n"
        "include: {part: parts/part.yaml}\n"
        "tasks:\n  work: {owner: offcie, duration: 1d}\n",
    )
    part = write(tmp_path, "plans/parts/part.yaml", BROKEN)
    table = write(tmp_path, "plans/units.csv", "id,title,knid\noffice,One,unit\n")
    frozen = write(
        tmp_path,
        "plans/cn.yaml",
        'rectify-calendar: 1\ncountry: "CN"\nsource: "holidays 0"\nyears: [2026]\n'
        'days_off:\n  2026-03-03: "x"\n  2026-3-4: "y"\nworkdays: {}\n',
    )
    ran = rectify(tmp_path, "check", "--fix")
    assert ran.out.count("error[") == 1
    assert "plans/units.csv:1:10: error[unknown-key]" in ran.out
    assert "Mended 3 in plans/cn.yaml, plans/parts/part.yaml, plans/top.yaml." in ran.out
    assert part.read_text(encoding="utf-8") == GOOD
    assert "  2026-03-04: " in frozen.read_text(encoding="utf-8")
    assert "owner: office" in top.read_text(encoding="utf-8")
    assert "knid" in table.read_text(encoding="utf-8")


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", BROKEN + "asert: []\n")
    assert rectify(tmp_path, "check", "--fix", "--select", "unknown-key").code == 0
    assert plan.read_text(encoding="utf-8") == BROKEN + "assert: []\n"
    silenced = BROKEN.replace("2d}\n", "2d}  # rectify: ignore unknown-reference, comes later\n")
    write(tmp_path, "plan.yaml", silenced)
    assert rectify(tmp_path, "check", "--fix").code == 0
    assert plan.read_text(encoding="utf-8") == silenced


@pytest.mark.parametrize(
    "fault",
    [
        "{owner: a, after: task-3, duration: 1d}",
        "{owner: a, duration: 3 days}",
        "{owner: a, duration: 3ed}",
        "{owner: a, on: 5/3/2026}",
        "{owner: a, on: 2026-13-5}",
        "{owner: a, on: 2026-3-5T09:00}",
        "{owner: a, name: x, duration: 1d}",
        "{owner: a, onwer: a, duration: 1d}",
        "{owner: a, after: secon, before: 1}",
        "{owner: a, complete_at: 90}",
    ],
)
def test_what_could_be_meant_otherwise_is_left(tmp_path: Path, fault: str) -> None:
    """Nor is an edit made that would bring another error, here a task that waits for itself."""
    text = GOOD + f"  task-1: {{owner: a}}\n  secon-d: {fault}\n"
    plan = write(tmp_path, "plan.yaml", text)
    assert rectify(tmp_path, "check", "--fix").code == 1
    assert plan.read_text(encoding="utf-8") == text


def test_an_edit_that_brings_an_error_is_dropped_alone(tmp_path: Path) -> None:
    """`after: thrid` in `third` itself can only mean the task itself."""
    text = BROKEN + "  third: {owner: a, after: thrid, duration: 1d}\n"
    plan = write(tmp_path, "plan.yaml", text)
    ran = rectify(tmp_path, "check", "--fix")
    assert "no task 'thrid'" in ran.out
    assert plan.read_text(encoding="utf-8") == text.replace("frist", "first")


def test_a_warning_that_an_error_hid_comes_to_light(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", LATE.replace("after: first", "after: frist"))
    ran = rectify(tmp_path, "check", "--fix")
    assert ran.code == 0
    assert "warning[deadline-missed]" in ran.out
    assert plan.read_text(encoding="utf-8") == LATE


def test_what_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    plan = write(tmp_path, "plan.yaml", BROKEN)
    monkeypatch.setattr("rectify_cli.app.fix.replace_file", refuse)
    ran = rectify(tmp_path, "check", "--fix")
    assert (ran.code, ran.out) == (2, "")
    assert "plan.yaml was not mended: the disk is full" in ran.err
    assert plan.read_text(encoding="utf-8") == BROKEN


def test_a_file_that_somebody_else_writes_is_left_alone(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", GOOD)
    here = Here(folder=tmp_path, home=None, plan=None, cache=None, now=datetime.now(UTC))
    (unwritten,) = write_fixed([FixedFile("plan.yaml", BROKEN.encode(), b"x")], here)
    assert str(unwritten.why) == "it has changed meanwhile"
    assert plan.read_text(encoding="utf-8") == GOOD
    assert write_fixed([FixedFile("plan.yaml", BROKEN.encode(), GOOD.encode())], here) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = write(tmp_path, "real/p.yaml", BROKEN)
    link = tmp_path / "plan.yaml"
    link.symlink_to(real)
    assert rectify(tmp_path, "check", "plan.yaml", "--fix").code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == GOOD


def test_many_faults_that_cannot_be_mended_end_in_time(tmp_path: Path) -> None:
    lines = "".join(
        f"  word{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}: "
        f"{{owner: a, after: wrod{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}, duration: 1d}}\n"
        for n in range(100)
    )
    text = GOOD + lines
    plan = write(tmp_path, "plan.yaml", text)
    assert rectify(tmp_path, "check", "--fix").code == 1
    assert plan.read_text(encoding="utf-8") == text


def test_a_person_is_told_what_can_be_mended(tmp_path: Path) -> None:
    plan = write(tmp_path, "plan.yaml", FAULTY)
    line = "rectify check --fix mends 21 of them; --fix --diff shows how.\n"
    assert on_screen(tmp_path, "check", "--lang", "en").endswith(line)
    assert plan.read_text(encoding="utf-8") == FAULTY
    write(tmp_path, "plan.yaml", BROKEN + "language: zh\n")
    assert "rectify check --fix 可改其中 1 处" in on_screen(tmp_path, "check")
    write(tmp_path, "plan.yaml", GOOD.replace("3d", "3 days"))
    assert "--fix" not in on_screen(tmp_path, "check")


def test_an_id_that_several_name_otherwise_is_left_to_its_author(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        "plan.yaml",
        "rectify: 1\ntitle: t\nstart: 2026-03-02\ndeadline: 2026-04-03\n"
        "owners: {ofice: {}, hall: {}}\n"
        "tasks:\n"
        "  one: {owner: office, duration: 1d}\n"
        "  two: {owner: office, duration: 1d}\n"
        "  three: {owner: hal, duration: 1d}\n",
    )
    before = plan.read_text()
    ran = rectify(tmp_path, "check", "--fix")
    assert plan.read_text() == before.replace("owner: hal,", "owner: hall,")
    assert ran.out.count("did you mean 'ofice'?") == 2
