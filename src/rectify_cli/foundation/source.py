"""A text that was read, and places in it: what every value and every finding points to."""

from bisect import bisect_right
from functools import cached_property

from rectify_cli.foundation.struct import Struct


class Span(Struct):
    """A stretch of a text file: 1-based lines and columns in characters, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class _Text(Struct):
    path: str
    text: str


class SourceText(_Text):
    """The decoded text of one file, and the path by which people know it."""

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line end; empty where there is no such line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column in the text."""
        return self.line_starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """The place between two offsets in the text, the second exclusive."""
        starts = self.line_starts
        line = bisect_right(starts, start)
        end_line = line if end < self._line_end(line) else bisect_right(starts, end)
        return Span(
            self.path, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1
        )

    def _line_end(self, line: int) -> int:
        starts = self.line_starts
        return starts[line] if line < len(starts) else len(self.text)
