"""Files at a revision: real repositories, and words that no revision and no path should be."""

from pathlib import Path

import pytest

from rectify_cli.store.git import (
    NoRevision,
    Revision,
    find_revision,
    path_within,
    read_at,
    stands_at,
)
from rectify_cli.store.read import Unreadable
from tests.git_repository import commit, git, repository


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = repository(tmp_path)
    (folder / "plans").mkdir()
    (folder / "plans" / "a.yaml").write_bytes(b"one\r\n")
    (folder / "plans" / "计划 1.yaml").write_bytes("一".encode())
    (folder / "-x.yaml").write_bytes(b"dash")
    (folder / "link.yaml").symlink_to("plans/a.yaml")
    commit(folder)
    git(folder, "tag", "v1")
    (folder / "plans" / "a.yaml").write_bytes(b"two\n")
    commit(folder)
    return folder


def revision(folder: Path, name: str) -> Revision:
    found = find_revision(folder, name)
    assert isinstance(found, Revision), found
    return found


@pytest.mark.parametrize(("name", "content"), [("v1", b"one\r\n"), ("HEAD~1", b"one\r\n"),
                                               ("main", b"two\n"), ("@", b"two\n")])  # fmt: skip
def test_reads_what_was_committed_byte_for_byte(home: Path, name: str, content: bytes) -> None:
    (home / "plans" / "a.yaml").write_bytes(b"not committed")
    assert read_at(revision(home / "plans", name), "plans/a.yaml") == content


def test_names_of_any_kind_are_read(home: Path) -> None:
    at = revision(home, "main")
    assert read_at(at, "plans/计划 1.yaml") == "一".encode()
    assert read_at(at, "-x.yaml") == b"dash"


@pytest.mark.parametrize(
    "path",
    ["plans", "nothing.yaml", "*.yaml", ":/plans/a.yaml", ":(glob)**", "--help", "", "../x", "a\0b",
     "link.yaml", "plans/a.yaml/x", "plans/"],
)  # fmt: skip
def test_what_is_no_file_is_said_so(home: Path, path: str) -> None:
    at = revision(home, "main")
    assert isinstance(read_at(at, path), Unreadable)
    assert isinstance(stands_at(at, path), Unreadable)


@pytest.mark.parametrize(
    "name",
    ["", "nothing", "--help", "-q", "--upload-pack=x", "--output=here", "v1\0", "a b", "..", "^",
     "main..v1", "HEAD~99", "v1;touch x", "$(touch x)", "main:plans"],
)  # fmt: skip
def test_what_is_no_revision_does_nothing(home: Path, name: str) -> None:
    before = sorted(home.iterdir())
    found = find_revision(home, name)
    assert isinstance(found, NoRevision)
    assert sorted(home.iterdir()) == before


def test_a_folder_outside_of_git_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = find_revision(tmp_path, "main")
    assert isinstance(found, NoRevision)
    assert "is in no git repository" in str(found.why)


def test_a_machine_without_git_is_said_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home))
    found = find_revision(home, "main")
    assert isinstance(found, NoRevision)
    assert "git is not installed" in str(found.why)


def test_a_shallow_clone_says_what_to_fetch(home: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", home.as_uri(), str(clone))
    found = find_revision(clone, "v1")
    assert isinstance(found, NoRevision)
    assert "git fetch origin v1" in str(found.why)


def test_too_large_a_file_is_not_read(home: Path) -> None:
    found = read_at(revision(home, "main"), "plans/a.yaml", limit=2)
    assert isinstance(found, Unreadable)
    assert found.rule == "too-large"


def test_a_path_as_the_repository_names_it(home: Path, tmp_path: Path) -> None:
    at = revision(home, "main")
    assert path_within(at, home / "plans" / "a.yaml") == "plans/a.yaml"
    assert path_within(at, home / "plans" / ".." / "-x.yaml") == "-x.yaml"
    assert path_within(at, tmp_path.parent / "elsewhere.yaml") is None
