"""A bug of ours: one line for the person, and a report that is ready to paste."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence

from rectify_cli import __version__
from rectify_cli.foundation.finding import Message, say


def report_bug(error: Exception, line: Sequence[str]) -> Message:
    """Write the report to a file of its own, and say where it is; if that fails, say it all."""
    text = bug_report(error, line)
    kind = type(error).__name__
    try:
        descriptor, path = tempfile.mkstemp(prefix="rectify-bug-", suffix=".md")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return say(
            "a bug in rectify, not in your plan ({kind}). Please report this:\n{text}",
            kind=kind,
            text=text,
        )
    return say(
        "a bug in rectify, not in your plan ({kind}). Please report it with what stands in {path}",
        kind=kind,
        path=path,
    )


def bug_report(error: Exception, line: Sequence[str]) -> str:
    """The report: versions, the command line, where it happened; nothing of any plan's content."""
    frames = traceback.extract_tb(error.__traceback__)[-30:]
    places = [f"  {_ours(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(
        [
            f"rectify {__version__}",
            f"Python {sys.version.split()[0]} on {platform.platform()}",
            f"command: rectify {' '.join(line)}",
            f"{type(error).__name__}: {str(error)[:500]}",
            *places,
            "",
        ]
    )


def _ours(path: str) -> str:
    """A file's path from the package on: what lies above it is the user's own."""
    parts = path.replace("\\", "/").split("/")
    for folder in ("rectify_cli", "site-packages"):
        if folder in parts:
            return "/".join(parts[parts.index(folder) :])
    return parts[-1]
