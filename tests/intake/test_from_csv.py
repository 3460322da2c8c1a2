import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.foundation.source import SourceText
from rectify_cli.intake.from_csv import decode_table, read_csv
from rectify_cli.plan.table import MAX_CELL, MAX_COLUMNS, MAX_ROWS


def texts(text: str) -> list[list[str]]:
    table, findings = read_csv(SourceText("t.csv", text))
    assert table is not None
    assert not findings
    return [[cell.text for cell in row] for row in [table.header, *table.rows]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ('a,b\n"c, d","e ""f"""\n', [["a", "b"], ["c, d", 'e "f"']]),
        ('a,b\r\n"c\r\nd",e\r\nf,g\r\n', [["a", "b"], ["c\r\nd", "e"], ["f", "g"]]),
        ('a,b\n"",\n"x",\n', [["a", "b"], ["x", ""]]),
        ("\n\n  \na,b\n,\n\nc,d\n\n", [["a", "b"], ["c", "d"]]),
        ("a;b\nc,x;d\n", [["a", "b"], ["c,x", "d"]]),
        ('a\tb\n"c"\td\n', [["a", "b"], ["c", "d"]]),
        ("a,b\n5'6\",x\n", [["a", "b"], ["5'6\"", "x"]]),
        ('a,b\n "x" ,y\n', [["a", "b"], ["x", "y"]]),
    ],
)
def test_rows_and_cells(text: str, rows: list[list[str]]) -> None:
    assert texts(text) == rows


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n;\t"), max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=6)


@given(ROWS, st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]], quoting: Any) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="\r\n").writerows([["id", "b"], *rows])
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert texts(out.getvalue()) == [["id", "b"], *kept]


@given(st.text(st.sampled_from(list('ab",;\n\r\t ')), max_size=40))
def test_any_text_gives_cells_with_true_places(text: str) -> None:
    source = SourceText("t.csv", text)
    table, _ = read_csv(source)
    if table is None:
        return
    last = -1
    for row in [table.header, *table.rows]:
        for cell in row:
            assert last < cell.start <= cell.end <= len(text) or cell.start == last == 0
            last = cell.start
            if '"' not in text[cell.start : cell.end]:
                assert text[cell.start : cell.end] == cell.text


def test_a_cell_knows_its_place() -> None:
    source = SourceText("t.csv", 'id,title\na,"x ""y""\nz",b\nc,d\n')
    table, _ = read_csv(source)
    assert table is not None
    quoted = table.rows[0][1]
    span = source.span(quoted.start, quoted.end)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 3, 3, 3)
    last = table.rows[1][1]
    assert source.span(last.start, last.end).line == 4


@pytest.mark.parametrize(
    ("text", "line", "column"), [('a,b\n"x,y\nz,1\n', 2, 1), ('a,b\nx,"y"z\n', 2, 3)]
)
def test_a_quote_that_is_not_closed(text: str, line: int, column: int) -> None:
    table, findings = read_csv(SourceText("t.csv", text))
    assert table is not None
    assert [(each.rule, each.span.line, each.span.column) for each in findings] == [
        ("wrong-type", line, column)
    ]


@pytest.mark.parametrize("text", ["", "\n \n", ",,\n"])
def test_an_empty_table(text: str) -> None:
    table, findings = read_csv(SourceText("t.csv", text))
    assert table is None
    assert [each.rule for each in findings] == ["missing-key"]


def test_bounds() -> None:
    table, findings = read_csv(SourceText("t.csv", "id\n" * (MAX_ROWS + 2)))
    assert table is not None
    assert len(table.rows) == MAX_ROWS
    assert [(each.rule, each.span.line) for each in findings] == [("too-large", MAX_ROWS + 2)]
    assert texts("a,b\n" + "x" * MAX_CELL + ",y\n")
    wide = ",".join("x" * MAX_COLUMNS)
    assert texts(f"{wide}\n")
    for text in ("a,b\n" + "x" * (MAX_CELL + 1) + ",y\nc,d\n", f"a,b\n{wide},x\n"):
        table, findings = read_csv(SourceText("t.csv", text))
        assert table is not None
        assert table.rows == []
        assert [each.rule for each in findings] == ["too-large"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_encodings(encoding: str) -> None:
    source, findings = decode_table("t.csv", "id,单位\na,公安局\n".encode(encoding))
    assert not findings
    assert source is not None
    assert source.text == "id,单位\na,公安局\n"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("id,单位".encode("utf-16"), 1, 1),
        (b"id\na,\0", 2, 3),
        (b"id,x\na,\xff\xff", 2, 3),
        (b"\xef\xbb\xbfid,\xd5\xe2", 1, 4),
    ],
)
def test_what_is_no_text(data: bytes, line: int, column: int) -> None:
    source, findings = decode_table("t.csv", data)
    assert source is None
    assert [(each.rule, each.span.line, each.span.column) for each in findings] == [
        ("bad-encoding", line, column)
    ]
