"""What waits to be accepted: told to whoever accepts, and asked of nobody else any more."""

from rectify_cli.report.brief import brief_of, brief_report
from rectify_cli.report.brief_record import brief_record
from rectify_cli.report.measures import say_measure
from rectify_cli.report.table import Report
from rectify_cli.report.teller import Teller
from rectify_cli.report.today import today
from rectify_cli.report.today_record import today_record
from rectify_cli.report.words import Words
from tests.progress.story import row, told

_PLAN = """\
rectify: 1
title: T
start: 2021-03-01
owners:
  {city: {title: City}, desk: {title: Desk}, a: {kind: u}, b: {kind: u}, c: {kind: u}, d: {kind: u}}
groups: {all: {kind: u}}
tasks:
  plain: {duration: 10d, accept: city, owner: a}
  fan: {each: all, duration: 10d, accept: desk, except: [d]}
  weekly: {each: all, repeat: {every: week, on: fri}, finish: 2021-03-26, accept: city}
  alone: {owner: d, repeat: {every: week, on: fri}, finish: 2021-03-26, accept: city}
"""
_STORY = """\
2021-03-02 done plain
2021-03-03 done fan unit=a
2021-03-04 done fan unit=b
2021-03-04 accept fan unit=a
2021-03-05 done weekly unit=a
2021-03-05 done weekly unit=c
2021-03-05 accept weekly unit=a for=2021-03-05
2021-03-05 done alone
"""


def _rows(report: Report, heading: str) -> list[tuple[str, str]]:
    """Of a section the tasks, each with what is said of it."""
    return [
        (str(row.cells[-3]), str(row.cells[-1]))
        for section in report.sections
        for row in section.rows
        if section.heading[0] == heading
    ]


def _waiting(owner: str | None) -> list[tuple[str, str]]:
    return _rows(today(told(_PLAN, _STORY, "2021-03-05"), owner, "en"), "Waiting to be accepted")


def test_who_accepts_is_told_what_waits_and_of_whom() -> None:
    fan = ("fan", "for Desk to accept, 1 of them: b, since 03-04")
    assert _waiting("desk") == [fan]
    assert _waiting("city") == [
        ("plain", "for City to accept, since 03-02"),
        ("weekly", "for City to accept, 1 of them: c, since 03-05"),
        ("alone", "for City to accept, since 03-05"),
    ]
    assert fan in _waiting(None)
    assert len(_waiting(None)) == 4
    assert _waiting("b") == []


def test_the_digest_tells_it_too() -> None:
    before, now = told(_PLAN, "", "2021-02-28"), told(_PLAN, _STORY, "2021-03-05")
    found = brief_of(before, now, now.as_of)
    assert [each.units for each in found.to_accept] == [(), ("b",), ("c",), ()]
    report = brief_report(before, now, now.as_of, "en")
    assert _rows(report, "Waiting to be accepted")[1][1].startswith("for Desk to accept, 1 of them")
    of_digest = brief_record(before, now, now.as_of)["to_accept"]
    assert of_digest == today_record(now, None, week=False)["to_accept"]


def test_what_was_taken_back_waits_no_longer() -> None:
    lines = f"{_STORY}2021-03-05 return fan unit=b\n2021-03-05 accept plain\n"
    now = told(_PLAN, lines, "2021-03-05")
    assert [each.row.index for each in brief_of(now, now, now.as_of).to_accept] == [2, 3]


def test_who_reported_is_not_asked_again() -> None:
    status = told(_PLAN, _STORY, "2021-03-05")
    teller = Teller(status, Words("en"))
    said = [say_measure(teller, row(status, path)) for path in ("fan", "weekly")]
    assert said == [
        "1 of 3 units, 1 to accept, 1 missing: c",
        "the one of 03-05, 1 of 4 units, 1 to accept, 2 missing: b, d",
    ]
    asked = {owner: _rows(today(status, owner, "en"), "On today") for owner in "bcd"}
    assert [path for path, _ in asked["b"]] == ["weekly"]
    assert [path for path, _ in asked["c"]] == ["fan"]
    assert [path for path, _ in asked["d"]] == ["weekly"]
