"""Where the files lie that a plan names: paths made plain, circles and bounds found.

Pure: what a path looks like is decided here, what stands behind it (a symbolic link, a folder) is
for the one that opens it. Paths here are relative to the folder of the top plan, with `/`.
"""

import re
from collections.abc import Sequence
from posixpath import dirname, join, normpath

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.written import Text

MAX_INCLUDE_DEPTH = 8
MAX_FILES = 500

_DRIVE = re.compile(r"[A-Za-z]:")


def path_inside(declared_in: str, written: str) -> str | None:
    """The path of a file that a plan file names, None where it does not lie inside the folder.

    `declared_in` is the path of the file that names it, to which `written` is relative.
    """
    if "\\" in written or _DRIVE.match(written) or not written.isprintable():
        return None
    path = normpath(join(dirname(declared_in), written))
    if path.startswith(("/", "../")) or path in {"..", "."}:
        return None
    return path


def outside(declared_in: str, written: Text) -> Finding:
    """The finding about a path that leads out of the top plan's folder, or might somewhere."""
    message = say("'{path}' does not lie inside the plan's folder", path=printable(written.text))
    slashed = written.text.replace("\\", "/")
    mended = path_inside(declared_in, slashed)
    if mended is not None:
        fix = say("write {path}", path=slashed)
    else:
        fix = say("put the file beside the plan, and write its path from there, with /")
    return Finding("path-outside", written.span, message, fix)


def printable(path: str) -> str:
    """A path as a message shows it: what cannot be printed, escaped."""
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")


def missing(written: Text, why: object, near: str | None = None) -> Finding:
    """The finding about a file that cannot be read; `why` is what the one who tried it says.

    `near` is the name of a file beside it that may have been meant.
    """
    message = say("'{path}' cannot be read: {why}", path=printable(written.text), why=why)
    fix = say("write the path of a file inside the plan's folder, relative to this file")
    if near is not None:
        folder = written.text.rpartition("/")
        fix = say("did you mean '{name}'?", name=printable(f"{folder[0]}{folder[1]}{near}"))
    return Finding("missing-file", written.span, message, fix)


def include_cycle(chain: Sequence[str], path: str, written: Text) -> Finding | None:
    """The finding about an include of a file that is being included; `chain` is outermost first."""
    if path not in chain:
        return None
    circle = " > ".join([*chain[list(chain).index(path) :], path])
    message = say("{path} includes itself: {circle}", path=path, circle=circle)
    return Finding("include-cycle", written.span, message, say("take this include away"))


def too_deep(chain: Sequence[str], written: Text) -> Finding | None:
    """The finding about an include that is too deep below the top plan."""
    if len(chain) <= MAX_INCLUDE_DEPTH:
        return None
    message = say("plans include each other more than {most} deep", most=MAX_INCLUDE_DEPTH)
    fix = say("include this plan from one nearer to the top")
    return Finding("too-large", written.span, message, fix)


def too_many(written: Text) -> Finding:
    """The finding about the first include beyond the bound."""
    message = say("more than {most} plans are included", most=MAX_FILES)
    fix = say("split the programme into several")
    return Finding("too-large", written.span, message, fix)


def too_many_tasks(written: Text, most: int) -> Finding:
    """The finding about the first include that brings more tasks than the bound."""
    message = say("the included plans have more than {most} tasks", most=most)
    fix = say("split the programme into several")
    return Finding("too-large", written.span, message, fix)


def too_many_copies(written: Text, most: int) -> Finding:
    """The finding about the first include that repeats more tasks than the bound."""
    message = say("plans that are included twice or more add over {most} tasks again", most=most)
    fix = say("include each plan once, or split the programme into several")
    return Finding("too-large", written.span, message, fix)


def too_much_copied(written: Text, most: int) -> Finding:
    """The finding about the first include that repeats more keys and values than the bound."""
    message = say(
        "plans that are included twice or more add over {most} keys and values again", most=most
    )
    fix = say("include each plan once, or split the programme into several")
    return Finding("too-large", written.span, message, fix)
