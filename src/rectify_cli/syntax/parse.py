"""The second stage: a text becomes a tree whose every node knows its place, or findings.

A fault whose mend is plain (a full-width colon, `title: fix: the bug`) is reported and mended in
memory, so that one run finds the other faults of the file too; nothing is written back.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from rectify_cli.foundation.finding import Finding, in_file_order, say
from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.characters import forbidden_runs, spoken, stands_for_space
from rectify_cli.syntax.conflicts import merge_conflicts
from rectify_cli.syntax.events import C_OR_PURE, Loader
from rectify_cli.syntax.limits import LIMITS, Limits
from rectify_cli.syntax.node import Node
from rectify_cli.syntax.patch import Edit, Patch
from rectify_cli.syntax.remarks import Remarks
from rectify_cli.syntax.tree import TreeBuilder
from rectify_cli.syntax.trouble import Trouble

# In characters: a tree whose objects the collector should not visit again and again.
_LARGE = 500_000


def parse(
    source: SourceText,
    *,
    limits: Limits = LIMITS,
    loader: Loader = C_OR_PURE,
    moved: tuple[Edit, ...] = (),
) -> tuple[Node | None, list[Finding]]:
    """The tree of a plan's text, a mapping at its top, scalars as they are written.

    Args:
        source: the text, from `decode`.
        limits: the bounds.
        loader: the YAML parser, for tests that compare the pure one with the C one.
        moved: edits that bring lines to another depth before the text is read.

    Returns:
        The tree and the findings, in file order. The tree is None where the rest of the text could
        not be read; what aliases stand for is not in it.
    """
    findings = merge_conflicts(source)
    if findings:
        return None, findings
    with _collector_off(is_large=len(source.text) > _LARGE):
        root, findings = _read(source, limits, loader, moved)
    return root, in_file_order(findings)


@contextmanager
def _collector_off(*, is_large: bool) -> Iterator[None]:
    """The garbage collector takes half of the time of a large tree, and finds nothing there."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if is_large and gc.get_freeze_count() == 0:
                # The tree is counted as old, or the next object made would have all of it visited.
                # With small ones nothing old would ever be: garbage would wait for ever.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _read(
    source: SourceText, limits: Limits, loader: Loader, moved: tuple[Edit, ...]
) -> tuple[Node | None, list[Finding]]:
    patch, findings = _without_forbidden(source, limits)
    if patch is not None and moved:
        patch = Patch(source.text, (*patch.edits, *moved))
    seen: set[str] = set()
    reread = rounds = 0
    while patch is not None:
        remarks = Remarks(source, patch, limits)
        try:
            root = TreeBuilder(source, patch.text, limits, remarks).build(loader)
        except Trouble as trouble:
            from rectify_cli.syntax.mend import mend  # noqa: PLC0415 - for few plans, and costly

            mended = mend(trouble, source, patch, limits, seen)
            findings += mended.findings
            rounds += 1
            reread += mended.cost
            is_spent = rounds >= limits.rounds or reread > limits.reread_characters
            if mended.patch is None or is_spent:
                return None, findings + remarks.all()
            patch = mended.patch
        else:
            if root is not None:
                patch.bring_home(root)
            return root, findings + remarks.all()
    return None, findings


def _without_forbidden(source: SourceText, limits: Limits) -> tuple[Patch | None, list[Finding]]:
    """The text less its forbidden characters, each of which is a finding."""
    text = source.text
    runs = forbidden_runs(text)
    too_many = len(runs) > limits.findings
    findings = [_forbidden(source, *run) for run in (runs[:1] if too_many else runs)]
    if too_many:
        return None, findings
    edits = (Edit(a, b, " " if stands_for_space(text[a:b]) else "") for a, b in runs)
    return Patch(text, tuple(edits)), findings


def _forbidden(source: SourceText, start: int, end: int) -> Finding:
    message = say("{character} may not stand in a plan", character=spoken(source.text[start]))
    return Finding("yaml-syntax", source.span(start, end), message, say("take it away"))
