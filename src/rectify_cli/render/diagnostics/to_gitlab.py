"""Findings → GitLab's code quality report, which marks the lines of a merge request."""

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.rules import Severity
from rectify_cli.foundation.source import Span
from rectify_cli.render.clean import clean_json, clean_line
from rectify_cli.render.diagnostics.fingerprints import fingerprints
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.json_list import json_list
from rectify_cli.render.diagnostics.project_path import project_path
from rectify_cli.render.diagnostics.sentences import in_one_line

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor"}


def to_gitlab(found: Found, look: Look) -> str:
    """A JSON list of issues, in file order; GitLab takes those of one fingerprint for one."""
    issues = (
        _issue(finding, fingerprint, found, look.language)
        for finding, fingerprint in zip(found.findings, fingerprints(found), strict=True)
    )
    return clean_json(json_list(issues)) + "\n"


def _issue(finding: Finding, fingerprint: str, found: Found, language: str) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": in_one_line(finding, language),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": _location(finding.span, found),
    }


def _location(span: Span, found: Found) -> dict[str, object]:
    return {
        "path": clean_line(project_path(span.path, found)),
        "lines": {"begin": span.line, "end": span.end_line},
        "positions": {
            "begin": {"line": span.line, "column": span.column},
            "end": {"line": span.end_line, "column": span.end_column},
        },
    }
