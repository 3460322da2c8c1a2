"""The language of the plan here, read without understanding the plan.

What is said before a plan is loaded, as a page of help is, is said in the language of the plan that
a command would take.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from rectify_cli.app.which_plan import Standing, which_plan
from rectify_cli.foundation.struct import Struct
from rectify_cli.foundation.translations import LANGUAGES
from rectify_cli.store.read import read_file

_LANGUAGE = re.compile(rb"(?m)^language[ \t]*:[ \t]*[\"']?([a-z]+)")


class _Here(Struct):
    """As much of `app.here` as is needed, without the cost of importing it."""

    folder: Path
    home: Path | None
    plan: str | None


def language_here(environment: Mapping[str, str], named: str | None) -> str:
    """The language of the plan in the working folder, or of the one that is named, else English."""
    try:
        here = _Here(Path.cwd(), Path.home(), named or environment.get("RECTIFY_PLAN") or None)
    except (OSError, RuntimeError):
        return "en"
    return spoken_here(here, None)


def spoken_here(here: Standing, asked: str | None) -> str:
    """The language that was asked for, else that of the plan here, else English."""
    return asked or _of_plan(here) or "en"


def _of_plan(here: Standing) -> str | None:
    path = which_plan(None, here)
    data = read_file(here.folder / path) if isinstance(path, Path) else None
    found = _LANGUAGE.search(data) if isinstance(data, bytes) else None
    name = "" if found is None else found[1].decode("ascii")
    return name if name in LANGUAGES else None
