"""Which code of ours runs: what was worked out by other code is not taken over from it."""

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
        for path in sorted((package / floor).rglob("*.py")):
            data = path.read_bytes()
            digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
