"""A question to the person at the terminal, which is asked whatever the program's input is."""

import os
from contextlib import suppress
from pathlib import Path

from rectify_cli.render.clean import clean

_YES = frozenset({"y", "yes", "是", "好", "对"})
_WINDOWS = os.name == "nt"


def ask_terminal(question: str) -> bool | None:
    """Whether the answer is yes; None where there is no terminal to ask.

    It goes to the terminal itself (`/dev/tty`, on Windows the console): standard input may be the
    list that the question is about.
    """
    names = ("CONIN$", "CONOUT$") if _WINDOWS else ("/dev/tty", "/dev/tty")
    try:
        with Path(names[1]).open("w", encoding="utf-8", errors="replace") as out:
            out.write(clean(question))
            out.flush()
            with Path(names[0]).open(encoding="utf-8", errors="replace") as answers:
                answer = answers.readline()
            if not answer.endswith("\n"):
                with suppress(OSError):
                    out.write("\n")
    except OSError:
        return None
    return answer.strip().casefold() in _YES
