"""Runs the program as at a terminal of 80 columns: what a person sees, hints and all."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from rectify_cli.cli.main import main


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_screen(folder: Path, *words: str) -> str:
    """What a command line leaves on a terminal without colours."""
    screen = _Terminal()
    environment = {"RECTIFY_NO_CACHE": "1", "COLUMNS": "80", "TERM": "dumb"}
    with chdir(folder), redirect_stdout(screen), redirect_stderr(screen):
        main(words, environment)
    return screen.getvalue()
