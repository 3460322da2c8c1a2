"""The pages of help: the front page, one for each group of commands, one for each command.

Typer knows a command's arguments and options; how a page looks, in each language, is said here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.translations import HELP, METAVAR, in_context
from rectify_cli.render.cells import cell_width, pad_to_cells
from rectify_cli.render.fold import fold
from rectify_cli.render.spoken import spoken

if TYPE_CHECKING:
    from typer import Context

FIRST_STEPS = (
    ("rectify init", "a small plan that checks clean"),
    ("rectify plan build", "the schedule, workday by workday"),
    ("rectify plan why kickoff", "why a task is on its days"),
    ("rectify check --strict", "every finding, for people and CI"),
)
_PIPED, _WIDEST = 80, 80
_LEFT = 30
"""A left side that is longer has a line of its own."""
_WORD = re.compile("[A-Z]+")
WRITES = re.compile(r"Write a file instead: (.+); repeatable\.")
"""The help of `-o`, which names the endings that a command has."""


class Shown(Protocol):
    """What Typer knows of an argument or an option."""

    param_type_name: str
    hidden: bool
    help: str | None

    def get_help_record(self, context: "Context") -> tuple[str, str]:
        """What one types, and what is said of it with its default in English."""


def front_page(width: int | None, language: str = "en") -> str:
    """What `rectify --help` prints, in so many columns; None: lines as long as they are."""
    lines = [spoken(say("Plan work in a YAML file down to every workday."), language), ""]
    lines += [spoken(say("Examples:"), language)]
    lines += _columns(FIRST_STEPS, width, language)
    lines += ["", _usage("rectify [OPTIONS] COMMAND [ARGUMENTS]", language), ""]
    lines += [spoken(say("Commands:"), language)]
    rows = [(name, command.summary) for name, command in COMMANDS.items()]
    lines += _columns(rows, width, language)
    lines += ["", spoken(say("Options of every command:"), language)]
    lines += _columns(GLOBAL_OPTIONS.items(), width, language)
    lines += ["", _more("rectify", language)]
    return "\n".join(lines) + "\n"


def group_page(group: str, width: int | None, language: str = "en") -> str:
    """What `rectify plan --help` prints, in so many columns."""
    commands = {name: each for name, each in COMMANDS.items() if name.split()[0] == group}
    lines = [help_text(GROUPS[group], language), "", spoken(say("Examples:"), language)]
    lines += [f"  {each.examples[0]}" for each in commands.values()]
    lines += ["", _usage(f"rectify {group} COMMAND [OPTIONS] [ARGUMENTS]", language), ""]
    lines += [spoken(say("Commands:"), language)]
    rows = [(name, command.summary) for name, command in commands.items()]
    lines += _columns(rows, width, language)
    lines += ["", _more(f"rectify {group}", language)]
    return "\n".join(lines) + "\n"


def command_page(name: str, context: "Context", width: int | None, language: str = "en") -> str:
    """What `rectify plan build --help` prints, in so many columns, at most 80."""
    room = min(_PIPED if width is None else width, _WIDEST) - 2
    command = COMMANDS[name]
    pieces = " ".join(context.command.collect_usage_pieces(context))
    lines = [_usage(f"rectify {name} {pieces}", language), ""]
    lines += _indented(help_text(command.summary, language), room)
    lines += ["", f"  {spoken(say('Examples:'), language)}"]
    lines += [f"    {example}" for example in command.examples]
    parameters = cast("Sequence[Shown]", context.command.get_params(context))
    for kind, heading in (("argument", say("Arguments:")), ("option", say("Options:"))):
        rows = [_row(each, context, language) for each in parameters if _is_shown(each, kind)]
        if rows:
            lines += ["", spoken(heading, language), *_listed(rows, room)]
    options = ", ".join(option for option in GLOBAL_OPTIONS if option != "--help")
    every = say("Options of every command: {options}", options=metavars(options, language))
    lines += ["", *_indented(spoken(every, language), room)]
    return "\n".join(lines) + "\n"


def help_text(text: str, language: str) -> str:
    """What the help says, in a language."""
    found = WRITES.fullmatch(text)
    if found is not None:
        said = say("Write a file instead: {endings}; repeatable.", endings=found[1])
        return spoken(said, language)
    return in_context(HELP, text, language)


def metavars(text: str, language: str) -> str:
    """`--plan FILE`, `TASK...` with the words that stand for something in a language."""
    return _WORD.sub(lambda word: in_context(METAVAR, word[0], language), text)


def _is_shown(parameter: Shown, kind: str) -> bool:
    return parameter.param_type_name == kind and not parameter.hidden


def _row(parameter: Shown, context: "Context", language: str) -> tuple[str, str]:
    """An argument or option and what is said of it, with its default."""
    left, right = parameter.get_help_record(context)
    said = parameter.help or ""
    extra = right.removeprefix(said).strip()
    if language != "en":
        said, extra = help_text(said, language), _extra(extra, language)
    return metavars(left, language), f"{said}  {extra}" if extra else said


def _extra(text: str, language: str) -> str:
    """`[default: text]`, `[required]`."""
    if text == "[required]":
        return spoken(say("[required]"), language)
    default = text.removeprefix("[default: ").removesuffix("]")
    return spoken(say("[default: {value}]", value=default), language) if default else ""


def _usage(line: str, language: str) -> str:
    return spoken(say("Usage: {line}", line=metavars(line, language)), language)


def _more(command: str, language: str) -> str:
    line = metavars(f"{command} COMMAND --help", language)
    return spoken(say("{line} says more of a command.", line=line), language)


def _indented(text: str, width: int) -> list[str]:
    return [f"  {line}" for line in fold(text, width - 2)]


def _listed(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns; a left side that is too long stands above its right."""
    left_width = min(max(cell_width(left) for left, _ in rows), _LEFT)
    for left, right in rows:
        first, *others = fold(right, width - left_width - 4)
        is_long = cell_width(left) > left_width
        if is_long:
            yield f"  {left}"
        yield f"  {pad_to_cells('' if is_long else left, left_width)}  {first}".rstrip()
        yield from (" " * (left_width + 4) + other for other in others)


def _columns(rows: Iterable[tuple[str, str]], width: int | None, language: str) -> Iterator[str]:
    listed = [(metavars(left, language), help_text(right, language)) for left, right in rows]
    widest = max(cell_width(left) for left, _ in listed)
    room = None if width is None else width - widest - 4
    for left, right in listed:
        first, *others = fold(right, room)
        yield f"  {pad_to_cells(left, widest)}  {first}"
        yield from (" " * (widest + 4) + other for other in others)
