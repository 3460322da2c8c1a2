"""Durations and predecessors as tables write them → the plan language's own words for them."""

import re
from unicodedata import normalize

from rectify_cli.foundation.struct import Struct

_DURATION = re.compile(r"(\d{1,4})(?:\.0+)? ?(.*?)\??")
_UNITS = {
    "": "d", "d": "d", "day": "d", "days": "d", "workday": "d", "workdays": "d", "天": "d",
    "日": "d", "个工作日": "d", "工作日": "d", "个工作天": "d", "w": "w",
    "wk": "w", "wks": "w", "week": "w",
    "weeks": "w", "周": "w", "星期": "w", "个星期": "w", "个周": "w",
}  # fmt: skip
_LAG_UNITS = {
    **_UNITS, "ed": "ed", "eday": "ed", "edays": "ed", "ew": "ew", "ewk": "ew", "ewks": "ew",
    "eweek": "ew", "eweeks": "ew", "个日历日": "ed",
}  # fmt: skip
_LINK = re.compile(
    r"(?P<name>.+?)(?:(?:(?<=[\d)])|(?<=[^\x00-\x7f])|(?<=\S) )(?P<type>FS|SS|FF|SF))?"
    r"(?: ?(?P<sign>[+-]) ?(?P<n>\d{1,4})(?:\.0+)? ?(?P<unit>\D*?))?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[;,、，；\n]")


class TableLink(Struct):
    """A predecessor as a table says it: whom it names, and the rest in the language's words.

    `rest` begins with a blank where there is one: ` SS + 2d`.
    """

    name: str
    rest: str


def read_duration(text: str) -> str | None:
    """`5`, `5天`, `5个工作日`, `2周`, `5 days?` → `5d`, `2w`; None where it is no length."""
    text = " ".join(normalize("NFKC", text).casefold().split())
    if text == "to-deadline":
        return text
    match = _DURATION.fullmatch(text)
    unit = None if match is None else _UNITS.get(match[2])
    return None if match is None or unit is None else f"{int(match[1])}{unit}"


def link_texts(text: str) -> list[str]:
    """The parts of a cell that names several tasks."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


def read_link(text: str) -> list[TableLink]:
    """The ways in which a text may be a link: the whole of it a name, else a name and a rest."""
    text = " ".join(normalize("NFKC", text).split())
    found = [TableLink(text, "")]
    match = _LINK.fullmatch(text)
    if match is None:
        return found
    rest = ""
    if match["type"] is not None and match["type"].upper() != "FS":
        rest = f" {match['type'].upper()}"
    if match["n"] is not None:
        unit = _LAG_UNITS.get(match["unit"].strip().casefold())
        is_part_of_name = (
            match["type"] is None and not match["unit"] and not match["name"].isdigit()
        )
        if unit is None or is_part_of_name:
            return found
        rest += f" {match['sign']} {int(match['n'])}{unit}" if int(match["n"]) else ""
    return [*found, TableLink(match["name"].strip(), rest)]
