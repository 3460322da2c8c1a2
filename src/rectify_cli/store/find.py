"""Where plans may stand: folders are walked, files that call themselves plans are listed.

Which of them a command takes is `app.which_plan`'s to say, since only it can read an `include`.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from rectify_cli.store.read import Unreadable, is_file, read_file
from rectify_cli.store.witness import follows, looks_at

PLAN_NAMES = ("plan.yaml", "plan.yml")
PLAN_FOLDER = "plans"
_ENDINGS = (".yaml", ".yml")
_MAX_FILES = 10_000

# A full-width colon is a mistake in a plan, not a sign that the file is none.
_VERSION_KEY = re.compile(
    rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\{ *)?[\"']?rectify[\"']?[ \t]*(?::|\xef\xbc\x9a)",
    re.MULTILINE,
)


def folders_upward(folder: Path, home: Path | None) -> Iterator[Path]:
    """The folder and those around it, up to the home or the repository folder, both counted."""
    for each in (folder, *folder.parents):
        yield each
        repository = each / ".git"
        follows(repository)
        if each == home or repository.exists():
            return


def plans_here(folder: Path) -> list[Path]:
    """The plans of one folder: its `plan.yaml`, and those under its `plans/`, in order of name."""
    own = [folder / name for name in PLAN_NAMES]
    return [path for path in own if says_plan(path)] + plans_under(folder / PLAN_FOLDER)


def plans_under(folder: Path) -> list[Path]:
    """The plans anywhere under a folder, hidden folders left out, in order of name."""
    found = []
    for number, path in enumerate(_yaml_files(folder)):
        if number == _MAX_FILES:
            break
        if says_plan(path):
            found.append(path)
    return sorted(found)


def says_plan(path: Path) -> bool:
    """Whether a file has a line `rectify:`, in any encoding that shows it."""
    if not is_file(path):
        return False
    data = read_file(path)
    if isinstance(data, Unreadable):
        # It cannot be seen to be none: a file that bears the name is taken for one, and read.
        return path.name in PLAN_NAMES
    if b"\x00" in data[:64]:  # UTF-16: to be refused by name, not passed over
        data = data.replace(b"\x00", b"")
    return _VERSION_KEY.search(data) is not None


def _yaml_files(folder: Path) -> Iterator[Path]:
    looks_at(folder)
    for place, folders, names in os.walk(folder):
        looks_at(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.casefold().endswith(_ENDINGS) and not name.startswith("."):
                yield Path(place, name)
