"""Which code of ours runs: what was worked out by other code is not taken over from it."""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

import rectify_cli

_FLOORS = ("foundation", "syntax", "plan", "workdays", "schedule", "intake", "app", "store")
"""The folders whose code has a part in what is kept."""


@cache
def own_code() -> str | None:
    """A digest of the code; None where it cannot be read, as from an archive.

    Installers leave a list of all installed files with their digests, which stands for the files;
    from a working copy the files themselves are read.
    """
    package = Path(rectify_cli.__file__).parent
    name = f"rectify_cli-{rectify_cli.__version__}.dist-info"
    try:
        try:
            return sha256((package.parent / name / "RECORD").read_bytes()).hexdigest()
        except FileNotFoundError:
            return _digest(package)
    except OSError:
        return None


def _digest(package: Path) -> str:
    digest = sha256()
    for floor in _FLOORS:
        for place, folders, names in os.walk(package / floor):
            folders.sort()
            for name in sorted(names):
                if name.endswith(".py"):
                    data = _bytes_of(os.path.join(place, name))  # noqa: PTH118 - hundreds of files
                    digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def _bytes_of(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()
