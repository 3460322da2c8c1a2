"""The stages from a text to its document: the tree, then the parts.

A key that stands too deep to hold what is meant for it loses all of that: it is told alone.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.bind import Document, bind
from rectify_cli.syntax.node import Node, Scalar
from rectify_cli.syntax.parse import parse
from rectify_cli.syntax.patch import Edit

_REREAD = 500_000
"""How many characters may be read again in all, to find out where keys belong."""


class _Read(NamedTuple):
    """A document as it was read, and what is wrong with its text and with what that says."""

    document: Document | None
    faults: list[Finding]
    about: list[Finding]


def read_source(source: SourceText) -> tuple[Document | None, list[Finding]]:
    """The document that a text is, and what is wrong with it; None where it cannot be read on."""
    root, faults = parse(source)
    if root is None:
        return None, faults
    document, about = bind(root)
    read = _Read(document, faults, about)
    told: list[Finding] = []
    if about and len(source.text) <= _REREAD:
        read, told = _with_keys_moved(source, root, read)
    return read.document, [*told, *read.faults, *read.about]


def _with_keys_moved(source: SourceText, root: Node, read: _Read) -> tuple[_Read, list[Finding]]:
    """What is read once keys stand where less is wrong, and a finding for each that does not."""
    from rectify_cli.syntax.empty_keys import moves  # noqa: PLC0415 - for few plans

    told: list[Finding] = []
    edits: tuple[Edit, ...] = ()
    left = _REREAD // len(source.text)
    for candidates in moves(root):
        left -= len(candidates)
        if left < 0:
            break
        for move in candidates:
            better = _read_moved(source, (*edits, move.edit), read)
            if better is not None and _explains(move.key, read, better):
                read, edits = better, (*edits, move.edit)
                told.append(move.finding())
                break
    return read, told


def _read_moved(source: SourceText, edits: tuple[Edit, ...], read: _Read) -> _Read | None:
    """What is read with the edits, if no more is wrong with the text as such."""
    root, faults = parse(source, moved=edits)
    if root is None or _illegible(faults) > _illegible(read.faults):
        return None
    document, about = bind(root)
    return None if document is None else _Read(document, faults, about)


def _explains(key: Scalar, read: _Read, better: _Read) -> bool:
    """Whether more is mended than the key's own finding: a key that is known here may be empty."""
    fewer = len(read.faults) + len(read.about) - len(better.faults) - len(better.about)
    is_unknown = any(each.rule == "unknown-key" and each.span == key.span for each in read.about)
    return fewer > (0 if is_unknown else 1)


def _illegible(faults: Iterable[Finding]) -> int:
    return sum(fault.rule == "yaml-syntax" for fault in faults)
