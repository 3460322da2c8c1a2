"""Which code of ours runs: what was worked out by other code is not taken over from it."""

import os
from functools import cache
from pathlib import Path

import rectify_cli
from rectify_cli.store.witness import digest_of

_DATING = ("foundation", "syntax", "plan", "workdays", "schedule", "intake", "app", "store")
"""The folders whose code has a part in a plan and its dates."""
_SHOWING = ("progress", "report", "render", "cli", "locale")
"""Those that have a part in what is said of them, beside the others; catalogues among them."""


def code_that_dates() -> str | None:
    """A digest of the code that makes a plan and its dates of files; None: it cannot be read."""
    return _code(_DATING)


def code_of_all() -> str | None:
    """A digest of all our code; None where it cannot be read, as from an archive."""
    return _code(_DATING + _SHOWING)


def _code(floors: tuple[str, ...]) -> str | None:
    """Installers leave a list of all installed files with their digests, which stands for these.

    From a working copy the files themselves are read.
    """
    package = Path(rectify_cli.__file__).parent
    name = f"rectify_cli-{rectify_cli.__version__}.dist-info"
    try:
        try:
            return _installed(package.parent / name / "RECORD")
        except FileNotFoundError:
            return " ".join(_floor(package / floor) for floor in floors)
    except OSError:
        return None


@cache
def _installed(record: Path) -> str:
    return digest_of(record.read_bytes())


@cache
def _floor(folder: Path) -> str:
    pieces = []
    for place, folders, names in os.walk(folder):
        # Interpreters write there at any time, under names that are gone a moment later.
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            data = _bytes_of(os.path.join(place, name))  # noqa: PTH118 - hundreds of files
            pieces += [b"%d:" % len(data), data]
    return digest_of(b"".join(pieces))


def _bytes_of(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()
