"""The lines of a month's files of reports → the content of one file that holds them all.

Packing is a union of lines: whatever order they come in and however often, the same lines give the
same bytes, and so the same name. What is packed stays as it is: late reports make one more pack. So
branches that pack different reports of a month only add files, and only remove the same ones.
"""

from collections.abc import Iterable, Iterator

from rectify_cli.progress.record_name import pack_name

_MOST_BYTES = 8 * 1024 * 1024
"""A pack stays far below what readers take for a file; a longer month has several."""
_INDENT = b" "
"""JSON passes over it. Git compares files in pieces that begin with a line: with a blank before it,
no piece of a pack is one of the files that it replaces, so that git never takes one for a renamed
file, and two branches that pack the same file differently for a conflict about its name."""


def packs(month: str, contents: Iterable[bytes]) -> dict[str, bytes]:
    """The packs of a month (`2021-03`) by their names within the progress folder.

    Args:
        month: The month's folder.
        contents: Whole files of reports, whose names tell the truth.
    """
    lines = {line for content in contents for line in lines_in(content)}
    # An event's id begins with when it was recorded, and stands at the same place in every line.
    ordered = sorted(lines, key=lambda line: (_id_in(line), line))
    return {pack_name(month, part): part for part in _parts(ordered)}


def lines_in(content: bytes) -> Iterator[bytes]:
    """The lines of a file of reports, of a pack too, as `encode` made them."""
    for line in content.split(b"\n"):
        whole = line.strip()
        if whole:
            yield whole


def _id_in(line: bytes) -> bytes:
    return line.partition(b'"id":"')[2].partition(b'"')[0]


def _parts(lines: Iterable[bytes]) -> Iterator[bytes]:
    part: list[bytes] = []
    size = 0
    for line in lines:
        if part and size + len(line) + len(_INDENT) >= _MOST_BYTES:
            yield b"".join(part)
            part, size = [], 0
        part.append(_INDENT + line + b"\n")
        size += len(part[-1])
    if part:
        yield b"".join(part)
