"""Reads a value as a plan file would hold it: `x: <text>`, through the parser, into one reader."""

from collections.abc import Callable
from typing import TypeVar

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.bind import Document, bind
from rectify_cli.plan.reading import Reading
from rectify_cli.syntax.node import Mapping, Node
from rectify_cli.syntax.parse import parse

T = TypeVar("T")

HEAD = "rectify: 1\ntitle: A plan\nstart: 2021-03-05\n"


def value_of(text: str) -> Node:
    """The node of `x: <text>`."""
    root, findings = parse(SourceText("plan.yaml", f"x: {text}\n"))
    assert not findings
    assert isinstance(root, Mapping)
    return root.values["x"]


def read(reader: Callable[[Node, Reading], T], text: str) -> tuple[T, list[Finding]]:
    reading = Reading()
    return reader(value_of(text), reading), reading.findings


def accepted(reader: Callable[[Node, Reading], T], text: str) -> T:
    value, findings = read(reader, text)
    assert [(each.rule, str(each.message)) for each in findings] == []
    return value


def refused(reader: Callable[[Node, Reading], object], text: str) -> tuple[str, str]:
    """The rule by which a value is refused, and the remedy; it is refused once and dropped."""
    value, findings = read(reader, text)
    assert value in (None, ())
    assert len(findings) == 1
    return findings[0].rule, str(findings[0].fix)


def bound(text: str) -> tuple[Document, list[Finding]]:
    """A plan file's document and findings."""
    root, trouble = parse(SourceText("plan.yaml", text))
    assert not trouble
    assert root is not None
    document, findings = bind(root)
    assert document is not None
    return document, findings


def places(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(each.rule, each.span.line, each.span.column) for each in findings]
