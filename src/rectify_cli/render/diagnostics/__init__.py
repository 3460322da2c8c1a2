"""Findings → text for people and forms for machines: every value of `--format`."""

from rectify_cli.render.diagnostics.found import Form
from rectify_cli.render.diagnostics.to_github import to_github
from rectify_cli.render.diagnostics.to_gitlab import to_gitlab
from rectify_cli.render.diagnostics.to_json import to_json
from rectify_cli.render.diagnostics.to_junit import to_junit
from rectify_cli.render.diagnostics.to_sarif import to_sarif
from rectify_cli.render.diagnostics.to_text import to_text

FORMATS: dict[str, Form] = {
    "text": Form(to_text, "screen"),
    "json": Form(to_json, "json"),
    "github": Form(to_github, "commands"),
    "sarif": Form(to_sarif, "json"),
    "gitlab": Form(to_gitlab, "json"),
    "junit": Form(to_junit, "xml"),
}
