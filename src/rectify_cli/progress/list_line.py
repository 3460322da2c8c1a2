"""A line of a list that somebody pasted, and why nothing is recorded of it: see `units_list`."""

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct


class Line(Struct):
    """A line of a list, counted from 1, or a row of a table with its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The line as a person reads it."""
        return " ".join(cell.strip() for cell in self.cells if cell.strip())


class HeldBack(Struct):
    """A line of which nothing is recorded, and why."""

    line: int
    text: str
    why: Message
