import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from rectify_cli.intake.from_xlsx import read_xlsx
from rectify_cli.intake.owner_table import read_table
from rectify_cli.intake.workbook import MAX_ENTRIES, MAX_UNPACKED
from rectify_cli.plan.owner_rows import owners_from_table
from rectify_cli.plan.table import MAX_COLUMNS, MAX_ROWS


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_a_cell_in_row(row: int) -> bytes:
    book = Workbook()
    book.worksheets[0].cell(1, 1, "id")
    book.worksheets[0].cell(row, 1, "x")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def archive(sizes: dict[str, int], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, size in sizes.items():
            file.writestr(name, b"x" * size)
    return out.getvalue()


def test_values_as_a_person_reads_them() -> None:
    data = workbook(
        [
            ["id", "title", "n"],
            [10, " 公安局 ", 1.5],
            [],
            ["b", date(2021, 3, 5), datetime(2021, 3, 5, 9, 30)],  # noqa: DTZ001 - cells have no zone
            [True, None, 3.0],
        ]
    )
    table, findings = read_xlsx("units.xlsx", data)
    assert not findings
    assert table is not None
    assert [cell.text for cell in table.header] == ["id", "title", "n"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["10", "公安局", "1.5"],
        ["b", "2021-03-05", "2021-03-05 09:30:00"],
        ["true", "", "3"],
    ]
    cell = table.rows[1][1]
    span = table.source.span(cell.start, cell.end)
    assert (span.path, span.line, span.column, span.end_line, span.end_column) == (
        "units.xlsx",
        4,
        2,
        4,
        3,
    )


def test_a_whole_number_that_another_program_wrote_with_a_point() -> None:
    plain = zipfile.ZipFile(io.BytesIO(workbook([["id"], [3.5], [1e300]])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as changed:
        for name in plain.namelist():
            changed.writestr(name, plain.read(name).replace(b"<v>3.5</v>", b"<v>3.0</v>"))
    table, _ = read_xlsx("units.xlsx", out.getvalue())
    assert table is not None
    assert [row[0].text for row in table.rows] == ["3", "1e+300"]


def test_owners_of_a_workbook_with_findings_at_its_cells() -> None:
    data = workbook([["id", "title", "joined"], ["a", "A", date(2021, 1, 1)], ["b c", "B", "x"]])
    table, _ = read_table("units.XLSX", data)
    assert table is not None
    entries, findings = owners_from_table(table)
    assert [each.name for each in entries or ()] == ["a", "b c"]
    assert [(each.rule, each.span.line, each.span.column) for each in findings] == [
        ("bad-id", 3, 1),
        ("bad-date", 3, 3),
    ]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "missing-file"),
        (b"id,title\n", "missing-file"),
        (b"\xd0\xcf\x11\xe0rest", "missing-file"),
        (archive({"a": 5}), "missing-file"),
        (archive({"[Content_Types].xml": 5}), "missing-file"),
        (archive({f"{n}": 0 for n in range(MAX_ENTRIES + 1)}), "too-large"),
        (archive({"a": 20 * 1024 * 1024}), "too-large"),
        (archive({"a": MAX_UNPACKED + 1}), "too-large"),
        (workbook([]), "missing-key"),
        (with_a_cell_in_row(MAX_ROWS + 2), "too-large"),
        (workbook([["id"], ["x" * 20_001]]), "too-large"),
        (workbook([["id"] * (MAX_COLUMNS + 1)]), "too-large"),
    ],
)
def test_what_is_no_table(data: bytes, rule: str) -> None:
    table, findings = read_xlsx("units.xlsx", data)
    assert table is None
    assert [each.rule for each in findings] == [rule]


@settings(max_examples=60)
@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_a_finding_or_a_table(at: int, noise: bytes) -> None:
    data = bytearray(WHOLE)
    at %= len(data)
    data[at : at + len(noise)] = noise
    table, findings = read_xlsx("units.xlsx", bytes(data))
    assert (table is None) == bool(findings)


WHOLE = workbook([["id", "title"], ["a", "A"]])


def test_other_endings() -> None:
    table, findings = read_table("units.xls", b"")
    assert table is None
    assert [str(each.fix) for each in findings] == ["save it as .csv (UTF-8) or .xlsx"]
    table, findings = read_table("a.b/units.CSV", "id\n甲\n".encode("gbk"))
    assert not findings
    assert table is not None
    assert read_table("units.csv", b"\0")[0] is None
