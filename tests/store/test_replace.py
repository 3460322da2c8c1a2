"""A file is the old one or the new one, whatever happens."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from stat import S_ISDIR

import pytest

from rectify_cli.store.replace import create_file, replace_file, replace_private


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_then_another_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert _names(tmp_path) == ["a"]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(b"one")
    path.chmod(0o640)
    link.symlink_to(path)
    replace_file(link, b"two")
    assert link.is_symlink()
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.csv").symlink_to("pipe")
    before = _names(tmp_path)
    for name in ("pipe", "link.csv"):
        with pytest.raises(OSError, match="not a file"):
            replace_file(tmp_path / name, b"new")
    assert _names(tmp_path) == before
    assert (tmp_path / "pipe").is_fifo()


def test_creating_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a"
    create_file(path, b"one")
    with pytest.raises(FileExistsError):
        create_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert _names(tmp_path) == ["a"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    for write in (replace_file, replace_private):
        with pytest.raises(OSError, match="directory"):
            write(path, b"two")
    assert _names(tmp_path) == ["folder"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "a"
    replace_file(path, b"one")
    pid = os.fork()
    if pid == 0:  # the limit holds for a process to its end
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            replace_file(path, b"x" * 5000)
        except OSError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert path.read_bytes() == b"one"
    assert _names(tmp_path) == ["a"]


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_a_new_file_may_be_read_by_whom_others_may(
    tmp_path: Path, write: Callable[[Path, bytes], None]
) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "a", b"one")
    finally:
        assert os.umask(before) == 0o027
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("write", "synced"),
    [(replace_file, [False, True]), (create_file, [False, True]), (replace_private, [])],
)
def test_what_has_to_outlive_a_power_cut_is_synced_and_then_its_name(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Path, bytes], None],
    synced: list[bool],
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda file: seen.append(S_ISDIR(os.fstat(file).st_mode)))
    write(tmp_path / "a", b"one")
    assert seen == synced
