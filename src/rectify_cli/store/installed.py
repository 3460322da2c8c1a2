"""Which version of a library is installed, without importing it or the machinery that would say."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_VERSION = re.compile(r"[0-9][0-9A-Za-z.+!]*")


@cache
def installed_version(library: str) -> str | None:
    """The version, from the folder that every installer leaves beside a library; None if unsure.

    A library that was installed twice in one place, or in no ordinary way, has no sure version.
    """
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return None
    folders = Path(spec.origin).parent.parent.glob(f"{library}-*.dist-info")
    try:
        versions = [path.name.removesuffix(".dist-info").partition("-")[2] for path in folders]
    except OSError:
        return None
    sure = len(versions) == 1 and _VERSION.fullmatch(versions[0])
    return versions[0] if sure else None
