"""The options of the recording commands, once for all of them: typer reads the signature made here.

Each command is its kind of report, what its words are, and the options that it has beyond those
that all have.
"""

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from typing import Annotated

import typer

from rectify_cli.cli.reporting_run import Line, report
from rectify_cli.cli.session import session_of
from rectify_cli.foundation.struct import Struct

_UNITS = (
    ("units", list[str] | None, "--unit", "UNIT", "Whose part it is; repeatable."),
    ("groups", list[str] | None, "--group", "GROUP", "The units of a group; repeatable."),
    ("all_units", bool, "--all-units", None, "All units of the task."),
    ("but", list[str] | None, "--except", "UNIT", "Not this one of them; repeatable."),
    ("units_from", str | None, "--units-from", "FILE", "A list: .txt .csv .xlsx, - pasted."),
)  # fmt: skip
_OCCURRENCE = ("occurrence", str | None, "--for", "DATE", "Which occurrence; else the latest open.")
_COMMON = (
    ("on", str | None, "--on", "DATE", "The day that it is true of; else today."),
    ("note", str | None, "--note", "TEXT", "A remark to keep with it."),
    ("evidence", str | None, "--evidence", "TEXT", "What proves it: a file, a link, a number."),
    ("by", str | None, "--by", "WHO", "Who reports; else RECTIFY_BY, git's e-mail, the login."),
    ("dry_run", bool, "--dry-run", None, "Say what would be recorded, and write nothing."),
    ("as_json", bool, "--json", None, "The answer for machines."),
)
_OWN = {
    "why": ("why", str | None, "--why", "TEXT", "Why, instead of the last word."),
    "total": ("total", str | None, "--total", "N", "How many there are in all, instead of added."),
    "untick": ("untick", bool, "--untick", None, "Take the tick away again."),
}


class Recording(Struct):
    """A recording command: the words that it takes, what they are, and its own options."""

    words: str
    help: str
    own: tuple[str, ...] = ()
    of_units: bool = True
    of_occurrences: bool = True


def command(verb: str, recording: Recording) -> Callable[..., int]:
    """The function that typer reads and calls for a command."""
    options = (
        *(_OWN[name] for name in recording.own),
        *(_UNITS if recording.of_units else ()),
        *((_OCCURRENCE,) if recording.of_occurrences else ()),
        *_COMMON,
    )

    def run(context: typer.Context, words: list[str], **typed: object) -> int:
        return report(session_of(context), verb, Line.of(words, typed))

    words = Annotated[
        list[str], typer.Argument(metavar=recording.words, help=recording.help, show_default=False)
    ]
    hints: dict[str, object] = {"context": typer.Context, "words": words}
    hints |= {name: Annotated[kind, typer.Option(flag, metavar=metavar, help=help_)]
              for name, kind, flag, metavar, help_ in options}  # fmt: skip
    run.__annotations__ = {**hints, "return": int}
    run.__signature__ = _signature(hints, options)  # type: ignore[attr-defined]
    return run


def _signature(hints: Mapping[str, object], options: tuple[tuple[object, ...], ...]) -> Signature:
    positional = [
        Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, annotation=hints[name])
        for name in ("context", "words")
    ]
    named = [
        Parameter(
            str(name),
            Parameter.KEYWORD_ONLY,
            default=False if kind is bool else None,
            annotation=hints[str(name)],
        )
        for name, kind, *_ in options
    ]
    return Signature([*positional, *named])
