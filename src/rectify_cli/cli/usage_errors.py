"""What Typer says of a command line that it cannot read, as messages that can be translated.

The English is Typer's own, word for word: its sentences are taken apart by the same templates that
they are made with. Its classes live in Click before Typer 0.26 and in Typer since, and may be
imported from neither.
"""

import re

from rectify_cli.foundation.finding import Message, say

TEMPLATES: tuple[Message, ...] = (
    say("No such option: {name} (Possible options: {names})"),
    say("No such option: {name} Did you mean {names}?"),
    say("No such option: {name}"),
    say("Missing argument '{name}'."),
    say("Missing option '{name}'."),
    say("Got unexpected extra argument(s) ({words})"),
    say("Got unexpected extra argument ({words})"),
    say("Got unexpected extra arguments ({words})"),
    say("Option '{name}' requires an argument."),
    say("Option '{name}' requires {n} arguments."),
    say("Option '{name}' does not take a value."),
    say("Argument '{name}' takes {n} values."),
    say("Invalid value for '{name}': {why}"),
    say("Invalid value: {why}"),
)
_VALUE = re.compile(r"\\{([a-z]+)\\}")


def usage_error(error: Exception) -> Message | str | None:
    """What is wrong with the line, in plain words where Typer has new ones; None: another error."""
    words = getattr(error, "format_message", None)
    if words is None:
        return None
    said: str = words()
    for each in TEMPLATES:
        found = _pattern(each.template).fullmatch(said)
        if found is not None:
            return Message(each.template, tuple(found.groupdict().items()))
    return said


def _pattern(template: str) -> re.Pattern[str]:
    """What matches a sentence that was made with a template, whichever quotes `repr` took."""
    escaped = re.escape(template).replace("'", "['\"]")
    return re.compile(_VALUE.sub(r"(?P<\1>.+)", escaped), re.DOTALL)
