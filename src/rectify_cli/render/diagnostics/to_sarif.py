"""Findings → SARIF 2.1.0, the exchange format of code scanning and of many editors.

Messages are English, as the rules' own texts are; paths are relative to the project's folder.
"""

import json
from functools import lru_cache
from json.encoder import encode_basestring as _text

from rectify_cli import __version__
from rectify_cli.foundation.finding import Edit, Finding, Related
from rectify_cli.foundation.rules import RULES
from rectify_cli.foundation.source import Span
from rectify_cli.render.clean import clean_json
from rectify_cli.render.diagnostics.fingerprints import fingerprints
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.json_list import json_list
from rectify_cli.render.diagnostics.project_path import is_absolute, project_path
from rectify_cli.render.diagnostics.sarif_rules import plain, sarif_rule
from rectify_cli.render.diagnostics.sentences import in_one_line, sentence
from rectify_cli.report.rule_page import page_without_text

_LANGUAGE = "en"
_BASE = "%SRCROOT%"
_BEFORE = """\
{
"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
"version": "2.1.0",
"runs": [
"""
_UNRESERVED = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"  # RFC 3986
)


def to_sarif(found: Found, look: Look) -> str:  # noqa: ARG001 - SARIF looks one way
    """One run with every finding, in file order, and the rules that they break."""
    broken = {finding.rule for finding in found.findings}
    rules = [rule for rule in RULES if rule in broken]
    numbers = {rule: number for number, rule in enumerate(rules)}
    described = [sarif_rule(found.pages.get(rule) or page_without_text(rule)) for rule in rules]
    results = (
        _result(finding, numbers[finding.rule], fingerprint, found)
        for finding, fingerprint in zip(found.findings, fingerprints(found), strict=True)
    )
    run = {
        "tool": {"driver": {"name": "rectify", "version": __version__, "rules": described}},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The project's folder."}}},
        "columnKind": "unicodeCodePoints",
    }
    before = json.dumps(run, ensure_ascii=False, indent=2).removesuffix("\n}")
    return clean_json(f'{_BEFORE}{before},\n  "results": {json_list(results)}\n}}\n]\n}}\n')


def _result(finding: Finding, rule: int, fingerprint: str, found: Found) -> str:
    """A result in one line, put together by hand: there may be fifty thousand."""
    said = _text(plain(in_one_line(finding, _LANGUAGE)))
    more = ""
    if finding.related:
        related = ", ".join(_related(each, found) for each in finding.related)
        more = f', "relatedLocations": [{related}]'
    if finding.edit is not None:
        more += f', "fixes": [{json.dumps(_fix(finding.edit, found), ensure_ascii=False)}]'
    return (
        f'{{"ruleId": "{finding.rule}", "ruleIndex": {rule}, "level": "{finding.severity}", '
        f'"message": {{"text": {said}}}, "locations": [{{{_location(finding.span, found)}}}], '
        f'"partialFingerprints": {{"rectify/v1": "{fingerprint}"}}{more}}}'
    )


def _fix(edit: Edit, found: Found) -> dict[str, object]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    artifact = _artifact(project_path(edit.span.path, found))
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}


def _related(related: Related, found: Found) -> str:
    said = _text(plain(sentence(related.message, _LANGUAGE)))
    return f'{{{_location(related.span, found)}, "message": {{"text": {said}}}}}'


def _location(span: Span, found: Found) -> str:
    artifact = _written_artifact(project_path(span.path, found))
    region = (
        f'"startLine": {span.line}, "startColumn": {span.column}, '
        f'"endLine": {span.end_line}, "endColumn": {span.end_column}'
    )
    return f'"physicalLocation": {{"artifactLocation": {artifact}, "region": {{{region}}}}}'


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


@lru_cache(maxsize=64)  # thousands of findings stand in one file, and come file by file
def _written_artifact(path: str) -> str:
    return json.dumps(_artifact(path), ensure_ascii=False)


def _artifact(path: str) -> dict[str, str]:
    if is_absolute(path):
        drive_kept = _encoded(path.lstrip("/")).replace("%3A/", ":/", 1)
        return {"uri": f"file:///{drive_kept}"}
    return {"uri": _encoded(path), "uriBaseId": _BASE}


def _encoded(path: str) -> str:
    """A path as part of a URI; `urllib` would open a window on the world."""
    data = path.encode("utf-8", "backslashreplace")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in data)
