"""Findings → text for people and forms for machines: every value of `--format`."""

from rectify_cli.render.diagnostics.found import Form

FORMATS: dict[str, Form] = {
    "text": Form("to_text", "screen"),
    "json": Form("to_json", "json"),
    "github": Form("to_github", "commands"),
    "sarif": Form("to_sarif", "json"),
    "gitlab": Form("to_gitlab", "json"),
    "junit": Form("to_junit", "xml"),
}
"""Each with the function and file that writes it, of one name, and what its text is made of."""
