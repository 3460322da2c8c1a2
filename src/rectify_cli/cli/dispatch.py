"""From the words of a command line to a command's function, which is imported only now.

Typer reads each command's own options; which command it is, is looked up in `cli.commands`.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import cast

import typer

from rectify_cli.app.here import Here
from rectify_cli.app.plan_language import spoken_here
from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.console import Console
from rectify_cli.cli.global_options import GlobalOptions
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean

_LISTED = say("rectify --help lists them")
_HELP = frozenset({"--help", "-h"})


def dispatch(options: GlobalOptions, screen: Console, here: Here) -> int:
    """Run the command that the line names; the exit code."""
    session = Session(screen, here, options.as_of, options.language)
    words = options.rest
    if not words:
        from rectify_cli.cli.headline import bare  # noqa: PLC0415 - as all commands

        return bare(session)
    if set(words) == {"--json"}:
        from rectify_cli.cli.headline import bare_json  # noqa: PLC0415 - as all commands

        return bare_json(session)
    if words[0] in GROUPS and (len(words) == 1 or words[1] in _HELP):
        from rectify_cli.cli.help import group_page  # noqa: PLC0415 - as all commands

        screen.put(group_page(words[0], screen.width, spoken_here(session.here, session.language)))
        return 0
    name = _command_name(words)
    return _call(name, words[len(name.split()) :], session)


def _command_name(words: Sequence[str]) -> str:
    """The command that the first words name, one word or two."""
    if " ".join(words[:2]) in COMMANDS:
        return " ".join(words[:2])
    if words[0] in COMMANDS:
        return words[0]
    if words[0].startswith("-"):
        raise Stop(say("there is no option {word}", word=words[0]), _LISTED)
    if words[0] in GROUPS:
        name = f"{words[0]} {words[1]}"
        if name in COMMANDS:
            return name
        known = [each.split()[1] for each in COMMANDS if each.split()[0] == words[0]]
        raise _unknown(name, words[1], known, lead=f"{words[0]} ")
    known = [*GROUPS, *(each for each in COMMANDS if " " not in each)]
    raise _unknown(words[0], words[0], known, lead="")


def _unknown(name: str, word: str, known: Sequence[str], *, lead: str) -> Stop:
    near = did_you_mean(word, known)
    if near is None:
        return Stop(say("there is no command '{name}'", name=name), _LISTED)
    said = say("there is no command '{name}'; did you mean '{near}'?", name=name,
               near=f"rectify {lead}{near}")  # fmt: skip
    return Stop(said, _LISTED)


def _call(name: str, arguments: Sequence[str], session: Session) -> int:
    module, _, function = COMMANDS[name].function.partition(":")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    called = getattr(import_module(f"rectify_cli.cli.{module}"), function)
    settings = {"help_option_names": ["--help", "-h"], **getattr(called, "context_settings", {})}
    app.command(context_settings=settings)(called)
    command = typer.main.get_command(app)
    prog_name = f"rectify {name}"
    if any(word in _HELP for word in _before_dashes(arguments)):
        from rectify_cli.cli.help import command_page  # noqa: PLC0415 - as all commands

        with command.make_context(prog_name, [], resilient_parsing=True) as context:
            screen, language = session.console, spoken_here(session.here, session.language)
            screen.put(command_page(name, cast("typer.Context", context), screen.width, language))
        return 0
    try:
        answer = command.main(
            list(arguments), prog_name=prog_name, standalone_mode=False, obj=session
        )
    except typer.Abort:
        return 130
    except Exception as error:
        raise (_mistyped(error, prog_name, session) or error) from error
    return answer if isinstance(answer, int) else 0


def _before_dashes(arguments: Sequence[str]) -> Sequence[str]:
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _mistyped(error: Exception, prog_name: str, session: Session) -> Stop | None:
    """The end of a command that was typed wrongly; None for any other error."""
    from rectify_cli.cli.usage_errors import usage_error  # noqa: PLC0415 - for few lines typed

    said = usage_error(error)
    if said is None:
        return None
    language = spoken_here(session.here, session.language)
    if isinstance(said, Message):
        from rectify_cli.cli.help import metavars  # noqa: PLC0415 - for few lines typed

        values = ((name, metavars(str(value), language)) for name, value in said.values)
        said = said._replace(values=tuple(values)) if "argument '" in said.template else said
    how = say("{command} --help says how it is typed", command=prog_name)
    return Stop(said, how, language=language)
