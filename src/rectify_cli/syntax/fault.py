"""A trouble with its words: what the explaining functions hand back, in offsets of the text."""

from typing import Literal

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.syntax.limits import Limits
from rectify_cli.syntax.patch import Edit
from rectify_cli.syntax.trouble import Trouble

_SHOWN = 60


class Fault(Struct):
    """One fault of a text, and the edits with which the rest of it can be read.

    `start` and `end` (exclusive) are offsets into the text that was read; without edits, reading
    ends here. A `family` is a sort of fault of which a file often has many. Without a rule it is
    only mended: what is wrong comes to light in what is read then.
    """

    start: int
    end: int
    message: Message
    fix: Message
    edits: tuple[Edit, ...] = ()
    rule: str = "yaml-syntax"
    family: Literal["", "colon", "tab", "space"] = ""


class Scene(Struct):
    """The text that was read, and where it could not be read on."""

    text: str
    trouble: Trouble
    limits: Limits


def in_quotes(text: str) -> str:
    """The text as a quoted YAML scalar: in double quotes where nothing in it needs an escape."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoting(
    text: str, start: int, end: int, message: Message, *, meant: str | None = None
) -> Fault:
    """The fault that quotes mend: the value from `start` to `end` was meant as text."""
    quoted = in_quotes(text[start:end] if meant is None else meant)
    if len(quoted) <= _SHOWN:
        fix = say("write {text}", text=quoted)
    else:
        fix = say("put the whole text in quotes")
    return Fault(start, end, message, fix, (Edit(start, end, quoted),))
