"""Whose address git puts under a commit: the repository's, else the person's own."""

from pathlib import Path

import pytest

from rectify_cli.store import git_identity
from rectify_cli.store.git_identity import git_email


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _email(address: str) -> str:
    return f"[core]\n\teditor = vi\n[user]\n\tname = Li\n\temail = {address}\n"


@pytest.fixture(autouse=True)
def asks_no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_identity, "_ask_git", lambda _: "asked")


def test_the_nearest_configuration_goes_first(tmp_path: Path) -> None:
    home, plans = tmp_path / "home", tmp_path / "home" / "work" / "plans"
    plans.mkdir(parents=True)
    _write(home / ".config" / "git" / "config", _email("third@a.org"))
    assert git_email(plans, home) == "third@a.org"
    _write(home / ".gitconfig", _email("second@a.org"))
    assert git_email(plans, home) == "second@a.org"
    _write(home / "work" / ".git" / "config", "[core]\n\tbare = false\n")
    assert git_email(plans, home) == "second@a.org"
    _write(home / "work" / ".git" / "config", _email("first@a.org"))
    assert git_email(plans, home) == "first@a.org"


@pytest.mark.parametrize(
    ("pointer", "email"),
    [
        ("gitdir: ../main/.git/worktrees/w\n", "main@a.org"),
        ("gitdir: ../main/.git\n", "main@a.org"),
        ("gitdir:\n", "home@a.org"),
        ("see gitdir: ../main/.git\n", "home@a.org"),
        ("elsewhere\n", "home@a.org"),
    ],
)
def test_a_worktree_has_the_configuration_of_its_repository(
    tmp_path: Path, pointer: str, email: str
) -> None:
    _write(tmp_path / ".gitconfig", _email("home@a.org"))
    _write(tmp_path / "main" / ".git" / "config", _email("main@a.org"))
    _write(tmp_path / "main" / ".git" / "worktrees" / "w" / "commondir", "../..\n")
    _write(tmp_path / "tree" / ".git", pointer)
    assert git_email(tmp_path / "tree", tmp_path) == email


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("[user]\nemail=a@a.org\nEMAIL = b@a.org \n", "b@a.org"),
        ('[User]\nemail = a@a.org\n[user "x"]\nemail = b@a.org\n', "a@a.org"),
        ("[other]\nemail = a@a.org\n", "home@a.org"),
        ('[user]\nemail = "a@a.org"\n', "asked"),
        ("[user]\nemail = a@a.org ; mine\n", "asked"),
        ('[includeIf "gitdir:~/office/"]\npath = other\n', "asked"),
        ("[include]\npath = other\n", "asked"),
    ],
)
def test_what_is_more_than_plain_is_left_to_git(tmp_path: Path, text: str, email: str) -> None:
    _write(tmp_path / "home" / ".gitconfig", _email("home@a.org"))
    _write(tmp_path / ".git" / "config", text)
    assert git_email(tmp_path, tmp_path / "home") == email
