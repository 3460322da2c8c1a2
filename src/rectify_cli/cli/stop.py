"""How a command ends before its end: with an exit code, and sentences on stderr."""

from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.spoken import spoken


class Stop(Exception):  # noqa: N818 - it is an ending, and most often the user's to mend
    """Ends the command with this exit code; what is said of it goes to stderr, if there is any.

    `language` is the one that the sentences are said in; None: what `--lang` says.
    """

    def __init__(self, *lines: Message | str, code: int = 2, language: str | None = None) -> None:
        super().__init__("\n".join(map(str, lines)))
        self.lines = lines
        self.code = code
        self.language = language

    def said(self, language: str | None) -> str:
        """The lines, in the language of the ending, else in this one, else in English."""
        chosen = self.language or language or "en"
        return "\n".join(
            spoken(line, chosen) if isinstance(line, Message) else line for line in self.lines
        )


def mistyped(why: Message, near: str | None) -> Stop:
    """The end of a command in which a word is none that is known; `near` was perhaps meant."""
    return Stop(why) if near is None else Stop(why, say("did you mean '{name}'?", name=near))
