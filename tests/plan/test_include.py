from datetime import date

import pytest

from rectify_cli.plan.include import MAX_FILES, path_inside
from rectify_cli.plan.model import Dates, FixedDate
from rectify_cli.plan.wanted import gather
from tests.plan.resolved import HEAD, InMemory, document_of, plan_of, resolve_text, rules_of, task

WEST = """rectify: 1
title: The west
start: 2021-03-08
deadline: 2021-05-31
calendar: {week: [mon, tue, wed, thu]}
defaults: {duration: 1w}
owners: {w: {kind: unit}, v: {kind: unit, days_off: [2021-03-09]}}
groups: {units: {kind: unit}}
phases:
  study:
    tasks:
      kickoff: {owner: w}
      reading: {each: units, after: kickoff}
  last:
    calendar: {workdays: [2021-03-12]}
    tasks:
      end: {owner: w, after: study.kickoff, document: end.md, participants: [units]}
assert: ["study.finish <= 2021-04-30"]
"""
TOP = f"""{HEAD}owners: {{o: {{kind: unit}}}}
groups: {{units: {{kind: unit}}}}
include: {{west: districts/west.yaml}}
phases:
  study:
    tasks:
      kickoff: {{owner: o, duration: 1d}}
      waits: {{owner: o, duration: 1d, after: [kickoff, west.kickoff, west]}}
"""
FILES = {"districts/west.yaml": WEST, "districts/end.md": "end"}


@pytest.mark.parametrize(
    ("declared_in", "written", "expected"),
    [
        ("plan.yaml", "units.csv", "units.csv"),
        ("plan.yaml", "./a//b.yaml", "a/b.yaml"),
        ("a/plan.yaml", "b.yaml", "a/b.yaml"),
        ("a/plan.yaml", "../b.yaml", "b.yaml"),
        ("plan.yaml", "实施方案.md", "实施方案.md"),
        ("plan.yaml", "..names.md", "..names.md"),
        ("plan.yaml", "-rf", "-rf"),
        ("plan.yaml", "../b.yaml", None),
        ("a/plan.yaml", "../../b.yaml", None),
        ("plan.yaml", "a/../../b.yaml", None),
        ("plan.yaml", "..", None),
        ("plan.yaml", ".", None),
        ("plan.yaml", "/etc/passwd", None),
        ("plan.yaml", "//host/x", None),
        ("plan.yaml", "C:\\x", None),
        ("plan.yaml", "c:x", None),
        ("plan.yaml", "a\\b.yaml", None),
        ("plan.yaml", "a\0b", None),
        ("plan.yaml", "a\nb", None),
    ],
)
def test_a_path_lies_inside_the_folder_or_is_none(
    declared_in: str, written: str, expected: str | None
) -> None:
    assert path_inside(declared_in, written) == expected


def test_an_included_plan_is_a_phase_with_its_own_calendar_and_deadline() -> None:
    plan = plan_of(TOP, FILES)
    west = task(plan, "west")
    assert (west.kind, west.title, west.dates) == ("phase", "The west", Dates())
    assert west.deadline == FixedDate(date(2021, 5, 31))
    assert west.floor == date(2021, 3, 8)
    assert west.calendar is not None
    assert west.calendar.week == {0, 1, 2, 3}
    assert [plan.tasks[child].path for child in west.children] == ["west.study", "west.last"]
    assert plan.files == ("plan.yaml", "districts/west.yaml", "districts/end.md")


def test_its_tasks_keep_its_week_defaults_and_start() -> None:
    plan = plan_of(TOP, FILES)
    kickoff, own = task(plan, "west.study.kickoff"), task(plan, "study.kickoff")
    assert (kickoff.dates.duration, kickoff.floor) == (4, date(2021, 3, 8))
    assert (own.dates.duration, own.floor) == (1, date(2021, 3, 1))
    assert kickoff.calendar is None
    assert kickoff.plan_calendar is task(plan, "west").calendar
    assert own.plan_calendar is None
    end = task(plan, "west.last.end").calendar
    assert end is not None
    assert end.week == {0, 1, 2, 3, 4}


def test_names_stay_in_their_file_and_are_reached_through_the_mount() -> None:
    plan = plan_of(TOP, FILES)
    assert [plan.tasks[link.task].path for link in task(plan, "study.waits").links] == [
        "study.kickoff",
        "west.study.kickoff",
        "west",
    ]
    (link,) = task(plan, "west.last.end").links
    assert plan.tasks[link.task].path == "west.study.kickoff"


def test_owners_merge_and_groups_hold_the_owners_of_their_plan() -> None:
    plan = plan_of(TOP, FILES)
    assert list(plan.owners) == ["o", "w", "v"]
    assert plan.groups == {"units": ("o", "w", "v"), "west.units": ("w", "v")}
    assert task(plan, "west.study.reading").units == ("w", "v")
    assert task(plan, "west.study.reading").each == "west.units"
    assert task(plan, "west.last.end").participants == ("west.units",)


def test_it_says_the_same_as_standing_alone() -> None:
    """Only paths, indices and what tells the two plans apart may differ."""
    alone = plan_of(WEST.replace("end.md", "districts/end.md"), FILES)
    inner = [each for each in plan_of(TOP, FILES).tasks if each.path.startswith("west.")]
    for one, other in zip(alone.tasks, inner, strict=True):
        assert f"west.{one.path}" == other.path
        assert (one.dates, one.units, one.owner) == (other.dates, other.units, other.owner)
        assert (one.floor, one.deadline, one.tags) == (other.floor, other.deadline, other.tags)


def test_assertions_and_ignores_of_all_files_are_kept() -> None:
    text = TOP.replace("\nowners:", "\ncheck: {ignore: {no-owner: later}}\nowners:", 1)
    west = WEST.replace(
        "      kickoff: {owner: w}", "      kickoff: {}  # rectify: ignore no-owner, x"
    )
    plan = plan_of(text, FILES | {"districts/west.yaml": west})
    assert [each.where.span.path for each in plan.assertions] == ["districts/west.yaml"]
    assert [(each.rule, each.path, each.line) for each in plan.ignores] == [
        ("no-owner", "plan.yaml", None),
        ("no-owner", "districts/west.yaml", 12),
    ]


def test_a_plan_that_cannot_be_read_is_a_phase_in_doubt() -> None:
    plan, findings = resolve_text(TOP, {})
    assert plan is not None
    assert [each.rule for each in findings] == ["missing-file"]
    assert task(plan, "west").doubtful
    assert task(plan, "study.waits").doubtful
    assert not task(plan, "study.kickoff").doubtful
    assert not plan.complete


def test_a_plan_mounted_twice_is_read_once() -> None:
    files = InMemory(
        {"w.yaml": f"{HEAD}owners: {{w: {{}}}}\ntasks: {{t: {{owner: w, duration: 1d}}}}\n"}
    )
    top = document_of(f"{HEAD}include: {{a: w.yaml, b: w.yaml}}\n")
    found, findings = gather(top, "plan.yaml", files)
    assert (files.opened, findings) == (["w.yaml"], [])
    assert found.paths == ("plan.yaml", "w.yaml")
    plan = plan_of(f"{HEAD}include: {{a: w.yaml, b: w.yaml}}\n", files.texts)
    assert [each.path for each in plan.tasks] == ["a", "a.t", "b", "b.t"]


def test_plans_in_plans_come_in_the_order_of_the_files() -> None:
    files = {
        "a.yaml": f"{HEAD}include: {{x: x.yaml}}\ntasks: {{t: {{on: 2021-03-01}}}}\n",
        "b.yaml": f"{HEAD}tasks: {{t: {{on: 2021-03-01}}}}\n",
        "x.yaml": f"{HEAD}tasks: {{t: {{on: 2021-03-01}}}}\n",
    }
    plan = plan_of(f"{HEAD}include: {{a: a.yaml, b: b.yaml}}\n", files)
    assert [each.path for each in plan.tasks] == ["a", "a.t", "a.x", "a.x.t", "b", "b.t"]
    assert [each.parent for each in plan.tasks] == [None, 0, 0, 2, None, 4]


def test_an_included_plan_without_a_start_casts_doubt_on_its_tasks() -> None:
    west = "rectify: 1\ntitle: W\ndeadline: 2021-05-31\ntasks: {t: {duration: 1d}}\n"
    plan, findings = resolve_text(f"{HEAD}include: {{w: w.yaml}}\n", {"w.yaml": west})
    assert plan is not None
    assert [each.rule for each in findings] == ["missing-key", "no-owner"]
    assert task(plan, "w.t").doubtful
    assert task(plan, "w.t").floor == plan.start


def many(number: int) -> list[tuple[str, int]]:
    mounts = "".join(f"  p{each}: w.yaml\n" for each in range(number))
    return rules_of(f"{HEAD}include:\n{mounts}", {"w.yaml": HEAD})


def test_the_bound_of_files_at_it_and_one_past_it() -> None:
    assert many(MAX_FILES) == []
    assert many(MAX_FILES + 3) == [("too-large", 5 + MAX_FILES + 1)]


def test_the_bound_of_tasks_that_stand_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rectify_cli.plan.wanted.MAX_COPIES", 1)
    west = f"{HEAD}tasks: {{t: {{on: 2021-03-01, title: x}}}}\ndefaults: {{}}\nowners: {{}}\n"
    files = {"w.yaml": west}
    text = f"{HEAD}check: {{ignore: {{no-owner: x}}}}\ninclude:\n"
    mounts = "".join(f"  p{each}: w.yaml\n" for each in range(3))
    found = [each for each in rules_of(text + mounts, files) if each[0] != "no-owner"]
    assert found == [("too-large", 9)]


def test_plans_that_include_each_other_eightfold_are_bounded() -> None:
    """Eight to the eighth power, if each place were filled."""
    files = {
        f"f{n}.yaml": f"{HEAD}include: {{{', '.join(f'k{k}: f{n + 1}.yaml' for k in range(8))}}}\n"
        for n in range(8)
    }
    plan, findings = resolve_text(files["f0.yaml"], files | {"f8.yaml": HEAD})
    assert plan is not None
    assert [each.rule for each in findings] == ["too-large"]
    assert len(plan.tasks) < 2 * MAX_FILES + 8


def test_what_is_beyond_a_bound_is_no_second_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rectify_cli.plan.wanted.MAX_COPIES", 1)
    west = f"{HEAD}tasks: {{t: {{on: 2021-03-01}}}}\n"
    text = f"{HEAD}include: {{a: w.yaml, b: w.yaml, c: w.yaml, d: w.yaml}}\n"
    text += "tasks: {x: {after: d.t, on: 2021-03-01}}\n"
    found = [rule for rule, _ in rules_of(text, {"w.yaml": west}) if rule != "no-owner"]
    assert found == ["too-large"]


def test_a_plan_that_is_no_yaml_is_read_once_and_said_once() -> None:
    files = InMemory({"w.yaml": "a: b: c\n"})
    top = document_of(f"{HEAD}include: {{a: w.yaml, b: w.yaml, c: w.yaml}}\n")
    _, findings = gather(top, "plan.yaml", files)
    assert files.opened == ["w.yaml"]
    assert {each.span.path for each in findings} == {"w.yaml"}


def test_a_tasks_own_frozen_calendar_is_asked_for_too() -> None:
    text = f"{HEAD}tasks: {{t: {{on: 2021-03-01, calendar: {{frozen: cn.yaml}}}}}}\n"
    assert rules_of(text, {}) == [("missing-file", 5), ("no-owner", 5)]


def test_eight_plans_deep_is_well() -> None:
    files = {f"p{n}.yaml": f"{HEAD}include: {{x: p{n + 1}.yaml}}\n" for n in range(1, 8)}
    assert rules_of(f"{HEAD}include: {{x: p1.yaml}}\n", files | {"p8.yaml": HEAD}) == []


def test_what_stands_in_a_second_phase_of_the_same_name_is_left_out() -> None:
    text = f"""{HEAD}phases: {{a: {{tasks: {{t: {{on: 2021-03-01}}}}}}}}
tasks:
  a: {{tasks: {{u: {{after: nobody}}}}}}
"""
    plan, findings = resolve_text(text)
    assert plan is not None
    assert [each.path for each in plan.tasks] == ["a", "a.t"]
    assert [each.rule for each in findings] == ["duplicate-key", "no-owner"]
