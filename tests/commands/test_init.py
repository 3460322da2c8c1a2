"""`rectify init`: starter plans that check clean, and never overwrite anything."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rectify_cli.app.here import Here
from rectify_cli.app.init import TEMPLATES, next_monday, starter_plan
from tests.commands.program import GOOD, rectify, write


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("start", [None, "2026-03-02", "2026-05-02", "2027-12-20"])
def test_every_template_checks_clean(
    tmp_path: Path, template: str, language: str, start: str | None
) -> None:
    words = ["init", "new", "--template", template, "--lang", language]
    ran = rectify(tmp_path, *words, *([] if start is None else ["--start", start]))
    assert (ran.code, ran.err) == (0, "")
    said = "已写入 new/plan.yaml，" if language == "zh" else "new/plan.yaml written, starting "
    assert ran.out.startswith(said)
    checked = rectify(tmp_path, "check", "new", "--strict", "--lang", "en")
    assert (checked.code, checked.out) == (0, "No findings in 1 plan.\n")
    assert "@" not in (tmp_path / "new" / "plan.yaml").read_text(encoding="utf-8")


def test_it_starts_next_monday_here(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "init")
    monday = next_monday(datetime.now(UTC).date())
    assert ran.out == f"plan.yaml written, starting {monday:%a %Y-%m-%d}.\n"
    assert f"start: {monday}" in (tmp_path / "plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("days", range(7))
def test_next_monday_is_a_monday_to_come(days: int) -> None:
    day = date(2026, 3, 2) + timedelta(days)
    assert next_monday(day) == date(2026, 3, 9)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("mine")
    ran = rectify(tmp_path, "init")
    assert (ran.code, ran.out) == (2, "")
    assert "plan.yaml is there already; nothing was written" in ran.err
    assert (tmp_path / "plan.yaml").read_text() == "mine"


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in ("file", "file/deep", "a\0b"):
        ran = rectify(tmp_path, "init", folder)
        assert (ran.code, ran.out) == (2, "")
        assert "plan.yaml" in ran.err


def test_mistyped(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "init", "--template", "adit")
    assert ran.code == 2
    assert "did you mean 'audit'?" in ran.err
    ran = rectify(tmp_path, "init", "--start", "3/5")
    assert ran.code == 2
    assert "may mean two days" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_resolved_start_is_said_back(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "init", "--start", "tomorrow")
    tomorrow = datetime.now(UTC).date() + timedelta(1)
    assert ran.err == f"tomorrow: {tomorrow:%a %Y-%m-%d}\n"


def test_the_country_is_named_once_its_days_are_announced(tmp_path: Path) -> None:
    here = Here(tmp_path, None, None, None, datetime(2026, 1, 1, tzinfo=UTC))
    assert "\n  country: CN" in starter_plan("starter", "zh", date(2026, 1, 5), here)
    assert "\n  # country: CN" in starter_plan("starter", "zh", date(2190, 1, 4), here)
    assert "country: CN" not in starter_plan("starter", "en", date(2026, 1, 5), here)


def test_a_table_becomes_the_plan(tmp_path: Path) -> None:
    write(tmp_path, "t.csv", "task,owner,due\nTalks,Office,2026-03-20\n")
    ran = rectify(tmp_path, "init", "new", "--from", "t.csv", "--start", "2026-03-02")
    assert (ran.code, ran.out) == (0, "new/plan.yaml written\n"), ran.err
    assert rectify(tmp_path, "check", "--strict", "new").code == 0
    assert (tmp_path / "new" / "plan.schema.json").exists()
    assert rectify(tmp_path, "init", "new", "--from", "t.csv").code == 2


def test_an_old_plan_moves_to_a_new_start(tmp_path: Path) -> None:
    old = GOOD.replace(
        "owners:",
        "calendar: {days_off: {2026-03-04: inventory}}  # 2026-03-04\nowners:",
    ).replace("duration: 3d", "on: 2026-03-02")
    write(tmp_path, "old.yaml", old)
    ran = rectify(tmp_path, "init", "new", "--from", "old.yaml", "--start", "2027-03-01")
    assert ran.code == 0, ran.err
    text = (tmp_path / "new" / "plan.yaml").read_text(encoding="utf-8")
    assert text == old.replace("start: 2026-03-02", "start: 2027-03-01").replace(
        "deadline: 2026-04-03", "deadline: 2027-04-02"
    ).replace("on: 2026-03-02", "on: 2027-03-01")
    assert rectify(tmp_path, "init", "x", "--from", "old.yaml", "--start", "2199-12-01").code == 2
