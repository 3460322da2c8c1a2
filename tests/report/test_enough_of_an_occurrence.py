"""A return that enough units made (`complete_at`) is asked of nobody any more, in any view."""

from rectify_cli.report.measures import say_measure
from rectify_cli.report.parts import parts_of
from rectify_cli.report.reminders import reminders
from rectify_cli.report.status_choice import Choice, chosen_leaves
from rectify_cli.report.teller import Teller
from rectify_cli.report.today import today
from rectify_cli.report.words import Words
from tests.progress.story import row, told

_PLAN = """\
rectify: 1
title: T
start: 2021-03-01
owners: {a: {kind: u}, b: {kind: u}, c: {kind: u}, d: {kind: u, parent: c}}
groups: {all: {kind: u}}
tasks:
  weekly:
    each: all
    repeat: {every: week, on: fri}
    finish: 2021-03-26
    complete_at: 50%
"""
_STORY = "2021-03-05 done weekly unit=a\n2021-03-05 done weekly unit=c\n"


def test_nobody_is_carried_over_for_it() -> None:
    status = told(_PLAN, _STORY, "2021-03-08")
    for owner in (None, "a", "b"):
        sections = [section.heading[0] for section in today(status, owner, "en").sections]
        assert sections == ["Next"]
    teller = Teller(status, Words("en"))
    assert say_measure(teller, row(status, "weekly")) == "1 of 4 times have come"
    assert not [part for part in parts_of(status, status.rows) if part.is_owed]
    assert not reminders(status, "en", None, leaders=False)


def test_a_unit_is_asked_for_those_that_too_few_made() -> None:
    lines = f"{_STORY}2021-03-12 done weekly unit=c"
    status = told(_PLAN, lines, "2021-03-15")
    (of_b,) = chosen_leaves(status, Choice(owner="b"))
    assert (str(of_b.due), of_b.overdue, of_b.done, of_b.total) == ("2021-03-12", 1, 0, 3)
    late = next(iter(today(status, "b", "en").sections)).rows
    assert [line.cells[0] for line in late] == ["overdue 1d"]
    # Half of its own units is not half of all: what they lack is still asked of them.
    (of_c,) = chosen_leaves(status, Choice(owner="c"))
    assert (of_c.missing, of_c.overdue) == (("d",), 1)
    late = next(iter(today(status, "c", "en").sections)).rows
    assert [line.cells[0] for line in late] == ["overdue 1d"]
    (of_d,) = reminders(status, "en", ["d"], leaders=False)
    assert [str(each.due) for each in of_d.errands] == ["2021-03-12"]
