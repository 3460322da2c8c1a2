"""Findings → text for people: place, rule and sentence; the line with a caret; the remedy last.

A terminal's width folds the remedy; elsewhere every sentence stays on its line.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rectify_cli.foundation.finding import Finding, Message, Related
from rectify_cli.foundation.source import SourceText
from rectify_cli.render.cells import cell_width, pad_to_cells
from rectify_cli.render.clean import clean_line
from rectify_cli.render.diagnostics.excerpt import excerpt
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.words import WORDS, Words
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import Piece, paint

MAX_SHOWN = 50
_GUTTER = 5


def to_text(found: Found, look: Look) -> str:
    """Every finding, at most 50 a file, and a line that counts them."""
    words = WORDS[look.language]
    pieces: list[Piece] = []
    for path, of_file in groupby(found.findings, key=lambda finding: finding.span.path):
        findings = list(of_file)
        for finding in findings[:MAX_SHOWN]:
            pieces += _finding(finding, found.sources.get(path), look, words)
        hidden = len(findings) - MAX_SHOWN
        if hidden > 0:
            pieces.append((words.more.format(n=hidden, path=path) + "\n\n", "plain"))
    pieces.append((summary(found, words) + "\n", "plain"))
    return paint(pieces, colour=look.colour)


def summary(found: Found, words: Words) -> str:
    """The line that counts: how many errors and warnings in how many plans."""
    counts = words.counts(found.errors, found.warnings, found.plans)
    if found.errors:
        return counts + words.not_checked
    if found.warnings:
        return counts + (words.fails if found.strict else words.passes)
    return counts


def _finding(
    finding: Finding, source: SourceText | None, look: Look, words: Words
) -> Iterator[Piece]:
    span = finding.span
    severity = words.severity[finding.severity]
    yield f"{clean_line(span.path)}:{span.line}:{span.column}: ", "strong"
    yield f"{severity}[{finding.rule}]", "bad" if finding.is_error else "notice"
    yield f": {_sentence(finding.message)}\n", "plain"
    remedy = None if finding.fix is None else _sentence(finding.fix)
    if source is None:
        beside = None
    else:
        beside = None if finding.related else remedy
        yield from _excerpt(finding, source, beside, look)
    for line in _related(finding.related, span.path, words):
        yield f"{' ' * (_GUTTER + 1)}{line}\n", "plain"
    if remedy is not None and beside is None:
        yield from _below(remedy, look)
    yield "\n", "plain"


def _excerpt(
    finding: Finding, source: SourceText, beside: str | None, look: Look
) -> Iterator[Piece]:
    shown = excerpt(source, finding.span)
    number = f"{finding.span.line:>{_GUTTER}}"
    yield f"{number} | ", "faint"
    yield f"{shown.text}\n", "plain"
    yield f"{' ' * len(number)} | ", "faint"
    yield " " * shown.indent, "plain"
    yield "^" * shown.length, "bad" if finding.is_error else "notice"
    if beside is None:
        yield "\n", "plain"
        return
    indent = shown.indent + shown.length + 1
    lines = fold(beside, None if look.width is None else look.width - len(number) - 3 - indent)
    yield f" {lines[0]}\n", "plain"
    for line in lines[1:]:
        yield f"{' ' * len(number)} | ", "faint"
        yield f"{' ' * indent}{line}\n", "plain"


def _below(remedy: str, look: Look) -> Iterator[Piece]:
    indent = " " * (_GUTTER + 1)
    lines = fold(remedy, None if look.width is None else look.width - len(indent) - 2)
    yield f"{indent}= {lines[0]}\n", "plain"
    for line in lines[1:]:
        yield f"{indent}  {line}\n", "plain"


def _related(related: Iterable[Related], path: str, words: Words) -> list[str]:
    """What else there is to see, the places in one column."""
    rows = [(_sentence(each.message), _place(each, path, words)) for each in related]
    widest = max((cell_width(sentence) for sentence, _ in rows), default=0)
    return [f"{pad_to_cells(sentence, widest)}  {place}" for sentence, place in rows]


def _place(related: Related, path: str, words: Words) -> str:
    if related.span.path == path:
        return words.line.format(n=related.span.line)
    return f"{clean_line(related.span.path)}:{related.span.line}"


def _sentence(message: Message) -> str:
    return clean_line(str(message))
