"""Findings → the Markdown that GitHub shows on the page of a run."""

from rectify_cli.foundation.finding import Finding
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.project_path import project_path
from rectify_cli.render.diagnostics.sentences import in_lines
from rectify_cli.render.diagnostics.to_github import errors_first
from rectify_cli.render.diagnostics.words import Words, finding_words
from rectify_cli.render.table.to_md import escaped

MAX_BYTES = 900_000
"""GitHub refuses a summary of more than 1 MiB."""


def to_step_summary(found: Found, look: Look) -> str:
    """A heading that counts, and a table of the findings, errors first; nothing in it is markup.

    A blank line ends it, since other steps' words may follow.
    """
    words = finding_words(look.language)
    counts = words.counts(found.errors, found.warnings, found.plans)
    text = f"## rectify check\n\n{escaped(counts)}\n"
    if not found.findings:
        return f"{text}\n"
    titles = " | ".join(words.columns)
    parts = [text, f"\n| {titles} |\n", "| --- " * len(words.columns) + "|\n"]
    left = MAX_BYTES
    for number, finding in enumerate(errors_first(found.findings)):
        row = _row(finding, found, look.language, words)
        left -= len(row.encode("utf-8", "surrogatepass"))
        if left < 0:
            hidden = len(found.findings) - number
            parts.append(f"\n{escaped(words.more_related.format(n=hidden))}\n")
            break
        parts.append(row)
    return "".join([*parts, "\n"])


def _row(finding: Finding, found: Found, language: str, words: Words) -> str:
    span = finding.span
    place = f"{project_path(span.path, found)}:{span.line}:{span.column}"
    what, *more = in_lines(finding, language)
    said = "<br>".join([f"**{escaped(what)}**", *map(escaped, more)])
    cells = [words.severity[finding.severity], escaped(finding.rule), escaped(place), said]
    return f"| {' | '.join(cells)} |\n"
