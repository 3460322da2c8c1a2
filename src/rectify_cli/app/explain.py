"""The pages of rules, in the language that is asked for, else in English."""

from collections.abc import Iterable
from pathlib import Path

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.record import Record
from rectify_cli.report.rule_page import (
    RulePage,
    page_without_text,
    pages_record,
    rule_page,
)
from rectify_cli.store.read import Unreadable, read_file

RULE_PAGES = Path(__file__).parent / "rule_pages"
_LANGUAGE = "en"


class Explained(Struct):
    """The pages of some rules, for people and for machines."""

    pages: tuple[RulePage, ...]
    record: Record


def explain_rules(rules: Iterable[str], language: str) -> Explained:
    """The pages of these rules, in this order."""
    pages = tuple(_page(rule, language) for rule in rules)
    return Explained(pages, pages_record(pages))


def _page(rule: str, language: str) -> RulePage:
    for each in dict.fromkeys((language, _LANGUAGE)):
        data = read_file(RULE_PAGES / each / f"{rule}.md")
        if not isinstance(data, Unreadable):
            return rule_page(rule, data.decode("utf-8").replace("\r\n", "\n"), each)
    return page_without_text(rule)
