"""A cache may be missing, foreign or broken, and changes no answer."""

import os
from pathlib import Path

import pytest

from rectify_cli.store import cache as of_cache
from rectify_cli.store.cache import Cache, holds, keep, recall, users_cache


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "deep" / "rectify")
    keep(cache, "key", {"a": [1, "二"]})
    assert recall(cache, "key") == {"a": [1, "二"]}
    assert recall(cache, "other") is None
    assert [holds(cache, "key"), holds(cache, "other"), holds(None, "key")] == [True, False, False]
    assert (cache.folder.stat().st_mode & 0o777) == 0o700
    assert [path.stat().st_mode & 0o777 for path in cache.folder.iterdir()] == [0o600]


def test_without_a_cache_nothing_is_kept() -> None:
    keep(None, "key", 1)
    assert recall(None, "key") is None


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[1]", b'{"key": "another", "digest": ""}\n1', b"\xff", b"[" * 100_000, b"null"],
)
def test_a_broken_entry_is_none(tmp_path: Path, broken: bytes) -> None:
    cache = Cache(tmp_path)
    keep(cache, "key", 1)
    [entry] = tmp_path.iterdir()
    entry.write_bytes(broken)
    assert recall(cache, "key") is None
    keep(cache, "key", 2)
    assert recall(cache, "key") == 2


def test_an_entry_that_others_may_write_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keep(cache, "key", 1)
    [entry] = tmp_path.iterdir()
    entry.chmod(0o622)
    assert recall(cache, "key") is None


def test_a_linked_entry_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    keep(cache, "key", 1)
    [entry] = cache.folder.iterdir()
    elsewhere = tmp_path / "elsewhere"
    entry.rename(elsewhere)
    entry.symlink_to(elsewhere)
    assert elsewhere.read_bytes().endswith(b"\n1")
    assert recall(cache, "key") is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    keep(Cache(tmp_path / "rectify"), "key", 1)


def test_a_file_where_the_folder_should_be_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "rectify").write_bytes(b"")
    cache = Cache(tmp_path / "rectify")
    keep(cache, "key", 1)
    assert recall(cache, "key") is None


def test_where_the_users_cache_is(tmp_path: Path) -> None:
    assert users_cache({"RECTIFY_NO_CACHE": "1"}, tmp_path) is None
    assert users_cache({}, None) is None
    assert users_cache({"XDG_CACHE_HOME": "relative"}, tmp_path) is None
    assert users_cache({"XDG_CACHE_HOME": "/x"}, tmp_path) == Cache(Path("/x/rectify"))
    assert users_cache({}, tmp_path) == Cache(tmp_path / ".cache" / "rectify")


def test_a_changed_bit_is_noticed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keep(cache, "key", [1, 2])
    [entry] = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"[1,2]", b"[1,3]"))
    assert recall(cache, "key") is None


def test_the_oldest_entries_go_where_there_are_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_cache, "_MOST_ENTRIES", 5)
    monkeypatch.setattr(of_cache, "_ENTRIES_LEFT", 3)
    cache = Cache(tmp_path)
    for number in range(6):
        assert len(list(tmp_path.iterdir())) == number
        keep(cache, f"{number}", number)
        for path in _newest(tmp_path):
            os.utime(path, ns=(number, number))
    assert [recall(cache, f"{number}") for number in range(6)] == [None, None, None, 3, 4, 5]


def test_what_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_cache, "_MOST_BYTES", 3)
    keep(Cache(tmp_path), "key", 123)
    keep(Cache(tmp_path), "other", 1234)
    assert [recall(Cache(tmp_path), key) for key in ("key", "other")] == [123, None]


def _newest(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.stat().st_mtime_ns > 1_000_000]
