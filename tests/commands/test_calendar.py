"""`rectify calendar show`, `freeze` and `diff`, typed as people type them."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rectify_cli.cli.main import main

PLAN = """\
rectify: 1
title: Spring
start: 2021-04-19
calendar:
  country: CN
  days_off: {2021-04-21: audit}
tasks:
  draft: {duration: 10d}
  review: {after: draft, duration: 3d}
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in a folder of its own: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def go(*line: str) -> tuple[int, str, str]:
        code = main(line, {"RECTIFY_NO_CACHE": "1", "RECTIFY_TRACEBACK": "1"})
        said = capsys.readouterr()
        return code, said.out, said.err

    return go


def write(text: str, name: str = "plan.yaml") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def dates(run: Run) -> dict[str, tuple[str, str]]:
    _, out, _ = run("plan", "build", "--json")
    tasks = json.loads(out)["tasks"]
    return {each["id"]: (each["start"], each["finish"]) for each in tasks}


def test_show_lists_the_years_of_the_plan(run: Run) -> None:
    write(PLAN)
    code, out, err = run("calendar", "show")
    assert (code, err) == (0, "")
    assert "2021\t249 workdays" in out
    assert "2021-04\t21\t2021-04-21\tWed\t2021-04-21\t1\tday off\taudit\tthe plan" in out
    assert re.search(
        r"2021-04\t21\t2021-04-25\tSun\t2021-04-25\t1\tmake-up workday\tLabor Day"
        r"\tholidays [0-9.]+\n",
        out,
    )
    assert "2022" not in out


def test_show_takes_a_year_and_a_language(run: Run) -> None:
    write(PLAN)
    code, out, _ = run("calendar", "show", "2024", "--lang", "zh")
    assert code == 0
    assert "2024-02-18\t周日\t2024-02-18\t1\t调休上班\t春节\tholidays" in out


def test_show_says_what_is_not_announced(run: Run) -> None:
    write(PLAN)
    _, out, _ = run("calendar", "show", "2150")
    assert "Not announced yet: 2150." in out


@pytest.mark.parametrize("year", ["1969", "2200", "21", "today", "٢٠٢١"])
def test_show_refuses_what_is_no_year(run: Run, year: str) -> None:
    write(PLAN)
    code, out, err = run("calendar", "show", year)
    assert (code, out) == (2, "")
    assert "write one from 1970 to 2199" in err


def test_show_for_machines_has_every_day(run: Run) -> None:
    write(PLAN)
    code, out, _ = run("calendar", "show", "--json")
    assert code == 0
    record: Any = json.loads(out)
    (year,) = record["years"]
    assert year["year"] == 2021
    assert sum(each["workday"] for each in year["days"]) == year["workdays"] == 249


def test_a_file_has_every_day_with_its_kind_name_and_number(run: Run) -> None:
    """The screen leaves out what the week alone says; who writes a file wants all of it."""
    write(PLAN)
    code, out, _ = run("calendar", "show", "-o", "days.csv", "-o", "days.json")
    assert (code, out) == (0, "")
    with Path("days.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    (year,) = json.loads(Path("days.json").read_text(encoding="utf-8"))["years"]
    assert [row["date"] for row in rows] == [day["date"] for day in year["days"]]
    assert [row["workday no."] for row in rows] == [
        str(day["number"] or "") for day in year["days"]
    ]
    assert [row["name"] for row in rows] == [day["label"] or "" for day in year["days"]]
    by_date = {row["date"]: (row["weekday"], row["kind"], row["name"]) for row in rows}
    assert by_date["2021-04-20"] == ("Tue", "workday", "")
    assert by_date["2021-04-21"] == ("Wed", "day off", "audit")
    assert by_date["2021-04-24"] == ("Sat", "day off", "")
    assert by_date["2021-04-25"] == ("Sun", "make-up workday", "Labor Day")
    sources = {row["date"]: row["source"] for row in rows}
    assert (sources["2021-04-20"], sources["2021-04-21"]) == ("", "the plan")


def test_a_page_has_a_table_of_every_month(run: Run) -> None:
    write(PLAN)
    run("calendar", "show", "-o", "days.md", "--lang", "zh")
    page = Path("days.md").read_text(encoding="utf-8")
    assert page.count("\n## 2021-") == 12
    assert "\n## 2021-06, 21 个工作日\n" in page
    assert "| 2021-04-25 | 周日 | 调休上班 |" in page


def test_freezing_keeps_every_date_and_diff_finds_nothing(run: Run) -> None:
    write(PLAN)
    before = dates(run)
    code, out, err = run("calendar", "freeze")
    assert (code, err) == (0, "")
    assert out.startswith("calendar-CN.yaml written, from holidays ")
    assert "plan.yaml:5" in out
    assert out.endswith("  frozen: calendar-CN.yaml\n")
    write(PLAN.replace("country: CN\n", "country: CN\n  frozen: calendar-CN.yaml\n"))
    assert run("check")[0] == 0
    assert dates(run) == before
    code, out, _ = run("calendar", "diff")
    assert code == 0
    assert "Nothing would change." in out
    _, out, _ = run("calendar", "show")
    assert "\tcalendar-CN.yaml\n" in out


def test_freezing_again_changes_nothing(run: Run) -> None:
    write(PLAN)
    run("calendar", "freeze")
    text = Path("calendar-CN.yaml").read_bytes()
    code, out, _ = run("calendar", "freeze")
    assert code == 0
    assert out.startswith("calendar-CN.yaml is so already")
    assert Path("calendar-CN.yaml").read_bytes() == text


def test_a_file_with_other_days_is_overwritten_only_by_force(run: Run) -> None:
    write(PLAN)
    run("calendar", "freeze")
    text = Path("calendar-CN.yaml").read_text(encoding="utf-8")
    other = text.replace("2021-05-03", "2021-05-10")
    write(other, "calendar-CN.yaml")
    code, out, err = run("calendar", "freeze")
    assert (code, out) == (2, "")
    assert "calendar-CN.yaml holds other days" in err
    assert Path("calendar-CN.yaml").read_text(encoding="utf-8") == other
    code, out, _ = run("calendar", "freeze", "--force")
    assert code == 0
    assert Path("calendar-CN.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("line", [("-o", "plan.yaml"), ("-o", "plan.yaml", "--force")])
def test_nothing_but_a_frozen_calendar_is_ever_overwritten(run: Run, line: tuple[str, ...]) -> None:
    write(PLAN)
    code, out, err = run("calendar", "freeze", *line)
    assert (code, out) == (2, "")
    assert "plan.yaml is there and is no frozen calendar" in err
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("out_file", ["../days.yaml", "days.yaml", "/days.yaml"])
def test_a_file_that_the_plan_may_not_name_is_not_written(run: Run, out_file: str) -> None:
    write(PLAN, "plans/spring.yaml")
    code, out, err = run("calendar", "freeze", "-o", out_file)
    assert (code, out) == (2, "")
    assert "outside the plan's folder" in err


def test_a_folder_of_that_name_is_not_overwritten_at_all(run: Run) -> None:
    write(PLAN)
    Path("calendar-CN.yaml").mkdir()
    for line in (("calendar", "freeze"), ("calendar", "freeze", "--force")):
        code, out, err = run(*line)
        assert (code, out) == (2, "")
        assert "calendar-CN.yaml" in err


def test_the_file_may_be_named(run: Run) -> None:
    write(PLAN, "plans/spring.yaml")
    code, out, _ = run("calendar", "freeze", "-o", "plans/days/china.yaml")
    assert code == 2
    Path("plans/days").mkdir()
    code, out, _ = run("calendar", "freeze", "-o", "plans/days/china.yaml")
    assert code == 0
    assert "  frozen: days/china.yaml\n" in out
    assert Path("plans/days/china.yaml").exists()


def test_a_plan_that_names_its_file_already_gets_it_written(run: Run) -> None:
    write(PLAN.replace("country: CN\n", "country: CN\n  frozen: days.yaml\n"))
    assert run("check")[0] == 1
    code, out, _ = run("calendar", "freeze")
    assert code == 0
    assert out.startswith("days.yaml written")
    assert "frozen:" not in out
    assert run("check")[0] == 0


def test_an_unknown_country_cannot_be_frozen_nor_compared(run: Run) -> None:
    write(PLAN.replace("country: CN", "country: QQ"))
    code, out, err = run("calendar", "freeze")
    assert (code, out) == (2, "")
    assert "there is no country 'QQ'" in err
    write(
        "rectify-calendar: 1\nsource: x\nyears: [2021]\ndays_off: {}\nworkdays: {}\n", "days.yaml"
    )
    write(PLAN.replace("country: CN\n", "country: QQ\n  frozen: days.yaml\n"))
    code, out, err = run("calendar", "diff")
    assert (code, out) == (2, "")
    assert "there is no country 'QQ'" in err


def test_a_frozen_file_alone_says_which_country_to_ask(run: Run) -> None:
    write(PLAN)
    run("calendar", "freeze")
    frozen = Path("calendar-CN.yaml").read_text(encoding="utf-8")
    older = "".join(line for line in frozen.splitlines(keepends=True) if "2021-04-25" not in line)
    write(older, "calendar-CN.yaml")
    write(PLAN.replace("country: CN\n", "country: CN\n  frozen: calendar-CN.yaml\n"))
    named = run("calendar", "diff")
    write(PLAN.replace("country: CN\n", "frozen: calendar-CN.yaml\n"))
    code, out, err = run("calendar", "diff")
    assert (code, err) == (0, "")
    assert "draft\t2021-04-19 to 2021-05-06\t2021-04-19 to 2021-04-30\tdraft" in out
    assert out == named[1]


def test_a_frozen_file_of_no_country_needs_one_in_the_plan(run: Run) -> None:
    write("rectify-calendar: 1\nsource: x\nyears: [2021]\ndays_off: {}\nworkdays: {}\n", "d.yaml")
    write(PLAN.replace("country: CN\n", "frozen: d.yaml\n"))
    code, out, err = run("calendar", "diff")
    assert (code, out) == (2, "")
    assert "d.yaml names no country: write country: beside frozen: d.yaml" in err
    code, out, err = run("calendar", "freeze")
    assert (code, out) == (2, "")
    assert "names no country" in err


def test_an_empty_frozen_file_has_nothing_to_compare(run: Run) -> None:
    write("rectify-calendar: 1\nsource: x\nyears: []\ndays_off: {}\nworkdays: {}\n", "days.yaml")
    write(PLAN.replace("country: CN\n", "country: CN\n  frozen: days.yaml\n"))
    code, out, _ = run("calendar", "diff")
    assert code == 0
    assert "Nothing would change." in out


def test_one_file_cannot_hold_two_countries(run: Run) -> None:
    frozen = "country: CN\n  frozen: days.yaml\n"
    write(
        PLAN.replace("country: CN\n", frozen).replace(
            "duration: 3d}", "duration: 3d, calendar: {country: GB, frozen: days.yaml}}"
        )
    )
    code, out, err = run("calendar", "freeze")
    assert (code, out) == (2, "")
    assert "days.yaml is to hold two countries" in err
    assert not Path("days.yaml").exists()


def test_calendars_that_only_add_days_are_frozen_with_their_country(run: Run) -> None:
    own = "duration: 3d, calendar: {days_off: [2021-05-10]}}"
    text = PLAN.replace("duration: 3d}", own)
    write(text)
    _, out, _ = run("calendar", "freeze")
    assert out.count("frozen:") == 1
    before = dates(run)
    write(text.replace("country: CN\n", "country: CN\n  frozen: calendar-CN.yaml\n"))
    assert dates(run) == before
    assert "Nothing would change." in run("calendar", "diff")[1]


def test_the_years_of_deadlines_count_as_the_plans(run: Run) -> None:
    write(PLAN.replace("title: Spring", "title: Spring\ndeadline: 2022-03-31"))
    _, out, _ = run("calendar", "show")
    assert "2021-12" in out
    assert "2022-12" in out


def test_a_calendar_without_workdays_can_be_shown(run: Run) -> None:
    write(PLAN.replace("country: CN", "week: []"))
    code, out, _ = run("calendar", "show")
    assert code == 1
    assert "2021\t0 workdays" in out
    assert run("calendar", "freeze")[0] == 2
    assert run("calendar", "diff")[0] == 1


def test_a_plan_without_a_country_has_nothing_to_freeze(run: Run) -> None:
    write(PLAN.replace("  country: CN\n", ""))
    code, out, err = run("calendar", "freeze")
    assert (code, out) == (2, "")
    assert "names no country" in err


def test_several_countries_are_frozen_each_into_its_file(run: Run) -> None:
    write(
        PLAN.replace(
            "review: {after: draft, duration: 3d}",
            "review: {after: draft, duration: 3d, calendar: {country: GB, subdivision: ENG}}",
        )
    )
    code, _, err = run("calendar", "freeze", "-o", "days.yaml")
    assert code == 2
    assert "several countries" in err
    code, out, _ = run("calendar", "freeze")
    assert code == 0
    assert "calendar-CN.yaml written" in out
    assert "calendar-GB-ENG.yaml written" in out


def test_a_year_to_come_stays_a_warning_once_it_is_frozen(run: Run) -> None:
    write(PLAN.replace("2021-04-19", "2150-04-20").replace("2021-04-21", "2150-04-21"))
    assert "calendar-unpublished" in run("check")[1]
    before = dates(run)
    run("calendar", "freeze")
    assert "years: []" in Path("calendar-CN.yaml").read_text(encoding="utf-8")
    frozen = "country: CN\n  frozen: calendar-CN.yaml\n"
    text = Path("plan.yaml").read_text(encoding="utf-8").replace("country: CN\n", frozen)
    write(text)
    out = run("check")[1]
    assert "calendar-CN.yaml does not cover 2150" in out
    assert dates(run) == before


def test_diff_says_what_a_newer_library_would_change(run: Run) -> None:
    write(PLAN)
    run("calendar", "freeze")
    frozen = Path("calendar-CN.yaml").read_text(encoding="utf-8")
    # The file as an older library would have written it: without one make-up workday.
    older = "".join(line for line in frozen.splitlines(keepends=True) if "2021-04-25" not in line)
    write(older, "calendar-CN.yaml")
    write(PLAN.replace("country: CN\n", "country: CN\n  frozen: calendar-CN.yaml\n"))
    code, out, err = run("calendar", "diff")
    assert (code, err) == (0, "")
    assert "Sun 2021-04-25\tas the week\tmake-up workday\tLabor Day" in out
    assert "draft\t2021-04-19 to 2021-05-06\t2021-04-19 to 2021-04-30\tdraft" in out
    assert "The plan's finish would move from " in out
    record: Any = json.loads(run("calendar", "diff", "--json")[1])
    assert [each["date"] for each in record["files"][0]["days"]] == ["2021-04-25"]
    assert [each["id"] for each in record["tasks"]] == ["draft", "review"]


def test_diff_needs_a_frozen_file(run: Run) -> None:
    write(PLAN)
    code, out, err = run("calendar", "diff")
    assert (code, out) == (2, "")
    assert "rectify calendar freeze" in err


def test_a_plan_with_errors_is_shown_and_said_to_be_broken(run: Run) -> None:
    write(PLAN.replace("after: draft", "after: draught"))
    code, out, err = run("calendar", "show")
    assert code == 1
    assert "2021-04-25" in out
    assert "rectify check" in err


def test_what_is_no_plan_has_no_calendar(run: Run) -> None:
    write("rectify: 1\n  - broken: [\n")
    for command in ("show", "freeze", "diff"):
        code, out, err = run("calendar", command)
        assert (code, out) == (1, "")
        assert "rectify check" in err


def test_a_file_on_another_drive_is_outside(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def two_drives(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    write(PLAN)
    monkeypatch.setattr("os.path.relpath", two_drives)
    code, out, err = run("calendar", "freeze", "-o", "days.yaml")
    assert (code, out) == (2, "")
    assert "outside the plan's folder" in err


def test_freeze_and_diff_take_a_plan(run: Run) -> None:
    write(PLAN, "one/a.yaml")
    write(PLAN, "two/b.yaml")
    code, out, err = run("calendar", "freeze", "one/a.yaml")
    assert (code, err) == (0, "")
    assert out.startswith("one/calendar-CN.yaml written, from holidays ")
    assert out.endswith("add to the calendar in one/a.yaml:5\n  frozen: calendar-CN.yaml\n")
    write(PLAN.replace("country: CN", "country: CN\n  frozen: calendar-CN.yaml"), "one/a.yaml")
    code, out, err = run("calendar", "diff", "one/a.yaml")
    assert (code, err) == (0, "")
    assert "Nothing would change." in out


def test_a_holiday_has_the_same_days_in_every_view(run: Run) -> None:
    write(PLAN.replace("2021-04-19", "2021-04-01"))
    assert (
        "\t2021-04-03\tSat\t2021-04-05\t3\t3 days off, to 04-05\tTomb" in run("calendar", "show")[1]
    )
    assert (
        "2021-04-03\tSat\t\tto 2021-04-05 Mon, Tomb-Sweeping Day, 3 days off"
        in run("plan", "build")[1]
    )
    assert "04-03 to 04-05 Tomb-Sweeping Day" in run("plan", "why", "review")[1]
