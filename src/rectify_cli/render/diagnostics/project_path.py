"""Paths as a CI system knows them: from the project's folder, wherever the check was started."""

import posixpath
import re
from functools import lru_cache

from rectify_cli.render.diagnostics.found import Found

_DRIVE = re.compile(r"[A-Za-z]:/")


def project_path(path: str, found: Found) -> str:
    """A finding's path from the project's folder on; one outside of it absolute, as it is known."""
    return _from_project(path, found.folder, found.project)


@lru_cache(maxsize=64)  # thousands of findings stand in one file, and come file by file
def _from_project(path: str, folder: str, project: str) -> str:
    whole = posixpath.normpath(path if is_absolute(path) else posixpath.join(folder, path))
    project = project.rstrip("/")
    if project and whole.startswith(f"{project}/"):
        return whole[len(project) + 1 :]
    return whole


def is_absolute(path: str) -> bool:
    """Whether a path begins at a root or a Windows drive."""
    return path.startswith("/") or _DRIVE.match(path) is not None
