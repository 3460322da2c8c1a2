"""Merge conflicts that version control has left in a text; looked for before the text is parsed."""

import re

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.source import SourceText

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)
_KEEP_ONE_SIDE = say("keep the side that holds, and take the marker lines away")


def merge_conflicts(source: SourceText) -> list[Finding]:
    """One `merge-conflict` for each conflict, at the marker that opens it.

    A conflict runs from `<<<<<<<` to `>>>>>>>`, with a `|||||||` part where git shows the common
    ancestor; a marker left over from one counts too. A line of `=======` alone is text.
    """
    text = source.text
    if not any(sign in text and sign * 7 in text for sign in "<>|"):
        return []
    findings = []
    is_open = False
    for marker in _MARKER.finditer(text):
        opens, closes = text[marker.start()] == "<", text[marker.start()] == ">"
        if opens or not is_open:
            findings.append(_conflict(source, marker.start()))
        is_open = (is_open or opens) and not closes
    return findings


def _conflict(source: SourceText, at: int) -> Finding:
    message = say("a merge conflict is left in the file")
    return Finding("merge-conflict", source.span(at, at + 7), message, _KEEP_ONE_SIDE)
