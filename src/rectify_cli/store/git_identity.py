"""Git's `user.email`, read from its configuration files.

Git itself is asked only when they are more than plain: starting it costs more than a report.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.store.witness import depends_on_more

_LIMIT = 1 << 20
_SECTION = re.compile(r"\[\s*([A-Za-z0-9.-]+)\s*(\"[^\"]*\")?\s*\]")
_EMAIL = re.compile(r"\s*email\s*=\s*(.*)", re.IGNORECASE)


class _NotPlain(Exception):  # noqa: N818 - the way to asking git, caught below
    pass


def git_email(folder: Path, home: Path | None) -> str | None:
    """The e-mail address that git would put under a commit made in a folder; None without one."""
    depends_on_more()
    files = []
    repository = _configuration_of(folder)
    if repository is not None:
        files.append(repository)
    if home is not None:
        files += [home / ".gitconfig", home / ".config" / "git" / "config"]
    files.append(Path("/etc/gitconfig"))
    try:
        return next(filter(None, map(_email_in, files)), None)
    except _NotPlain:
        return _ask_git(folder)


def _configuration_of(folder: Path) -> Path | None:
    """The configuration file of the repository around a folder; `.git` is a file in a worktree."""
    for each in (folder, *folder.parents):
        inside = each / ".git"
        if inside.is_dir():
            return inside / "config"
        if inside.exists():
            pointer = read_file(inside, limit=_LIMIT)
            if isinstance(pointer, bytes):
                return _of_worktree(each, pointer)
            return None
    return None


def _of_worktree(folder: Path, pointer: bytes) -> Path | None:
    lead, _, target = pointer.decode("utf-8", "replace").partition("gitdir:")
    if lead.strip() or not target.strip():
        return None
    place = folder / target.strip()
    common = read_file(place / "commondir", limit=_LIMIT)
    if isinstance(common, bytes):
        place = place / common.decode("utf-8", "replace").strip()
    return place / "config"


def _email_in(path: Path) -> str | None:
    data = read_file(path, limit=_LIMIT)
    if isinstance(data, Unreadable):
        return None
    found = None
    section = ""
    for line in data.decode("utf-8", "replace").splitlines():
        heading = _SECTION.match(line.strip())
        if heading is not None:
            section = (heading[1] + (heading[2] or "")).casefold()
            if section.startswith("include"):
                raise _NotPlain
            continue
        email = _EMAIL.match(line) if section == "user" else None
        if email is not None:
            found = email[1].strip()
            if any(odd in found for odd in '\\"#;'):
                raise _NotPlain
    return found


def _ask_git(folder: Path) -> str | None:
    import subprocess  # noqa: PLC0415 - a configuration that includes others is rare

    with suppress(OSError, subprocess.SubprocessError):
        ran = subprocess.run(
            ["git", "config", "--get", "user.email"],  # noqa: S607 - git by name, as everywhere
            cwd=folder, capture_output=True, timeout=5, check=False, env=os.environ,
        )  # fmt: skip
        return ran.stdout.decode("utf-8", "replace").strip() or None
    return None
