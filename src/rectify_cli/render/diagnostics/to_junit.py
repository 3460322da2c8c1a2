"""Findings → JUnit XML, which nearly every CI system shows: a test case a file."""

import re
from collections.abc import Sequence
from itertools import groupby

from rectify_cli.foundation.finding import Finding
from rectify_cli.render.clean import clean_line
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.project_path import project_path
from rectify_cli.render.diagnostics.sentences import in_lines
from rectify_cli.render.diagnostics.words import finding_words

_NO_XML = re.compile("[\ufffe\uffff]")
_LEADING_COLONS = re.compile(r"^(\s*):(?=:)", re.MULTILINE)


def to_junit(found: Found, look: Look) -> str:
    """One suite; a file that was read and is in order is a test passed.

    A file with errors failed, with warnings only where they fail the check; else they are its
    output.
    """
    by_path = {path: list(of) for path, of in groupby(found.findings, lambda f: f.span.path)}
    paths = sorted({*found.sources, *by_path})
    cases = [_case(path, by_path.get(path, []), found, look) for path in paths]
    failed = sum(_fails(by_path.get(path, []), found) for path in paths)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="rectify check" {counts}>\n'
        f'  <testsuite name="rectify check" {counts} skipped="0">\n'
        f"{''.join(cases)}"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def _case(path: str, findings: Sequence[Finding], found: Found, look: Look) -> str:
    name = _attribute(clean_line(project_path(path, found)))
    opened = f'    <testcase classname="rectify" name="{name}" file="{name}"'
    if not findings:
        return f"{opened}/>\n"
    body = "\n\n".join(_said(each, found, look.language) for each in findings)
    if _fails(findings, found):
        errors = sum(each.is_error for each in findings)
        kind = "error" if errors else "warning"
        counts = finding_words(look.language).of_both(errors, len(findings) - errors)
        element, about = "failure", f' message="{_attribute(counts)}" type="{kind}"'
    else:
        element, about = "system-out", ""
    return f"{opened}>\n      <{element}{about}>{_text(body)}</{element}>\n    </testcase>\n"


def _fails(findings: Sequence[Finding], found: Found) -> bool:
    return any(each.is_error or found.strict for each in findings)


def _said(finding: Finding, found: Found, language: str) -> str:
    span = finding.span
    head = f"{clean_line(project_path(span.path, found))}:{span.line}:{span.column}"
    severity = finding_words(language).severity[finding.severity]
    what, *more = in_lines(finding, language)
    return "\n    ".join([f"{head}: {severity}[{finding.rule}]: {what}", *more])


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;")


def _text(text: str) -> str:
    """Text of an element; what a CI runner would take for a command is escaped too."""
    legal = _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    plain = legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LEADING_COLONS.sub(r"\1&#58;", plain).replace("##", "#&#35;")
