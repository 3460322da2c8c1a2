"""The pages of help that are ours: the front page, and one for each group of commands."""

from collections.abc import Iterable

from rectify_cli.cli.commands import COMMANDS, GROUPS
from rectify_cli.cli.global_options import GLOBAL_OPTIONS
from rectify_cli.render.fold import fold

_FIRST_STEPS = (
    ("rectify init", "a small plan that checks clean"),
    ("rectify plan build", "the schedule, workday by workday"),
    ("rectify plan why kickoff", "why a task is on its days"),
    ("rectify check --strict", "every finding, for people and CI"),
)


def front_page(width: int | None) -> str:
    """What `rectify --help` prints, in so many columns; None: lines as long as they are."""
    lines = ["Plan work in a YAML file down to every workday.", "", "Examples:"]
    lines += _columns(_FIRST_STEPS, width)
    lines += ["", "Usage: rectify [OPTIONS] COMMAND [ARGUMENTS]", "", "Commands:"]
    lines += _columns([(name, command.summary) for name, command in COMMANDS.items()], width)
    lines += ["", "Options of every command:"]
    lines += _columns(GLOBAL_OPTIONS.items(), width)
    lines += ["", "rectify COMMAND --help says more of a command."]
    return "\n".join(lines) + "\n"


def group_page(group: str, width: int | None) -> str:
    """What `rectify plan --help` prints, in so many columns."""
    commands = {name: each for name, each in COMMANDS.items() if name.split()[0] == group}
    lines = [GROUPS[group], "", "Examples:"]
    lines += [f"  {each.examples[0]}" for each in commands.values()]
    lines += ["", f"Usage: rectify {group} COMMAND [OPTIONS] [ARGUMENTS]", "", "Commands:"]
    lines += _columns([(name, command.summary) for name, command in commands.items()], width)
    lines += ["", f"rectify {group} COMMAND --help says more of a command."]
    return "\n".join(lines) + "\n"


def command_help(name: str) -> str:
    """The words above a command's options: what it does, and examples, which are not refilled."""
    command = COMMANDS[name]
    examples = "\n".join(f"  {example}" for example in command.examples)
    return f"{command.summary}\n\n\b\nExamples:\n{examples}"


def command_epilog() -> str:
    """The words below a command's options."""
    options = ", ".join(option for option in GLOBAL_OPTIONS if option != "--help")
    return f"Options of every command: {options}"


def _columns(rows: Iterable[tuple[str, str]], width: int | None) -> list[str]:
    listed = list(rows)
    widest = max(len(left) for left, _ in listed)
    room = None if width is None else width - widest - 4
    lines = []
    for left, right in listed:
        first, *others = fold(right, room)
        lines.append(f"  {left:<{widest}}  {first}")
        lines += [" " * (widest + 4) + other for other in others]
    return lines
