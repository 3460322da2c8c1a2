"""`rectify plan build`: what is shown, what is written, how it ends."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.program import BROKEN, GOOD, LATE, rectify, write
from tests.terminal import on_screen

PHASES = """\
rectify: 1
title: Remediation
start: 2026-03-02
owners:
  sec: {title: Security}
  ops: {title: Platform, parent: sec}
  crm: {title: CRM, kind: system}
  erp: {title: ERP, kind: system}
groups: {systems: {kind: system}}
phases:
  scope:
    title: Scope
    deadline: 2026-03-06
    tasks: {gap: {title: Gap analysis, owner: sec, duration: 3d}}
  fix:
    title: Fix
    tasks:
      logging: {title: Logging, owner: ops, after: scope.gap, duration: 4d, deadline: 2026-03-11}
      access: {title: Access, each: systems, after: scope.gap, duration: 1d}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", PHASES)
    return tmp_path


def test_a_pipe_gets_lines_of_tabs(folder: Path) -> None:
    ran = rectify(folder, "plan", "build")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Remediation\t2026-03-02 to 2026-03-10\t7 workdays\n"
        "2 phases\t3 tasks\t2 units\tcalendar: Mon to Fri\n"
        "2026-03-02\tMon\t1\t\t1/3\tSecurity\tscope.gap\tGap analysis\n"
    )
    assert "2026-03-05\tThu\t4\t\t1 day\t2 units\tfix.access\tAccess\n" in ran.out
    assert "2026-03-06\tFri\t5\t\tdue\t\tscope\tScope ends\n" in ran.out


def test_json_has_every_key_of_the_contract(folder: Path) -> None:
    ran = rectify(folder, "plan", "build", "--json")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert found["format"] == 1
    assert set(found["plan"]) >= {
        "title", "path", "start", "finish", "deadline", "workdays", "timezone",
    }  # fmt: skip
    assert found["phases"][1] == {
        "id": "fix",
        "title": "Fix",
        "start": "2026-03-05",
        "finish": "2026-03-10",
        "deadline": None,
        "tasks": ["fix.logging", "fix.access"],
    }
    for task in found["tasks"]:
        assert set(task) >= {
            "id", "unit", "title", "phase", "owner", "lead", "participants", "start", "finish",
            "duration", "deadline", "early_start", "early_finish", "late_start", "late_finish",
            "total_float", "free_float", "critical", "pinned", "drivers", "tags",
        }  # fmt: skip
    assert [(task["id"], task["unit"]) for task in found["tasks"]] == [
        ("scope", None),
        ("scope.gap", None),
        ("fix", None),
        ("fix.logging", None),
        ("fix.access", "crm"),
        ("fix.access", "erp"),
    ]
    assert [task.get("summary", False) for task in found["tasks"]] == [True, False, True] + [
        False
    ] * 3
    assert found["tasks"][3]["drivers"] == [
        {"kind": "link", "task": "scope.gap", "unit": None, "link": "FS", "lag": "0d"}
    ]
    (thursday,) = [day for day in found["days"] if day["date"] == "2026-03-05"]
    assert (thursday["workday"], thursday["number"]) == (True, 4)
    assert thursday["items"] == [
        {"task": "fix.logging", "unit": None, "day": 1, "of": 4, "text": "", "kind": "work"},
        {"task": "fix.access", "unit": "crm", "day": 1, "of": 1, "text": "", "kind": "work"},
        {"task": "fix.access", "unit": "erp", "day": 1, "of": 1, "text": "", "kind": "work"},
    ]
    kinds = {item["kind"] for day in found["days"] for item in day["items"]}
    assert kinds == {"work", "due"}


def test_the_driver_of_a_unit_is_the_same_unit(tmp_path: Path) -> None:
    same = PHASES + "      check: {each: systems, after: {task: access, each: same}}\n"
    write(tmp_path, "plan.yaml", same)
    tasks = json.loads(rectify(tmp_path, "plan", "build", "--json").out)["tasks"]
    drivers = {
        task["unit"]: [driver["unit"] for driver in task["drivers"]]
        for task in tasks
        if task["id"] == "fix.check"
    }
    assert drivers == {"crm": ["crm"], "erp": ["erp"]}


def test_a_part_of_it(folder: Path) -> None:
    def build(*words: str) -> str:
        ran = rectify(folder, "plan", "build", *words)
        assert ran.code == 0
        return ran.out

    assert "scope.gap" not in build("--from", "2026-03-05")
    assert "fix." not in build("--to", "2026-03-04")
    week = build("--week", "--from", "2026-03-11")
    assert "shown: Mon 2026-03-09 to Sun 2026-03-15" in week
    assert build("--week", "--as-of", "2026-03-11") == week
    assert "\tERP\t" in build("--owner", "ERP")
    assert "scope.gap" not in build("--owner", "ops")
    assert "fix.logging" in build("--owner", "sec")
    assert "scope.gap" not in build("--phase", "fix")
    assert "shown: Fix, 2 of 3 tasks" in build("--phase", "Fix")
    assert "shown: from Wed 2026-03-04" in build("--from", "2026-03-04")
    assert "shown: to Wed 2026-03-04" in build("--to", "2026-03-04")


def test_json_of_a_part(folder: Path) -> None:
    words = ("plan", "build", "--json", "--owner", "crm", "--from", "2026-03-05")
    found = json.loads(rectify(folder, *words).out)
    assert [(task["id"], task["unit"]) for task in found["tasks"]] == [("fix.access", "crm")]
    assert found["days"][0]["date"] == "2026-03-05"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2026-03-10", "--to", "2026-03-02"), "--from 2026-03-10 is after --to"),
        (("--week", "--to", "2026-03-02"), "--week and --to exclude each other"),
        (("--from", "3/5"), "may mean two days"),
        (("--owner", "nobody"), "no owner 'nobody'"),
        (("--owner", "secc"), "did you mean 'sec'?"),
        (("--phase", "fxi"), "did you mean 'fix'?"),
        (("-o", "a.csv", "-o", "b.odt"), "b.odt: the ending says the format; it is one of .json,"),
        (("-o", "b.cvs"), "b.cvs: '.cvs' is not a format; did you mean '.csv'?"),
        (("-o", "noending"), "noending: the ending says the format"),
        (("-o", "nowhere/a.csv"), "nowhere/a.csv cannot be written: there is no such folder"),
    ],
)
def test_what_is_typed_wrongly_ends_with_2(folder: Path, words: tuple[str, ...], said: str) -> None:
    ran = rectify(folder, "plan", "build", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert sorted(path.name for path in folder.iterdir()) == ["plan.yaml"]


def test_several_owners_with_a_word_in_their_titles_are_listed(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", PHASES.replace("title: Platform", "title: Secure platform"))
    ran = rectify(tmp_path, "plan", "build", "--owner", "secur")
    assert ran.code == 2
    assert "'secur' may mean 2 owners\n  sec  Security\n  ops  Secure platform\n" in ran.err


def test_an_owner_in_a_plan_that_names_none(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", "rectify: 1\ntitle: T\nstart: 2026-03-02\n")
    ran = rectify(tmp_path, "plan", "build", "--owner", "a")
    assert ran.code == 2
    assert "no owner 'a': the plan names none under owners:" in ran.err


def test_a_large_fan_out_is_written_in_parts(tmp_path: Path) -> None:
    units = "".join(f"  u{n}: {{kind: system}}\n" for n in range(400))
    write(tmp_path, "plan.yaml", PHASES.replace("groups:", f"{units}groups:"))
    out = rectify(tmp_path, "plan", "build", "--json", "-o", "a.json").out
    assert len(json.loads(out)["tasks"]) == 4 + 402
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == out


def test_a_day_far_away_is_only_an_empty_view(folder: Path) -> None:
    ran = rectify(folder, "plan", "build", "--from", "1970-01-01", "--to", "2199-12-31")
    assert (ran.code, ran.out.count("\n")) == (0, len(ran.out.splitlines()))
    assert rectify(folder, "plan", "chart", "--to", "2199-12-31").code == 0
    ran = rectify(folder, "plan", "build", "--from", "0001-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "write a year from 1970 to 2199" in ran.err


def test_files_are_written_instead_of_the_screen(folder: Path) -> None:
    names = ("a.json", "b.csv", "c.MD")
    words = [word for name in names for word in ("-o", name)]
    ran = rectify(folder, "plan", "build", *words)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "wrote a.json\nwrote b.csv\nwrote c.MD\n"
    screen = rectify(folder, "plan", "build", "--json").out
    assert (folder / "a.json").read_text(encoding="utf-8") == screen
    rows = list(csv.DictReader(io.StringIO((folder / "b.csv").read_text(encoding="utf-8"))))
    assert {row["date"] for row in rows} >= {"2026-03-02", "2026-03-10"}
    assert [row["units"] for row in rows if row["task"] == "fix.access"] == ["2"]
    assert (folder / "c.MD").read_text(encoding="utf-8").startswith("# Remediation\n")
    first = {name: (folder / name).read_bytes() for name in names}
    rectify(folder, "plan", "build", *words)
    assert {name: (folder / name).read_bytes() for name in names} == first


def test_a_file_and_json_together(folder: Path) -> None:
    ran = rectify(folder, "plan", "build", "--json", "-o", "a.csv")
    assert json.loads(ran.out)["format"] == 1
    assert (folder / "a.csv").exists()


def test_a_plan_with_errors_shows_what_can_be_true(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ran = rectify(tmp_path, "plan", "build")
    assert ran.code == 1
    assert "\tfirst\tThe first" in ran.out
    assert "1 error" in ran.err
    assert "rectify check" in ran.err
    ran = rectify(tmp_path, "plan", "build", "--json")
    assert ran.code == 1
    assert "first" in {task["id"] for task in json.loads(ran.out)["tasks"]}


def test_a_file_that_is_no_plan(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", "- a\n- b\n")
    for command in (("build",), ("chart",), ("show", "a"), ("why", "a")):
        ran = rectify(tmp_path, "--plan", "plan.yaml", "plan", *command)
        assert (ran.code, ran.out) == (1, "")
        assert "rectify check" in ran.err


def test_warnings_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", LATE)
    assert rectify(tmp_path, "plan", "build").code == 0


def test_the_language_of_the_screen(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    assert "2 项任务" in rectify(tmp_path, "--lang", "zh", "plan", "build").out
    write(tmp_path, "plan.yaml", GOOD + "language: zh\n")
    assert "2026-03-02\t周一\t1\t\t1/3\tAna\tfirst" in rectify(tmp_path, "plan", "build").out
    ran = rectify(tmp_path, "plan", "build", "-o", "a.csv")
    assert ran.err == "已写入 a.csv\n"
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_no_tasks(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", "rectify: 1\ntitle: T\nstart: 2026-03-02\n")
    ran = rectify(tmp_path, "plan", "build")
    assert ran.code == 0
    assert ran.out.startswith("T\t2026-03-02\n0 tasks\t")
    found = json.loads(rectify(tmp_path, "plan", "build", "--json").out)
    assert (found["tasks"], found["plan"]["finish"]) == ([], None)


def test_a_narrow_encoding_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD.replace("The first", "整顿 \U0001f600"))
    ran = rectify(tmp_path, "plan", "build", "--json", encoding="ascii")
    titles = {task["title"] for task in json.loads(ran.out)["tasks"]}
    assert "整顿 \U0001f600" in titles
    assert "\\u6574" in rectify(tmp_path, "plan", "build", encoding="ascii").out


def test_a_week_without_work_says_when_the_plan_is(folder: Path) -> None:
    shown = on_screen(
        folder, "plan", "build", "--week", "--as-of", "2027-01-04", "--color", "never"
    )
    assert "Nothing is on in these days: the plan runs from Mon 2026-03-02 to Tue" in shown
    assert "Its first week: rectify plan build --week --from 2026-03-02" in shown


def test_what_to_type_next_names_the_same_plan(folder: Path) -> None:
    write(folder, "my plan.yaml", PHASES)
    shown = on_screen(folder, "plan", "why", "gap", "--plan", "my plan.yaml")
    assert shown.endswith('rectify plan show scope.gap --plan "my plan.yaml"\n')
