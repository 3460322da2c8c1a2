"""Whom a reminder asks for what: the units that are missing, the owner, or the leader."""

from rectify_cli.report.reminders import overdue_only, reminder_text, reminders
from tests.progress.story import told

_PLAN = """\
rectify: 1
title: The programme
start: 2021-03-01
lamps: {due_soon: 2d}
owners:
  {li: {title: Li}, wu: {title: Wu}, a: {kind: u}, b: {kind: u}, c: {kind: u}, d: {kind: u},
   e: {kind: u}, f: {kind: u}, g: {kind: u}}
groups: {all: {kind: u}}
tasks:
  fan: {title: Kick-offs, no: 3, each: all, lead: wu, duration: 2d, deadline: 2021-03-03,
        overrides: {g: {deadline: 2021-03-12}}}
  own: {title: Minutes, owner: li, lead: wu, duration: 4d, deliverable: Minutes}
  near: {title: Slides, owner: li, duration: 6d}
  far: {title: Report, owner: li, lead: wu, duration: 9d}
  nobody: {duration: 1d}
  weekly: {title: Return, owner: li, repeat: {every: week, on: fri}, finish: 2021-03-26}
  each: {title: Unit return, each: all, repeat: {every: week, on: fri}, finish: 2021-03-26}
  over: {title: Over, owner: li, lead: wu, duration: 1d}
"""
_STORY = """\
2021-03-02 done fan unit=b
2021-03-05 done weekly for=2021-03-05
2021-03-05 done each unit=a for=2021-03-05
2021-03-02 done over
"""


def _texts(
    day: str,
    *,
    leaders: bool = False,
    language: str = "en",
    plan: str = _PLAN,
    story: str = _STORY,
) -> dict[str, list[str]]:
    status = told(plan, story, day)
    found = reminders(status, language, None, leaders=leaders)
    return {each.recipient: reminder_text(each, language).splitlines()[1:-1] for each in found}


def test_whoever_does_it_is_asked_until_it_is_done_or_has_a_later_day() -> None:
    texts = _texts("2021-03-05")
    assert texts["li"] == [
        "1. Minutes, due Thu 2021-03-04, 1 workday overdue",
        "2. Slides, due Mon 2021-03-08, 1 workday left",
    ]
    late = "1. Kick-offs, due Wed 2021-03-03, 2 workdays overdue"
    return_ = "Unit return (2021-03-05), due Fri 2021-03-05, due today"
    assert texts["a"] == [late]
    assert texts["b"] == [f"1. {return_}"]
    assert texts["c"] == [late, f"2. {return_}"]
    assert texts["g"] == [f"1. {return_}"]
    assert "wu" not in texts


def test_a_leader_is_told_who_is_late_and_not_who_has_time() -> None:
    assert _texts("2021-03-05", leaders=True) == {
        "wu": [
            "1. Kick-offs, due Wed 2021-03-03, 2 workdays overdue, 5 missing: a, c, d, e, f",
            "2. Minutes, due Thu 2021-03-04, 1 workday overdue",
        ]
    }
    assert _texts("2021-03-02", leaders=True)["wu"][0] == (
        "1. Kick-offs, due Wed 2021-03-03, 1 workday left, 5 missing: a, c, d, e, f"
    )


def test_of_many_the_first_are_named() -> None:
    more = _PLAN.replace("overrides: {g: {deadline: 2021-03-12}}", "tags: [x]")
    (errand, _) = _texts("2021-03-05", leaders=True, plan=more)["wu"]
    assert errand.endswith("6 missing: a, c, d, e, f, and 1 more")


def test_a_leader_of_units_of_which_none_is_due_is_not_reminded_of_them() -> None:
    done = "".join(f"2021-03-02 done fan unit={unit}\n" for unit in "acdef")
    assert "wu" not in _texts(
        "2021-03-02", leaders=True, story=_STORY + done + "2021-03-02 done own\n"
    )
    (errand,) = _texts("2021-03-11", leaders=True, story=_STORY + done + "2021-03-02 done own\n")[
        "wu"
    ][:1]
    assert errand == "1. Report, due Thu 2021-03-11, due today"


def test_chinese() -> None:
    assert _texts("2021-03-09", leaders=True, language="zh")["wu"][1:] == [
        "2. Minutes，时限3月4日（周四），已逾期 3 个工作日，请即报送。",
        "3. Report，时限3月11日（周四），还有 2 个工作日。",
    ]


def test_a_slip_is_for_those_who_are_late_alone() -> None:
    found = reminders(told(_PLAN, _STORY, "2021-03-05"), "en", ["li", "b", "a"], leaders=False)
    assert [each.recipient for each in found] == ["li", "b", "a"]
    slips = overdue_only(found)
    assert [(each.recipient, [e.title for e in each.errands]) for each in slips] == [
        ("li", ["Minutes"]),
        ("a", ["Kick-offs"]),
    ]
