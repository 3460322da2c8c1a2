"""Judges of files: each reads one back with another program's eyes and finds nothing that acts."""

import csv
import io
import json
import re
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from markdown_it import MarkdownIt
from openpyxl import load_workbook

ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SAFE = ("http://", "https://", "mailto:", "#")


def _plain(text: str) -> None:
    found = ACTS.search(text)
    assert not found, (found, text[max(0, found.start() - 40) : found.end() + 40])


def _json(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    assert json.loads(text)


def _csv(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        assert not [cell for cell in row if cell.startswith(FORMULA)]


def _md(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        assert token.type not in {"html_block", "fence", "code_block", "hr"}
        for child in token.children or ():
            assert child.type not in {"link_open", "image", "code_inline", "strong_open"}
            assert child.type != "html_inline" or child.content == "<br>"


def _xlsx(data: bytes) -> None:
    _archive(data)
    book = load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.value
                assert cell.hyperlink is None
                if isinstance(cell.value, str):
                    _plain(cell.value)
                    assert len(cell.value.encode("utf-16-le")) <= 2 * 32_767
                    assert not cell.value.startswith(FORMULA) or cell.quotePrefix
        assert sheet.sheet_state != "visible" or "&P" in str(sheet.HeaderFooter.oddFooter)


def _docx(data: bytes) -> None:
    _archive(data)
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                text = archive.read(name).decode()
                assert "<w:hyperlink" not in text
                assert "instrText" not in text
                fields = re.findall(r'w:instr="([^"]*)"', text)
                assert {field.strip() for field in fields} <= {"PAGE", "NUMPAGES"}


def _archive(data: bytes) -> None:
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            assert "external" not in name.lower()
            if name.endswith((".xml", ".rels")):
                text = archive.read(name).decode()
                _plain(text)
                assert 'TargetMode="External"' not in text
                assert ET.fromstring(text) is not None  # noqa: S314 - our own


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name not in {"src", "srcdoc", "action", "formaction"}, (tag, name)
            if name == "href":
                assert (value or "").lower().startswith(_SAFE), value

    handle_startendtag = handle_starttag


def _html(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    page = _Page()
    page.feed(text)
    assert not {"iframe", "object", "embed", "link", "base", "form", "img"} & set(page.tags)
    assert "Content-Security-Policy" in text
    if "script" in page.tags:  # then it is one of ours, which the policy names
        assert re.search(r"script-src '(sha256|nonce)-", text)


def _svg(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own
        assert element.tag.rpartition("}")[2] not in {"script", "foreignObject", "image", "a"}
        assert not [name for name in element.attrib if name.lower().startswith("on")]


def _xml(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    assert ET.fromstring(text) is not None  # noqa: S314 - our own


def _ics(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    lines = text.replace("\r\n ", "").split("\r\n")
    names = {re.split("[:;]", line, maxsplit=1)[0] for line in lines if line}
    assert not names & {"ATTENDEE", "ATTACH", "ACTION"}
    assert "BEGIN:VALARM" not in lines
    assert all("\n" not in line and re.match("[A-Z-]+[:;]", line) for line in lines if line)


def _mmd(data: bytes) -> None:
    text = data.decode()
    _plain(text)
    for line in text.splitlines():
        assert not line.strip().startswith(("click", "%%{"))
        assert "<" not in line


def _pdf(data: bytes) -> None:
    assert data.startswith(b"%PDF-")
    for act in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction"):
        assert act not in data


def _eml(data: bytes) -> None:
    message = message_from_bytes(data, policy=default)
    assert sorted(message.keys()) == sorted(
        {"Subject", "Date", "X-Unsent", "Content-Type", "Content-Transfer-Encoding",
         "MIME-Version"} | set(message.keys()) & {"To"}
    )  # fmt: skip
    assert not message.is_multipart()
    assert not message.defects
    _plain(str(message["Subject"]))
    _plain(message.get_content())


JUDGES: dict[str, Callable[[bytes], None]] = {
    ".json": _json,
    ".csv": _csv,
    ".md": _md,
    ".xlsx": _xlsx,
    ".docx": _docx,
    ".html": _html,
    ".svg": _svg,
    ".xml": _xml,
    ".ics": _ics,
    ".mmd": _mmd,
    ".pdf": _pdf,
    ".eml": _eml,
}
