"""What this floor asks of a YAML parser: its events, one at a time, each with its marks."""

from collections.abc import Callable
from typing import Any, Protocol

import yaml

Loader = Callable[[str], Any]

# The C parser is twenty times as fast; where PyYAML was built without it, the pure one reads too.
C_OR_PURE: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """A place, as an offset in characters."""

    index: int


class Event(Protocol):
    """Something that the parser has read."""

    start_mark: Mark
    end_mark: Mark


class Marked(Event, Protocol):
    """An event that can carry an anchor."""

    anchor: str | None


class Tagged(Marked, Protocol):
    """The start of a list or a mapping."""

    tag: str | None


class Text(Tagged, Protocol):
    """A scalar; the style of a plain one is empty from the C parser and None from the pure one."""

    value: str
    style: str | None
