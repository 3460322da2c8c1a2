"""A git repository of a test's own: real git, and nothing of the configuration of who runs it."""

import subprocess
from pathlib import Path


def git(folder: Path, *words: str) -> str:
    """Run git in a folder; what it says."""
    ran = subprocess.run(
        ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
        env={
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": "2026-03-02T09:00:00Z",
            "GIT_COMMITTER_DATE": "2026-03-02T09:00:00Z",
        },
    )
    return ran.stdout.decode()


def repository(folder: Path) -> Path:
    """A new repository in a folder, whose branch is `main`."""
    git(folder, "init", "-q", "-b", "main")
    return folder


def commit(folder: Path, message: str = "a change") -> str:
    """Everything in the folder as a commit; its name."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD").strip()
