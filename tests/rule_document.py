"""`docs/rules.md` from the rules' pages: a table, then each page, with what a check says."""

import re
from collections.abc import Iterator

from rectify_cli.app.explain import RULE_PAGES, explain_rules
from rectify_cli.foundation.rules import RULES, Rule
from rectify_cli.render.diagnostics.found import Look
from rectify_cli.render.diagnostics.to_text import to_text
from rectify_cli.report.rule_page import RulePage, headings
from tests.rule_examples import check_example

_ASKS, _WHY, _BAD, _GOOD, _NOTES = headings("en")


def rules_reference() -> str:
    """The rules in the order of their table."""
    pages = explain_rules(RULES, "en").pages
    return "\n".join([*_table(), *(line for page in pages for line in _section(page))]) + "\n"


def _table() -> Iterator[str]:
    yield "\n| rule | | what it asks |\n|---|---|---|"
    for rule in RULES.values():
        yield f"| [{rule.name}](#{rule.name}) | {rule.severity} | {_in_table(rule.summary)} |"


def _in_table(text: str) -> str:
    return text.replace("|", "\\|")


def _section(page: RulePage) -> Iterator[str]:
    rule = page.rule
    yield f"\n## {rule.name}\n\n{rule.severity.capitalize()}: {rule.summary}"
    path = RULE_PAGES / "en" / f"{rule.name}.md"
    text = path.read_text(encoding="utf-8").rstrip()
    yield "\n" + re.sub(r"(?m)^## ", "### ", _with_findings(text, page))


def _with_findings(text: str, page: RulePage) -> str:
    """The page with the finding noted above the bad plan, and shown at the section's end."""
    before, heading, bad = text.partition(f"## {_BAD}\n")
    bad, good_heading, rest = bad.partition(f"## {_GOOD}\n")
    noted = bad.lstrip("\n")
    said = "\n".join(_said(page.rule, page))
    return (
        f"{before}{heading}\n<!-- gives: {page.rule.name} -->\n{noted}"
        f"```text\n{said}\n```\n\n{good_heading}{rest}"
    )


def _said(rule: Rule, page: RulePage) -> list[str]:
    found = check_example(page.bad)
    lines = to_text(found, Look(width=100)).rstrip("\n").split("\n")
    shown = lines[:-2]  # without the line that counts
    assert any(f"[{rule.name}]" in line for line in shown)
    return shown
