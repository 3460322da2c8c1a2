"""The Markdown of an implementation plan → blocks, which every format of the book writes anew.

Only what CommonMark and its tables say; HTML in it is text, and a picture is what it is called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cells import cell_width
from rectify_cli.render.clean import clean, clean_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_SAFE = ("http://", "https://", "mailto:")


class Run(Struct):
    """A stretch of text that looks alike; `link` is an address that may be followed."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


class Heading(Struct):
    """A heading, 1 the highest."""

    level: int
    runs: tuple[Run, ...]


class Text(Struct):
    """A paragraph, `depth` lists or quotations deep; `marker` stands before an item's first."""

    runs: tuple[Run, ...]
    depth: int = 0
    marker: str = ""


class Code(Struct):
    """Lines that stay as they are."""

    text: str


class Grid(Struct):
    """A table; its first row are the headings."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Block = Heading | Text | Code | Grid


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order; what could act in it is made visible."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only a book with plans in it pays

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    return tuple(_blocks(parser.parse(text)))


@dataclass(slots=True)
class _Around:
    """What the walk stands in: lists with their next numbers, quotations, a heading, a table."""

    lists: list[int | None] = field(default_factory=list)
    heading: int = 0
    quotes: int = 0
    marker: str = ""
    rows: list[list[tuple[Run, ...]]] = field(default_factory=list)


def _blocks(tokens: Sequence["Token"]) -> Iterator[Block]:
    around = _Around()
    for token in tokens:
        match token.type:
            case "fence" | "code_block":
                yield Code(clean(token.content.expandtabs(4).rstrip("\n")))
            case "table_close":
                yield Grid(tuple(map(tuple, around.rows)))
                around.rows = []
            case "inline" if around.rows:
                around.rows[-1].append(tuple(_runs(token.children or ())))
            case "inline" if around.heading:
                yield Heading(around.heading, tuple(_runs(token.children or ())))
            case "inline":
                depth = len(around.lists) + around.quotes
                yield Text(tuple(_runs(token.children or ())), depth, around.marker)
                around.marker = ""
            case _:
                _step(around, token)


def _step(around: _Around, token: "Token") -> None:
    """Into a list, an item, a quotation, a heading, a row, or out of it."""
    match token.type:
        case "heading_open":
            around.heading = int(token.tag[1:])
        case "heading_close":
            around.heading = 0
        case "bullet_list_open":
            around.lists.append(None)
        case "ordered_list_open":
            around.lists.append(int(token.attrs.get("start", 1)))
        case "bullet_list_close" | "ordered_list_close":
            around.lists.pop()
        case "list_item_open":
            around.marker = _next_marker(around)
        case "blockquote_open" | "blockquote_close":
            around.quotes += token.nesting
        case "tr_open":
            around.rows.append([])
        case _:
            pass


def _next_marker(around: _Around) -> str:
    number = around.lists[-1]
    if number is None:
        return "-"
    around.lists[-1] = number + 1
    return f"{number}."


def _runs(tokens: Sequence["Token"]) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for at, token in enumerate(tokens):
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                address = clean_line(str(token.attrs.get("href", "")))
                link = address if address.lower().startswith(_SAFE) else ""
            case "link_close":
                link = ""
            case "softbreak":
                yield Run(_between(tokens, at))
            case "hardbreak":
                yield Run("\n")
            case _:
                if token.content:
                    # A character may be written by its number, and is there only now.
                    text = clean_line(token.content)
                    is_code = token.type == "code_inline"
                    yield Run(text, bold > 0, italic > 0, is_code, link)


def _between(tokens: Sequence["Token"], at: int) -> str:
    """What a line's end stands for: a blank, but nothing between two Chinese characters."""
    before = next((t.content[-1] for t in reversed(tokens[:at]) if t.content), " ")
    after = next((t.content[0] for t in tokens[at + 1 :] if t.content), " ")
    return "" if cell_width(before) == 2 == cell_width(after) else " "
