"""Findings → JSON, format 1: the keys are a contract with scripts and CI."""

import json
from json.encoder import encode_basestring as _text

from rectify_cli.foundation.finding import Finding, Related
from rectify_cli.foundation.source import Span
from rectify_cli.render.clean import clean_json
from rectify_cli.render.diagnostics.found import Found, Look


def to_json(found: Found, look: Look) -> str:  # noqa: ARG001 - JSON looks one way
    """One JSON object; all findings, in file order, and how many there are of which severity."""
    after: dict[str, object] = {
        "summary": {"errors": found.errors, "warnings": found.warnings, "files": found.plans},
    }
    if found.counted:
        after["statistics"] = dict(found.statistics())
    # Put together by hand: of fifty thousand findings the library's indenting takes seconds.
    findings = ",".join(map(_finding, found.findings))
    listed = f"[{findings}\n  ]" if findings else "[]"
    rest = json.dumps(after, ensure_ascii=False, indent=2).removeprefix("{\n")
    return clean_json(f'{{\n  "format": 1,\n  "findings": {listed},\n{rest}') + "\n"


def _finding(finding: Finding) -> str:
    fix = "null" if finding.fix is None else _text(str(finding.fix))
    related = ",".join(map(_related, finding.related))
    listed = f"[{related}\n      ]" if related else "[]"
    return f"""
    {{
      {_place(finding.span, "      ")},
      "rule": "{finding.rule}",
      "severity": "{finding.severity}",
      "message": {_text(str(finding.message))},
      "fix": {fix},
      "related": {listed}
    }}"""


def _related(related: Related) -> str:
    return f"""
        {{
          {_place(related.span, "          ")},
          "message": {_text(str(related.message))}
        }}"""


def _place(span: Span, indent: str) -> str:
    path, line, column, end_line, end_column = span
    return (
        f'"path": {_text(path)},\n{indent}"line": {line},\n{indent}"column": {column},\n'
        f'{indent}"end_line": {end_line},\n{indent}"end_column": {end_column}'
    )
