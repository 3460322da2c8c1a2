"""Every kind of file that is none, and every reason why one cannot be had."""

import os
import socket
from pathlib import Path

import pytest

from rectify_cli.store.read import (
    Unreadable,
    files_beside,
    is_file,
    read_file,
    read_inside,
    stands_inside,
)


def _why(answer: bytes | Unreadable) -> str:
    assert isinstance(answer, Unreadable)
    return f"{answer.rule}: {answer.why}"


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"rectify: 1\r\n")
    assert read_file(path) == b"rectify: 1\r\n"


def test_the_limit_is_the_last_size_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"12345")
    assert read_file(path, limit=5) == b"12345"
    assert _why(read_file(path, limit=4)).startswith("too-large: ")


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    fifo, link, sock = tmp_path / "fifo", tmp_path / "link", tmp_path / "socket"
    os.mkfifo(fifo)
    link.symlink_to(link)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(sock))
        assert "socket" in _why(read_file(sock))
    assert "a folder" in _why(read_file(tmp_path))
    assert "a pipe" in _why(read_file(fifo))
    assert "a device" in _why(read_file(Path("/dev/zero")))
    assert "a circle" in _why(read_file(link))
    assert "no such file" in _why(read_file(tmp_path / "absent"))
    assert "no such folder" in _why(read_file(tmp_path / "socket" / "x"))
    assert "too long" in _why(read_file(tmp_path / ("x" * 300)))
    assert "no file may have" in _why(read_file(Path("a\0b")))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x")
    path.chmod(0)
    assert "not permitted" in _why(read_file(path))


@pytest.mark.parametrize("target", ["../secret", "link", "up/secret", "loop"])
def test_nothing_outside_the_folder_is_opened(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    secret = tmp_path / "secret"
    secret.write_bytes(b"hush")
    (folder / "link").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder / "loop")
    answer = read_inside(folder / target, folder)
    assert isinstance(answer, Unreadable)
    assert "hush" not in str(answer.why)
    assert answer.rule == ("missing-file" if target == "loop" else "path-outside")


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_bytes(b"text")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert read_inside(tmp_path / "link" / "a.md", tmp_path) == b"text"


def test_a_file_that_breaks_off(tmp_path: Path) -> None:
    unreadable = Path("/proc/self/mem")  # opens, is regular, and cannot be read at its beginning
    if not unreadable.exists():
        pytest.skip("no such file here")
    assert "missing-file" in _why(read_file(unreadable))


def test_a_name_that_cannot_be_resolved(tmp_path: Path) -> None:
    assert "no file may have" in _why(read_inside(Path("a\0b"), tmp_path))


def test_whether_a_file_stands_there_is_asked_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x" * 1000)
    assert stands_inside(path, tmp_path) == b""
    assert isinstance(stands_inside(tmp_path / "b.docx", tmp_path), Unreadable)
    assert is_file(path)
    assert not is_file(tmp_path)
    assert not is_file(Path("a\0b"))


def test_the_files_beside_a_path_that_is_not_there(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    (plans / "folder").mkdir(parents=True)
    for name in ("b.csv", "a.csv", ".hidden"):
        (plans / name).touch()
    assert files_beside(plans / "c.csv", tmp_path) == ["a.csv", "b.csv"]
    assert files_beside(plans / "c.csv", plans / "folder") == []
    assert files_beside(plans / "a.csv", tmp_path) == []
    assert files_beside(plans / "none" / "c.csv", tmp_path) == []
