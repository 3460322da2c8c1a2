"""Files of reports: all of a command's are there, or none; and it is said how sure that is."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rectify_cli.store import record_file
from rectify_cli.store.record_file import ATTRIBUTES, NewFile, sync_names, write_new_files


def _files(tmp_path: Path, *names: str) -> list[NewFile]:
    return [NewFile(tmp_path / "p.progress", name, name.encode()) for name in names]


def _left(tmp_path: Path) -> list[str]:
    """All files but the one for git, in order."""
    found = (each for each in tmp_path.rglob("*") if each.is_file())
    return sorted(each.name for each in found if each.name != ".gitattributes")


def _failing(code: int) -> Callable[..., None]:
    def fails(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fails


def test_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    files = _files(tmp_path, "2021-03/a.jsonl", "2021-04/b.jsonl")
    written = write_new_files(files)
    assert written.certainty == ("durable", "durable")
    assert written.why is None
    assert [(each.folder / each.name).read_bytes() for each in files] == [b.data for b in files]
    assert _left(tmp_path) == ["a.jsonl", "b.jsonl"]
    attributes = tmp_path / "p.progress" / ".gitattributes"
    assert attributes.read_bytes() == ATTRIBUTES
    attributes.write_text("mine\n")
    assert write_new_files(files).certainty == ("durable", "durable")
    assert attributes.read_text() == "mine\n"
    assert _left(tmp_path) == ["a.jsonl", "b.jsonl"]


def test_what_stands_there_whole_is_left_as_it_is(tmp_path: Path) -> None:
    (new,) = _files(tmp_path, "2021-03/a.jsonl")
    write_new_files([new])
    before = (new.folder / new.name).stat()
    assert write_new_files([new]).certainty == ("durable",)
    assert (new.folder / new.name).stat().st_ino == before.st_ino


def test_what_stands_there_half_is_written_anew(tmp_path: Path) -> None:
    (new,) = _files(tmp_path, "2021-03/a.jsonl")
    for torn in (b"2021", b"x" * len(new.data)):
        assert write_new_files([new]).certainty == ("durable",)
        (new.folder / new.name).write_bytes(torn)
        assert write_new_files([new]).certainty == ("durable",)
        assert (new.folder / new.name).read_bytes() == new.data


def test_if_one_cannot_be_prepared_none_is_there(tmp_path: Path) -> None:
    files = _files(tmp_path, "2021-03/a.jsonl", "2021-04/b.jsonl")
    (tmp_path / "p.progress").mkdir()
    (tmp_path / "p.progress" / "2021-04").touch()
    written = write_new_files(files)
    assert written.certainty == ("absent", "absent")
    assert written.why is not None
    assert _left(tmp_path) == ["2021-04"]


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans-elsewhere").mkdir()
    (tmp_path / "plans" / "p.progress").symlink_to(tmp_path / "plans-elsewhere")
    written = write_new_files([NewFile(tmp_path / "plans" / "p.progress", "m/a.jsonl", b"a")])
    assert written.certainty == ("absent",)
    assert str(written.why) == "it lies outside the plan's folder"
    assert _left(tmp_path) == []


def test_what_a_rename_did_not_do_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _files(tmp_path, "m/a.jsonl", "m/b.jsonl", "m/c.jsonl")
    (tmp_path / "p.progress").mkdir()
    (tmp_path / "p.progress" / ".gitattributes").touch()
    done: list[Path] = []

    def only_first(path: Path, target: Path) -> None:
        if done:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        done.append(target)
        path.rename(target)

    monkeypatch.setattr(Path, "replace", only_first)
    written = write_new_files(files)
    assert written.certainty == ("durable", "absent", "absent")
    assert written.why is not None
    assert _left(tmp_path) == ["a.jsonl"]


@pytest.mark.parametrize(
    ("code", "certainty"),
    [
        (errno.EIO, ("unsure", "absent")),
        (errno.EINVAL, ("durable", "durable")),
        (errno.ENOTSUP, ("durable", "durable")),
    ],
)
def test_a_disk_that_does_not_confirm_names_gets_no_more_unless_it_never_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, certainty: tuple[str, ...]
) -> None:
    whole = os.fsync

    def sync(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 - the link of a number
            _failing(code)()
        whole(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    written = write_new_files(_files(tmp_path, "m/a.jsonl", "m/b.jsonl"))
    assert written.certainty == certainty
    assert (written.why is None) is (certainty[0] == "durable")


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _failing(errno.ENOSPC))
    assert write_new_files(_files(tmp_path, "m/a.jsonl")).certainty == ("absent",)
    assert _left(tmp_path) == []


def test_every_folder_that_may_be_new_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(record_file, "sync_names", synced.append)
    write_new_files(_files(tmp_path, "m/a.jsonl"))
    assert sorted(synced) == [tmp_path, tmp_path / "p.progress", tmp_path / "p.progress" / "m"]


def test_names_in_no_folder_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_names(tmp_path / "none")
