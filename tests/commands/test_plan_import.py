"""`rectify plan import`: from the file of an office to a plan that checks clean."""

from pathlib import Path

import pytest

from tests.commands.program import rectify
from tests.intake.tables import workbook

_TABLE: list[list[object]] = [
    ["no", "phase", "task", "owner", "start", "deadline", "predecessors"],
    [1, "Prepare", "Kick-off", "Office", "2026-03-02", "2026-03-02", None],
    [2, None, "Reading", "Office; Legal", None, "2026-03-13", "1"],
]


def _table(folder: Path, *more: list[object]) -> None:
    (folder / "tasks.xlsx").write_bytes(workbook([*_TABLE, *more]))


def test_the_plan_checks_clean(tmp_path: Path) -> None:
    _table(tmp_path)
    ran = rectify(tmp_path, "plan", "import", "tasks.xlsx", "-o", "plan.yaml")
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert "2 tasks, 1 phases, 2 owners" in ran.err
    assert rectify(tmp_path, "check", "--strict").code == 0
    again = rectify(tmp_path, "plan", "import", "tasks.xlsx", "-o", "plan.yaml")
    assert (again.code, again.err) == (
        2,
        "rectify: plan.yaml is there already; nothing was written\n",
    )


def test_without_o_the_plan_is_shown_and_with_dry_run_nothing(tmp_path: Path) -> None:
    _table(tmp_path)
    assert rectify(tmp_path, "plan", "import", "tasks.xlsx").out.startswith(
        "# yaml-language-server"
    )
    ran = rectify(tmp_path, "plan", "import", "tasks.xlsx", "-o", "plan.yaml", "--dry-run")
    assert (ran.code, ran.out, (tmp_path / "plan.yaml").exists()) == (0, "", False)


def test_what_is_lost_is_named_and_ends_with_one(tmp_path: Path) -> None:
    _table(tmp_path, [3, None, "Talks", "Office", "3/5", "2026-03-20", None])
    ran = rectify(tmp_path, "plan", "import", "tasks.xlsx", "-o", "plan.yaml")
    assert ran.code == 1
    assert (
        "tasks.xlsx: 表1!E4: '3/5' is no date that can be read; write it as 2021-03-05" in ran.err
    )
    assert "Talks" in (tmp_path / "plan.yaml").read_text(encoding="utf-8")


def test_map_takes_columns_by_heading_and_by_letter(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("What,When it ends\nTalks,2026-03-20\n", encoding="utf-8")
    words = ["plan", "import", "t.csv", "--map", "What=title", "--map", "B=deadline"]
    ran = rectify(tmp_path, *words)
    assert ran.code == 0, ran.err
    assert "deadline: 2026-03-20" in ran.out


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("~$t.xlsx", b"x", "somebody has t.xlsx open"),
        ("t.xls", b"\xd0\xcf\x11\xe0", "old format"),
        ("t.docx", b"x", "ends in .csv or .xlsx"),
        ("t.csv", b"a,b\n1,2\n", "no row is a header"),
        ("t.csv", b"\xff\xfe\0a", "UTF-16"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    ran = rectify(tmp_path, "plan", "import", name)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize("words", [["--map", "x"], ["--map", "x=dedline"], ["--sheet", "y"]])
def test_what_was_typed_wrongly_is_said(tmp_path: Path, words: list[str]) -> None:
    _table(tmp_path)
    assert rectify(tmp_path, "plan", "import", "tasks.xlsx", *words).code == 2
