"""Reports in every format of text: what fits, what is safe, what is whole."""

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.render.cells import cell_width
from rectify_cli.render.table.to_csv import BOM, to_csv
from rectify_cli.render.table.to_md import to_md
from rectify_cli.render.table.to_screen import to_screen
from rectify_cli.render.table.to_tabs import to_tabs
from rectify_cli.render.table.to_terminal import to_terminal
from rectify_cli.report.table import Column, Report, Row, Section

COLUMNS = (
    Column("what", "what"),
    Column("n", "n", "number"),
    Column("key", "key", "key"),
    Column("title", "title"),
    Column("note", "note", "note"),
)
GROUP = (Column("date", "date", "date"), Column("weekday", "weekday"))
DAY = date(2021, 3, 5)

HOSTILE = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\x00\x07\x1b\x7f\x85\x9b\u202e\u2066\u2028\t\r\n=+-@＝|<>[]`#:"),
        st.sampled_from("整顿工作日程表"),
    ),
    max_size=60,
)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def report(*rows: Row, title: str = "Title", language: str = "en", head: str = "Fri") -> Report:
    section = Section((f"03-05 {head}", "workday 1"), rows, (DAY, head))
    facts = (("a fact", "another"), ("a third",))
    return Report(title, language, COLUMNS, (section,), GROUP, facts, ("A note.",))


def row(text: str, note: str = "", details: tuple[str, ...] = ()) -> Row:
    return Row(("1/4", 7, "a.b", text, note), details=details)


def terminal(of: Report, width: int = 80, *, colour: bool = False) -> str:
    return "".join(to_terminal(of, width=width, colour=colour))


def test_a_screen() -> None:
    assert terminal(report(row("Kick-off", "09:00", ("checklist",)))) == (
        "Title    a fact    another\n"
        "a third\n"
        "\n"
        "03-05 Fri  workday 1\n"
        "  1/4  7  Kick-off  09:00\n"
        "          checklist\n"
        "\n"
        "A note.\n"
    )


def test_colour_stands_beside_words() -> None:
    text = terminal(report(row("Kick-off", "09:00")), colour=True)
    assert text.startswith("\x1b[1mTitle\x1b[0m    a fact    another\n")
    assert "  1/4  7  Kick-off\x1b[2m  09:00\x1b[0m\n" in text
    assert re.sub("\x1b\\[[0-9;]*m", "", text) == terminal(report(row("Kick-off", "09:00")))


def test_long_texts_are_folded_and_notes_go_below() -> None:
    text = terminal(report(row("One two three four five six seven eight", "a note here")), 36)
    assert text.splitlines()[4:] == [
        "  1/4  7  One two three four five",
        "          six seven eight",
        "          a note here",
        "",
        "A note.",
    ]


def test_a_narrow_screen_has_the_last_column_on_a_line_of_its_own() -> None:
    text = terminal(report(row("One two three four five six seven eight", "a note here")), 30)
    assert text.splitlines()[4:8] == [
        "  1/4  7",
        "    One two three four five",
        "    six seven eight",
        "    a note here",
    ]


def test_chinese_is_aligned_by_cells() -> None:
    rows = (
        Row(("到期", 1, "", "甲", "")),
        Row(("1/29", 12, "", "乙", "")),
    )
    assert "  到期   1  甲\n  1/29  12  乙\n" in terminal(report(*rows))


def test_a_wide_cell_is_cut_in_a_terminal_only() -> None:
    wide = Row(("w" * 60, 1, "", "title", ""))
    assert f"  {'w' * 24}..  1  title\n" in terminal(report(wide))
    assert "w" * 60 in "".join(to_tabs(report(wide)))


@given(HOSTILE, HOSTILE, HOSTILE, st.sampled_from([20, 40, 80, 200]))
def test_law_no_text_acts_on_a_terminal_or_leaves_it(
    text: str, note: str, title: str, width: int
) -> None:
    drawn = terminal(report(row(text, note, (title,)), title=title, head=text), width)
    assert not FORBIDDEN.search(drawn)
    assert "\t" not in drawn
    if width > 20:
        assert all(cell_width(line) <= width for line in drawn.split("\n"))


@given(HOSTILE, HOSTILE)
def test_law_a_pipe_has_a_line_a_row_and_every_cell_whole(text: str, note: str) -> None:
    lines = "".join(to_tabs(report(row(text, note), row("next"), title=note))).split("\n")
    assert not any(FORBIDDEN.search(line) for line in lines)
    assert len(lines) == 6
    assert lines[2].split("\t")[:5] == ["2021-03-05", "Fri", "1/4", "7", "a.b"]
    assert lines[3] == "2021-03-05\tFri\t1/4\t7\ta.b\tnext"


@given(HOSTILE, HOSTILE)
def test_law_no_cell_of_a_csv_is_a_formula_and_none_is_lost(text: str, note: str) -> None:
    written = "".join(to_csv(report(row(text, note), row("next"))))
    assert not FORBIDDEN.search(written)
    head, first, second = csv.reader(io.StringIO(written, newline=""))
    assert head == ["date", "weekday", "what", "n", "key", "title", "note"]
    assert second[5] == "next"
    for cell in first:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"]
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    line = "".join(to_csv(report(row(text)))).split("\n")[1]
    assert line.split(",")[5].startswith("'")


def test_numbers_stay_numbers_and_text_that_is_harmless_stays() -> None:
    written = "".join(to_csv(report(Row(("a", -3, "k", "1-2", None)))))
    assert written.split("\n")[1] == "2021-03-05,Fri,a,-3,k,1-2,"


def test_a_chinese_csv_begins_with_a_byte_order_mark() -> None:
    assert "".join(to_csv(report(language="zh"))).startswith(BOM)
    assert not "".join(to_csv(report())).startswith(BOM)


def test_markdown() -> None:
    text = "".join(to_md(report(row("a|b <i> *x* _y_ [l](http://x) `c`", "# h", ("1. one",)))))
    assert text == (
        "# Title\n"
        "\na fact, another\n"
        "\na third\n"
        "\n## 03-05 Fri, workday 1\n"
        "\n| what | n | title | note |\n"
        "| --- | ---: | --- | --- |\n"
        "| 1/4 | 7 | a\\|b \\<i\\> \\*x\\* \\_y\\_ \\[l\\](http:\\//x) \\`c\\` "
        "| \\# h<br>1\\. one |\n"
        "\nA note.\n"
    )


@given(HOSTILE)
def test_law_a_markdown_table_keeps_its_columns(text: str) -> None:
    lines = "".join(to_md(report(row(text, text)))).split("\n")
    (line,) = [each for each in lines if each.startswith("| 1/4 ")]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 5


def test_a_report_without_groups_names_its_sections_in_a_pipe() -> None:
    columns = (Column("field", "field"), Column("value", "value"))
    sections = (Section((), (Row(("a", 1)),)), Section(("Days",), (Row(("b", DAY)),)))
    plain = Report("T", "en", columns, sections)
    assert list(to_tabs(plain)) == ["T\n", "a\t1\n", "Days\tb\t2021-03-05\n"]
    assert terminal(plain) == "T\n\n  a  1\n\nDays\n  b  2021-03-05\n"
    assert "".join(to_md(plain)).startswith("# T\n\n| field | value |\n")


def test_a_screen_is_a_pipe_s_where_there_is_no_terminal() -> None:
    assert list(to_screen(report(), width=None, colour=False)) == list(to_tabs(report()))
    assert list(to_screen(report(), width=40, colour=False)) == list(
        to_terminal(report(), width=40, colour=False)
    )


def test_many_rows_are_drawn_as_they_come() -> None:
    def sections() -> list[Section]:
        return [Section((str(n),), tuple(row("x") for _ in range(100))) for n in range(9)]

    lazy = Report("T", "en", COLUMNS, iter(sections()))
    assert len(terminal(lazy).split("\n")) == 1 + 9 * 102 + 1


def test_what_stands_above_the_sections_is_a_column_of_a_csv() -> None:
    sections = (
        Section(("Carried over", "2"), (row("late"), row("later"))),
        Section(("On today",), (row("now"),)),
    )
    written = "".join(to_csv(report()._replace(group=(), sections=sections)))
    head, *lines = csv.reader(io.StringIO(written, newline=""))
    assert head == ["part", "what", "n", "key", "title", "note"]
    assert [(line[0], line[4]) for line in lines] == [
        ("Carried over, 2", "late"),
        ("Carried over, 2", "later"),
        ("On today", "now"),
    ]
    bare = "".join(to_csv(report()._replace(group=(), sections=())))
    assert bare == "what,n,key,title,note\n"
