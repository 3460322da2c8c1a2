"""Findings → text for people: place, rule and sentence; the line with a caret; the remedy last.

A terminal's width folds the remedy; elsewhere every sentence stays on its line.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rectify_cli.foundation.finding import Finding, Message, Related
from rectify_cli.foundation.rules import ABOUT_REPORTS
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.render.cells import cell_width, pad_to_cells
from rectify_cli.render.clean import clean_line
from rectify_cli.render.diagnostics.excerpt import Excerpt, excerpt
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.words import Words, finding_words
from rectify_cli.render.fold import fold
from rectify_cli.render.paint import Piece, paint
from rectify_cli.render.spoken import spoken
from rectify_cli.report.table import Tone

MAX_SHOWN = 50
_GUTTER = 5
_LONGEST = 160
_READABLE = 24


def to_text(found: Found, look: Look) -> str:
    """Every finding, at most 50 a file, and a line that counts them."""
    words = finding_words(look.language)
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
        of_plan = any(each.is_error and each.rule not in ABOUT_REPORTS for each in found.findings)
        return counts + (words.not_checked if of_plan else "")
    if found.warnings:
        return counts + (words.fails if found.strict else words.passes)
    return counts


def _finding(
    finding: Finding, source: SourceText | None, look: Look, words: Words
) -> Iterator[Piece]:
    span = finding.span
    tone: Tone = "bad" if finding.is_error else "notice"
    yield f"{clean_line(span.path)}:{span.line}:{span.column}: ", "strong"
    yield f"{words.severity[finding.severity]}[{finding.rule}]", tone
    yield f": {_sentence(finding.message, look.language)}\n", "plain"
    beside: list[str] = []
    below = []
    if finding.fix is not None:
        below = fold(_sentence(finding.fix, look.language), _room(look, _GUTTER + 3))
    if source is not None:
        shown = excerpt(source, span, _room(look, _GUTTER + 3) or _LONGEST)
        if below and not finding.related:
            beside = _beside(finding, shown, look)
            below = below if not beside else []
        yield from _excerpt(span, shown, beside, tone)
    for line in _related(finding.related, span.path, look.language):
        yield f"{' ' * (_GUTTER + 1)}{line}\n", "plain"
    for number, line in enumerate(below):
        yield f"{' ' * (_GUTTER + 1)}{' ' if number else '='} {line}\n", "plain"
    yield "\n", "plain"


def _room(look: Look, taken: int) -> int | None:
    return None if look.width is None else max(look.width - taken, 0)


def _beside(finding: Finding, shown: Excerpt, look: Look) -> list[str]:
    """The remedy in lines that fit beside the caret; none where there is no room for them."""
    remedy = "" if finding.fix is None else _sentence(finding.fix, look.language)
    room = _room(look, _GUTTER + 4 + shown.indent + shown.length)
    if room is not None and room < min(cell_width(remedy), _READABLE):
        return []
    return fold(remedy, room)


def _excerpt(span: Span, shown: Excerpt, beside: list[str], tone: Tone) -> Iterator[Piece]:
    number = f"{span.line:>{_GUTTER}}"
    margin = f"{' ' * len(number)} | "
    yield f"{number} | " if shown.text else f"{number} |", "faint"
    yield f"{shown.text}\n", "plain"
    yield margin, "faint"
    yield " " * shown.indent, "plain"
    yield "^" * shown.length, tone
    yield (f" {beside[0]}\n" if beside else "\n"), "plain"
    for line in beside[1:]:
        yield margin, "faint"
        yield f"{' ' * (shown.indent + shown.length + 1)}{line}\n", "plain"


def _related(related: Sequence[Related], path: str, language: str) -> list[str]:
    """What else there is to see, the places in one column."""
    words = finding_words(language)
    shown, hidden = related[:MAX_SHOWN], len(related) - MAX_SHOWN
    rows = [(_sentence(each.message, language), _place(each, path, words)) for each in shown]
    widest = max((cell_width(sentence) for sentence, _ in rows), default=0)
    lines = [f"{pad_to_cells(sentence, widest)}  {place}" for sentence, place in rows]
    return [*lines, words.more_related.format(n=hidden)] if hidden > 0 else lines


def _place(related: Related, path: str, words: Words) -> str:
    if related.span.path == path:
        return words.line.format(n=related.span.line)
    return f"{clean_line(related.span.path)}:{related.span.line}"


def _sentence(message: Message, language: str) -> str:
    return clean_line(spoken(message, language))
