"""Findings → JSON, format 1: the keys are a contract with scripts and CI."""

import json

from rectify_cli.foundation.finding import Finding, Related
from rectify_cli.foundation.source import Span
from rectify_cli.render.clean import clean_json
from rectify_cli.render.diagnostics.found import Found, Look


def to_json(found: Found, look: Look) -> str:  # noqa: ARG001 - JSON looks one way
    """One JSON object; all findings, in file order, and how many there are of which severity."""
    value: dict[str, object] = {
        "format": 1,
        "findings": [_finding(each) for each in found.findings],
        "summary": {"errors": found.errors, "warnings": found.warnings, "files": found.plans},
    }
    if found.counted:
        value["statistics"] = dict(found.statistics())
    return clean_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        **_place(finding.span),
        "rule": finding.rule,
        "severity": finding.severity,
        "message": str(finding.message),
        "fix": None if finding.fix is None else str(finding.fix),
        "related": [_related(each) for each in finding.related],
    }


def _related(related: Related) -> dict[str, object]:
    return {**_place(related.span), "message": str(related.message)}


def _place(span: Span) -> dict[str, object]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
