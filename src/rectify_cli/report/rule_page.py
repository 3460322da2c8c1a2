"""A rule's page: what it asks, why, a plan that breaks it, one that does not, what else to know.

A page is written in Markdown under `app/rule_pages/LANGUAGE/RULE.md`, with five fixed headings and
before the first of them, in other languages than English, the sentence of the rules table. An
example is a plan, or a part of one, and the files beside it; the comment `<!-- file: NAME -->`
above a block says that it is one of these, `<!-- encoding: NAME -->` how the plan is saved.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rectify_cli.foundation.rules import RULES, Rule
from rectify_cli.foundation.struct import Struct
from rectify_cli.report.labels.of_rules import LABELS
from rectify_cli.report.record import Record
from rectify_cli.report.words import Words

UNREAD = frozenset({"bad-encoding", "merge-conflict", "too-deep"})
"""A file that breaks one of these is read no further: nothing in it can silence the rule."""

PLAN = "plan.yaml"
UTF_8 = "utf-8"

_HEADING = re.compile(r"(?m)^## (.*)\n")
_BLOCK = re.compile(r"(?ms)^(?P<notes>(?:<!-- [a-z]+: [^\n]* -->\n)*)```[a-z]*\n(?P<text>.*?)^```$")
_NOTE = re.compile(r"<!-- (?P<kind>[a-z]+): (?P<what>.*) -->")


class ExampleFile(Struct):
    """A file of an example: its name, its text, the encoding in which it is saved."""

    name: str
    text: str
    encoding: str


class RulePage(Struct):
    """What is to be said of a rule; sections are paragraphs without line breaks in them."""

    rule: Rule
    summary: str
    asks: tuple[str, ...]
    why: tuple[str, ...]
    bad: tuple[ExampleFile, ...]
    good: tuple[ExampleFile, ...]
    notes: tuple[str, ...]


def headings(language: str) -> tuple[str, ...]:
    """The five headings of a page, in order."""
    words = Words(language)
    return tuple(words(key) for key in LABELS)


def rule_page(rule: str, text: str, language: str) -> RulePage:
    """The page that a text is; it is ours, and has all headings of its language in order."""
    summary, *parts = _HEADING.split(text)
    found, sections = tuple(parts[::2]), parts[1::2]
    if found != headings(language):
        raise ValueError(f"the page of {rule} has the headings {', '.join(found)}")
    asks, why, bad, good, notes = sections
    return RulePage(
        RULES[rule],
        " ".join(summary.split()) or RULES[rule].summary,
        _paragraphs(asks, language),
        _paragraphs(why, language),
        tuple(_files(bad)),
        tuple(_files(good)),
        _paragraphs(notes, language),
    )


def page_without_text(rule: str) -> RulePage:
    """The page of a rule that nobody has described: its sentence alone."""
    return RulePage(RULES[rule], RULES[rule].summary, (), (), (), (), ())


def page_record(page: RulePage) -> Record:
    """A page for machines."""
    return {
        "rule": page.rule.name,
        "severity": page.rule.severity,
        "summary": page.summary,
        "asks": "\n\n".join(page.asks),
        "why": "\n\n".join(page.why),
        "bad": _example_record(page.bad),
        "good": _example_record(page.good),
        "notes": "\n\n".join(page.notes),
    }


def pages_record(pages: Sequence[RulePage]) -> Record:
    """Several pages for machines."""
    return {"format": 1, "rules": [page_record(page) for page in pages]}


def _example_record(files: Sequence[ExampleFile]) -> list[Mapping[str, str]]:
    return [{"path": file.name, "text": file.text, "encoding": file.encoding} for file in files]


def _paragraphs(section: str, language: str) -> tuple[str, ...]:
    joint = "" if language == "zh" else " "
    return tuple(joint.join(each.splitlines()) for each in section.strip().split("\n\n"))


def _files(section: str) -> Iterator[ExampleFile]:
    for block in _BLOCK.finditer(section):
        notes = {note["kind"]: note["what"] for note in _NOTE.finditer(block["notes"])}
        yield ExampleFile(notes.get("file", PLAN), block["text"], notes.get("encoding", UTF_8))
