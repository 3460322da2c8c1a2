"""Findings → GitLab's code quality report, which marks the lines of a merge request."""

from json.encoder import encode_basestring as _text

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


def _issue(finding: Finding, fingerprint: str, found: Found, language: str) -> str:
    """An issue in one line, put together by hand: there may be fifty thousand."""
    return (
        f'{{"type": "issue", "check_name": "{finding.rule}", '
        f'"description": {_text(in_one_line(finding, language))}, '
        f'"categories": ["Bug Risk"], "severity": "{_SEVERITIES[finding.severity]}", '
        f'"fingerprint": "{fingerprint}", "location": {_location(finding.span, found)}}}'
    )


def _location(span: Span, found: Found) -> str:
    path, line, column, end_line, end_column = span
    return (
        f'{{"path": {_text(clean_line(project_path(path, found)))}, '
        f'"lines": {{"begin": {line}, "end": {end_line}}}, '
        f'"positions": {{"begin": {{"line": {line}, "column": {column}}}, '
        f'"end": {{"line": {end_line}, "column": {end_column}}}}}}}'
    )
