"""One task whole: every field that is set is there, and nothing that is not."""

from rectify_cli.report.chart import chart
from rectify_cli.report.selection import EVERYTHING, Selection
from rectify_cli.report.task_sheet import task_sheet
from rectify_cli.schedule.model import Schedule
from tests.pipeline import schedule_and_findings, schedule_of

HEAD = """\
rectify: 1
title: P
start: 2021-03-01
owners: {o: {title: Owner}, l: {title: Leader}, hall: {title: Hall}}
"""


def facts(schedule: Schedule, path: str) -> dict[str, dict[str, object]]:
    """Each section's rows, by heading, first cell to second."""
    task = next(task for task in schedule.plan.tasks if task.path == path)
    return {
        " ".join(section.heading): {str(row.cells[0]): row.cells[1] for row in section.rows}
        for section in task_sheet(schedule, task, "en").sections
    }


def test_every_field_that_is_set() -> None:
    schedule = schedule_of(
        HEAD + "tasks:\n"
        "  before: {duration: 1d}\n"
        "  t:\n"
        "    {no: 7, owner: o, lead: l, participants: [o, l], accept: l, after: before FF + 1d,\n"
        "    duration: 3d, deadline: 2021-03-05, time: '09:00', place: hall, uses: {hall: 0.5},\n"
        "    links: ['https://example.org'], deliverable: Report,\n"
        "    target: {count: 5, unit: pages},\n"
        "    report_every: 1w, estimate: {optimistic: 2d, likely: 3d, pessimistic: 5d},\n"
        "    weight: 2, priority: 3, tags: [x, y], note: A note., was: [old], schedule: alap}\n"
    )
    found = facts(schedule, "t")[""]
    assert found == {
        "dates": "Mon 2021-03-01 to Wed 2021-03-03",
        "duration": "3 workdays",
        "deadline": "Fri 2021-03-05, 2 workdays to spare",
        "float": "0 workdays, free 0",
        "critical": "yes",
        "starts then because": found["starts then because"],
        "no": "7",
        "owner": "Owner",
        "lead": "Leader",
        "participants": "Owner, Leader",
        "accepted by": "Leader",
        "after": "before FF + 1d",
        "scheduled": "as late as possible",
        "time": "09:00",
        "place": "Hall",
        "uses": "Hall 0.5",
        "target": "5 pages",
        "estimate": "optimistic 2d, likely 3d, pessimistic 5d",
        "reports every": "5d",
        "weight": "2",
        "priority": "3",
        "links": "https://example.org",
        "deliverable": "Report",
        "tags": "x, y",
        "note": "A note.",
        "was": "old",
        "written at": "plan.yaml, line 8",
    }


def test_a_fan_out_names_its_units_and_those_without_a_part() -> None:
    units = ", ".join(f"u{n}: {{kind: unit}}" for n in range(25))
    schedule = schedule_of(
        "rectify: 1\ntitle: P\nstart: 2021-03-01\n"
        f"owners: {{{units}, late: {{kind: unit, joined: 2022-01-01}}}}\n"
        "groups: {all: {kind: unit}}\n"
        "tasks:\n"
        "  t: {each: all, except: [u0], complete_at: 87.5%, duration: 1d,\n"
        "    overrides: {u1: {duration: 2d}}}\n"
    )
    found = facts(schedule, "t")
    assert found[""]["each"] == "all: 25 units"
    assert found[""]["not among them"] == "u0"
    assert found[""]["of their own"] == "u1"
    assert found[""]["complete at"] == "87.5%"
    assert found["Units"] == {
        "2021-03-01": "23 units",
        "2021-03-01 to 2021-03-02": "u1",
        "no dates": "late",
    }


def test_days_checklist_and_a_relative_start() -> None:
    schedule = schedule_of(
        HEAD + "tasks:\n"
        "  a: {duration: 1d}\n"
        "  b:\n"
        "    start: a + 1d\n"
        "    duration: 3d\n"
        "    days: {1: Opening, 3: Close}\n"
        "    checklist: [Slips, {item: Cards, owner: o, due: finish - 1d}]\n"
        "  c: {on: b - 1d}\n"
    )
    found = facts(schedule, "b")
    assert found[""]["starts then because"] == "its written start, counted from a"
    assert found["Days"] == {"Tue 2021-03-02  1/3": "Opening", "Thu 2021-03-04  3/3": "Close"}
    assert found["Checklist"] == {"": "Slips", "Wed 2021-03-03": "Cards (Owner)"}
    assert facts(schedule, "c")[""]["starts then because"] == "its written dates, counted from b"


def test_many_followers_are_counted() -> None:
    tasks = "".join(f"  t{n}: {{after: a, duration: 1d}}\n" for n in range(20))
    schedule = schedule_of(HEAD + "tasks:\n  a: {duration: 1d}\n" + tasks)
    assert str(facts(schedule, "a")[""]["followed by"]).endswith("t10, t11, and 8 more")


def test_a_task_without_dates() -> None:
    schedule, _ = schedule_and_findings(HEAD + "tasks: {a: {after: b}, b: {after: a}}\n")
    assert facts(schedule, "a")[""] == {
        "dates": "not dated: something it hangs on is in error",
        "after": "b",
        "written at": "plan.yaml, line 5",
    }


def test_a_chart_leaves_out_what_is_not_asked_for() -> None:
    schedule = schedule_of(
        HEAD + "phases: {p: {tasks: {a: {duration: 1d}}}, q: {tasks: {b: {owner: o}}}}\n"
    )
    every = chart(schedule, EVERYTHING, schedule.start, "en")
    assert [bar.key for bar in every.bars] == ["p", "p.a", "q", "q.b"]
    some = chart(schedule, Selection(owner="o"), schedule.start, "en")
    assert [bar.key for bar in some.bars] == ["q", "q.b"]
    assert chart(schedule, Selection(owner="l"), schedule.start, "en").bars == ()
    over = schedule_of(HEAD + "tasks: {a: {start: 2021-12-30, duration: 3d}}\n")
    drawn = chart(over, EVERYTHING, over.start, "en")
    assert [label for _, label in drawn.months] == ["Dec", "Jan 2022"]
