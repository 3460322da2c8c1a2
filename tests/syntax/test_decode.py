"""Bytes become a text, or one finding at the first byte that is foreign."""

import codecs

import pytest

from rectify_cli.foundation.finding import Finding
from rectify_cli.syntax.decode import decode
from rectify_cli.syntax.limits import LIMITS, Limits


def _refused(data: bytes, limits: Limits = LIMITS) -> Finding:
    source, findings = decode("p.yaml", data, limits=limits)
    assert source is None
    (finding,) = findings
    return finding


@pytest.mark.parametrize("data", [b"", b"a: 1\n", b"a: 1\r\nb: 2\r\n", "标题: 全市𠀀\n".encode()])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_utf8_is_read_with_its_line_ends_and_without_its_mark(data: bytes, mark: bytes) -> None:
    source, findings = decode("p.yaml", mark + data)
    assert not findings
    assert source is not None
    assert source.path == "p.yaml"
    assert source.text == data.decode()


def test_a_file_at_the_bound_is_read_and_one_byte_more_is_not() -> None:
    limits = Limits(file_bytes=1024 * 1024)
    source, findings = decode("p.yaml", b"#" * (1024 * 1024), limits=limits)
    assert source is not None
    assert not findings
    finding = _refused(b"#" * (1024 * 1024 + 1), limits)
    assert finding.rule == "too-large"
    assert str(finding.message) == "the file is larger than 1 MiB"


def test_the_bound_of_files_is_64_mib() -> None:
    finding = _refused(bytes(64 * 1024 * 1024 + 1))
    assert (finding.rule, str(finding.message)) == ("too-large", "the file is larger than 64 MiB")


def test_lines_are_bounded_too() -> None:
    limits = Limits(lines=3)
    assert decode("p.yaml", b"\n\na", limits=limits)[0] is not None
    assert _refused(b"\n\n\na", limits).rule == "too-large"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        ("a: 全\n".encode("utf-16"), (1, 1), "the file is UTF-16"),
        ("a: 全\n".encode("utf-32"), (1, 1), "the file is UTF-32"),
        ("title: a plan\n".encode("utf-16-be"), (1, 1), "the file is UTF-16"),
        (b"a: 1\nb: \0\n", (2, 4), "a NUL byte: this is no text file"),
        (bytes(100), (1, 1), "a NUL byte: this is no text file"),
        (
            "a: 1\n标题: x\n".encode("gb18030"),
            (2, 1),
            "byte 0xb1 is not UTF-8; the file seems to be GBK (GB18030)",
        ),
        (
            "a: café\n".encode("latin-1"),
            (1, 7),
            "byte 0xe9 is not UTF-8; the file seems to be Latin-1 or another old encoding",
        ),
        ("标题: 全\rb\n".encode(), (1, 6), "a carriage return that no line feed follows"),
        (b"a\r\nb\r", (2, 2), "a carriage return that no line feed follows"),
    ],
)
def test_foreign_bytes_are_named_at_their_place(
    data: bytes, place: tuple[int, int], message: str
) -> None:
    finding = _refused(data)
    assert finding.rule == "bad-encoding"
    assert (finding.span.line, finding.span.column) == place
    assert (finding.span.end_line, finding.span.end_column) == (place[0], place[1] + 1)
    assert str(finding.message) == message
    assert finding.fix is not None


def test_a_mark_before_foreign_bytes_takes_no_column() -> None:
    assert _refused(codecs.BOM_UTF8 + b"ab\xff").span.column == 3
