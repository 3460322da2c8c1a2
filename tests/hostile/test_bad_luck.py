"""Disks that fill up, folders that are gone, locales without letters: what is left and said."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.commands.program import GOOD, rectify, write
from tests.commands.test_program import ENVIRONMENT, PROGRAM

_CHINESE = GOOD.replace("A small plan", "整治计划 é 😀").replace("The first", "动员会（第一次）")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("ending", ["csv", "md", "json"])
def test_a_file_that_grows_too_large_leaves_the_old_one(tmp_path: Path, ending: str) -> None:
    write(tmp_path, "plan.yaml", GOOD.replace("duration: 3d", "duration: 900d"))
    old = write(tmp_path, f"out.{ending}", "old\n")
    line = " ".join([*PROGRAM, "plan", "build", "-o", old.name])
    ran = subprocess.run(
        ["sh", "-c", f"ulimit -f 1; {line}"],
        capture_output=True, env=ENVIRONMENT, cwd=tmp_path, check=False, text=True,
    )  # fmt: skip
    assert ran.returncode == 2
    assert f"out.{ending} cannot be written: the file would be larger than is allowed" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert old.read_text(encoding="utf-8") == "old\n"
    assert _names(tmp_path) == [f"out.{ending}", "plan.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_device_behind_a_link_stays_a_device(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    device = tmp_path / "device.csv"
    os.mkfifo(device)
    (tmp_path / "out.csv").symlink_to(device)
    ran = rectify(tmp_path, "plan", "build", "-o", "out.csv")
    assert ran.code == 2
    assert "out.csv cannot be written" in ran.err
    assert not device.is_file()


@pytest.mark.parametrize("name", ["absent/out.csv", "plan.yaml/out.csv", "sub.csv", "a\0b.csv"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    (tmp_path / "sub.csv").mkdir()
    ran = rectify(tmp_path, "plan", "build", "-o", name)
    assert ran.code == 2
    assert "cannot be written" in ran.err
    assert _names(tmp_path) == ["plan.yaml", "sub.csv"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    tmp_path.chmod(0o500)
    try:
        ran = rectify(tmp_path, "plan", "build", "-o", "out.csv")
    finally:
        tmp_path.chmod(0o700)
    assert ran.code == 2
    assert "out.csv cannot be written: writing there is not permitted" in ran.err


@pytest.mark.parametrize("words", [("plan", "build"), ("check",), ("plan", "chart"), ("-h",)])
def test_the_posix_locale(tmp_path: Path, words: tuple[str, ...]) -> None:
    write(tmp_path, "plan.yaml", _CHINESE)
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run(
        [*PROGRAM, *words],
        capture_output=True, env={**ENVIRONMENT, **locale}, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert ran.returncode == 0
    assert ran.stdout.isascii()
    assert b"Traceback" not in ran.stderr


def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    line = " ".join([*PROGRAM, "check"])
    ran = subprocess.run(
        ["sh", "-c", f"rmdir ../gone; {line}"],
        capture_output=True, env=ENVIRONMENT, cwd=gone, check=False, text=True,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


def test_the_reader_leaves_in_the_middle_of_a_long_schedule(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD.replace("duration: 3d", "duration: 4000d"))
    line = " ".join([*PROGRAM, "plan", "build"])
    ran = subprocess.run(
        ["bash", "-c", f"{line} | head -1; exit ${{PIPESTATUS[0]}}"],
        capture_output=True, env=ENVIRONMENT, cwd=tmp_path, check=False, text=True,
    )  # fmt: skip
    assert ran.returncode == 141
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""
