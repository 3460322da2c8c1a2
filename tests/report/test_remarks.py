"""What is said of each task that needs attention: what is the matter, and all that explains it."""

import pytest

from rectify_cli.report.remarks import remark
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words
from tests.progress.story import row, told

_PLAN = """\
rectify: 1
title: T
start: 2021-03-01
deadline: 2021-03-26
lamps: {due_soon: 2d}
owners:
  {city: {title: City}, li: {title: Li}, a: {kind: u}, b: {kind: u}, c: {kind: u}, d: {kind: u}}
groups: {all: {kind: u}}
phases:
  p:
    deadline: 2021-03-12
    tasks:
      silent: {owner: li, duration: 5d}
      unowned: {duration: 5d}
      stale: {duration: 15d, report_every: 2d}
      counted: {duration: 10d, target: {count: 100, unit: papers}}
      blocked: {duration: 20d}
      fan: {each: all, duration: 3d}
      accepted: {duration: 3d, accept: city}
      waiting: {after: [silent, unowned, stale, counted], duration: 2d}
      last: {after: waiting, duration: 5d}
      dropped: {duration: 3d}
      lost: {duration: 3d}
      closed: {each: all, duration: 3d}
      soon: {start: 2021-03-01, finish: 2021-03-05, deadline: 2021-03-10}
      today: {start: 2021-03-01, finish: 2021-03-09}
      torn: {duration: 20d, checklist: [{id: x, item: X}], target: {count: 9, unit: papers}}
  q:
    tasks:
      weekly: {repeat: {every: week, on: fri}, start: 2021-03-01, finish: 2021-03-19}
      hammock: {duration: to-deadline, deadline: 2021-03-31, report_every: 1w}
"""
_STORY = """\
2021-03-01 start p.stale
2021-03-02 count p.counted 10
2021-03-02 block p.blocked why="no room"
2021-03-02 block p.fan unit=a why=ice
2021-03-03 block p.fan unit=b
2021-03-03 block p.fan unit=c why=snow
2021-03-03 block p.fan unit=d why=hail
2021-03-03 done p.accepted
2021-03-03 drop p.dropped why=merged
2021-03-03 drop p.lost
2021-03-03 done p.closed unit=a
2021-03-04 close p.closed
2021-03-08 progress p.soon 99
2021-03-08 progress p.today 99
2021-03-04 count p.torn 5 by=li unseen
2021-03-04 count p.torn 6 by=wu unseen
2021-03-04 item p.torn x by=li unseen
2021-03-04 unitem p.torn x by=wu unseen
2021-03-04 progress p.torn 30 by=li unseen
2021-03-04 progress p.torn 40 by=wu unseen
2021-03-04 block p.torn why=ice by=li unseen
2021-03-04 unblock p.torn by=wu unseen
2021-03-05 done q.weekly for=2021-03-05
"""
_SAID = """\
04 p: late +13d / deadline 03-12, forecast 03-31 / because of p.blocked
04 p.silent: not reported 3d / planned to start 03-01, Li has said nothing\
 / planned finish 03-05, forecast 03-10
04 p.unowned: not reported 3d / planned to start 03-01, nobody has said anything\
 / planned finish 03-05, forecast 03-10
04 p.stale: late +5d / nothing heard since 03-01 / planned finish 03-19, deadline around it 03-12
04 p.counted: late +2d / 10 of 100 papers, 40 expected\
 / planned finish 03-12, deadline around it 03-12, forecast 03-16
04 p.blocked: blocked / blocked since 03-02 (no room)\
 / planned finish 03-26, deadline around it 03-12, forecast 03-31
04 p.fan: overdue 1d / 0 of 4 units, 4 missing: a, b, c, d\
 / a blocked since 03-02 (ice), b blocked since 03-03, 2 more blocked / planned finish 03-03
04 p.accepted: overdue 1d / for City to accept / planned finish 03-03
04 p.waiting: late +7d / waits for p.silent, p.unowned and 2 more, which are late\
 / planned finish 03-23, deadline around it 03-12
04 p.dropped: dropped / dropped 03-03 (merged)
04 p.lost: dropped / dropped 03-03
04 p.closed: done / done 03-04 / 1 of 4 units, 3 missing: b, c, d
04 p.torn: blocked / 5 of 9 papers, 1 expected / blocked since 03-04 (ice)\
 / planned finish 03-26, deadline around it 03-12, forecast 03-17\
 / li says 30%, wu says 40%: the first counts until one reports again\
 / li says 5 in all, wu says 6 in all: the first counts until one reports again\
 / 2 more contradictions
04 q.weekly: due in 1d / 0 of 3 times have come / due 03-05
09 p.soon: behind 1 pts / 99%, 100% expected / deadline 03-10, forecast 03-09
09 p.today: due today / 99%, 100% expected / planned finish 03-09
09 q.weekly: active / 1 of 3 times have come / due 03-12
09 q.hammock: late +3d / planned to start 03-01, nobody has said anything\
 / deadline 03-31, deadline around it 03-26
16 p: overdue 2d / deadline 03-12 / because of p.blocked
16 p.last: late +17d / waits for p.waiting, which is late\
 / planned finish 03-30, deadline around it 03-12, forecast 04-06 / because of p.counted
16 q.weekly: overdue 2d / the one of 03-12 / due 03-12
"""


def _remark(plan: str, story: str, day: str, path: str) -> str:
    teller = Teller(told(plan, story, day), Words("en"))
    found = remark(teller, row(teller.status, path))
    return " / ".join((found.what, *found.why))


@pytest.mark.parametrize("line", _SAID.splitlines(), ids=lambda line: line.partition(":")[0])
def test_what_is_said_of_a_task(line: str) -> None:
    head, _, said = line.partition(": ")
    day, _, path = head.partition(" ")
    assert _remark(_PLAN, _STORY, f"2021-03-{day}", path) == said


_SMALL = "rectify: 1\ntitle: T\nstart: 2021-03-01\ntasks:\n  a: {duration: 9d, checklist: [X, Y]}\n"
_TORN = [
    ("progress a 30", "done a", "li says 30%, wu says done"),
    ("reopen a", "done a", "li says not done, wu says done"),
    ("unitem a X", "item a X", "li says X not ticked, wu says X ticked"),
    ("block a why=ice", "unblock a", "li says blocked, wu says no longer blocked"),
    ("reopen a", "drop a", "li says not done, wu says dropped"),
]


@pytest.mark.parametrize(("one", "other", "said"), _TORN, ids=[said for *_, said in _TORN])
def test_both_sides_of_a_contradiction_are_told(one: str, other: str, said: str) -> None:
    story = f"2021-03-01 {one} by=li unseen\n2021-03-01 {other} by=wu unseen\n"
    found = _remark(_SMALL, story, "2021-03-01", "a")
    assert f" / {said}: the first counts until one reports again" in found


def test_a_share_that_is_known_in_per_cent_is_said_so_until_somebody_counts() -> None:
    said = [_why_of("p.counted", lines) for lines in ("progress p.counted 40", "count p.counted 9")]
    assert said == ["40%, 20% expected", "9 of 100 papers, 20 expected"]


def test_a_block_began_with_its_first_reason() -> None:
    again = "block p.blocked why=ice\n2021-03-04 block p.blocked why=snow"
    assert _why_of("p.blocked", again, "2021-03-05") == "blocked since 03-02 (snow)"
    anew = f"{again}\n2021-03-04 unblock p.blocked\n2021-03-05 block p.blocked why=hail"
    assert _why_of("p.blocked", anew, "2021-03-05") == "blocked since 03-05 (hail)"


def _why_of(path: str, said: str, as_of: str = "2021-03-02") -> str:
    """The first that is said of a task after one report, or several."""
    status = told(_PLAN, f"2021-03-02 {said}", as_of)
    return remark(Teller(status, Words("en")), row(status, path)).why[0]


def test_a_contradiction_names_the_unit_or_the_occurrence_that_it_is_about() -> None:
    lines = """\
2021-03-03 done p.fan unit=b by=li unseen
2021-03-03 reopen p.fan unit=b by=wu unseen
2021-03-05 done q.weekly for=2021-03-05 by=li unseen
2021-03-05 reopen q.weekly for=2021-03-05 by=wu unseen
"""
    status = told(_PLAN, lines, "2021-03-08")
    teller = Teller(status, Words("en"))
    said = [remark(teller, row(status, path)).why[-1] for path in ("p.fan", "q.weekly")]
    says = "wu says not done, li says done: the first counts until one reports again"
    assert said == [f"b: {says}", f"03-05: {says}"]
