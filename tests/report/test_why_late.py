"""Why a task is late: what was reported on the way stands in place of what is written."""

import pytest

from rectify_cli.app.show import TaskView
from rectify_cli.app.why import explain_lateness
from tests.progress.story import told

_PLAN = """\
rectify: 1
title: T
start: 2021-03-01
owners: {city: {title: City}, a: {kind: u}, b: {kind: u}, c: {kind: u}}
groups: {all: {kind: u}}
tasks:
  plain: {duration: 4d}
  after: {after: plain, duration: 2d}
  seen: {duration: 4d, accept: city}
  pinned: {on: 2021-03-03}
  window: {start: 2021-03-01, finish: 2021-03-12}
  hammock: {duration: to-deadline, deadline: 2021-03-05}
  fan: {each: all, duration: 4d}
  free: {start: 2021-03-15, duration: 1d}
  weekly: {repeat: {every: week, on: fri}, finish: 2021-03-26}
"""


def _view(word: str, lines: str, as_of: str) -> TaskView:
    view = explain_lateness(told(_PLAN, lines, as_of), word, None, "en")
    assert isinstance(view, TaskView)
    return view


def _said(word: str, lines: str, as_of: str) -> list[str]:
    first = next(iter(_view(word, lines, as_of).report.sections))
    return [str(row.cells[1]) for row in first.rows]


@pytest.mark.parametrize(
    ("word", "lines", "as_of", "said"),
    [
        ("plain", "2021-03-02 done plain", "2021-03-09", ["was done Tue 03-02"]),
        (
            "seen",
            "2021-03-02 done seen",
            "2021-03-09",
            ["was reported done Tue 03-02 and waits for acceptance by City"],
        ),
        (
            "plain",
            "2021-03-02 progress plain 30",
            "2021-03-09",
            ["began Tue 03-02; 30% of it is done, which leaves 3 workdays"],
        ),
        (
            "window",
            "2021-03-02 progress window 90",
            "2021-03-03",
            ["began Tue 03-02; 90% of it is done, and its last day is Fri 03-12"],
        ),
        (
            "plain",
            "2021-03-03 start plain",
            "2021-03-04",
            ["began Wed 03-03; nothing is known of how far it is, and it ends Mon 03-08"],
        ),
        (
            "plain",
            "2021-03-01 start plain",
            "2021-03-09",
            ["began Mon 03-01 and should be over: it ends Tue 03-09 at the earliest"],
        ),
        (
            "plain",
            "2021-03-03 start plain\n2021-03-04 block plain why=ice",
            "2021-03-09",
            [
                (
                    "began Wed 03-03 and should be over: it ends Tue 03-09 at the earliest, "
                    "blocked since Thu 03-04 (ice)"
                )
            ],
        ),
        (
            "pinned",
            "",
            "2021-03-09",
            ["was planned to start Wed 03-03 and has not begun: Tue 03-09 is the earliest"],
        ),
        (
            "hammock",
            "",
            "2021-03-09",
            [
                "is past its deadline Fri 03-05: Tue 03-09 is the earliest",
                "was planned to start Mon 03-01 and has not begun: Tue 03-09 is the earliest",
            ],
        ),
        (
            "hammock",
            "",
            "2021-03-03",
            [
                "works until its deadline, Fri 03-05",
                "was planned to start Mon 03-01 and has not begun: Wed 03-03 is the earliest",
            ],
        ),
        (
            "hammock",
            "2021-03-02 progress hammock 50",
            "2021-03-09",
            ["began Tue 03-02; 50% of it is done, which leaves 3 workdays"],
        ),
        (
            "fan",
            "2021-03-02 done fan unit=a",
            "2021-03-03",
            ["has 1 of 3 units done; the others are planned to end Thu 03-04"],
        ),
        (
            "fan",
            "2021-03-02 done fan unit=a",
            "2021-03-09",
            ["has 1 of 3 units done; the others take 3 workdays at that pace"],
        ),
        (
            "fan",
            "2021-03-02 done fan unit=a\n2021-03-05 done fan unit=b\n2021-03-03 done fan unit=c",
            "2021-03-09",
            ["has 3 of 3 units done, the last Fri 03-05"],
        ),
        ("free", "", "2021-03-09", ["starts no earlier: start: 2021-03-15"]),
        ("plain", "", "2021-03-01", ["starts with the plan: start: 2021-03-01"]),
        ("weekly", "", "2021-03-09", ["repeats, outside the network of links"]),
    ],
)
def test_a_step_is_told_by_its_reports(word: str, lines: str, as_of: str, said: list[str]) -> None:
    assert _said(word, lines, as_of) == [f"{word} {each}" for each in said]


def test_what_waits_is_led_back_to_what_was_reported() -> None:
    lines = "2021-03-03 progress plain 30"
    assert _said("after", lines, "2021-03-09") == [
        "plain ends Thu 03-11; after follows (after, FS)",
        "plain began Wed 03-03; 30% of it is done, which leaves 3 workdays",
    ]
    record = _view("after", lines, "2021-03-09").record
    assert (str(record["planned_start"]), str(record["planned_finish"])) == (
        "2021-03-05",
        "2021-03-08",
    )
    assert "total_float" not in record
    steps = record["chain"]
    assert isinstance(steps, list)
    assert [(each["kind"], each["line"] is None) for each in steps if isinstance(each, dict)] == [
        ("link", False),
        ("actual", True),
    ]


@pytest.mark.parametrize(
    ("lines", "as_of", "note"),
    [
        ("", "2021-03-09", ": 6 workdays later."),
        ("2021-03-02 done plain", "2021-03-09", ": 2 workdays earlier."),
        ("2021-03-01 start plain", "2021-03-02", ", and to end so."),
    ],
)
def test_how_late_it_is(lines: str, as_of: str, note: str) -> None:
    assert _view("plain", lines, as_of).report.notes == (
        f"Planned for Mon 03-01 to Thu 03-04{note}",
    )
