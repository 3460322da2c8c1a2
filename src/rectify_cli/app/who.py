"""Who writes a report: `--by`, else `RECTIFY_BY`, else git's `user.email`, else the login name."""

from rectify_cli.app.here import Here
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.git_identity import git_email

MAX_WRITER = 100


class NoWriter(Struct):
    """Why nobody can be named as the writer."""

    why: Message


def writer(typed: str | None, here: Here) -> str | NoWriter:
    """The writer's name as reports bear it, on one line.

    Args:
        typed: What `--by` says; None where it was not given.
        here: Knows `RECTIFY_BY` and the login name, and where the repository is sought.
    """
    if typed is not None:
        name = _one_line(typed)
        return name or NoWriter(say("--by needs a name"))
    for given in (here.by, git_email(here.folder, here.home), here.login):
        name = _one_line(given or "")
        if name:
            return name
    return NoWriter(say("nobody knows who you are: name yourself with  --by NAME  or RECTIFY_BY"))


def _one_line(name: str) -> str:
    """Without what no name has: line ends, control characters, half characters, an odd length."""
    shown = "".join(character if character.isprintable() else " " for character in name)
    return " ".join(shown.split())[:MAX_WRITER].strip()
