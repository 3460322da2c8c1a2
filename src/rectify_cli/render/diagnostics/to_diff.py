"""Edits that keep to their lines → a unified diff, as `git apply` and people read it."""

from collections.abc import Iterator

from rectify_cli.render.paint import Piece, paint

_AROUND = 3


def to_diff(path: str, before: str, after: str, *, colour: bool) -> str:
    """The lines that two texts of as many lines differ in, three lines round each; empty if none.

    Line ends are not shown; a text whose last line has none says so.
    """
    old, new = before.split("\n"), after.split("\n")
    changed = [at for at, line in enumerate(old) if line != new[at]]
    if not changed:
        return ""
    pieces: list[Piece] = [(f"--- {path}\n", "strong"), (f"+++ {path}\n", "strong")]
    last = len(old) - 1 if old[-1] else len(old) - 2
    for first, stop in _hunks(changed, last + 1):
        header = f"@@ -{first + 1},{stop - first} +{first + 1},{stop - first} @@\n"
        pieces.append((header, "faint"))
        pieces += _hunk(old, new, first, stop)
    return paint(pieces, colour=colour)


def _hunks(changed: list[int], lines: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines, the end exclusive, in which changes stand no further apart than shown."""
    first = end = changed[0]
    for at in changed[1:]:
        if at - end > 2 * _AROUND:
            yield max(first - _AROUND, 0), min(end + _AROUND + 1, lines)
            first = at
        end = at
    yield max(first - _AROUND, 0), min(end + _AROUND + 1, lines)


def _hunk(old: list[str], new: list[str], first: int, stop: int) -> Iterator[Piece]:
    at = first
    while at < stop:
        end = at
        while end < stop and old[end] != new[end]:
            end += 1
        for line in range(at, end):
            yield _line("-", old, line), "bad"
        for line in range(at, end):
            yield _line("+", new, line), "good"
        if end == at:
            yield _line(" ", old, at), "plain"
            end += 1
        at = end


def _line(sign: str, lines: list[str], at: int) -> str:
    unended = "\\ No newline at end of file\n" if at == len(lines) - 1 else ""
    return f"{sign}{lines[at].removesuffix(chr(13))}\n{unended}"
