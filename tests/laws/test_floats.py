"""Floats are what they promise: to its late start a task may slip, and not a workday further."""

import json
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rectify_cli.schedule.model import Schedule, Timing
from tests.laws.random_networks import Written, networks
from tests.laws.test_schedule import by_path, dated, ends

LAW = settings(suppress_health_check=[HealthCheck.too_slow])


def _later(day: date, timing: Timing, workdays: int) -> date:
    """The day so many workdays of a task's own calendar after one of them."""
    calendar = timing.calendar
    return date.fromordinal(calendar.day(calendar.position(day.toordinal()) + workdays))


def _slipped(plan: Written, name: str, day: date) -> Schedule:
    """The plan in which a task starts no earlier than a day."""
    moved = json.loads(json.dumps(plan, default=str))
    moved["tasks"][name]["start"] = str(day)
    return dated(moved)


def _ended(timing: Timing) -> date:
    """The first midnight by which it is over: a milestone's morning is the evening before it."""
    calendar = timing.calendar
    last = calendar.day(calendar.position(ends(timing).toordinal()) - 1)
    return date.fromordinal(last + 1)


def _breaks(before: Schedule, after: Schedule, end: Callable[[Timing], date] = ends) -> bool:
    """Whether the plan ends later, or a deadline is missed that was not, or by more."""
    if max(map(end, after.timings)) > max(map(ends, before.timings)):
        return True
    was = by_path(before)
    return any(
        timing.deadline is not None
        and end(timing).toordinal() > max(timing.deadline, was[name].finish).toordinal() + 1
        for name, timing in by_path(after).items()
    )


class TestTotalFloat:
    """Total float: the task's own workdays from its start to its late start."""

    @LAW
    @given(networks(own_calendars=True, deadlines=True), st.data())
    def test_a_task_may_slip_to_its_late_start(self, plan: Written, data: st.DataObject) -> None:
        schedule = dated(plan)
        name = data.draw(st.sampled_from(sorted(plan["tasks"])))
        timing = by_path(schedule)[name]
        assume(timing.total_float > 0)
        assert not _breaks(schedule, _slipped(plan, name, timing.late_start), _ended)

    @LAW
    @given(networks(own_calendars=True, deadlines=True), st.data())
    def test_and_no_further(self, plan: Written, data: st.DataObject) -> None:
        schedule = dated(plan)
        name = data.draw(st.sampled_from(sorted(plan["tasks"])))
        timing = by_path(schedule)[name]
        # What is late already may slip to where it is late by as much.
        assume(all(each.total_float >= 0 for each in schedule.timings))
        # A milestone on an evening stands no later on the morning after.
        further = 1 if timing.duration else 2
        day = _later(timing.late_start, timing, further)
        assume(timing.deadline is None or day <= timing.deadline)
        assert _breaks(schedule, _slipped(plan, name, day))

    @LAW
    @given(networks(own_calendars=True, deadlines=True))
    def test_late_dates_hold_the_work(self, plan: Written) -> None:
        for timing in dated(plan).timings:
            if timing.duration:
                last = _later(timing.late_start, timing, timing.duration - 1)
                assert timing.late_finish == last


class TestFreeFloat:
    """Free float: the smallest gap to what follows, no more than the total float.

    Without milestones: what slips to a milestone's own instant may bring it over a night.
    """

    @LAW
    @given(networks(milestones=False, own_calendars=True, deadlines=True), st.data())
    def test_within_it_nothing_else_moves(self, plan: Written, data: st.DataObject) -> None:
        schedule = dated(plan)
        name = data.draw(st.sampled_from(sorted(plan["tasks"])))
        timing = by_path(schedule)[name]
        assume(timing.free_float)
        day = _later(timing.start, timing, timing.free_float)
        slipped = _slipped(plan, name, day)
        assert _others(schedule, name) == _others(slipped, name)
        assert not _breaks(schedule, slipped)

    @LAW
    @given(networks(milestones=False, own_calendars=True, deadlines=True), st.data())
    def test_and_beyond_it_something_does(self, plan: Written, data: st.DataObject) -> None:
        schedule = dated(plan)
        name = data.draw(st.sampled_from(sorted(plan["tasks"])))
        timing = by_path(schedule)[name]
        day = _later(timing.start, timing, timing.free_float + 1)
        slipped = _slipped(plan, name, day)
        assert _others(schedule, name) != _others(slipped, name) or _breaks(schedule, slipped)


def _others(schedule: Schedule, name: str) -> dict[str, tuple[date, date]]:
    """Where all tasks but one stand."""
    return {
        other: (timing.start, timing.finish)
        for other, timing in by_path(schedule).items()
        if other != name
    }
