"""Findings → SARIF 2.1.0, the exchange format of code scanning and of many editors.

Messages are English, as the rules' own texts are; paths are relative to the project's folder.
"""

import json
import re

from rectify_cli import __version__
from rectify_cli.foundation.finding import Finding, Related
from rectify_cli.foundation.rules import RULES, Rule
from rectify_cli.foundation.source import Span
from rectify_cli.render.clean import clean_json
from rectify_cli.render.diagnostics.fingerprints import fingerprints
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.project_path import is_absolute, project_path
from rectify_cli.render.diagnostics.sentences import in_one_line, sentence

_LANGUAGE = "en"
_BASE = "%SRCROOT%"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINK = re.compile(r"\\(?=[\[\]])|[\[\]]")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def to_sarif(found: Found, look: Look) -> str:  # noqa: ARG001 - SARIF looks one way
    """One run with every finding, in file order, and the rules that they break."""
    broken = {finding.rule for finding in found.findings}
    rules = [rule for rule in RULES.values() if rule.name in broken]
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules)},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The project's folder."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, numbers[finding.rule], fingerprint, found)
            for finding, fingerprint in zip(found.findings, fingerprints(found), strict=True)
        ],
    }
    value = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return clean_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _driver(rules: list[Rule]) -> dict[str, object]:
    return {"name": "rectify", "version": __version__, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: Rule) -> dict[str, object]:
    more = f"What a breach looks like, and how to mend it: rectify explain {rule.name}"
    return {
        "id": rule.name,
        "shortDescription": {"text": _escaped(rule.summary)},
        "fullDescription": {"text": _escaped(rule.summary)},
        "help": {"text": _escaped(f"{rule.summary}\n\n{more}")},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["plan"], "problem.severity": rule.severity},
    }


def _result(finding: Finding, rule: int, fingerprint: str, found: Found) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": _escaped(in_one_line(finding, _LANGUAGE))},
        "locations": [_location(finding.span, found)],
        "partialFingerprints": {"rectify/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [_related(each, found) for each in finding.related]
    return result


def _related(related: Related, found: Found) -> dict[str, object]:
    text = _escaped(sentence(related.message, _LANGUAGE))
    return {**_location(related.span, found), "message": {"text": text}}


def _location(span: Span, found: Found) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(project_path(span.path, found)),
            "region": region,
        }
    }


def _artifact(path: str) -> dict[str, str]:
    if is_absolute(path):
        return {"uri": f"file:///{_encoded(path.lstrip('/'), '/:')}"}
    return {"uri": _encoded(path, "/"), "uriBaseId": _BASE}


def _encoded(path: str, kept: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - only this format needs it, and it is costly

    return quote(path, safe=kept, errors="backslashreplace")


def _escaped(text: str) -> str:
    """Plain text in which nothing is a link or a placeholder."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\\g<0>", text))
