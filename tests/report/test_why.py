"""Why a task is on its days: the chain, what does not bind, what the float ends at, what helps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.report import room
from rectify_cli.report.chain import chain
from rectify_cli.report.instants import slack
from rectify_cli.report.place import first_written, say_place
from rectify_cli.report.room import Limit, limit, not_binding
from rectify_cli.report.shorten import shorten
from rectify_cli.report.table import Row
from rectify_cli.report.why import why
from rectify_cli.report.why_record import why_record
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule, Timing
from tests.laws.random_networks import Written, networks, text_of
from tests.pipeline import schedule_of

HEAD = "rectify: 1\ntitle: P\nstart: 2021-03-01\n"  # a Monday


def timing(schedule: Schedule, path: str) -> Timing:
    task = next(task for task in schedule.plan.tasks if task.path == path)
    return max(schedule.by_task[task.index], key=lambda each: each.finish)


def told(text: str, path: str) -> tuple[list[str], dict[str, list[str]], tuple[str, ...]]:
    """The chain's sentences, each other section's rows, and the notes."""
    schedule = schedule_of(HEAD + text)
    report = why(schedule, timing(schedule, path), "en")
    first, *others = report.sections
    rows = {
        section.heading[0]: [f"{row.cells[0]} {row.cells[1]}" for row in section.rows]
        for section in others
    }
    return [f"{row.cells[0]}: {row.cells[1]}" for row in first.rows], rows, report.notes


def test_a_chain_goes_back_to_the_plan_s_start() -> None:
    steps, rows, notes = told(
        "tasks:\n  a: {duration: 3d}\n  b: {duration: 1d}\n  c: {after: [a, b], duration: 2d}\n",
        "c",
    )
    assert steps == [
        "03-04 Thu: a ends Wed 03-03; c follows (after, FS)",
        "03-01 Mon: a starts with the plan: start: 2021-03-01",
    ]
    assert rows == {"Not binding": ["2 workdays earlier b (FS)"]}
    assert notes == (
        "No float: a day more and the plan's finish 2021-03-05 moves.",
        "To bring it forward, shorten a; up to 2 workdays, then b (FS) binds too.",
    )


def test_links_of_every_type_are_said_with_their_lags() -> None:
    text = (
        "tasks:\n"
        "  a: {start: 2021-03-03, duration: 5d}\n"
        "  ss: {after: a SS + 1d, duration: 1d}\n"
        "  ff: {after: a FF - 1d, duration: 1d}\n"
        "  sf: {after: a SF + 4d, duration: 1d}\n"
        "  ed: {after: a + 2ed, duration: 1d}\n"
    )
    first = {path: told(text, path)[0][0] for path in ("ss", "ff", "sf", "ed")}
    assert first == {
        "ss": "03-04 Thu: a starts Wed 03-03; ss starts from then (after, SS + 1d)",
        "ff": "03-08 Mon: a ends Tue 03-09; ff ends no earlier (after, FF - 1d)",
        "sf": "03-08 Mon: a starts Wed 03-03; sf ends no earlier than the eve (after, SF + 4d)",
        "ed": "03-12 Fri: a ends Tue 03-09; ed follows (after, FS + 2ed)",
    }
    assert told(text, "ss")[0][1] == "03-03 Wed: a starts no earlier: start: 2021-03-03"


def test_dates_that_are_written() -> None:
    text = (
        "deadline: 2021-03-31\n"
        "tasks:\n"
        "  on: {on: 2021-03-03}\n"
        "  rel: {start: on + 2d, duration: 1d}\n"
        "  pin: {on: on + 1d}\n"
        "  window: {start: 2021-03-02, finish: 2021-03-09}\n"
        "  ham: {after: on, duration: to-deadline, deadline: 2021-03-10}\n"
        "  next: {after: ham, duration: 1d}\n"
        "  rep: {start: 2021-03-02, finish: 2021-03-20, repeat: {every: week, on: fri}}\n"
    )
    assert told(text, "rel")[0] == [
        "03-05 Fri: on ends Wed 03-03; rel follows (start: on + 2d, duration: 1d)",
        "03-03 Wed: on is pinned: on: 2021-03-03",
    ]
    assert told(text, "pin")[0][0] == "03-04 Thu: on ends Wed 03-03; pin follows (on: on + 1d)"
    assert told(text, "pin")[2] == ("Pinned: what comes before does not move it.",)
    assert told(text, "window")[0] == [
        "03-02 Tue: window is pinned: start: 2021-03-02, finish: 2021-03-09"
    ]
    assert told(text, "ham")[0][:2] == [
        "03-10 Wed: ham works until its deadline, Wed 03-10",
        "03-04 Thu: on ends Wed 03-03; ham follows (after, FS)",
    ]
    # A chain stops at a hammock whose finish drives what follows.
    assert told(text, "next")[0] == [
        "03-11 Thu: ham ends Wed 03-10; next follows (after, FS)",
        "03-10 Wed: ham works until its deadline, Wed 03-10",
    ]
    steps, _, notes = told(text, "rep")
    assert steps == ["03-05 Fri: rep repeats, outside the network of links"]
    assert notes == ()


def test_a_summary_is_driven_and_drives_as_one() -> None:
    text = (
        "phases:\n"
        "  p: {after: q.first, tasks: {a: {duration: 2d}, b: {duration: 4d}}}\n"
        "  q: {tasks: {first: {duration: 1d}, last: {after: p, duration: 1d}}}\n"
    )
    assert told(text, "q.last")[0] == [
        "03-08 Mon: p ends Fri 03-05; q.last follows (after, FS)",
        "03-05 Fri: p ends with p.b",
        "03-02 Tue: q.first ends Mon 03-01; p.b follows (after, FS)",
        "03-01 Mon: q.first starts with the plan: start: 2021-03-01",
    ]
    assert told(text, "p")[0][0] == "03-05 Fri: p ends with p.b"
    # What binds a phase binds what stands in it.
    assert told(text, "p.a")[0][0] == "03-02 Tue: q.first ends Mon 03-01; p.a follows (after, FS)"


def test_days_off_that_were_skipped_are_named() -> None:
    text = (
        "calendar: {days_off: {2021-03-02: Audit, 2021-03-04..2021-03-05: Fair}}\n"
        "tasks:\n  a: {duration: 2d}\n  b: {after: a, duration: 1d}\n"
    )
    schedule = schedule_of(HEAD + text)
    report = why(schedule, timing(schedule, "b"), "en")
    first = next(iter(report.sections)).rows[0]
    assert first.details == (
        "1 day off inside a: 03-02 Audit",
        "2 days off between: 03-04 to 03-05 Fair",
    )


def test_a_broken_link_is_said_to_be_broken() -> None:
    text = "tasks:\n  a: {duration: 5d}\n  b: {after: a, on: 2021-03-03}\n"
    _, rows, _ = told(text, "b")
    assert rows == {"Broken": ["3 workdays too late a (FS)"]}


def test_a_held_back_task() -> None:
    text = (
        "tasks:\n  a: {duration: 5d}\n  b: {schedule: alap, duration: 1d}\n"
        "  c: {after: [a, b], duration: 1d}\n"
    )
    assert told(text, "b")[0] == [
        "03-05 Fri: b is held back as far as what follows allows (schedule: alap)"
    ]


def what_ends(text: str, path: str) -> Limit | None:
    schedule = schedule_of(HEAD + text)
    return limit(schedule, timing(schedule, path))


def test_what_a_float_ends_at() -> None:
    tasks = "tasks:\n  a: {duration: 2d}\n  b: {after: a, duration: 1d%s}\n  z: {duration: 15d}\n"
    assert what_ends(tasks % "", "a") == Limit("finish", None, date(2021, 3, 19))
    found = what_ends(tasks % ", deadline: 2021-03-12", "a")
    assert found is not None
    assert (found.kind, found.task and found.task.path) == ("deadline", "b")
    found = what_ends("deadline: 2021-03-10\n" + tasks % "", "a")
    assert found == Limit("plan-deadline", None, date(2021, 3, 10))
    found = what_ends("goal: b\n" + tasks % "", "a")
    assert found is not None
    assert (found.kind, found.day) == ("goal", date(2021, 3, 3))
    pinned = "tasks:\n  a: {duration: 2d}\n  b: {after: a, on: 2021-03-09}\n"
    found = what_ends(pinned, "a")
    assert found is not None
    assert (found.kind, found.task and found.task.path) == ("pinned", "b")


def test_a_float_against_a_deadline() -> None:
    _, _, notes = told("tasks:\n  a: {duration: 3d, deadline: 2021-03-02}\n", "a")
    (note,) = notes
    assert note.startswith("Float -1: unless it ends 1 workday earlier, by Tue 03-02, ")
    assert note.endswith("a passes its deadline 2021-03-02.")
    _, _, notes = told(
        "tasks:\n  a: {duration: 3d, deadline: 2021-03-05}\n  z: {duration: 9d}\n", "a"
    )
    assert notes == (
        "Float 2 workdays: if it ends after Fri 03-05, a passes its deadline 2021-03-05.",
    )


def test_a_unit_waits_for_itself() -> None:
    text = (
        "owners: {u: {}, v: {days_off: [2021-03-01, 2021-03-02]}}\n"
        "groups: {all: {kind: unit}}\n"
        "tasks:\n"
        "  a: {each: all, duration: 1d}\n"
        "  b: {each: all, duration: 1d, after: [{task: a, each: same}]}\n"
    )
    schedule = schedule_of(HEAD + text)
    for timing_ in schedule.by_task[1]:
        assert not not_binding(schedule, timing_)
        (step, *_) = chain(schedule, timing_)
        assert step.before is not None
        assert step.before.units == timing_.units


def test_a_link_from_the_start_of_a_phase() -> None:
    text = (
        "phases:\n"
        "  p: {start: 2021-03-03, tasks: {b: {duration: 4d}, a: {duration: 2d}}}\n"
        "  q: {tasks: {t: {after: p SS + 1d, duration: 1d}}}\n"
    )
    assert told(text, "q.t")[0] == [
        "03-04 Thu: p starts Wed 03-03; q.t starts from then (after, SS + 1d)",
        "03-03 Wed: p begins with p.b",
        "03-03 Wed: p.b starts no earlier: start: 2021-03-03",
    ]


def test_a_float_that_ends_at_a_phase_a_hammock_or_elsewhere() -> None:
    text = (
        "goal: z\n"
        "tasks:\n"
        "  a: {duration: 1d}\n"
        "  h: {after: a, duration: to-deadline, deadline: 2021-03-10}\n"
        "  m: {after: h, duration: 0d}\n"
        "  alone: {duration: 1d}\n"
        "  z: {duration: 15d}\n"
    )
    found = what_ends(text, "a")
    assert found is not None
    assert (found.kind, found.task and found.task.path) == ("deadline", "h")
    assert what_ends(text, "alone") == Limit("finish", None, date(2021, 3, 19))
    phases = (
        "phases:\n"
        "  p: {tasks: {a: {duration: 1d}, z: {duration: 15d}}}\n"
        "  q: {after: p.a, deadline: 2021-03-10, tasks: {b: {duration: 2d}}}\n"
    )
    found = what_ends(phases, "p.a")
    assert found is not None
    assert (found.kind, found.task and found.task.path) == ("deadline", "q")


def test_the_search_for_a_limit_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_STEPS", 0)
    found = what_ends("tasks: {a: {duration: 1d, deadline: 2021-03-01}}\n", "a")
    assert found == Limit("finish", None, date(2021, 3, 1))


def test_units_with_calendars_of_their_own_do_not_wait_for_each_other() -> None:
    text = (
        "owners: {u: {}, v: {days_off: [2021-03-01]}}\n"
        "groups: {all: {kind: unit}}\n"
        "tasks:\n"
        "  a: {each: all, duration: 1d}\n"
        "  b: {each: all, duration: 1d, after: {task: a, each: same}}\n"
    )
    schedule = schedule_of(HEAD + text)
    first, second = schedule.by_task[0]
    assert (first.total_float, second.total_float) == (1, 0)
    for each in (first, second):
        assert limit(schedule, each) == Limit("finish", None, date(2021, 3, 3))


def test_the_last_day_that_there_is_has_none_after_it() -> None:
    schedule = schedule_of(HEAD + "tasks: {a: {duration: 1d}}\n")
    last = timing(schedule, "a")._replace(late_start=date.max, late_finish=date.max)
    assert limit(schedule, last) == Limit("finish", None, date(2021, 3, 1))


def test_a_plan_of_nothing_but_occurrences() -> None:
    text = "tasks:\n  r: {start: 2021-03-01, finish: 2021-03-12, repeat: {every: week, on: fri}}\n"
    schedule = schedule_of(HEAD + text)
    assert limit(schedule, timing(schedule, "r")) is None
    assert why_record(schedule, timing(schedule, "r"))["limit"] is None


def test_a_milestone_skips_no_days_and_says_when_it_is() -> None:
    steps, rows, _ = told(
        "tasks:\n  m: {duration: 0d, start: 2021-03-03}\n  a: {after: m, duration: 1d}\n", "a"
    )
    assert steps[0] == "03-03 Wed: m ends Wed 03-03; a follows (after, FS)"
    assert rows == {}


def test_a_written_start_that_does_not_bind() -> None:
    _, rows, _ = told(
        "tasks:\n  a: {duration: 5d}\n  b: {after: a, start: 2021-03-03, duration: 1d}\n", "b"
    )
    assert rows == {"Not binding": ["3 workdays earlier its written start"]}


def test_what_nothing_is_known_of() -> None:
    schedule = schedule_of(HEAD + "tasks: {a: {duration: 1d}}\n")
    bare = timing(schedule, "a")._replace(drivers=())
    report = why(schedule, bare, "en")
    row = next(iter(report.sections)).rows[0]
    assert row.cells[1] == "a has no link and no written date"
    task = schedule.plan.tasks[0]
    assert first_written(task, ("on",)) is None
    assert say_place(schedule.plan, None, Words("en")) == ""


@given(networks(own_calendars=True))
def test_law_what_drives_a_task_leaves_it_no_room(plan: Written) -> None:
    """A driver is a link that sets the start: the task stands exactly where the link asks."""
    schedule = schedule_of(text_of(plan))
    for each in schedule.timings:
        for step in chain(schedule, each):
            driver = step.driver
            if driver is not None and driver.kind == "link" and step.before is not None:
                assert driver.link is not None
                assert slack(step.before, driver.link, driver.lag, step.timing) == 0
        assert all(found.days > 0 for found in not_binding(schedule, each))


@given(networks(pins=True, deadlines=True))
def test_law_every_chain_ends_and_every_float_has_an_end(plan: Written) -> None:
    schedule = schedule_of(text_of(plan))
    for each in schedule.timings:
        steps = chain(schedule, each)
        assert steps[-1].before is None
        found = limit(schedule, each)
        assert found is not None
        if found.kind == "finish" and not each.pinned:
            assert each.total_float >= 0


@given(networks(types="FS", lags=(0, 2), milestones=False, starts=False), st.data())
def test_law_shortening_what_is_named_brings_it_forward(plan: Written, data: st.DataObject) -> None:
    schedule = schedule_of(text_of(plan))
    helped = [(each, found) for each in schedule.timings if (found := shorten(schedule, each))]
    if not helped:
        return
    each, found = data.draw(st.sampled_from(helped))
    task = data.draw(st.sampled_from(found.tasks))
    days = schedule.by_task[task.index][0].duration
    plan["tasks"][task.id]["duration"] = f"{days - 1}d"
    again = schedule_of(text_of(plan))
    assert again.by_task[each.task][0].start < each.start


def first_step(schedule: Schedule, path: str, language: str = "en") -> Row:
    """The row that says what sets a task's own start."""
    steps, *_ = why(schedule, timing(schedule, path), language).sections
    return steps.rows[0]


def test_everything_that_sets_a_start_is_said_after_the_first() -> None:
    text = HEAD + (
        "tasks:\n"
        "  a: {duration: 3d}\n"
        "  b: {duration: 3d}\n"
        "  x: {duration: 9d}\n"
        '  c: {after: [a, b, "x SS + 3d"], start: 2021-03-04}\n'
    )
    schedule = schedule_of(text)
    first = first_step(schedule, "c")
    assert first.cells[1] == "a ends Wed 03-03; c follows (after, FS)"
    assert first.details == (
        "and b, which ends the same day (after, FS)",
        "and x, which starts Mon 03-01 (after, SS + 3d)",
        "and c starts no earlier: start: 2021-03-04",
    )
    chinese = first_step(schedule, "c", "zh")
    assert chinese.details[0] == "还有 b，同一天结束（前置，FS）"


def test_of_many_that_set_a_start_the_first_are_said() -> None:
    names = [f"t{at}" for at in range(20)]
    tasks = "".join(f"  {name}: {{duration: 2d}}\n" for name in names)
    schedule = schedule_of(f"{HEAD}tasks:\n{tasks}  z: {{after: [{', '.join(names)}]}}\n")
    details = first_step(schedule, "z").details
    assert details[4] == "and t5, which ends the same day (after, FS)"
    assert details[5:] == ("and 14 more",)


def test_the_goal_has_no_float_by_itself() -> None:
    _, _, notes = told("goal: b\ntasks:\n  a: {duration: 3d}\n  b: {after: a}\n", "b")
    assert notes[0] == "No float: it is the goal, which float is measured against."
