"""The first stage: the bytes that the store has read become a text, or a finding that says why not.

Only UTF-8 is read, with or without a byte order mark, with LF or CRLF. Whatever else stands in the
bytes is named at its place, so that a file from an old editor is mended in one step.
"""

import codecs

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.syntax.limits import LIMITS, Limits

_SAMPLE = 4096
_SAVE_AS_UTF8 = say("save the file as UTF-8")
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(
    path: str, data: bytes, *, limits: Limits = LIMITS
) -> tuple[SourceText | None, list[Finding]]:
    """The text of a file, without its byte order mark and with its line ends as they are.

    Args:
        path: the path by which people know the file.
        data: its bytes; the store hands over at most one more than the bound.
        limits: the bounds.

    Returns:
        The text and no finding, or None and the one finding that stops reading (`too-large`,
        `bad-encoding`).
    """
    if len(data) > limits.file_bytes:
        size = limits.file_bytes // (1024 * 1024)
        return None, [_oversized(path, say("the file is larger than {size} MiB", size=size))]
    if data.count(b"\n") >= limits.lines:
        return None, [_oversized(path, say("the file has more than {n} lines", n=limits.lines))]
    for mark, name in _MARKS:
        if data.startswith(mark):
            return None, [_encoding(path, data, 0, say("the file is {name}", name=name))]
    finding = _forbidden_byte(path, data)
    if finding is not None:
        return None, [finding]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [_not_utf8(path, data)]
    return SourceText(path, text), []


def _oversized(path: str, message: Message) -> Finding:
    split = say("split it into several plans that one plan includes")
    return Finding("too-large", Span(path, 1, 1, 1, 1), message, split)


def _forbidden_byte(path: str, data: bytes) -> Finding | None:
    nul = data.find(b"\0")
    if nul >= 0:
        if _looks_like_utf16(data):
            return _encoding(path, data, 0, say("the file is UTF-16"))
        return _encoding(path, data, nul, say("a NUL byte: this is no text file"))
    bare = _lone_carriage_return(data)
    if bare >= 0:
        message = say("a carriage return that no line feed follows")
        return _encoding(path, data, bare, message, say("end lines in LF or CRLF"))
    return None


def _lone_carriage_return(data: bytes) -> int:
    if b"\r" not in data or data.count(b"\r") == data.count(b"\r\n"):
        return -1
    at = data.find(b"\r")
    while data[at + 1 : at + 2] == b"\n":
        at = data.find(b"\r", at + 2)
    return at


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:_SAMPLE]
    for nuls, letters in ((head[0::2], head[1::2]), (head[1::2], head[0::2])):
        if nuls.count(0) * 2 > len(nuls) and letters.count(0) * 8 < len(letters):
            return True
    return False


def _not_utf8(path: str, data: bytes) -> Finding:
    at = _first_invalid(data)
    is_gb18030 = _looks_like_gb18030(data, at)
    name = say("GBK (GB18030)") if is_gb18030 else say("Latin-1 or another old encoding")
    message = say(
        "byte 0x{byte} is not UTF-8; the file seems to be {name}", byte=f"{data[at]:02x}", name=name
    )
    return _encoding(path, data, at, message)


def _first_invalid(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0  # pragma: no cover - called for undecodable bytes only


def _looks_like_gb18030(data: bytes, at: int) -> bool:
    """Whether what follows the first foreign byte reads as Chinese text."""
    line = data[data.rfind(b"\n", 0, at) + 1 :][:_SAMPLE].split(b"\n", 1)[0]
    text = line.decode("gb18030", errors="replace")
    foreign = [character for character in text if not character.isascii()]
    chinese = sum("\u3000" <= each <= "\u9fff" or "\uff00" <= each <= "\uffef" for each in foreign)
    return chinese * 10 > len(foreign) * 9


def _encoding(
    path: str, data: bytes, at: int, message: Message, fix: Message = _SAVE_AS_UTF8
) -> Finding:
    line = data.count(b"\n", 0, at) + 1
    before = data[data.rfind(b"\n", 0, at) + 1 : at].removeprefix(codecs.BOM_UTF8)
    column = len(before.decode(errors="replace")) + 1
    return Finding("bad-encoding", Span(path, line, column, line, column + 1), message, fix)
