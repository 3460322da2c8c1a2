from datetime import date

import pytest

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.intake.from_csv import read_csv
from rectify_cli.plan.document import OwnerDocument
from rectify_cli.plan.owner_rows import owners_from_table
from rectify_cli.plan.written import Entry
from tests.plan.reading_kit import places

COLUMNS = (
    "the columns are id, title, kind, parent, lead, email, "
    "capacity, days_off, joined, left, tags, was"
)


def owners_in(text: str) -> tuple[list[Entry[OwnerDocument]], list[Finding]]:
    table, findings = read_csv(SourceText("units.csv", text))
    assert table is not None
    assert not findings
    entries, findings = owners_from_table(table)
    return list(entries or ()), findings


def test_a_row_is_an_owner() -> None:
    header = "id,title,kind,parent,lead,email,tags,joined,left\n"
    row = "old-town,老城街道,grassroots,city,boss,a@example.org,north;small 一类"
    days = ",2021-01-01,2021-04-01\n"
    (entry,), findings = owners_in(header + row + days)
    assert not findings
    owner = entry.value
    assert entry.name == "old-town"
    assert owner.title is not None
    assert owner.kind is not None
    assert owner.left is not None
    assert owner.email is not None
    assert (owner.title.text, owner.kind.text) == ("老城街道", "grassroots")
    assert [tag.text for tag in owner.tags] == ["north", "small", "一类"]
    assert owner.left.value == date(2021, 4, 1)
    assert owner.email.span.line == 2
    assert owner.email.span.column == 36


def test_an_empty_cell_says_nothing_and_a_short_row_says_less() -> None:
    entries, findings = owners_in("ID, Title ,parent\na,,\nb\n,,\nc,C,a\n")
    assert not findings
    assert [each.name for each in entries] == ["a", "b", "c"]
    assert entries[0].value.title is None


def test_a_column_without_a_name_is_passed_over() -> None:
    entries, findings = owners_in("id,,title\na,x,A\n,y,\n")
    assert not findings
    assert [each.name for each in entries] == ["a"]
    assert entries[0].value.title is not None


def test_numbers_and_dates_stay_what_is_written() -> None:
    entries, findings = owners_in(
        "id,title,capacity,days_off,was\n010,1e3,2.5,2021-03-15..2021-03-17 2021-03-20,x y\n"
    )
    assert not findings
    owner = entries[0].value
    assert entries[0].name == "010"
    assert owner.title is not None
    assert owner.title.text == "1e3"
    assert [(each.first.day, each.last.day) for each in owner.days_off] == [(15, 17), (20, 20)]
    assert [each.text for each in owner.was] == ["x", "y"]


def test_findings_stand_at_the_cells() -> None:
    text = "id,title,email,joined\na,A,nobody,2021/3/5\nb c,B,,\n,nobody,,\nd,D,,,extra\n"
    entries, findings = owners_in(text)
    assert places(findings) == [
        ("bad-value", 2, 5),
        ("bad-date", 2, 12),
        ("bad-id", 3, 1),
        ("missing-key", 4, 1),
        ("wrong-type", 5, 7),
    ]
    assert [each.name for each in entries] == ["a", "b c", "d"]
    assert entries[0].value.bad == {"email", "joined"}


@pytest.mark.parametrize(
    ("header", "rule", "column", "fix"),
    [
        ("id,titel", "unknown-key", 4, "did you mean 'title'?"),
        ("id,责任领导", "unknown-key", 4, "did you mean 'lead'?"),
        (
            "id,qqqq",
            "unknown-key",
            4,
            COLUMNS,
        ),
        ("id,title,Title", "duplicate-key", 10, "take one of them away"),
        ("name", "unknown-key", 1, "did you mean 'title'?"),
    ],
)
def test_headers(header: str, rule: str, column: int, fix: str) -> None:
    _, findings = owners_in(header + "\na,b\n")
    assert places(findings)[0] == (rule, 1, column)
    assert str(findings[0].fix) == fix


def test_a_table_without_ids_has_no_owners() -> None:
    entries, findings = owners_in("title,kind\nA,unit\n")
    assert entries == []
    assert places(findings) == [("missing-key", 1, 1)]


def test_what_shields_a_text_from_a_spreadsheet_is_taken_off() -> None:
    entries, _ = owners_in("id,title\na,'=SUM(A1)\nb,'＝x\nc,'tis\n")
    titles = [each.value.title for each in entries]
    assert [title and title.text for title in titles] == ["=SUM(A1)", "＝x", "'tis"]


def test_control_characters_are_said_and_taken_out() -> None:
    entries, findings = owners_in("id,title\na,x\x1b[31my\nb,\u202eabc\n")
    assert places(findings) == [("bad-value", 2, 3), ("bad-value", 3, 3)]
    titles = [each.value.title for each in entries]
    assert [title and title.text for title in titles] == ["x[31my", "abc"]


def test_a_mistyped_column_is_read_as_what_was_meant() -> None:
    entries, findings = owners_in("idd,titel,knid\na,A,school\n")
    assert [each.span.column for each in findings] == [1, 5, 11]
    (entry,) = entries
    assert entry.name == "a"
    assert entry.value.title is not None
    assert entry.value.kind is not None


def test_a_mistyped_column_beside_the_right_one_is_left_out() -> None:
    entries, findings = owners_in("titel,id,title\nx,a,A\n")
    assert [each.span.column for each in findings] == [1]
    assert entries[0].value.title is not None
    assert entries[0].value.title.text == "A"
