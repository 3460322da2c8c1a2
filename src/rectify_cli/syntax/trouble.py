"""What stops the reading of a text, told apart by its kind: the parser's words go no further."""

from typing import Literal

import yaml

FULL_WIDTH_COLON = "："
ODD_SPACES = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"

Kind = Literal[
    "colon",  # a ': ' where no key can stand
    "no-colon",  # a line among keys that has none
    "full-width-colon",
    "bracket-in-key",  # key {a: b}
    "no-space",  # key:value
    "odd-space",  # an indentation of full-width or no-break spaces
    "quote",  # a quote that is never closed
    "escape",  # a backslash that means nothing
    "flow",  # something in [ ] or { } that does not belong there
    "value",  # a value whose first character means something else
    "list-in-text",  # an item that is part of the text above it
    "key",  # a list or a mapping where a key is asked for
    "no-key",
    "directive",
    "documents",
    "empty",
    "no-mapping",  # the whole file is a text or a list
    "structure",  # a line that does not fit the lines above it
    "depth",
    "brackets",  # more of them one in another than the C parser itself takes
    "nodes",
    "scalar",
    "findings",
]

_BY_WORDS: tuple[tuple[str, Kind], ...] = (
    ("nesting depth", "brackets"),
    ("directive", "directive"),
    ("incompatible", "directive"),
    ("mapping values are not allowed", "colon"),
    ("a simple key", "no-colon"),
    ("end of stream", "quote"),
    ("document separator", "quote"),
    ("document indicator", "quote"),
    ("unexpected ':'", "no-space"),
    ("flow sequence", "flow"),
    ("flow mapping", "flow"),
    ("flow node", "flow"),
    ("quoted scalar", "escape"),
    ("scanning", "value"),
    ("parsing a tag", "value"),
    ("tag handle", "value"),
    ("entries are not allowed", "value"),
    ("keys are not allowed", "value"),
)


class Trouble(Exception):  # noqa: N818 - it never leaves this floor: it unwinds one reading
    """Why reading cannot go on.

    Attributes:
        kind: what sort of trouble it is.
        at: the offset at which reading stopped.
        since: the offset at which what could not be read began; `at` where that is not known.
        scalar: the offsets of the last scalar that was read.
    """

    def __init__(
        self, kind: Kind, at: int, since: int | None = None, scalar: tuple[int, int] = (0, 0)
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.at = at
        self.since = at if since is None else since
        self.scalar = scalar


def from_parser(error: Exception, scalar: tuple[int, int]) -> Trouble:
    """The trouble behind an error of the YAML parser, the C one or the pure one."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Trouble("structure", scalar[1], scalar=scalar)
    words = f"{error.context or ''} {error.problem or ''}"
    kinds = (kind for part, kind in _BY_WORDS if part in words)
    kind: Kind = next(kinds, "structure")
    since = error.context_mark.index if error.context_mark is not None else None
    return Trouble(kind, error.problem_mark.index, since, scalar)
