"""What stopped the reading of a text: its findings, and the text with which it can go on.

`parse` asks here whenever the YAML parser gives up, and for most plans that is never.
"""

from rectify_cli.foundation.finding import Edit, Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct
from rectify_cli.syntax.diagnose import diagnose, others_like
from rectify_cli.syntax.fault import Fault, Scene
from rectify_cli.syntax.limits import Limits
from rectify_cli.syntax.lines import line_at
from rectify_cli.syntax.patch import Patch
from rectify_cli.syntax.trouble import Trouble

# A line is taken apart several times while its fault is looked for.
_LINE_COST = 8


class Mended(Struct):
    """The text to go on with, None where there is none; what was found; what the reading cost.

    The cost is counted in characters, as `Limits.reread_characters` is.
    """

    patch: Patch | None
    findings: list[Finding]
    cost: int


def mend(
    trouble: Trouble, source: SourceText, patch: Patch, limits: Limits, seen: set[str]
) -> Mended:
    """Say what stopped the reading of a patched text, and mend it for the next one.

    Args:
        trouble: Where the text could not be read on.
        source: The file's text, in which findings stand.
        patch: The text that was read.
        limits: The bounds of the reading.
        seen: The families of faults that were looked for throughout the text; added to.
    """
    faults = _faults(Scene(patch.text, trouble, limits), seen)
    mended = _mended(patch, faults)
    findings = []
    if mended is not None or not faults[0].edits:
        # A place that was mended before has had its finding.
        findings = [_finding(source, patch, fault) for fault in faults if fault.rule]
    # Where the trouble is told says little of how far the parser has read.
    line = line_at(patch.text, trouble.at).value
    return Mended(mended, findings, len(patch.text) + _LINE_COST * len(line))


def _faults(scene: Scene, seen: set[str]) -> list[Fault]:
    """The fault that stopped the reading, and the first time the others of its family."""
    fault = diagnose(scene)
    if fault.family in seen:
        return [fault]
    seen.add(fault.family)
    return [fault, *others_like(scene, fault)]


def _mended(patch: Patch, faults: list[Fault]) -> Patch | None:
    """The text with the mends of these faults, at least of the first; None where it has none."""
    if not faults[0].edits:
        return None
    everything = tuple(edit for fault in faults for edit in fault.edits)
    return patch.with_edits(everything) or patch.with_edits(faults[0].edits)


def _finding(source: SourceText, patch: Patch, fault: Fault) -> Finding:
    span = source.span(patch.origin(fault.start), patch.origin(fault.end))
    edit = _edit_of(fault, source, patch)
    return Finding(fault.rule, span, fault.message, fault.fix, edit=edit)


def _edit_of(fault: Fault, source: SourceText, patch: Patch) -> Edit | None:
    """The edit that mends a fault of colons in the file; other mends are for reading on only."""
    if fault.family != "colon" or len(fault.edits) != 1:
        return None
    (edit,) = fault.edits
    start, end = patch.origin(edit.start), patch.origin(edit.end)
    if source.text[start:end] != patch.text[edit.start : edit.end]:
        return None
    return Edit(source.span(start, end), edit.text)
