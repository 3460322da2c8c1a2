"""A text with small mends, so that reading goes on behind a fault, and the way back.

Reading a file never writes it: a mend only lets the rest of the file be checked, and every place
that is reported lies in the text as its author wrote it. `check --fix` makes its texts here too.
"""

from bisect import bisect_right
from itertools import pairwise

from rectify_cli.foundation.struct import Struct
from rectify_cli.syntax.node import Mapping, Node, Sequence


class Edit(Struct):
    """One mend: the characters from `start` to `end` (exclusive) give way to `text`."""

    start: int
    end: int
    text: str


class Patch:
    """A text after some edits, none of which overlap, with offsets mapped back."""

    def __init__(self, original: str, edits: tuple[Edit, ...] = ()) -> None:
        self.original = original
        self.edits = tuple(sorted(edits))
        parts: list[str] = []
        self._from: list[int] = []
        done = length = 0
        for edit in self.edits:
            length += edit.start - done
            parts += (original[done : edit.start], edit.text)
            self._from.append(length)
            length += len(edit.text)
            done = edit.end
        parts.append(original[done:])
        self.text = "".join(parts) if self.edits else original

    def origin(self, offset: int) -> int:
        """The offset in the original of an offset in the mended text."""
        index = bisect_right(self._from, offset) - 1
        if index < 0:
            return offset
        edit = self.edits[index]
        inside = offset - self._from[index]
        if inside >= len(edit.text):
            return edit.end + inside - len(edit.text)
        return min(edit.start + inside, edit.end)

    def with_edits(self, edits: tuple[Edit, ...]) -> "Patch | None":
        """A patch with further edits, whose offsets are of the mended text.

        None where one of them would touch an earlier one: the same place is not mended twice.
        """
        further = tuple(Edit(self.origin(e.start), self.origin(e.end), e.text) for e in edits)
        everything = sorted(self.edits + further)
        for first, second in pairwise(everything):
            if second.start < first.end or (first.start, first.end) == (second.start, second.end):
                return None
        return Patch(self.original, tuple(everything))

    def bring_home(self, root: Node) -> None:
        """Move the places of a tree that was read from the mended text to the original."""
        if not self.edits:
            return
        waiting: list[Node] = [root]
        while waiting:
            node = waiting.pop()
            node.move(self.origin(node.start), self.origin(node.end))
            if isinstance(node, Sequence):
                waiting += node.items
            elif isinstance(node, Mapping):
                waiting += node.values.values()
                waiting += node.keys.values()
