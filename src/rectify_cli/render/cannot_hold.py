"""A file format that cannot hold what it is given: the one way a writer says no."""

from rectify_cli.foundation.finding import Message


class CannotHold(ValueError):  # noqa: N818 - it is an answer, and the user's to mend
    """Why a format cannot hold a view, in a sentence for both languages."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why
