"""How a command ends before its end: with an exit code, and a sentence on stderr."""


class Stop(Exception):  # noqa: N818 - it is an ending, and most often the user's to mend
    """Ends the command with this exit code; `str()` of it goes to stderr, if there is any."""

    def __init__(self, message: str = "", *, code: int = 2) -> None:
        super().__init__(message)
        self.code = code
