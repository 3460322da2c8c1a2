"""The laws of differences between plans, and of what a baseline keeps."""

import random
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rectify_cli.progress.baseline import baseline_of, slips
from rectify_cli.progress.baseline_match import match
from rectify_cli.progress.baseline_text import baseline_text, read_baseline
from rectify_cli.report.plan_diff import Side, plan_diff
from rectify_cli.report.plan_diff_record import plan_diff_record
from rectify_cli.report.plan_diff_table import plan_diff_table
from rectify_cli.schedule.model import Schedule
from tests.laws.random_networks import Written, text_of
from tests.laws.random_reports import plans
from tests.pipeline import schedule_of

LAW = settings(suppress_health_check=[HealthCheck.too_slow])
DAY = date(2021, 3, 1)


@st.composite
def edited(draw: st.DrawFn, plan: Written) -> Written:
    """The plan with some tasks longer, gone, added, under another id, owned otherwise."""
    changed: Written = {**plan, "phases": {}}
    for phase, written in plan["phases"].items():
        tasks: Written = {}
        for name, before in written["tasks"].items():
            edit = draw(st.sampled_from(["", "", "longer", "owner", "deadline", "titled", "new"]))
            task = dict(before)
            if edit == "longer" and "duration" in task:
                task["duration"] = f"{draw(st.integers(1, 9))}d"
            elif edit == "owner":
                task["owner"] = "boss"
            elif edit == "deadline":
                task["deadline"] = "2021-12-31"
            elif edit == "titled":
                task["title"] = "Another"
            elif edit == "new":
                tasks[f"{name}-more"] = {"duration": "2d"}
            tasks[name] = task
        changed["phases"][phase] = {**written, "tasks": tasks}
    return changed


def side(schedule: Schedule) -> Side:
    return Side("", baseline_of(schedule, DAY))


def ids(entries: list[Any]) -> list[str]:
    return sorted(each["id"] for each in entries)


def both_ways(old: Schedule, new: Schedule) -> tuple[Any, Any]:
    return (
        plan_diff_record(plan_diff(side(old), side(new), new.calendar)),
        plan_diff_record(plan_diff(side(new), side(old), new.calendar)),
    )


@LAW
@given(plans())
def test_a_plan_does_not_differ_from_itself(plan: Written) -> None:
    schedule = schedule_of(text_of(plan))
    diff = plan_diff(side(schedule), side(schedule), schedule.calendar)
    assert diff.is_empty
    assert not list(plan_diff_table(diff, "en", whole=False, titled=False).sections)


@LAW
@given(st.data())
def test_the_order_of_a_file_is_no_difference(data: st.DataObject) -> None:
    plan = data.draw(plans())
    turned: Written = {**plan, "phases": {}}
    for phase, written in plan["phases"].items():
        names = list(written["tasks"])
        random.Random(data.draw(st.integers(0, 99))).shuffle(names)
        turned["phases"][phase] = {**written, "tasks": {n: written["tasks"][n] for n in names}}
    one, other = schedule_of(text_of(plan)), schedule_of(text_of(turned))
    assert plan_diff(side(one), side(other), one.calendar).is_empty


@LAW
@given(st.data())
def test_swapping_the_sides_mirrors_everything(data: st.DataObject) -> None:
    plan = data.draw(plans())
    old, new = (schedule_of(text_of(each)) for each in (plan, data.draw(edited(plan))))
    there, back = both_ways(old, new)
    assert ids(there["added"]) == ids(back["removed"])
    assert ids(there["removed"]) == ids(back["added"])
    assert there["finish"]["days"] in {None, -(back["finish"]["days"] or 0)}
    shifts = [
        sorted(
            (each["id"], each["units"] or (), sign * (each["start_days"] or 0),
             sign * (each["finish_days"] or 0))
            for each in record["moved"]
        )
        for record, sign in ((there, 1), (back, -1))
    ]  # fmt: skip
    assert shifts[0] == shifts[1]
    assert [(each["id"], each["old"], each["new"]) for each in there["owners"]] == [
        (each["id"], each["new"], each["old"]) for each in back["owners"]
    ]
    late = [(each["old_missed_by"], each["new_missed_by"]) for each in there["deadlines"]]
    assert late == [(each["new_missed_by"], each["old_missed_by"]) for each in back["deadlines"]]


@LAW
@given(st.data())
def test_what_is_told_of_finds_every_date_that_differs(data: st.DataObject) -> None:
    """Judged without the comparison: each task's and unit's dates, side by side."""
    plan = data.draw(plans())
    old, new = (schedule_of(text_of(each)) for each in (plan, data.draw(edited(plan))))
    there, _ = both_ways(old, new)

    def dates(schedule: Schedule) -> dict[tuple[str, str], tuple[date, date]]:
        return {
            (schedule.task_of(timing).path, unit): (timing.start, timing.finish)
            for timing in schedule.timings
            if not timing.summary
            for unit in timing.units or ("",)
        }

    was, now = dates(old), dates(new)
    expected = {key for key in was if key in now and was[key] != now[key]}
    told = {(each["id"], unit) for each in there["moved"] for unit in each["units"] or ("",)}
    assert told == expected


@LAW
@given(plans())
def test_a_baseline_is_read_back_as_it_was(plan: Written) -> None:
    kept = baseline_of(schedule_of(text_of(plan)), DAY)
    text = baseline_text(kept)
    read = read_baseline(text)
    assert read == kept
    assert text.count("\n") == len(kept.tasks) + text.split('"tasks"')[0].count("\n") + 3


@LAW
@given(st.data())
def test_slips_are_those_of_the_difference(data: st.DataObject) -> None:
    plan = data.draw(plans())
    old, new = (schedule_of(text_of(each)) for each in (plan, data.draw(edited(plan))))
    kept = baseline_of(old, DAY)
    assert not any(each.start or each.finish for each in slips(kept, old).tasks.values())
    assert slips(kept, old).deadlines_changed == 0
    found = slips(kept, new)
    record, _ = both_ways(old, new)
    assert [new.plan.tasks[at].path for at in found.added] == [t["id"] for t in record["added"]]
    assert [task.path for task in found.removed] == [t["id"] for t in record["removed"]]
    for index, slip in found.tasks.items():
        same = slip.was == slip.now
        assert not (same and (slip.start or slip.finish)), new.plan.tasks[index].path
    changed = {each["id"] for each in record["deadlines"] if each["old"] != each["new"]} - {None}
    assert found.deadlines_changed == len(changed)


@LAW
@given(st.data())
def test_pairs_are_the_same_both_ways(data: st.DataObject) -> None:
    plan = data.draw(plans())
    renamed: Written = {**plan, "phases": {}}
    for phase, written in plan["phases"].items():
        name = data.draw(st.sampled_from([phase, f"{phase}2"]))
        was = {} if name == phase else {"was": [phase]}
        renamed["phases"][name] = {**written, **was}
    old = baseline_of(schedule_of(text_of(plan)), DAY).tasks
    new = baseline_of(schedule_of(text_of(without_links(renamed))), DAY).tasks
    pairs = match(old, new)
    assert len(pairs) == len(old)
    assert {other: at for at, other in pairs.items()} == match(new, old)


def without_links(plan: Written) -> Written:
    """Links that name a renamed phase would name nothing."""
    return {
        **plan,
        "phases": {
            phase: {
                **written,
                "tasks": {
                    name: {key: value for key, value in task.items() if key != "after"}
                    for name, task in written["tasks"].items()
                },
            }
            for phase, written in plan["phases"].items()
        },
    }
