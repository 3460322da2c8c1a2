"""`rectify status`, `today`, `week`, `next`, `brief` as they are typed."""

import json
from pathlib import Path

from rectify_cli.progress.encode import lines_of
from rectify_cli.progress.record_folder import progress_folder
from rectify_cli.progress.record_name import record_name
from tests.commands.program import BROKEN, GOOD, rectify, write
from tests.progress.story import reports

FANNED = """\
rectify: 1
title: Kick-offs
start: 2021-03-05
calendar: {country: CN}
owners:
  city: {title: City}
  county: {title: County, parent: city}
  a: {title: Unit A, kind: organ, parent: county, lead: boss}
  b: {title: Unit B, kind: organ, parent: county}
  boss: {title: The boss, kind: person}
groups: {organs: {kind: organ}}
phases:
  study:
    title: Study
    tasks:
      kickoff: {title: City kick-off, owner: city, lead: boss, on: 2021-03-05}
      units:
        title: Unit kick-offs
        each: organs
        lead: boss
        after: kickoff
        duration: 1d
        deadline: 2021-03-09
      sought:
        title: Suggestions
        owner: city
        start: 2021-03-08
        finish: 2021-03-19
        target: {count: 200, unit: items}
"""
STORY = """\
2021-03-05 done study.kickoff
2021-03-08 done study.units unit=a
2021-03-08 count study.sought 40
2021-03-09 done study.units unit=b
"""


def tell(folder: Path, story: str, name: str = "plan.yaml") -> Path:
    """Write reports beside a plan, as one command would."""
    events = [each.event for each in reports(story, name)]
    content = lines_of(events)
    path = f"{progress_folder(name)}/{record_name(events[0], content)}"
    return write(folder, path, content.decode())


def rows(folder: Path, *words: str) -> dict[str, dict[str, object]]:
    ran = rectify(folder, "status", "--json", *words)
    return {row["id"]: row for row in json.loads(ran.out)["rows"]}


def test_silence_is_never_progress(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    for day in ("2021-03-04", "2021-03-09", "2031-03-09"):
        found = rows(tmp_path, "--as-of", day)
        assert {row["share"] for row in found.values()} == {0.0}
        assert not {row["state"] for row in found.values()} & {"done", "active"}


def test_a_replay_names_who_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    before, after = (rows(tmp_path, "--as-of", f"2021-03-0{day}")["study.units"] for day in (8, 9))
    assert (before["done"], before["total"], before["missing"]) == (1, 2, ["b"])
    assert (after["done"], after["missing"], after["state"]) == (2, [], "done")
    screen = rectify(tmp_path, "status", "--as-of", "2021-03-08").out
    assert "1 of 2 units, 1 missing: Unit B" in screen


def test_json_has_the_contract_s_keys_and_every_row(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    ran = rectify(tmp_path, "status", "--json", "--lamp", "red", "--as-of", "2021-03-08")
    found = json.loads(ran.out)
    assert {"format", "as_of", "plan", "rows", "counts"} <= set(found)
    assert {
        "title", "path", "start", "finish", "deadline", "workdays", "timezone",
        "share", "expected", "forecast_finish", "slip",
    } <= set(found["plan"])  # fmt: skip
    assert [row["id"] for row in found["rows"]] == [
        "study", "study.kickoff", "study.units", "study.sought",
    ]  # fmt: skip
    for row in found["rows"]:
        assert {
            "id", "title", "kind", "state", "lamp", "share", "expected", "done", "total",
            "missing", "deadline", "forecast_finish", "slip",
        } <= set(row)  # fmt: skip
    counts = found["counts"]
    states = (
        "done",
        "reported",
        "active",
        "ready",
        "waiting",
        "blocked",
        "not-reported",
        "dropped",
    )
    assert sum(counts[state] for state in states) == 3
    assert set(counts) == {*states, "red", "yellow", "blue", "green"}


def test_ci_can_fail_on_a_lamp(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    codes = {
        (day, lamp): rectify(tmp_path, "status", "--fail-on", lamp, "--as-of", day).code
        for day in ("2021-03-09", "2021-03-30")
        for lamp in ("red", "yellow")
    }
    assert codes["2021-03-30", "red"] == codes["2021-03-30", "yellow"] == 1
    assert codes["2021-03-09", "red"] == 0
    assert rectify(tmp_path, "status", "--fail-on", "blue").code == 2


def test_ci_can_fail_on_the_lamps_of_an_owner_or_a_group(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    for asked, code in (("--group", "organs"), 0), (("--owner", "a"), 0), (("--owner", "city"), 1):
        ran = rectify(tmp_path, "status", *asked, "--fail-on", "red", "--as-of", "2021-03-30")
        assert ran.code == code, asked


def test_only_what_was_written_by_a_day_counts(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, "2021-03-05 done study.kickoff at=2021-03-07T16:00:00Z\n")
    # The plan's day ends at 16:00 in UTC.
    for day, state in (("2021-03-07", "not-reported"), ("2021-03-08", "done")):
        found = rows(tmp_path, "--as-of", "2021-03-09", "--known-by", day)
        assert found["study.kickoff"]["state"] == state


def test_a_damaged_store_is_shown_and_told_of(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    write(tmp_path, "plan.progress/2021-03/torn.jsonl", '{"v":1,"id":"0')
    ran = rectify(tmp_path, "status", "--as-of", "2021-03-09")
    assert ran.code == 1
    assert "torn.jsonl:1" in ran.err
    assert "the reports are damaged in 1 place; what can be read counts" in ran.err
    assert "Study\t2/3" in ran.out


def test_reports_of_what_is_no_more_are_told_of(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, "2021-03-05 done study.gone\n")
    ran = rectify(tmp_path, "status", "--as-of", "2021-03-09")
    assert (ran.code, "rectify check" in ran.err) == (1, True)


def test_several_plans_are_a_row_each(tmp_path: Path) -> None:
    write(tmp_path, "plans/one.yaml", FANNED)
    write(tmp_path, "plans/two.yaml", GOOD)
    ran = rectify(tmp_path, "status", "plans/one.yaml", "plans/two.yaml")
    assert [line.split("\t")[0] for line in ran.out.splitlines()][-2:] == [
        "plans/one.yaml", "plans/two.yaml",
    ]  # fmt: skip
    found = json.loads(rectify(tmp_path, "status", "--json", "plans").out)
    assert [len(each["rows"]) for each in found["plans"]] == [4, 2]
    ran = rectify(tmp_path, "status", "plans", "-o", "a.json", "-o", "b.html")
    assert (ran.out, ran.err) == ("", "wrote a.json\nwrote b.html\n")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == found
    assert "A small plan" in (tmp_path / "b.html").read_text(encoding="utf-8")
    assert rectify(tmp_path, "status").code == 2


def test_units_by_their_parent(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    out = rectify(tmp_path, "status", "--by", "unit", "--group", "organs", "--as-of",
                  "2021-03-08").out  # fmt: skip
    assert "County\t2 units\ta\tUnit A\t1/1" in out
    assert "\tb\tUnit B\t0/1" in out
    found = json.loads(
        rectify(tmp_path, "status", "--by", "unit", "--json", "--as-of", "2021-03-08").out
    )
    assert [(each["key"], each["done"], each["total"]) for each in found["groups"]] == [
        ("a", 1, 1), ("b", 0, 1),
    ]  # fmt: skip


def test_a_file_has_the_groups_that_were_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    for by, file in (("unit", "u.csv"), ("lead", "l.csv"), ("phase", "p.csv")):
        asked = ("--by", by, "--as-of", "2021-03-10", "-o", file)
        assert rectify(tmp_path, "status", *asked).code == 0
    units = (tmp_path / "u.csv").read_text(encoding="utf-8").splitlines()
    assert units[0] == "part,id,unit,done,overdue,silent,owes"
    assert units[1].split(",")[-5:] == ["Unit A", "0/1", "1", "1", "study.units"]
    leads = (tmp_path / "l.csv").read_text(encoding="utf-8").splitlines()
    assert leads[1] == "boss,The boss,0/2,0%,100%,2,0,0,0,03-05,03-11"
    tasks = (tmp_path / "p.csv").read_text(encoding="utf-8")
    assert "study.units,Unit kick-offs" in tasks


def test_a_group_hears_of_its_own_part_alone(tmp_path: Path) -> None:
    plan = FANNED.replace(
        "groups: {organs: {kind: organ}}", "groups: {organs: {kind: organ}, c: [a], d: [b]}"
    )
    write(tmp_path, "plan.yaml", plan)
    tell(tmp_path, "2021-03-05 done study.kickoff\n2021-03-08 done study.units unit=a\n")

    def heard(*words: str) -> list[str]:
        out = rectify(tmp_path, "status", *words, "--as-of", "2021-03-09").out.splitlines()
        start = next(at for at, line in enumerate(out) if "need" in line)
        return [line.split("\t")[2] for line in out[start + 1 : -1]]

    assert sorted(heard()) == ["study.sought", "study.units"]
    assert heard("--group", "d") == ["study.units"]
    assert heard("--group", "c") == []
    assert heard("--owner", "b") == ["study.units"]
    assert heard("--owner", "a") == []


def test_whoever_accepts_hears_of_what_is_to_be_accepted(tmp_path: Path) -> None:
    accepted = FANNED.replace(
        "        each: organs", "        each: organs\n        accept: office"
    )
    write(
        tmp_path, "plan.yaml", accepted.replace("owners:\n", "owners:\n  office: {kind: office}\n")
    )

    def heard(day: str) -> str:
        words = ("status", "--owner", "office", "--lamp", "red", "--as-of", day)
        return rectify(tmp_path, *words).out

    tell(tmp_path, "2021-03-10 done study.units unit=a\n2021-03-11 accept study.units unit=a\n")
    assert "study.units" not in heard("2021-03-09")
    assert "0 of 2 units, 1 to accept, 1 missing: Unit B" in heard("2021-03-10")
    assert "study.units" not in heard("2021-03-11")


def test_what_is_typed_wrongly_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    for words in (
        ("--by", "colour"), ("--lamp", "purple"), ("--state", "asleep"), ("--group", "organ"),
        ("--owner", "nobody"), ("-o", "x.xyz"),
    ):  # fmt: skip
        ran = rectify(tmp_path, "status", *words)
        assert (ran.code, ran.out) == (2, ""), words
        assert words[1] in ran.err or "xyz" in ran.err


def test_a_broken_plan_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", BROKEN)
    for command in ("status", "today", "week", "next", "brief"):
        ran = rectify(tmp_path, command, "--as-of", "2026-03-04")
        assert ran.code == 1
        assert "A small plan" in ran.out


def test_today_of_one_unit(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    found = json.loads(
        rectify(tmp_path, "today", "--json", "--owner", "b", "--as-of", "2021-03-08").out
    )
    assert [(each["task"], each["units"]) for each in found["on"]] == [("study.units", ["b"])]
    done = json.loads(
        rectify(tmp_path, "today", "--json", "--owner", "a", "--as-of", "2021-03-08").out
    )
    assert done["on"] == done["carried_over"] == []
    late = json.loads(rectify(tmp_path, "today", "--json", "--as-of", "2021-03-30").out)
    assert [each["task"] for each in late["carried_over"]] == ["study.sought"]


def test_next_is_what_nothing_holds_back(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    found = json.loads(rectify(tmp_path, "next", "--json", "--as-of", "2026-03-02").out)
    assert [each["task"] for each in found["can_start"]] == ["first"]
    assert [each["task"] for each in found["later"]] == ["second"]


def test_the_digest_counts_what_was_gained(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    found = json.loads(
        rectify(
            tmp_path,
            "brief",
            "--json",
            "--from",
            "2021-03-08",
            "--to",
            "2021-03-09",
            "--as-of",
            "2021-03-30",
        ).out
    )
    gained = {each["task"]: (each["from"], each["to"], each["done"]) for each in found["done"]}
    assert gained == {"study.units": (0, 2, True), "study.sought": (0, 40, False)}
    ran = rectify(tmp_path, "brief", "--as-of", "2021-03-09", "-o", "brief.md")
    assert ran.code == 0
    assert "Unit kick-offs" in (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert rectify(tmp_path, "brief", "--from", "2021-03-09", "--as-of", "2021-03-08").code == 2


def test_the_digest_tells_of_what_got_on_by_a_share_alone(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    tell(tmp_path, "2026-03-03 progress first 20\n2026-03-04 progress first 50\n")
    words = ("brief", "--from", "2026-03-04", "--as-of", "2026-03-04")
    (moved,) = json.loads(rectify(tmp_path, *words, "--json").out)["done"]
    assert (moved["task"], moved["done"], moved["share_before"], moved["share"]) == (
        "first", False, 0.2, 0.5,
    )  # fmt: skip
    assert "\t+30%\tfirst\tThe first\t50%" in rectify(tmp_path, *words).out
    later = ("brief", "--from", "2026-03-05", "--as-of", "2026-03-05", "--json")
    assert json.loads(rectify(tmp_path, *later).out)["done"] == []


def test_the_burn_up_never_looks_ahead(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    tell(tmp_path, STORY)
    found = json.loads(rectify(tmp_path, "status", "--trend", "--json", "--as-of",
                               "2021-03-08").out)["trend"]  # fmt: skip
    assert [(each["date"], each["share"] is None) for each in found] == [
        ("2021-03-07", False), ("2021-03-08", False), ("2021-03-14", True), ("2021-03-19", True),
    ]  # fmt: skip
    assert found[0]["share"] < found[1]["share"]
    assert found[-1]["expected"] == 1.0


def test_a_burn_up_has_the_rows_too_and_fails_as_the_status_does(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", FANNED)
    day = ("--as-of", "2021-03-15")
    whole = json.loads(rectify(tmp_path, "status", "--json", *day).out)
    ran = rectify(tmp_path, "status", "--trend", "--json", "--fail-on", "red", *day)
    with_trend = json.loads(ran.out)
    assert ran.code == 1
    assert with_trend.pop("trend")
    assert with_trend == whole
    write(tmp_path, "other.yaml", GOOD)
    two = rectify(tmp_path, "status", "plan.yaml", "other.yaml", "--trend")
    assert (two.code, two.out) == (2, "")


def test_why_it_is_late_leads_back_to_what_makes_it_late(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", GOOD)
    tell(tmp_path, "2026-03-04 start first\n")
    planned = rectify(tmp_path, "plan", "why", "second", "--as-of", "2026-03-04").out
    late = rectify(tmp_path, "plan", "why", "second", "--forecast", "--as-of", "2026-03-04").out
    assert "first ends Wed 03-04" in planned
    assert "first ends Fri 03-06" in late
    found = json.loads(
        rectify(
            tmp_path, "plan", "why", "second", "--forecast", "--json", "--as-of", "2026-03-04"
        ).out
    )
    assert found["start"] == "2026-03-09"
    assert "total_float" not in found
