"""Runs the program as at a terminal, of 80 columns if not said: what a person sees, with hints."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from rectify_cli.cli.main import main


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


# Nothing is kept, and a bug is raised: it must not end up in a document.
_PLAIN = {"RECTIFY_NO_CACHE": "1", "RECTIFY_TRACEBACK": "1"}


def on_screen(folder: Path, *words: str, columns: int = 80) -> str:
    """What a command line leaves on a terminal without colours."""
    screen = _Terminal()
    environment = {"COLUMNS": str(columns), "TERM": "dumb", **_PLAIN}
    with chdir(folder), redirect_stdout(screen), redirect_stderr(screen):
        main(words, environment)
    return screen.getvalue()
