"""Folders: whether git looks after one, and the files in one."""

from pathlib import Path

import pytest

from rectify_cli.store import folder as of_folders
from rectify_cli.store.folder import files_under, is_in_repository, make_folder


def test_a_folder_is_in_a_repository_where_one_stands_in_it_or_around_it(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert not is_in_repository(inner)
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere\n")
    assert is_in_repository(inner)
    assert is_in_repository(inner.parent)
    assert not is_in_repository(tmp_path)


def test_files_come_in_order_of_their_names_and_hidden_ones_not(tmp_path: Path) -> None:
    for name in ("b/2", "b/1", "b/.x", ".h/3", "c", ".d", "a/deep/4"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "a" / "linked").symlink_to(tmp_path / "b")
    found = [path.relative_to(tmp_path).as_posix() for path in files_under(tmp_path)]
    assert found == ["c", "a/deep/4", "b/1", "b/2"]


def test_of_many_files_some_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_folders, "MAX_LISTED", 2)
    for name in "abc":
        (tmp_path / name).touch()
    assert [path.name for path in files_under(tmp_path)] == ["a", "b"]


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
