"""What tells a finding from all others, in whatever line it stands: a hash of what it is about.

A service compares the fingerprints of two runs to know which findings are new. So they hold the
rule, the file and the text round the place, and neither line numbers nor counted days.
"""

from rectify_cli.foundation.finding import Finding
from rectify_cli.render.diagnostics.found import Found
from rectify_cli.render.diagnostics.project_path import project_path

_AROUND = 100
"""Characters of the line on either side: a line may be as long as the file."""


def fingerprints(found: Found) -> list[str]:
    """A fingerprint for each finding, in their order; equal ones are counted, so all differ."""
    from hashlib import sha256  # noqa: PLC0415 - two of the formats need it, and it is costly

    met: dict[str, int] = {}
    prints = []
    for finding in found.findings:
        what = "\0".join(
            [finding.rule, project_path(finding.span.path, found), *_at(finding, found)]
        )
        met[what] = met.get(what, 0) + 1
        text = f"{what}\0{met[what]}"
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints


def _at(finding: Finding, found: Found) -> tuple[str, ...]:
    """The text before, in and after the place on its line, blanks made equal."""
    source, span = found.sources.get(finding.span.path), finding.span
    if source is None or span.line > len(source.line_starts):
        return (str(finding.message),)
    begin = source.line_starts[span.line - 1]
    end = source.text.find("\n", begin)
    end = len(source.text) if end < 0 else end
    first = min(begin + span.column - 1, end)
    last = min(begin + span.end_column - 1, end) if span.end_line == span.line else end
    pieces = (
        source.text[max(begin, first - _AROUND) : first],
        source.text[first : min(last, first + _AROUND)],
        source.text[last : min(end, last + _AROUND)],
    )
    return tuple(" ".join(piece.split()) for piece in pieces)
