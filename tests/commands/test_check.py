"""`rectify check`: which plans, which findings, which exit code."""

import json
import os
from pathlib import Path

import pytest

from tests.commands.program import BROKEN, GOOD, LATE, rectify, write
from tests.terminal import on_screen


def test_a_good_plan(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    ran = rectify(tmp_path, "check")
    assert (ran.code, ran.out, ran.err) == (0, "No findings in 1 plan.\n", "")


def test_an_error_is_shown_where_it_stands(tmp_path: Path) -> None:
    write(tmp_path, "plans/p.yaml", BROKEN)
    ran = rectify(tmp_path, "check", "plans/p.yaml")
    assert ran.code == 1
    assert ran.out == (
        "plans/p.yaml:8:55: error[unknown-reference]: no task 'frist'\n"
        "    8 |   second: {title: The second, no: 2, owner: a, after: frist, duration: 2d}\n"
        f"      |{' ' * 55}^^^^^ did you mean 'first'?\n"
        "\n"
        "1 error in 1 plan. Dates that hang on an error were not checked.\n"
    )


def test_warnings_fail_only_when_they_are_to(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", LATE)
    ran = rectify(tmp_path, "check")
    assert ran.code == 0
    assert ran.out.endswith("1 warning in 1 plan. (exit 0; with --strict 1)\n")
    ran = rectify(tmp_path, "check", "--strict")
    assert ran.code == 1
    assert ran.out.endswith("1 warning in 1 plan. (exit 1, since warnings count here)\n")
    assert rectify(tmp_path, "check", "--strict", "--exit-zero").code == 0
    write(tmp_path, "plan.yaml", LATE + "check: {strict: true}\n")
    assert rectify(tmp_path, "check").code == 1


def test_json(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    write(tmp_path, "plans/late.yaml", LATE)
    ran = rectify(tmp_path, "check", "--format", "json")
    value = json.loads(ran.out)
    assert ran.code == 1
    assert value["format"] == 1
    assert value["summary"] == {"errors": 1, "warnings": 1, "files": 2}
    assert value["findings"][0] == {
        "path": "plan.yaml",
        "line": 8,
        "column": 55,
        "end_line": 8,
        "end_column": 60,
        "rule": "unknown-reference",
        "severity": "error",
        "message": "no task 'frist'",
        "fix": "did you mean 'first'?",
        "related": [],
    }
    related = value["findings"][1]["related"]
    assert [each["line"] for each in related] == [7, 8]
    assert set(related[0]) == {"path", "line", "column", "end_line", "end_column", "message"}


def test_rules_are_chosen(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN + "asert: []\n")
    only = rectify(tmp_path, "check", "--select", "unknown-key", "--format", "json")
    assert [f["rule"] for f in json.loads(only.out)["findings"]] == ["unknown-key"]
    but = rectify(tmp_path, "check", "--ignore", "unknown-key,unknown-reference")
    assert but.code == 0
    ran = rectify(tmp_path, "check", "--select", "unknown-kee")
    assert ran.code == 2
    assert "did you mean 'unknown-key'?" in ran.err


def test_statistics(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN + "asert: []\nasert2: []\n")
    ran = rectify(tmp_path, "check", "--statistics")
    assert ran.out == "2\tunknown-key\n1\tunknown-reference\n"
    assert ran.code == 1
    told = json.loads(rectify(tmp_path, "check", "--statistics", "--json").out)
    assert told["statistics"] == {"unknown-key": 2, "unknown-reference": 1}
    assert "statistics" not in json.loads(rectify(tmp_path, "check", "--json").out)


def test_a_plan_that_is_named_in_several_ways_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    ways = ("./plan.yaml", "plan.yaml", str(tmp_path / "plan.yaml"), ".")
    told = json.loads(rectify(tmp_path, "check", "--json", *ways).out)
    assert [each["path"] for each in told["findings"]] == ["plan.yaml"]
    assert told["summary"]["files"] == 1


def test_a_plan_silences_rules(tmp_path: Path) -> None:
    broken = BROKEN.replace("duration: 2d}", "duration: 2d}  # rectify: ignore {}")
    write(tmp_path, "plan.yaml", broken.replace("{}\n", "unknown-reference, comes later\n"))
    assert rectify(tmp_path, "check").code == 0
    write(tmp_path, "plan.yaml", broken.replace("{}\n", "unknown-reference\n"))
    assert "ignore-without-reason" in rectify(tmp_path, "check").out
    write(tmp_path, "plan.yaml", LATE + "check: {ignore: {deadline-missed: agreed}}\n")
    assert rectify(tmp_path, "check").out == "No findings in 1 plan.\n"


def test_at_most_fifty_findings_a_file_in_text(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", GOOD + "".join(f"key{n}: 1\n" for n in range(50)))
    write(tmp_path, "b.yaml", GOOD + "".join(f"key{n}: 1\n" for n in range(51)))
    ran = rectify(tmp_path, "check", "a.yaml", "b.yaml")
    assert ran.out.count("error[unknown-key]") == 100
    assert "... and 1 more in b.yaml" in ran.out
    assert "101 errors in 2 plans." in ran.out
    as_json = rectify(tmp_path, "check", "a.yaml", "b.yaml", "--format", "json")
    assert len(json.loads(as_json.out)["findings"]) == 101


def test_an_unknown_format(tmp_path: Path) -> None:
    ran = rectify(tmp_path, "check", "--format", "jsno")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'json'?" in ran.err


def test_what_cannot_be_read_is_exit_2_and_the_rest_is_shown(tmp_path: Path) -> None:
    write(tmp_path, "good.yaml", BROKEN)
    os.mkfifo(tmp_path / "fifo.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    names = ("absent.yaml", "fifo.yaml", "loop.yaml")
    ran = rectify(tmp_path, "check", "good.yaml", *names)
    assert ran.code == 2
    assert "error[unknown-reference]" in ran.out
    assert "1 error in 1 plan." in ran.out
    assert all(f"{name} cannot be read: " in ran.err for name in names)


def test_a_file_beyond_the_bound_is_a_finding(tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    ran = rectify(tmp_path, "check", "big.yaml")
    assert ran.code == 1
    assert "big.yaml:1:1: error[too-large]" in ran.out


def test_files_that_a_plan_names(tmp_path: Path) -> None:
    write(tmp_path, "outside.md", "a secret: [unclosed\n")
    text = GOOD.replace("no: 1", "no: 1, document: {}")
    for document, rule in (
        ("absent.md", "missing-file"),
        ("../outside.md", "path-outside"),
        ("link.md", "path-outside"),
        ("/etc/passwd", "path-outside"),
        ("sub", "missing-file"),
    ):
        write(tmp_path, "plans/p.yaml", text.replace("{}", document))
        (tmp_path / "plans" / "sub").mkdir(exist_ok=True)
        link = tmp_path / "plans" / "link.md"
        if not link.is_symlink():
            link.symlink_to(tmp_path / "outside.md")
        ran = rectify(tmp_path, "check")
        assert f"plans/p.yaml:7:46: error[{rule}]" in ran.out
        assert "secret" not in ran.out


def test_included_plans_owner_tables_and_frozen_calendars_are_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        "plans/top.yaml",
        "rectify: 1\ntitle: Top\nstart: 2026-03-02\ndeadline: 2026-12-30\n"
        "calendar: {country: CN, frozen: cn.yaml}\nowners_from: [units.csv]\n"
        "include: {part: parts/part.yaml}\n"
        "tasks:\n  a: {owner: u1, duration: 1d}\n  b: {owner: u3, duration: 1d}\n",
    )
    write(tmp_path, "plans/parts/part.yaml", BROKEN)
    write(tmp_path, "plans/units.csv", "id,title,knid\nu1,One,unit\nu2,Two,unit\n")
    write(
        tmp_path,
        "plans/cn.yaml",
        'rectify-calendar: 1\ncountry: "CN"\nsource: "holidays 0"\nyears: [2026]\n'
        'days_off:\n  2026-03-03: "x"\n  2026-3-4: "y"\nworkdays: {}\n',
    )
    ran = rectify(tmp_path, "check")
    assert "plans/cn.yaml:7:3: error[bad-date]" in ran.out
    assert "plans/parts/part.yaml:8:55: error[unknown-reference]" in ran.out
    assert "plans/top.yaml:10:14: error[unknown-owner]" in ran.out
    assert "plans/units.csv:1:10: error[unknown-key]" in ran.out
    assert "in 1 plan." in ran.out


@pytest.mark.parametrize(
    ("name", "text", "rule", "place"),
    [
        ("cn.yaml", "a: 1\n", "missing-key", "1:1"),
        ("cn.yaml", "rectify-calendar: 2\n", "unknown-version", "1:19"),
        ("cn.yaml", "rectify-calendar: 1\nyear: []\n", "unknown-key", "2:1"),
        ("cn.yaml", "rectify-calendar: 1\nyears: [twenty]\n", "wrong-type", "2:9"),
        ("cn.yaml", "rectify-calendar: 1\nyears: 1\n", "wrong-type", "2:8"),
        ("cn.yaml", "rectify-calendar: 1\ndays_off: {2026-01-01: [a]}\n", "wrong-type", "2:24"),
        ("cn.yaml", "rectify-calendar: [\n", "yaml-syntax", "1:19"),
    ],
)
def test_a_frozen_calendar_that_is_none(
    tmp_path: Path, name: str, text: str, rule: str, place: str
) -> None:
    write(tmp_path, "plan.yaml", GOOD + f"calendar: {{frozen: {name}}}\n")
    write(tmp_path, name, text)
    assert f"{name}:{place}: error[{rule}]" in rectify(tmp_path, "check").out


def test_nothing_that_a_plan_says_acts_on_a_terminal_or_a_runner(tmp_path: Path) -> None:
    hostile = GOOD + '"::error::x": 1\n"##[group]y": 2\n? "a\\tb"\n: 3\nz: \x9b31m\n'
    write(tmp_path, "plan.yaml", hostile)
    for form in ("text", "json"):
        ran = rectify(tmp_path, "check", "--format", form, GITHUB_ACTIONS="true")
        assert "##[" not in ran.out
        assert not any(line.strip().startswith("::") for line in ran.out.split("\n"))
        assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in ran.out)
    json.loads(ran.out)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "utf-8"])
def test_every_encoding_can_be_written(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "plan.yaml", BROKEN.replace("Ana", "安娜 é 😀").replace("title:", "titl:"))
    assert rectify(tmp_path, "check", encoding=encoding).code == 1
    ran = rectify(tmp_path, "check", "--format", "json", encoding=encoding)
    assert json.loads(ran.out)["summary"]["errors"] > 1


def test_chinese(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN + "language: zh\n")
    ran = rectify(tmp_path, "check")
    assert "错误[unknown-reference]" in ran.out
    assert "1 个计划：1 处错误。" in ran.out
    assert "error[unknown-reference]" in rectify(tmp_path, "check", "--lang", "en").out


def test_what_to_type_next_is_said_in_the_language_of_the_plan(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    assert "What a rule asks for:  rectify explain unknown-ref" in on_screen(tmp_path, "check")
    write(tmp_path, "plan.yaml", BROKEN + "language: zh\n")
    shown = on_screen(tmp_path, "check")
    assert "规则的说明：rectify explain unknown-reference\n" in shown
    assert "What a rule" not in shown
