"""Forms go out, are filled in, come back: status gives what was typed, twice changes nothing."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.commands.program import Ran, rectify, write

PLAN = """\
rectify: 1
title: "=cmd|' /C calc'!A0"
start: 2021-03-01
owners:
  boss: {title: Boss, kind: office}
  east: {title: "East <b>", kind: school, parent: boss}
  west: {title: West, kind: school, parent: boss}
groups: {schools: {kind: school}}
tasks:
  kickoff: {title: Kick-off, no: 1, each: schools, duration: 5d}
  papers: {title: Papers, each: schools, duration: 10d, target: {count: 20, unit: papers}}
  plan: {title: The plan, owner: west, duration: 5d}
  weekly: {title: Weekly, each: schools, start: 2021-03-05, finish: 2021-03-26,
    repeat: {every: week, on: fri}}
"""
ME = {"RECTIFY_BY": "clerk"}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", PLAN)
    ran = rectify(tmp_path, "forms", "-o", "out", "--as-of", "2021-03-08")
    assert (ran.code, ran.err) == (0, "")
    return tmp_path


def fill(path: Path, task: str, occurrence: str = "", **cells: Any) -> None:
    """Type into the row of a task, by the columns' letters."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(6, sheet.max_row + 1):
        named = (sheet[f"L{row}"].value or "", sheet[f"M{row}"].value or "")
        if named == (task, occurrence):
            for column, value in cells.items():
                sheet[f"{column}{row}"] = value
    book.save(path)


def collected(folder: Path, *words: str) -> dict[str, Any]:
    ran = rectify(folder, "collect", *words, "--json", **ME)
    assert ran.code in {0, 1}, ran.err
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def rows(folder: Path, as_of: str = "2021-03-10") -> dict[str, dict[str, Any]]:
    ran: Ran = rectify(folder, "status", "--json", "--as-of", as_of)
    return {row["id"]: row for row in json.loads(ran.out)["rows"]}


def test_a_form_has_the_unit_s_tasks_and_nothing_live(office: Path) -> None:
    assert sorted(each.name for each in (office / "out").iterdir()) == ["East b.xlsx", "West.xlsx"]
    book = load_workbook(office / "out" / "West.xlsx")
    sheet = book.worksheets[0]
    titles = [sheet[f"B{row}"].value for row in range(6, sheet.max_row + 1)]
    assert titles == [
        "Kick-off", "Papers", "The plan", "Weekly (2021-03-05)", "Weekly (2021-03-12)",
    ]  # fmt: skip
    assert isinstance(sheet["C6"].value, datetime)
    assert sheet.protection.sheet
    assert sheet["F6"].protection.locked is False
    assert sheet["B6"].protection.locked is True
    assert sheet.data_validations.dataValidation[0].formula1 == '"done,under way,blocked"'
    assert book["rectify"].sheet_state == "veryHidden"
    assert all(cell.data_type != "f" for each in book for row in each for cell in row)


def test_every_page_of_a_form_says_its_day_and_the_plan_s_revision(office: Path) -> None:
    sheet = load_workbook(office / "out" / "West.xlsx").worksheets[0]
    assert sheet.oddFooter is not None
    foot = str(sheet.oddFooter.to_tree("oddFooter").text)
    assert re.search(r"as of Mon 2021-03-08, plan [0-9a-f]{8}&C&A&Rpage &P of &N", foot)


def test_slips_lie_on_a_letterhead_and_say_their_edition(office: Path) -> None:
    head = Document()
    head.sections[0].header.paragraphs[0].text = "The Office"
    head.add_paragraph("{{content}}")
    head.save(str(office / "head.docx"))
    words = ("remind", "--as-of", "2021-03-09", "-o", "s.docx", "--template", "head.docx")
    assert rectify(office, *words).code == 0
    written = Document(str(office / "s.docx"))
    assert written.sections[0].header.paragraphs[0].text == "The Office"
    foot = written.sections[0].footer._element.xml
    assert "as of Tue 2021-03-09, plan " in foot
    assert "NUMPAGES" in foot
    assert [cell.text for cell in written.tables[0].rows[0].cells][:3] == ["no", "title", "due"]
    assert {len(table.columns) for table in written.tables} == {6}
    ran = rectify(office, *words[:3], "-o", "mail", "--template", "head.docx")
    assert (ran.code, "--template is for .docx files" in ran.err) == (2, True)


def test_the_same_day_gives_the_same_bytes(office: Path) -> None:
    rectify(office, "forms", "-o", "again", "--as-of", "2021-03-08")
    for name in ("East b.xlsx", "West.xlsx"):
        assert (office / "out" / name).read_bytes() == (office / "again" / name).read_bytes()


def test_status_gives_what_was_typed(office: Path) -> None:
    west, east = office / "out" / "West.xlsx", office / "out" / "East b.xlsx"
    fill(west, "kickoff", F="done", G=datetime(2021, 3, 8), K="photo.jpg")  # noqa: DTZ001 - a cell
    fill(west, "papers", I=7, G="2021-03-09")
    fill(west, "plan", H="60%", G="2021/3/9")
    fill(west, "weekly", "2021-03-05", F="已完成", G="2021-03-05")
    fill(east, "kickoff", F="blocked", G="2021-03-09", J="no room")
    answer = collected(office, "out")
    assert answer["recorded"] == 5
    found = rows(office)
    assert (found["kickoff"]["done"], found["kickoff"]["missing"]) == (1, ["east"])
    assert found["plan"]["share"] == 0.6
    assert found["weekly"]["done"] == 1
    assert found["papers"]["state"] == "active"


def test_collecting_twice_changes_nothing(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "kickoff", F="done", G="2021-03-08", J="all were there")
    fill(office / "out" / "West.xlsx", "papers", I=7)
    assert collected(office, "out")["recorded"] == 2
    before = sorted(each.name for each in office.rglob("*.jsonl"))
    shutil.copy(office / "out" / "West.xlsx", office / "out" / "West (1).xlsx")
    answer = collected(office, "out")
    assert answer["recorded"] == 0
    assert sorted(each.name for each in office.rglob("*.jsonl")) == before


def test_what_was_undone_can_be_collected_again(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "kickoff", F="done", G="2021-03-08")
    assert collected(office, "out")["recorded"] == 1
    assert rectify(office, "undo", **ME).code == 0
    assert rows(office)["kickoff"]["done"] == 0
    assert collected(office, "out")["recorded"] == 1
    assert rows(office)["kickoff"]["done"] == 1


def test_copies_count_once_and_contradictions_not_at_all(office: Path) -> None:
    west = office / "out" / "West.xlsx"
    fill(west, "papers", I=7)
    shutil.copy(west, office / "out" / "copy.xlsx")
    answer = collected(office, "out", "--dry-run")
    assert [f["result"] for f in answer["files"]] == ["nothing-new", "taken", "repeated"]
    fill(office / "out" / "copy.xlsx", "papers", I=8)
    answer = collected(office, "out")
    assert [f["result"] for f in answer["files"]] == ["nothing-new", "wrong", "wrong"]
    assert answer["recorded"] == 0


def test_dry_run_writes_nothing(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "papers", I=7)
    collected(office, "out", "--dry-run")
    assert not list(office.rglob("*.jsonl"))


@pytest.mark.parametrize(
    ("task", "cells", "cell"),
    [
        ("kickoff", {"F": "done", "G": "3月32日"}, "G6"),
        ("kickoff", {"F": "finished?"}, "F6"),
        ("kickoff", {"F": "blocked"}, "J6"),
        ("kickoff", {"F": "done", "G": "2999-01-01"}, "G6"),
        ("kickoff", {"F": "done", "H": 40}, "H6"),
        ("kickoff", {"G": "2021-03-08"}, "G6"),
        ("papers", {"H": "120"}, "H7"),
        ("papers", {"I": "a lot"}, "I7"),
        ("papers", {"I": -3}, "I7"),
        ("plan", {"I": 3}, "I8"),
    ],
)
def test_a_wrong_cell_is_named_and_none_of_its_file_taken(
    office: Path, task: str, cells: dict[str, Any], cell: str
) -> None:
    west = office / "out" / "West.xlsx"
    fill(west, "weekly", "2021-03-05", F="done")
    fill(west, task, **cells)
    ran = rectify(office, "collect", "out", "--json", **ME)
    assert ran.code == 1
    answer = json.loads(ran.out)
    problems = [problem for file in answer["files"] for problem in file["problems"]]
    assert [(each["sheet"], each["cell"]) for each in problems] == [("Return", cell)]
    assert not list(office.rglob("*.jsonl"))


def test_all_that_is_wrong_in_a_row_is_named_at_once(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "papers", F="finished?", G="3月32日", H="120", I="-3")
    ran = rectify(office, "collect", "out", "--lang", "zh", **ME)
    assert ran.code == 1
    assert [cell for cell in ("F7", "G7", "H7", "I7") if cell in ran.out] == [
        "F7",
        "G7",
        "H7",
        "I7",
    ]
    assert "请从单元格的下拉列表里选" in ran.out


def test_a_total_may_say_what_it_counts(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "papers", I="１,２00 papers", G="2021-03-08")
    assert rectify(office, "collect", "out", **ME).code == 0
    fill(office / "out" / "East b.xlsx", "papers", I="12 pages", G="2021-03-08")
    assert rectify(office, "collect", "out", **ME).code == 1
    assert '"total":1200' in "".join(p.read_text() for p in office.rglob("*.jsonl"))


def test_a_total_that_went_down_is_asked_about(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "papers", I=15)
    collected(office, "out")
    fill(office / "out" / "West.xlsx", "papers", I=12)
    ran = rectify(office, "collect", "out", **ME)
    assert ran.code == 1
    assert "less than the last one, 15" in ran.out


def test_the_good_files_are_taken_beside_a_bad_one(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "papers", I="x")
    fill(office / "out" / "East b.xlsx", "papers", I=3)
    answer = collected(office, "out")
    assert (answer["recorded"], answer["missing"]) == (1, [])


def test_what_is_no_form_is_named(office: Path) -> None:
    out = office / "out"
    (out / "~$West.xlsx").write_bytes(b"lock")
    (out / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (out / "text.txt").write_text("hello")
    (out / "broken.xlsx").write_bytes(b"PK nothing")
    with ZipFile(out / "bomb.xlsx", "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (70 << 20))
    results = {f["file"]: f["result"] for f in collected(office, "out")["files"]}
    assert results["out/~$West.xlsx"] == results["out/text.txt"] == "skipped"
    assert results["out/old.xls"] == results["out/broken.xlsx"] == "wrong"
    assert results["out/bomb.xlsx"] == "wrong"


def test_a_folder_that_is_not_there(office: Path) -> None:
    ran = rectify(office, "collect", "nowhere", **ME)
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere" in ran.err


def test_reminders_say_who_is_late(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "kickoff", F="done", G="2021-03-05")
    collected(office, "out")
    ran = rectify(office, "remind", "--as-of", "2021-03-09", "--json")
    told = {each["recipient"]: each for each in json.loads(ran.out)["reminders"]}
    assert [item["task"] for item in told["east"]["items"]] == [
        "kickoff", "weekly", "papers", "weekly",
    ]  # fmt: skip
    assert told["east"]["items"][0]["overdue"] == 2
    assert [item["task"] for item in told["west"]["items"]] == [
        "plan", "weekly", "papers", "weekly",
    ]  # fmt: skip
    assert "\n1. Kick-off, due Fri 2021-03-05, 2 workdays overdue\n" in told["east"]["text"]


def test_what_was_reported_is_asked_of_whoever_accepts_it(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", _ACCEPTED)
    for words in (("one",), ("all", "--unit", "x"), ("weekly", "--unit", "x")):
        ran = rectify(tmp_path, "done", *words, "--by", "x", "--on", "2021-03-05")
        assert ran.code == 0, ran.err
    ran = rectify(tmp_path, "remind", "--as-of", "2021-03-09", "--json")
    told = {each["recipient"]: each for each in json.loads(ran.out)["reminders"]}
    titles = {name: [item["title"] for item in each["items"]] for name, each in told.items()}
    assert titles == {
        "city": ["one, 1 to accept", "all, 1 to accept", "weekly (2021-03-05), 1 to accept"],
        "y": ["all", "weekly (2021-03-05)"],
    }
    ran = rectify(tmp_path, "status", "--by", "unit", "--as-of", "2021-03-09", "--json")
    owed = {each["key"]: each["overdue"] for each in json.loads(ran.out)["groups"]}
    assert owed == {"x": 0, "y": 2}


_ACCEPTED = """\
rectify: 1
title: Accepted
start: 2021-03-01
owners: {city: {kind: office}, x: {}, y: {}}
groups: {units: {kind: unit}}
tasks:
  one: {owner: x, accept: city, duration: 1d}
  all: {each: units, accept: city, duration: 2d}
  weekly: {each: units, accept: city, start: 2021-03-05, finish: 2021-03-05,
           repeat: {every: week, on: fri}}
"""


def test_mail_and_slips(office: Path) -> None:
    words = ("remind", "--as-of", "2021-03-09", "-o", "mail", "-o", "slips.docx")
    assert rectify(office, *words).code == 0
    first = {
        each: each.read_bytes() for each in [*(office / "mail").iterdir(), office / "slips.docx"]
    }
    assert len(first) == 3
    assert rectify(office, *words).code == 0
    assert all(path.read_bytes() == data for path, data in first.items())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_what_is_recorded_is_said_where_stdout_is_full(office: Path) -> None:
    fill(office / "out" / "West.xlsx", "papers", I=7, G="2021-03-09")
    program = "from rectify_cli.__main__ import run; run()"
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-c", program, "collect", "out"],
            cwd=office,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, **ME, "RECTIFY_NO_CACHE": "1"},
            check=False,
        )
    assert ran.returncode == 2
    assert b"reports recorded: 1" in ran.stderr
    assert rows(office)["papers"]["state"] == "active"
