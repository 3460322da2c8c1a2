"""Files as a git repository has them at a revision, read by git itself.

No shell, no hook, no filter runs. A revision is resolved to the name of a commit before anything
else is asked, and what begins with `-` is none, so that nothing typed is taken for an option.
"""

import os
import subprocess
from datetime import date
from pathlib import Path

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.read import MAX_BYTES, Unreadable
from rectify_cli.store.witness import depends_on_more

_SECONDS = 60
_ASK_NOTHING = {
    "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}  # fmt: skip
_FILES = frozenset({"100644", "100755", "100664"})


class NoRevision(Struct):
    """Why a revision cannot be read."""

    why: Message


class Revision(Struct):
    """A commit of a repository: its top folder, links followed, and the commit's full name."""

    top: Path
    commit: str


def find_revision(folder: Path, name: str) -> Revision | NoRevision:
    """The commit that a name means in the repository around a folder.

    Args:
        folder: An existing folder.
        name: As people type it: `main`, `HEAD~1`, `v1.2`, `3f1c9aa`.
    """
    top = _ask(folder, "rev-parse", "--show-toplevel")
    if isinstance(top, NoRevision):
        return top
    if top.code != 0:
        return NoRevision(_no_repository(folder, top))
    if not name or name.startswith("-") or "\0" in name:
        return NoRevision(say("there is no revision '{name}'", name=name))
    commit = _ask(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if isinstance(commit, NoRevision):
        return commit
    if commit.code != 0:
        return NoRevision(_no_such(folder, name))
    return Revision(Path(os.fsdecode(top.out.rstrip(b"\r\n"))), commit.out.decode("ascii").strip())


def path_within(revision: Revision, path: Path) -> str | None:
    """A path as the repository names it, with `/`; None for one that lies outside of it.

    The folders are followed where they are links, the last name is not: it may be gone by now.
    """
    try:
        top, folder = os.path.realpath(revision.top), os.path.realpath(path.parent)
        inside = os.path.relpath(os.path.join(folder, path.name), top)  # noqa: PTH118 - as typed
    except (OSError, ValueError):
        return None
    if inside == os.pardir or inside.startswith(os.pardir + os.sep):
        return None
    return inside.replace(os.sep, "/")


def read_at(revision: Revision, path: str, *, limit: int = MAX_BYTES) -> bytes | Unreadable:
    """The bytes of a file at a revision; `path` is the repository's."""
    entry = _entry(revision, path)
    if isinstance(entry, Unreadable):
        return entry
    blob, size = entry
    if size > limit:
        return Unreadable("too-large", say("it has more than {limit} bytes", limit=limit))
    got = _ask(revision.top, "cat-file", "blob", blob)
    if isinstance(got, NoRevision):
        return Unreadable("missing-file", got.why)
    if got.code != 0:
        return Unreadable("missing-file", say("git cannot read it: {why}", why=got.said))
    return got.out


def stands_at(revision: Revision, path: str) -> bytes | Unreadable:
    """Like `read_at`, but only whether there is such a file."""
    entry = _entry(revision, path)
    return entry if isinstance(entry, Unreadable) else b""


def changed_after(path: Path, day: date) -> bool:
    """Whether a file was committed after a day, or differs from its last commit; no git: no."""
    last = _ask(path.parent, "log", "-1", "--format=%cs", "--", path.name)
    if isinstance(last, NoRevision) or last.code != 0 or not last.out.strip():
        return False
    if last.out.decode("ascii", "replace").strip() > day.isoformat():
        return True
    edited = _ask(path.parent, "status", "--porcelain", "--", path.name)
    return isinstance(edited, _Answer) and edited.code == 0 and bool(edited.out.strip())


def read_all_at(revision: Revision, folder: str, ending: str) -> dict[str, bytes] | NoRevision:
    """All files below a folder at a revision whose names end so, by their names within it.

    One that is longer than any file that is read is left out.
    """
    lead = folder.rstrip("/") + "/"
    got = _ask(
        revision.top, "ls-tree", "-r", "-z", "-l", "--full-tree", revision.commit, "--", lead
    )
    if isinstance(got, NoRevision):
        return got
    blobs: dict[str, str] = {}
    for line in got.out.split(b"\0"):
        about, _, name = line.partition(b"\t")
        path = os.fsdecode(name)
        if path.startswith(lead) and path.endswith(ending):
            mode, _, blob, size = about.decode("ascii").split()
            if mode in _FILES and int(size) <= MAX_BYTES:
                blobs[path.removeprefix(lead)] = blob
    return _contents(revision, blobs)


def _contents(revision: Revision, blobs: dict[str, str]) -> dict[str, bytes] | NoRevision:
    """What the files hold, asked for all at once."""
    wanted = "".join(f"{blob}\n" for blob in blobs.values()).encode("ascii")
    got = _ask(revision.top, "cat-file", "--batch", given=wanted)
    if isinstance(got, NoRevision):
        return got
    found: dict[str, bytes] = {}
    at = 0
    for name in blobs:
        end = got.out.find(b"\n", at)
        size = got.out[at:end].rpartition(b" ")[2]
        if end < 0 or not size.isdigit():
            return NoRevision(say("git cannot read it: {why}", why=got.said))
        found[name] = got.out[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


class _Answer(Struct):
    code: int
    out: bytes
    said: str


def _entry(revision: Revision, path: str) -> tuple[str, int] | Unreadable:
    """The name and the size of a file's content; a link is not followed, a folder is no file."""
    if not path or "\0" in path:
        return Unreadable("missing-file", say("there is no such file"))
    got = _ask(revision.top, "ls-tree", "-z", "-l", "--full-tree", revision.commit, "--", path)
    if isinstance(got, NoRevision):
        return Unreadable("missing-file", got.why)
    for line in got.out.split(b"\0"):
        about, _, name = line.partition(b"\t")
        if os.fsdecode(name) == path:
            mode, _, blob, size = about.decode("ascii").split()
            if mode in _FILES:
                return blob, int(size)
            kind = say("a folder") if mode == "040000" else say("a link to a file")
            return Unreadable("missing-file", say("it is {kind}, not a file", kind=kind))
    return Unreadable("missing-file", say("there is no such file at that revision"))


def _ask(folder: Path, *words: str, given: bytes = b"") -> _Answer | NoRevision:
    """What git answers in a folder; `NoRevision` where there is no git to ask."""
    depends_on_more()
    try:
        ran = subprocess.run(  # noqa: S603 - every word is ours or stands where no option can
            ["git", *words],  # noqa: S607 - git by name, as everywhere
            cwd=folder,
            env=os.environ | _ASK_NOTHING,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (FileNotFoundError, NotADirectoryError):
        if folder.is_dir():
            return NoRevision(say("git is not installed, and a revision is read by git"))
        return NoRevision(say("{folder} is no folder", folder=folder.as_posix()))
    except subprocess.TimeoutExpired:
        return NoRevision(say("git gave no answer within {n} seconds", n=_SECONDS))
    except (OSError, ValueError) as error:
        return NoRevision(say("git cannot be asked: {why}", why=error))
    return _Answer(ran.returncode, ran.stdout, _first_line(ran.stderr))


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "no reason given"


def _no_repository(folder: Path, answer: _Answer) -> Message:
    if "not a git repository" in answer.said:
        return say("{folder} is in no git repository", folder=folder.as_posix())
    return say("git cannot read the repository: {why}", why=answer.said)


def _no_such(folder: Path, name: str) -> Message:
    """CI checks out the last commit alone, which is the usual reason."""
    shallow = _ask(folder, "rev-parse", "--is-shallow-repository")
    if isinstance(shallow, _Answer) and shallow.out.strip() == b"true":
        return say(
            "there is no revision '{name}' in this shallow clone; "
            "fetch it first: git fetch origin {name}",
            name=name,
        )
    return say("there is no revision '{name}'", name=name)
