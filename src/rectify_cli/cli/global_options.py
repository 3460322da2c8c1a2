"""The options that every command knows, wherever on the line they stand."""

from collections.abc import Sequence
from itertools import pairwise

from rectify_cli.cli.console import ColourChoice
from rectify_cli.cli.stop import Stop, mistyped
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.foundation.translations import LANGUAGES

_COLOURS: tuple[ColourChoice, ...] = ("auto", "always", "never")

GLOBAL_OPTIONS: dict[str, str] = {
    "--plan FILE": "The plan; else RECTIFY_PLAN, plan.yaml or what stands under plans/.",
    "--as-of DATE": "The day to look from: 2026-03-05, yesterday, fri, -2d; else today.",
    "--lang en|zh": "The language of the screen; else the plan's.",
    "--color auto|always|never": "Colours; NO_COLOR and FORCE_COLOR are heard too.",
    "--version": "Print the version.",
    "--help": "Print this, or what a command does.",
}


class GlobalOptions(Struct):
    """What was typed of them, and the rest of the line."""

    rest: tuple[str, ...] = ()
    plan: str | None = None
    as_of: str | None = None
    language: str | None = None
    colour: ColourChoice = "auto"
    version: bool = False


def take_global_options(line: Sequence[str]) -> GlobalOptions:
    """The global options of a command line, up to a `--`, and what is left of it."""
    options = GlobalOptions()
    rest: list[str] = []
    words = list(line)
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--":
            rest += words[at:]
            break
        name, equals, value = word.partition("=")
        at += 1
        if word == "--version":
            options = options._replace(version=True)
        elif name in {"--plan", "--as-of", "--lang", "--color"}:
            if not equals:
                if at == len(words):
                    raise Stop(say("option {name} needs a value", name=name))
                value = words[at]
                at += 1
            options = _with(options, name, value)
        else:
            rest.append(word)
    return options._replace(rest=tuple(rest))


def asked_language(line: Sequence[str]) -> str | None:
    """What `--lang` asks for on a line of which another option may be mistyped."""
    for word, after in pairwise((*line, "")):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        asked = value if equals else after
        if name == "--lang" and asked in LANGUAGES:
            return asked
    return None


def _with(options: GlobalOptions, name: str, value: str) -> GlobalOptions:
    match name:
        case "--plan":
            if not value:
                raise Stop(say("option --plan needs the path of a plan"))
            return options._replace(plan=value)
        case "--as-of":
            return options._replace(as_of=value)
        case "--lang":
            if value not in LANGUAGES:
                raise _not_one_of(name, value, LANGUAGES)
            return options._replace(language=value)
        case _:
            for colour in _COLOURS:
                if value == colour:
                    return options._replace(colour=colour)
            raise _not_one_of(name, value, _COLOURS)


def _not_one_of(name: str, value: str, known: Sequence[str]) -> Stop:
    names = ", ".join(known)
    said = say("option {name}: '{value}' is not one of {names}",
               name=name, value=value, names=names)  # fmt: skip
    return mistyped(said, did_you_mean(value, known))
