"""`-o FILE` of the views beside `plan build`: what stands in the files, how a wrong one ends."""

import csv
import io
from pathlib import Path

import pytest

from tests.commands.program import BROKEN, GOOD, rectify, write

VIEWS = [
    ("plan", "show", "second"),
    ("plan", "why", "second"),
    ("plan", "chart", "--as-of", "2026-03-04"),
    ("calendar", "show", "2026"),
]
NAMES = ("a.json", "b.csv", "c.MD", "d.html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", GOOD + "calendar: {days_off: {2026-03-09: audit}}\n")
    return tmp_path


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_files_are_written_instead_of_the_screen(folder: Path, view: tuple[str, ...]) -> None:
    ran = rectify(folder, *view, *(word for name in NAMES for word in ("-o", name)))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "wrote a.json\nwrote b.csv\nwrote c.MD\nwrote d.html\n"
    assert text(folder / "a.json") == rectify(folder, *view, "--json").out
    headings, *rows = csv.reader(io.StringIO(text(folder / "b.csv")))
    assert rows
    assert {len(row) for row in rows} == {len(headings)}
    assert text(folder / "c.MD").startswith("# ")
    assert "plan " in text(folder / "d.html").partition("<footer>")[2]  # the revision


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_a_file_and_json_together_are_both_whole(folder: Path, view: tuple[str, ...]) -> None:
    ran = rectify(folder, *view, "--json", "-o", "a.json", "-o", "b.json")
    assert text(folder / "a.json") == text(folder / "b.json") == ran.out
    assert ran.out == rectify(folder, *view, "--json").out


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            ("a.csv", "b.cvs"),
            "b.cvs: '.cvs' is not a format; did you mean '.csv'?\nthe formats are",
        ),
        (("a.csv", "b.pdf"), "b.pdf: the ending says the format; it is one of .json, .csv, .md"),
        (("nowhere/a.csv",), "nowhere/a.csv cannot be written: there is no such folder"),
    ],
)
def test_no_file_is_written_where_one_is_wrong(
    folder: Path, view: tuple[str, ...], files: tuple[str, ...], said: str
) -> None:
    ran = rectify(folder, *view, *(word for name in files for word in ("-o", name)))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert [path.name for path in folder.iterdir()] == ["plan.yaml"]


def test_a_chart_is_a_row_a_bar(folder: Path) -> None:
    chart = ("plan", "chart", "--as-of", "2026-03-03")
    rectify(folder, *chart, "-o", "a.csv", "-o", "a.md")
    assert text(folder / "a.csv") == (
        "task,title,start,finish,deadline,bar\n"
        "first,The first,2026-03-02,2026-03-04,,[###>_..._]\n"
        "second,The second,2026-03-05,2026-03-06,,[_|_##>>>>]\n"
    )
    assert "The first" in text(folder / "a.md")


def test_files_in_the_language_of_the_plan(folder: Path) -> None:
    ran = rectify(folder, "--lang", "zh", "plan", "chart", "-o", "a.csv")
    assert ran.err == "已写入 a.csv\n"
    assert text(folder / "a.csv").startswith("\ufeff编号,任务,开始,完成,")


def test_a_broken_plan_is_written_and_said_to_be_broken(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "plan", "chart", "-o", "a.md")
    assert ran.code == 1
    assert "wrote a.md\n" in ran.err
    assert "rectify check" in ran.err


def test_a_chart_is_drawn_too(folder: Path) -> None:
    ran = rectify(folder, "plan", "chart", "-o", "a.svg", "-o", "b.mmd", "--as-of", "2026-03-04")
    assert ran.code == 0
    assert "as of Wed 2026-03-04, plan " in text(folder / "a.svg")
    assert text(folder / "b.mmd").splitlines()[1] == "gantt"
    refused = rectify(folder, "plan", "why", "second", "-o", "c.svg")
    assert refused.code == 2
    assert not (folder / "c.svg").exists()
