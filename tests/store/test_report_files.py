"""What a reader of a progress folder gets: every file's bytes, and why one gave none."""

import errno
import os
from pathlib import Path

import pytest

from rectify_cli.store import report_files
from rectify_cli.store.report_files import read_report_files


def _put(folder: Path, name: str, data: bytes = b"{}\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_files_come_in_the_order_of_their_names_and_what_is_no_report_is_passed_over(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "p.progress"
    for name in ("2026-04/b.jsonl", "2026-03/c.jsonl", "2026-03/a.JSONL", "top.jsonl"):
        _put(folder, name, name.encode())
    for name in ("2026-03/.rectify-1-a.tmp", "2026-03/~lock.jsonl", "2026-03/x.jsonl.part"):
        _put(folder, name)
    _put(folder, "2026-03/README.txt")
    files, wrong = read_report_files(folder)
    names = ["2026-03/a.JSONL", "2026-03/c.jsonl", "2026-04/b.jsonl", "top.jsonl"]
    assert [file.name for file in files] == names
    assert [file.data.decode() for file in files] == names
    assert wrong == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_report_files(tmp_path / "none") == ([], [])


def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "p.progress"
    outside = _put(tmp_path, "secret.jsonl")
    _put(folder, "2026-03/whole.jsonl")
    _put(folder, "2026-03/inner/deep.jsonl")
    _put(folder, "2026-03/.far.jsonl.icloud")
    _put(folder, "2026-03/long.jsonl", b"x" * (1 << 17))
    (folder / "2026-03" / "link.jsonl").symlink_to(outside)
    os.mkfifo(folder / "2026-03" / "pipe.jsonl")
    monkeypatch.setattr(report_files, "MAX_BYTES", 1 << 16)
    files, wrong = read_report_files(folder)
    assert [file.name for file in files] == ["2026-03/whole.jsonl"]
    assert [(each.name, str(each.why)[:24]) for each in wrong] == [
        ("2026-03/.far.jsonl.icloud", "its content was not fetc"),
        ("2026-03/inner", "it is a folder, not a fi"),
        ("2026-03/link.jsonl", "it is a link that leads "),
        ("2026-03/long.jsonl", "it has more than 65536 b"),
        ("2026-03/pipe.jsonl", "it is a pipe, not a file"),
    ]


def test_a_folder_that_is_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    _put(elsewhere, "2026-03/a.jsonl")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "p.progress").symlink_to(elsewhere)
    files, wrong = read_report_files(tmp_path / "plans" / "p.progress")
    assert (files, [str(each.why) for each in wrong]) == (
        [],
        ["it lies outside the plan's folder"],
    )


def test_what_is_packed_while_it_is_read_is_found_in_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "p.progress"
    singles = [_put(folder, f"2026-03/{n}.jsonl", b"%d" % n) for n in range(5)]
    real = report_files._bytes_of
    opened: list[str] = []

    def packing(path: str) -> bytes:
        if not opened:
            _put(folder, "2026-03/pack.jsonl", b"all")
            for each in singles[2:]:
                each.unlink()
        opened.append(path)
        return real(path)

    monkeypatch.setattr(report_files, "_bytes_of", packing)
    files, wrong = read_report_files(folder)
    assert wrong == []
    assert "2026-03/pack.jsonl" in [file.name for file in files]


@pytest.mark.parametrize("more", [-1, 0, 1, 1 << 20, (1 << 20) + 1])
def test_a_file_is_read_whole_whatever_its_size(tmp_path: Path, more: int) -> None:
    data = bytes(each % 251 for each in range((1 << 16) + more))
    _put(tmp_path / "p.progress", "2026-03/a.jsonl", data)
    ((file,), wrong) = read_report_files(tmp_path / "p.progress")
    assert file.data == data
    assert wrong == []


def test_a_month_that_is_gone_meanwhile_is_no_fault_and_one_that_will_not_open_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "p.progress"
    for month in ("2026-03", "2026-04", "2026-05"):
        _put(folder, f"{month}/a.jsonl")
    whole = os.scandir

    def listing(path: str) -> object:
        if path.endswith("2026-03"):
            raise FileNotFoundError(errno.ENOENT, "gone", path)
        if path.endswith("2026-04"):
            raise PermissionError(errno.EACCES, "may not", path)
        return whole(path)

    monkeypatch.setattr(os, "scandir", listing)
    files, wrong = read_report_files(folder)
    assert [file.name for file in files] == ["2026-05/a.jsonl"]
    assert [each.name for each in wrong] == ["2026-04"]
    monkeypatch.setattr(os, "scandir", lambda path: listing(f"{path}/2026-03"))
    files, wrong = read_report_files(folder)
    assert (files, [each.name for each in wrong]) == ([], [""])


def test_a_file_that_goes_though_its_folder_seems_unchanged_is_looked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "p.progress"
    single, other = _put(folder, "2026-03/a.jsonl"), _put(folder, "2026-03/b.jsonl")
    month = single.parent
    real = report_files._bytes_of

    def packing(path: str) -> bytes:
        if single.exists():
            before = month.stat().st_mtime_ns
            single.unlink()
            _put(folder, "2026-03/pack.jsonl", b"all")
            os.utime(month, ns=(before, before))
        return real(path)

    monkeypatch.setattr(report_files, "_bytes_of", packing)
    files, wrong = read_report_files(folder)
    assert [file.name for file in files] == [f"2026-03/{other.name}", "2026-03/pack.jsonl"]
    assert wrong == []


def test_a_file_system_that_hands_over_less_than_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(tmp_path / "p.progress", "2026-03/a.jsonl", b"0123456789" * 5)
    whole = os.read
    monkeypatch.setattr(os, "read", lambda file, size: whole(file, min(size, 7)))
    ((file,), _) = read_report_files(tmp_path / "p.progress")
    assert file.data == b"0123456789" * 5
