"""The findings as each format says them, read back: severity, rule, path, line and column."""

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote
from xml.etree import ElementTree as ET

Told = tuple[str, str, str, int, int]

_HEAD = re.compile(r"(?m)^(.+?):(\d+):(\d+): (error|warning)\[([a-z-]+)\]: ")
_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
_ESCAPES = (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%"))


def _from_text(text: str) -> Iterator[Told]:
    for path, line, column, severity, rule in _HEAD.findall(text):
        yield severity, rule, path, int(line), int(column)


def _from_json(text: str) -> Iterator[Told]:
    for each in json.loads(text)["findings"]:
        yield each["severity"], each["rule"], each["path"], each["line"], each["column"]


def unescaped(text: str) -> str:
    """A value of a workflow command as GitHub's runner reads it."""
    for written, meant in _ESCAPES:
        text = text.replace(written, meant)
    return text


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The workflow commands of a text: level, properties, message."""
    for line in text.split("\n"):
        command = _COMMAND.fullmatch(line)
        if command is not None:
            pairs = (pair.split("=", 1) for pair in command[2].split(","))
            yield command[1], {n: unescaped(v) for n, v in pairs}, unescaped(command[3])


def _from_github(text: str) -> Iterator[Told]:
    for level, properties, _ in commands(text):
        if level != "notice":
            rule = properties["title"].removeprefix("rectify (").removesuffix(")")
            place = int(properties["line"]), int(properties["col"])
            yield level, rule, properties["file"], *place


def _from_sarif(text: str) -> Iterator[Told]:
    for each in json.loads(text)["runs"][0]["results"]:
        place = each["locations"][0]["physicalLocation"]
        path, region = unquote(place["artifactLocation"]["uri"]), place["region"]
        yield each["level"], each["ruleId"], path, region["startLine"], region["startColumn"]


def _from_gitlab(text: str) -> Iterator[Told]:
    severities = {"major": "error", "minor": "warning"}
    for each in json.loads(text):
        begin = each["location"]["positions"]["begin"]
        path, severity = each["location"]["path"], severities[each["severity"]]
        yield severity, each["check_name"], path, begin["line"], begin["column"]


def _from_junit(text: str) -> Iterator[Told]:
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314 - our own
        for child in case:
            yield from _from_text(child.text or "")


READ_BACK: dict[str, Callable[[str], Iterator[Told]]] = {
    "text": _from_text,
    "json": _from_json,
    "github": _from_github,
    "sarif": _from_sarif,
    "gitlab": _from_gitlab,
    "junit": _from_junit,
}
