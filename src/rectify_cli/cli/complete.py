"""What a shell may complete: the words after those that are typed, one a line, a tab, what it is.

`rectify completion bash` prints the script that asks for them. Neither Typer nor what understands
plans is imported: it has to answer between two keystrokes.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rectify_cli.app.plan_language import language_here
from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS, asked_language, take_global_options
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.rules import RULES
from rectify_cli.foundation.translations import HELP, LANGUAGES, in_context
from rectify_cli.render.clean import clean_line
from rectify_cli.render.formats import products

if TYPE_CHECKING:
    from rectify_cli.app.plan_words import PlanWords

Words = Mapping[str, str]

_CHOICES: dict[str, tuple[str, ...]] = {
    "--lang": LANGUAGES,
    "--color": ("auto", "always", "never"),
    "--format": ("text", "json", "github", "sarif", "gitlab", "junit"),
    "--product": products(),
    "--template": ("starter", "programme", "audit", "release"),
    "--as-of": ("today", "yesterday"),
}
_HELP = frozenset(
    (*(each.summary for each in COMMANDS.values()), *GROUPS.values(), *GLOBAL_OPTIONS.values())
)
_RULES = {rule.name: rule.summary for rule in RULES.values()}

_OF_PLAN: "dict[str, Callable[[PlanWords], Words]]" = {
    "--owner": lambda words: words.owners,
    "--phase": lambda words: words.phases,
    "plan show": lambda words: words.tasks,
    "plan why": lambda words: words.tasks,
}


def complete(line: Sequence[str], environment: Mapping[str, str]) -> str:
    """The lines for a shell; the last word of the line is the one that is being typed.

    None at all where a file may be meant: the shell knows files.
    """
    *before, begun = line or [""]
    found = _words(before, begun, environment)
    begin = {word: what for word, what in found.items() if word.startswith(begun)}
    if any(what in _HELP for what in begin.values()):
        language = asked_language(before) or language_here(environment, None)
        begin = {word: in_context(HELP, what, language) for word, what in begin.items()}
    return "".join(
        f"{clean_line(word)}\t{clean_line(' '.join(what.split()))}\n"
        for word, what in begin.items()
    )


def _words(before: Sequence[str], begun: str, environment: Mapping[str, str]) -> Words:
    last = before[-1] if before else ""
    if last == "--template" and "init" not in before:  # a letterhead, which is a file
        return {}
    if last in _CHOICES:
        return dict.fromkeys(_CHOICES[last], "")
    if last in {"--select", "--ignore"}:
        return _RULES
    if last in _OF_PLAN:
        return _OF_PLAN[last](_plan(before, environment))
    if begun.startswith("-"):
        return {option.split()[0]: what for option, what in GLOBAL_OPTIONS.items()}
    return _arguments(before, environment)


def _arguments(before: Sequence[str], environment: Mapping[str, str]) -> Words:
    try:
        options = take_global_options(before)
    except Stop:  # the value of one is being typed
        return {}
    typed = [word for word in options.rest if not word.startswith("-")]
    if not typed:
        single = {name: each.summary for name, each in COMMANDS.items() if " " not in name}
        return {**single, **GROUPS}
    if typed[0] in GROUPS and len(typed) == 1:
        lead = f"{typed[0]} "
        return {
            name.removeprefix(lead): each.summary
            for name, each in COMMANDS.items()
            if name.startswith(lead)
        }
    name = " ".join(typed[:2])
    if name in _OF_PLAN:
        return _OF_PLAN[name](_plan(before, environment))
    return _RULES if typed[0] == "explain" else {}


def _plan(before: Sequence[str], environment: Mapping[str, str]) -> "PlanWords":
    # Most words need no plan, and what reads one takes longer than all the rest.
    from rectify_cli.app.here import surroundings  # noqa: PLC0415
    from rectify_cli.app.plan_words import NO_WORDS, plan_words  # noqa: PLC0415

    try:
        return plan_words(surroundings(environment, take_global_options(before).plan))
    except (Stop, OSError):
        return NO_WORDS
