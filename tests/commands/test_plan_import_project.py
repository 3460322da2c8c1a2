"""`plan build -o FILE.xml` and `plan import FILE.xml`, as they are typed."""

from pathlib import Path

from tests.commands.program import rectify
from tests.intake.test_from_project import FOREIGN

PLAN = """\
rectify: 1
title: There and back
start: 2026-03-02
deadline: 2026-03-31
owners: {o: {title: Office}}
tasks:
  a: {owner: o, duration: 3d}
  b: {owner: o, after: a + 1d, duration: 0d}
"""


def test_there_and_back(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert rectify(tmp_path, "plan", "build", "plan.yaml", "-o", "plan.xml").code == 0
    ran = rectify(tmp_path, "plan", "import", "plan.xml", "-o", "again.yaml")
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert "2 tasks, 0 phases, 1 owners" in ran.err
    assert rectify(tmp_path, "check", "again.yaml", "--strict").code == 0
    assert rectify(tmp_path, "plan", "build", "again.yaml", "-o", "again.xml").code == 0
    assert (tmp_path / "again.xml").read_bytes() == (tmp_path / "plan.xml").read_bytes()


def test_what_is_lost_is_named(tmp_path: Path) -> None:
    (tmp_path / "move.xml").write_text(FOREIGN, encoding="utf-8")
    ran = rectify(tmp_path, "plan", "import", "move.xml")
    assert ran.code == 1
    assert "move.xml: resources that are material or cost: Boxes" in ran.err
    assert "title: Office move 2026" in ran.out
    zh = rectify(tmp_path, "--lang", "zh", "plan", "import", "move.xml", "--dry-run")
    assert "材料或成本类资源：Boxes" in zh.err


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<html/>", encoding="utf-8")
    ran = rectify(tmp_path, "plan", "import", "x.xml")
    assert (ran.code, ran.out) == (2, "")
    assert "this is no MS Project file" in ran.err
