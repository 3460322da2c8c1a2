"""Whatever a plan says, in every format it is only said: no command, no markup, no control."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.source import SourceText
from rectify_cli.render.clean import clean_line
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.project_path import project_path
from rectify_cli.render.diagnostics.to_step_summary import to_step_summary
from tests.render.read_back import commands
from tests.render.test_ci_formats import SARIF

_ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_OURS = re.compile(r"::(error|warning) file=[^,]*,line=1,endLine=1,col=1,endColumn=\d+,title=")

HOSTILE = {
    "command": "::error::x",
    "command after blanks": "  ::stop-commands::t",
    "old command": "##[error]x",
    "old command inside": "x ##[group]y ##vso[task.x]z",
    "command on a line of its own": "x\n::error::y",
    "command after CR": "x\r\n::set-output name=a::b\r::warning::c",
    "escaped line end": "x%0A::error::y%0D%25",
    "properties": "a,line=7::b",
    "markup": "<script>alert(1)</script><img src=x onerror=y>",
    "end of CDATA": "]]><failure/><![CDATA[",
    "entity": "&amp;&lt;&#0;&x;",
    "attribute": "\" onload='x' a=\"",
    "escape sequence": "\x1b[31mred\x1b]8;;http://x\x07",
    "C1": "\x9b31m\x85",
    "bidi": "\u202eevil\u2066x\u2069",
    "NUL": "a\x00b",
    "line separators": "a\u2028::error::b\u2029c",
    "no characters": "\ufffe\uffff",
    "half a character": "\ud800x",
    "link": "[click](http://evil) ![x](y) <http://evil> \\[z](1)",
    "bare link": "https://evil www.evil.example a@evil.example",
    "placeholders": "{0} {1} {x} {{2}}",
    "cells": "a | b |\n|---|",
    "code": "`code` ``` ~~~",
    "emphasis": "**a** _b_ ~~c~~ # d",
    "formula": "=cmd|' /C calc'!A0",
    "template": "${{ secrets.X }} {{ x }} $(id)",
}


def hostile(text: str) -> Found:
    """A finding that says a text in each of its parts."""
    source = SourceText(f"{text}.yaml", text.replace("\n", " ").replace("\r", " "))
    span = source.span(0, max(len(source.text), 1))
    related = Related(span, say("{x}", x=text))
    finding = Finding("bad-id", span, say("{x}", x=text), say("{x}", x=text), (related,))
    return Found([finding, finding], {source.path: source}, folder="/c", project="/c")


@pytest.fixture(params=HOSTILE)
def text(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", [form for form in FORMATS if form not in {"text", "json"}])
def test_nothing_acts_in_any_format(form: str, text: str, language: str) -> None:
    out = FORMATS[form].write(hostile(text), Look(language=language))
    assert not _ACTS.search(out)
    out.encode("utf-8")
    for line in out.split("\n"):
        # The cli breaks up old commands in JSON, where a runner reads along.
        assert FORMATS[form].medium == "json" or "##[" not in line
        if line.strip().startswith("::"):
            assert form == "github"
            assert _OURS.match(line)


def test_github_reads_what_was_meant(text: str) -> None:
    out = FORMATS["github"].write(hostile(text), Look())
    assert out.count("\n") == 3
    told = list(commands(out))
    assert [level for level, _, _ in told] == ["error", "error"]
    for _, properties, message in told:
        assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert properties["title"] == "rectify (bad-id)"
        assert message.count("\n") == 2


def test_sarif_reads_what_was_meant(text: str) -> None:
    log = json.loads(FORMATS["sarif"].write(hostile(text), Look()))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    result = log["runs"][0]["results"][0]
    for said in (result["message"]["text"], result["relatedLocations"][0]["message"]["text"]):
        assert not re.search(r"(?<!\\)\[[^]]*(?<!\\)\]\(", said)
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", said)
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)


def test_gitlab_reads_what_was_meant(text: str) -> None:
    first, second = json.loads(FORMATS["gitlab"].write(hostile(text), Look()))
    assert first["description"] == f"{clean_line(text)}; {clean_line(text)}"
    assert first["fingerprint"] != second["fingerprint"]


def test_junit_reads_what_was_meant(text: str) -> None:
    root = ET.fromstring(FORMATS["junit"].write(hostile(text), Look()))  # noqa: S314 - our own
    ((case,),) = root
    (failure,) = case
    assert [failure.tag, failure.attrib["type"], len(failure)] == ["failure", "error", 0]
    if text.isprintable():
        assert case.attrib["name"] == project_path(f"{text}.yaml", hostile(text))
        assert text in (failure.text or "")


class _Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.found.add(tag)


def test_a_summary_is_a_table_and_nothing_else(text: str) -> None:
    markdown = to_step_summary(hostile(text), Look())
    assert not _ACTS.search(markdown)
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    allowed = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "br"}
    assert _Tags(page).found <= allowed
    assert page.count("<tr>") == 3
    assert page.count("<td>") == 8
