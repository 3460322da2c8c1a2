"""A full disk, a folder that cannot be written, an output that is gone: exit 2, the truth told."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.test_program import ENVIRONMENT, PROGRAM
from tests.crash.a_store import lay_plan, stored_in

_WORDS = ["done", "first", "--on", "2026-03-04", "--by", "ana"]


def _sh(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """A line of the shell in which `rectify` is the program."""
    line = f'rectify() {{ {" ".join(PROGRAM)} "$@"; }}\n{script}'
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip


def _nothing_half_written(folder: Path) -> bool:
    store = folder / "plan.progress"
    return not [*store.rglob("*.jsonl"), *store.rglob("*.tmp")]


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    lay_plan(tmp_path)
    note = "long " * 1500
    ran = _sh(tmp_path, f"ulimit -f 1; rectify note first '{note}' --by ana")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "rectify: nothing was recorded: the file would be larger than is allowed\n"
    )
    assert _nothing_half_written(tmp_path)
    assert _sh(tmp_path, "rectify status --as-of 2026-03-04").returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(small_disk: Path) -> None:
    lay_plan(small_disk)
    ran = _sh(small_disk, f"rectify {' '.join(_WORDS)}")
    assert ran.returncode == 0
    with (small_disk / "rest").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
    ran = _sh(small_disk, "rectify progress second 40 --on 2026-03-04 --by ana")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "rectify: nothing was recorded: the disk is full\n"
    reports = stored_in(small_disk)
    assert (len(reports.stored), reports.damaged) == (1, ())
    assert not list(small_disk.rglob("*.tmp"))
    assert "The first" in _sh(small_disk, "rectify status --all --as-of 2026-03-04").stdout
    (small_disk / "rest").unlink()
    assert _sh(small_disk, "rectify progress second 40 --by ana").returncode == 0


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may write to, root neither where it can be helped."""
    lay_plan(tmp_path)
    if os.geteuid() != 0:
        tmp_path.chmod(0o555)
        yield tmp_path
        tmp_path.chmod(0o755)
        return
    if shutil.which("chattr") is None or _chattr("+i", tmp_path):
        pytest.skip("root may write everywhere here")
    yield tmp_path
    _chattr("-i", tmp_path)


def _chattr(change: str, folder: Path) -> int:
    return subprocess.run(["chattr", change, str(folder)], check=False,
                          capture_output=True).returncode  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="who is root is asked of POSIX")
def test_a_folder_that_cannot_be_written(read_only_folder: Path) -> None:
    ran = _sh(read_only_folder, f"rectify {' '.join(_WORDS)}")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "rectify: nothing was recorded: writing there is not permitted\n"
    assert sorted(path.name for path in read_only_folder.iterdir()) == ["plan.yaml"]
    assert _sh(read_only_folder, "rectify status --as-of 2026-03-04").returncode == 0


def test_a_file_where_the_folder_has_to_be(tmp_path: Path) -> None:
    lay_plan(tmp_path)
    (tmp_path / "plan.progress").write_bytes(b"mine")
    ran = _sh(tmp_path, f"rectify {' '.join(_WORDS)}")
    assert ran.returncode == 2
    assert "nothing was recorded: a file stands where its folder has to be" in ran.stderr
    assert (tmp_path / "plan.progress").read_bytes() == b"mine"


def test_a_folder_that_is_a_link_to_elsewhere(tmp_path: Path) -> None:
    lay_plan(tmp_path / "here")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here" / "plan.progress").symlink_to(tmp_path / "elsewhere")
    ran = _sh(tmp_path / "here", f"rectify {' '.join(_WORDS)}")
    assert ran.returncode == 2
    assert "nothing was recorded: it lies outside the plan's folder" in ran.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("words", [_WORDS, [*_WORDS, "--json"], ["undo", "--by", "ana"]])
@pytest.mark.parametrize("out", [">/dev/full", ">&-"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_output_that_is_full_or_closed(tmp_path: Path, out: str, words: list[str]) -> None:
    lay_plan(tmp_path)
    assert _sh(tmp_path, "rectify start first --on 2026-03-02 --by ana").returncode == 0
    ran = _sh(tmp_path, f"rectify {' '.join(words)} {out}")
    assert ran.returncode == 2
    assert "recorded as " in ran.stderr.casefold()
    assert "standard output cannot be written" in ran.stderr
    assert len(stored_in(tmp_path).stored) == 2


@pytest.mark.parametrize("words", [_WORDS, [*_WORDS, "--json"], ["undo", "--by", "ana"]])
def test_a_reader_that_went_away(tmp_path: Path, words: list[str]) -> None:
    lay_plan(tmp_path)
    assert _sh(tmp_path, "rectify start first --on 2026-03-02 --by ana").returncode == 0
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*PROGRAM, *words], cwd=tmp_path, env=ENVIRONMENT, stdout=write, stderr=subprocess.PIPE,
        text=True, check=False,
    )  # fmt: skip
    os.close(write)
    assert ran.returncode == 141
    assert "recorded as " in ran.stderr.casefold()
    assert len(stored_in(tmp_path).stored) == 2
