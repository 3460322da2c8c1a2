"""Findings → workflow commands: GitHub marks the lines of a pull request with them.

It shows the first ten of each level and step, so errors come first, and what it will not show is
counted in a notice, which is a level of its own. The log has all of them.
"""

from collections.abc import Iterable

from rectify_cli.foundation.finding import Finding
from rectify_cli.render.clean import clean_line, without_commands
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.project_path import project_path
from rectify_cli.render.diagnostics.sentences import in_lines
from rectify_cli.render.diagnostics.to_text import summary
from rectify_cli.render.diagnostics.words import finding_words

SHOWN = 10
"""Annotations of one level that GitHub shows for a step."""


def to_github(found: Found, look: Look) -> str:
    """A command a finding, errors first, each level in file order; the last line counts them."""
    lines = [_command(each, found, look) for each in errors_first(found.findings)]
    more_errors, more_warnings = max(found.errors - SHOWN, 0), max(found.warnings - SHOWN, 0)
    words = finding_words(look.language)
    if more_errors or more_warnings:
        rest = words.beyond.format(counts=words.of_both(more_errors, more_warnings))
        lines.append(f"::notice title=rectify::{data(rest)}")
    lines.append(summary(found, words))
    return "".join(f"{line}\n" for line in lines)


def errors_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that are errors before those that are warnings."""
    return sorted(findings, key=lambda finding: not finding.is_error)


def _command(finding: Finding, found: Found, look: Look) -> str:
    span = finding.span
    path = project_path(span.path, found)
    properties = {"file": path, "line": span.line, "endLine": span.end_line, "col": span.column}
    properties["endColumn"] = span.end_column
    if span.line != span.end_line:  # columns are refused where the lines differ
        del properties["endLine"], properties["endColumn"]
    properties["title"] = f"rectify ({finding.rule})"
    written = ",".join(f"{name}={property_value(value)}" for name, value in properties.items())
    place = f"{clean_line(path)}:{span.line}:{span.column}: {finding.rule}: "
    text = data(place + "\n".join(in_lines(finding, look.language)))
    return f"::{finding.severity} {written}::{text}"


def data(text: str) -> str:
    """A command's message; clean but for line ends, which become lines of the annotation."""
    inert = without_commands(text)
    return inert.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_value(value: object) -> str:
    """The value of a command's property."""
    return data(clean_line(str(value))).replace(":", "%3A").replace(",", "%2C")
