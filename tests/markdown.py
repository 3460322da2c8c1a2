"""The documents as tests read them: fenced blocks, what is noted above them, links, code in lines.

An HTML comment directly above a fence is a note about its block, which a reader does not see:

- `<!-- head -->`: the lines with which fragments of plans in this document begin;
- `<!-- file: units.csv -->`: this block is that file, beside the document's plans (without a block:
  an empty one);
- `<!-- gives: finish-only -->`: the findings that this plan gives, where it gives any;
- `<!-- encoding: gb18030 -->`: how this plan is saved, where it is not as UTF-8;
- `<!-- typed: after: lease > after: leese -->`: before this command, the plan is changed so;
- `<!-- in: plans -->`: this command runs beside a copy of the example plans, `in: nothing` in an
  empty folder; else in a folder that holds the plan last shown, or the example plans before one is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
_NOTE = re.compile(r"<!-- (?P<kind>[a-z]+)(?:: (?P<what>.*))? -->")
_FENCE = re.compile(r"(?P<fence>```+)(?P<language>[\w-]*)")
_LINK = re.compile(r"\]\((?P<target>[^()\s]+)\)")
_CODE = re.compile(r"(?<!`)`(?P<code>[^`\n]+)`(?!`)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: where its text begins, its language, and the notes above it."""

    document: Path
    line: int
    language: str
    text: str
    notes: dict[str, str]

    @property
    def name(self) -> str:
        """How the block is called in a list of tests."""
        return f"{self.document.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(document: Path) -> Iterator[Block]:
    """The blocks of a document; a file that is only named is an empty block."""
    notes: dict[str, str] = {}
    fence, begin, language, inside = "", 0, "", list[str]()
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        if fence:
            if line == fence:
                text = "".join(f"{each}\n" for each in inside)
                yield Block(document, begin, language, text, notes)
                notes, fence, inside = {}, "", []
            else:
                inside.append(line)
        elif note := _NOTE.fullmatch(line):
            notes[note["kind"]] = note["what"] or ""
        elif opened := _FENCE.match(line):
            fence, begin, language = opened["fence"], number + 1, opened["language"]
        else:
            if "file" in notes:
                yield Block(document, number, "", "", notes)
            notes = {}
    assert not fence, f"{document.name}:{begin}: this block is never closed"


def prose(document: Path) -> str:
    """A document's text without its fenced blocks."""
    return re.sub(r"(?ms)^(```+).*?^\1$", "", document.read_text(encoding="utf-8"))


def links(document: Path) -> list[str]:
    """Where a document's links lead."""
    return [found["target"] for found in _LINK.finditer(prose(document))]


def codes(document: Path) -> list[str]:
    """What a document's running text shows as code."""
    return [found["code"] for found in _CODE.finditer(prose(document))]
