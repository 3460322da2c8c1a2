"""CSV → table: the bytes that a spreadsheet program wrote, every cell with its place.

Reads RFC 4180 with LF or CRLF, in UTF-8 or GB18030, with `,`, `;` or a tab between the cells.
"""

import codecs
import re
from collections.abc import Iterator

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.plan.table import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Cell, Table

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS = say("save it as CSV UTF-8")
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"[ ]*')


def decode_table(path: str, data: bytes) -> tuple[SourceText | None, list[Finding]]:
    """The text of a table: UTF-8 with or without byte order mark, else GB18030.

    Gives None and a `bad-encoding` where the bytes are neither.
    """
    if data.startswith(_UTF16):
        return None, [_bad_encoding(path, data, 0, say("the file is UTF-16"))]
    if b"\0" in data:
        at = data.index(b"\0")
        return None, [_bad_encoding(path, data, at, say("a NUL byte: this is no table"))]
    try:
        return SourceText(path, data.decode().removeprefix("\ufeff")), []
    except UnicodeDecodeError as error:
        return _decode_gb18030(path, data, error.start)


def _decode_gb18030(
    path: str, data: bytes, not_utf8: int
) -> tuple[SourceText | None, list[Finding]]:
    try:
        if not data.startswith(codecs.BOM_UTF8):
            return SourceText(path, data.decode("gb18030")), []
    except UnicodeDecodeError:
        pass
    byte = f"{data[not_utf8]:02x}"
    message = say("byte 0x{byte} is neither UTF-8 nor GB18030", byte=byte)
    return None, [_bad_encoding(path, data, not_utf8, message)]


def _bad_encoding(path: str, data: bytes, at: int, message: Message) -> Finding:
    line = data.count(b"\n", 0, at) + 1
    before = data[data.rfind(b"\n", 0, at) + 1 : at].removeprefix(codecs.BOM_UTF8)
    column = len(before.decode(errors="replace")) + 1
    return Finding("bad-encoding", Span(path, line, column, line, column + 1), message, _SAVE_AS)


def read_csv(source: SourceText) -> tuple[Table | None, list[Finding]]:
    """The table that a text holds; its first row that is not empty is the header."""
    findings: list[Finding] = []
    separator = _separator(source.text)
    rows: list[list[Cell]] = []
    cells = 0
    for row in _rows(source, separator, findings):
        cells += len(row)
        problem = _beyond_bounds(row, len(rows), cells)
        if problem is not None:
            span = source.span(row[0].start, row[0].end)
            findings.append(Finding("too-large", span, problem, say("split the table")))
            break
        rows.append(row)
    if not rows:
        message = say("the table is empty")
        header = say("write a header and a row below it: id,title,kind")
        return None, [*findings, Finding("missing-key", source.span(0, 0), message, header)]
    return Table(source, rows[0], rows[1:]), findings


def _beyond_bounds(row: list[Cell], rows: int, cells: int) -> Message | None:
    if rows > MAX_ROWS or cells > MAX_CELLS:
        return say("a table has at most {n} rows and {m} cells", n=MAX_ROWS, m=MAX_CELLS)
    if len(row) > MAX_COLUMNS:
        return say("a table has at most {n} columns", n=MAX_COLUMNS)
    is_long = row[-1].end - row[0].start > MAX_CELL
    if is_long and any(len(cell.text) > MAX_CELL for cell in row):
        return say("a cell has at most {n} characters", n=MAX_CELL)
    return None


def _separator(text: str) -> str:
    """What stands between the cells: whichever sign the first line has most of."""
    first = text.lstrip().partition("\n")[0]
    return max(",;\t", key=first.count)


def _rows(source: SourceText, separator: str, findings: list[Finding]) -> Iterator[list[Cell]]:
    """The rows that are not empty. A line without quotes is cut at once, any other cell by cell."""
    text = source.text
    at, end = 0, len(text)
    while at < end:
        line_end = text.find("\n", at)
        if line_end < 0:
            line_end = end
        line = text[at:line_end]
        if '"' in line:
            row, at = _row_with_quotes(source, at, separator, findings)
        else:
            row = _cut(line.removesuffix("\r"), at, separator)
            at = line_end + 1
        # Nearly always its first cell does.
        if row[0].text.isalnum() or _says_anything(row):
            yield row


def _cut(line: str, at: int, separator: str) -> list[Cell]:
    row = []
    for text in line.split(separator):
        end = at + len(text)
        row.append(Cell(at, end, text))
        at = end + 1
    return row


def _says_anything(row: list[Cell]) -> bool:
    return any(cell.text and not cell.text.isspace() for cell in row)


def _row_with_quotes(
    source: SourceText, at: int, separator: str, findings: list[Finding]
) -> tuple[list[Cell], int]:
    """One row from an offset on, and where the next begins."""
    text = source.text
    row: list[Cell] = []
    while True:
        cell = _quoted_cell(source, at, separator, findings) or _plain_cell(text, at, separator)
        row.append(cell)
        at = cell.end
        if text.startswith(separator, at):
            at += 1
            continue
        at += text.startswith("\r", at)
        return row, at + 1


def _quoted_cell(
    source: SourceText, at: int, separator: str, findings: list[Finding]
) -> Cell | None:
    text = source.text
    begin = at
    while text.startswith(" ", begin):
        begin += 1
    if not text.startswith('"', begin):
        return None
    match = _QUOTED.match(text, begin)
    if match is not None and text[match.end() : match.end() + 1] in {separator, "\r", "\n", ""}:
        return Cell(at, match.end(), match[1].replace('""', '"'))
    message = say("this quote is not closed where the cell ends")
    fix = say('write "" for a quote within a quoted cell')
    findings.append(Finding("wrong-type", source.span(begin, begin + 1), message, fix))
    return None


def _plain_cell(text: str, at: int, separator: str) -> Cell:
    line_end = text.find("\n", at)
    if line_end < 0:
        line_end = len(text)
    end = text.find(separator, at, line_end)
    if end < 0:
        end = line_end - text.startswith("\r", line_end - 1)
    return Cell(at, max(end, at), text[at:end])
