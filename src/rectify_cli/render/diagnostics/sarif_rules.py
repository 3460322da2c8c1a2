"""Rules as SARIF has them: one that a finding breaks, with the help that a viewer shows."""

import re
from collections.abc import Iterator

from rectify_cli.report.rule_page import RulePage, headings

_LANGUAGE = "en"
_BRACKET = re.compile(r"\\(?=[\[\]])|[\[\]]")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def sarif_rule(page: RulePage) -> dict[str, object]:
    """A rule's descriptor, from its page."""
    rule = page.rule
    text = "\n\n".join([*(page.asks or (page.summary,)), *page.why, *page.notes])
    return {
        "id": rule.name,
        "shortDescription": {"text": plain(page.summary)},
        "fullDescription": {"text": plain(" ".join(page.asks) or page.summary)},
        "help": {"text": plain(text), "markdown": "\n\n".join(_markdown(page))},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["plan"], "problem.severity": rule.severity},
    }


def plain(text: str) -> str:
    """Plain text in which nothing is a link or a placeholder."""
    if "[" in text or "]" in text:
        text = _BRACKET.sub(r"\\\g<0>", text)
    return _PLACEHOLDER.sub(r"{{\1}}", text) if "{" in text else text


def _markdown(page: RulePage) -> Iterator[str]:
    _, why, bad, good, notes = headings(_LANGUAGE)
    yield from page.asks or (page.summary,)
    for heading, paragraphs in ((why, page.why), (notes, page.notes)):
        if paragraphs:
            yield from (f"## {heading}", *paragraphs)
    for heading, files in ((bad, page.bad), (good, page.good)):
        if files:
            yield f"## {heading}"
        for file in files:
            if len(files) > 1:
                yield f"`{file.name}`"
            yield f"~~~~\n{file.text}~~~~"
    yield f"`rectify explain {page.rule.name}` says this, too."
