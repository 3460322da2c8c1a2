"""The laws of the scheduler; each class quotes the rule that it holds the program to."""

import json
from datetime import date, timedelta
from itertools import pairwise
from time import process_time
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rectify_cli.plan.model import Link
from rectify_cli.schedule.model import Schedule, Timing
from tests.laws.random_networks import START, Written, networks, text_of
from tests.pipeline import schedule_and_findings, schedule_of

LAW = settings(suppress_health_check=[HealthCheck.too_slow])


def dated(plan: Written) -> Schedule:
    return schedule_of(text_of(plan))


def by_path(schedule: Schedule) -> dict[str, Timing]:
    return {
        schedule.task_of(timing).path + ("" if timing.units is None else f"@{unit}"): timing
        for timing in schedule.timings
        if not timing.summary
        for unit in timing.units or ("",)
    }


def facts(timing: Timing) -> tuple[object, ...]:
    return (
        timing.start,
        timing.finish,
        timing.duration,
        timing.total_float,
        timing.free_float,
        timing.critical,
        timing.late_start,
        timing.late_finish,
    )


def workdays_before(timing: Timing, morning: date) -> int:
    """How many of a timing's workdays lie between the plan's start and a morning, by counting."""
    step = 1 if morning >= START else -1
    day, count = START, 0
    while day != morning:
        if step < 0:
            day -= timedelta(days=1)
        if timing.calendar.is_workday(day.toordinal()):
            count += step
        if step > 0:
            day += timedelta(days=1)
    return count


def begins(timing: Timing) -> date:
    return timing.start + timedelta(days=1) if timing.at_end else timing.start


def ends(timing: Timing) -> date:
    if timing.duration == 0:
        return begins(timing)
    return timing.finish + timedelta(days=1)


def reached(timing: Timing) -> int:
    """The workday (an ordinal) on which what follows may begin: a milestone has no side here."""
    return timing.calendar.day(timing.calendar.position(ends(timing).toordinal()))


def gap(link: Link, pred: Timing, succ: Timing) -> int:
    """By how many workdays (or days) a link is kept; negative where it is broken."""
    source = ends(pred) if link.type in {"FS", "FF"} else begins(pred)
    at_start = link.type in {"FS", "SS"}
    target = begins(succ) if at_start else ends(succ)
    if link.lag.elapsed:
        return (target - source).days - link.lag.days
    counted = workdays_before(succ, target) - workdays_before(succ, source)
    return counted - link.lag.days


class TestLinks:
    """FS: S ≥ F(pred) + lag. SS: S ≥ S(pred) + lag. FF: F ≥ F(pred) + lag. SF: F ≥ S(pred) + lag.

    A lag in workdays counts in the successor's calendar from the next working instant.
    """

    @LAW
    @given(networks(own_calendars=True, deadlines=True))
    def test_every_link_holds(self, plan: Written) -> None:
        schedule = dated(plan)
        for task in schedule.plan.tasks:
            for link in task.links:
                succ, pred = schedule.by_task[task.index][0], schedule.by_task[link.task][0]
                assert gap(link, pred, succ) >= 0, (task.path, link)

    @LAW
    @given(networks(own_calendars=True))
    def test_something_holds_each_task_back(self, plan: Written) -> None:
        for timing in dated(plan).timings:
            assert timing.drivers


class TestWork:
    """A task of n workdays that starts on workday k covers k … k+n-1."""

    @LAW
    @given(networks(own_calendars=True, deadlines=True))
    def test_nothing_works_on_a_day_off(self, plan: Written) -> None:
        for timing in dated(plan).timings:
            if timing.duration:
                assert timing.calendar.is_workday(timing.start.toordinal())
                assert timing.calendar.is_workday(timing.finish.toordinal())
                morning = timing.finish + timedelta(days=1)
                covered = workdays_before(timing, morning) - workdays_before(timing, timing.start)
                assert covered == timing.duration

    @LAW
    @given(networks(own_calendars=True))
    def test_nothing_starts_before_the_plan(self, plan: Written) -> None:
        schedule = dated(plan)
        assert all(timing.start >= schedule.start for timing in schedule.timings)


class TestFloats:
    """Total float: the task's own workdays from its start to its late start."""

    @LAW
    @given(networks())
    def test_late_is_not_before_early(self, plan: Written) -> None:
        for timing in dated(plan).timings:
            assert timing.late_start >= timing.start
            assert timing.late_finish >= timing.finish
            assert timing.total_float >= timing.free_float >= 0

    @LAW
    @given(networks(own_calendars=True))
    def test_some_task_is_critical(self, plan: Written) -> None:
        schedule = dated(plan)
        assert any(timing.critical for timing in schedule.timings)

    @LAW
    @given(networks())
    def test_least_total_float_is_zero(self, plan: Written) -> None:
        assert min(timing.total_float for timing in dated(plan).timings) == 0

    @LAW
    @given(networks(milestones=False, types="FS SS", lags=(0, 3)), st.data())
    def test_a_task_may_grow_by_its_float(self, plan: Written, data: st.DataObject) -> None:
        """With FS and SS only: the finish of a longer task follows it."""
        schedule = dated(plan)
        name = data.draw(st.sampled_from(sorted(plan["tasks"])))
        timing = by_path(schedule)[name]
        assume(timing.total_float <= 40)
        longer = json.loads(json.dumps(plan))
        longer["tasks"][name]["duration"] = f"{timing.duration + timing.total_float}d"
        assert dated(longer).finish == schedule.finish


class TestLongestPath:
    """Without lags or starts the finish is the longest path through the network."""

    @LAW
    @given(networks(types="FS", lags=(0, 0), starts=False))
    def test_finish_is_the_longest_path(self, plan: Written) -> None:
        schedule = dated(plan)
        graph: nx.DiGraph[object] = nx.DiGraph()
        lengths = {task.index: task.dates.duration or 0 for task in schedule.plan.tasks}
        for task in schedule.plan.tasks:
            graph.add_edge("start", task.index, weight=0)
            graph.add_edge(task.index, "end", weight=lengths[task.index])
            for link in task.links:
                graph.add_edge(link.task, task.index, weight=lengths[link.task])
        longest = nx.dag_longest_path_length(graph)
        calendar = schedule.calendar
        finish = max(ends(timing) for timing in schedule.timings)
        first = calendar.position(START.toordinal())
        assert calendar.position(finish.toordinal()) - first == longest


class TestOrder:
    """The order of lines, keys, files and units in the input never changes a date."""

    @LAW
    @given(networks(own_calendars=True, deadlines=True, pins=True), st.randoms())
    def test_permuting_tasks_changes_no_date(self, plan: Written, random: Any) -> None:
        names = list(plan["tasks"])
        random.shuffle(names)
        shuffled = {**plan, "tasks": {name: plan["tasks"][name] for name in names}}
        one, other = by_path(dated(plan)), by_path(dated(shuffled))
        assert {name: facts(one[name]) for name in one} == {
            name: facts(other[name]) for name in one
        }

    @LAW
    @given(networks(own_calendars=True, deadlines=True, pins=True))
    def test_building_twice_gives_the_same(self, plan: Written) -> None:
        one, other = by_path(dated(plan)), by_path(dated(plan))
        assert list(one) == list(other)
        assert list(map(facts, one.values())) == list(map(facts, other.values()))

    @LAW
    @given(networks(types="FS SS FF SF"), st.integers(1, 20))
    def test_shifting_everything_by_weeks_shifts_every_date(
        self, plan: Written, weeks: int
    ) -> None:
        moved = _shifted(plan, timedelta(weeks=weeks))
        one, other = by_path(dated(plan)), by_path(dated(moved))
        for name, timing in one.items():
            assert other[name].start - timing.start == timedelta(weeks=weeks)
            assert other[name].finish - timing.finish == timedelta(weeks=weeks)


def _shifted(value: Any, by: timedelta) -> Any:
    if isinstance(value, dict):
        return {key: _shifted(each, by) for key, each in value.items()}
    if isinstance(value, list):
        return [_shifted(each, by) for each in value]
    try:
        return str(date.fromisoformat(value) + by)
    except ValueError:
        return value


class TestHolidays:
    """Adding a holiday never makes anything earlier.

    With lags ≥ 0, one calendar, no pins, deadlines, hammocks, `alap` or repeats; and no FF or SF:
    what ends with the beginning of a Wednesday ends on Tuesday's evening, and a Tuesday off makes
    that Monday's.
    """

    @LAW
    @given(networks(lags=(0, 4), types="FS SS"), st.integers(0, 60))
    def test_a_holiday_never_makes_anything_earlier(self, plan: Written, offset: int) -> None:
        holiday = str(START + timedelta(days=offset))
        calendar = plan["calendar"]
        assume(holiday not in calendar["days_off"] and holiday not in calendar["workdays"])
        with_holiday = {
            **plan,
            "calendar": {**calendar, "days_off": [*calendar["days_off"], holiday]},
        }
        before, after = by_path(dated(plan)), by_path(dated(with_holiday))
        for name, timing in before.items():
            assert reached(after[name]) >= reached(timing), name
            if timing.duration:
                assert after[name].start >= timing.start, name


class TestShortening:
    """Shortening never makes an FS-only plan later."""

    @LAW
    @given(networks(types="FS", lags=(0, 3)), st.data())
    def test_shorter_is_never_later(self, plan: Written, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(plan["tasks"])))
        length = int(plan["tasks"][name]["duration"][:-1])
        assume(length > 1)
        shorter = json.loads(json.dumps(plan))
        shorter["tasks"][name]["duration"] = f"{length - 1}d"
        before, after = by_path(dated(plan)), by_path(dated(shorter))
        assert all(reached(after[each]) <= reached(timing) for each, timing in before.items())

    def test_false_friend_a_longer_task_can_end_a_plan_earlier(self) -> None:
        """With FF a finish is bound: a longer task starts earlier, and so does what follows it."""
        short = dated(_false_friend("1d"))
        long = dated(_false_friend("5d"))
        assert short.finish is not None
        assert long.finish is not None
        assert long.finish < short.finish


def _false_friend(duration: str) -> Written:
    return {
        "rectify": "1",
        "title": "False friend",
        "start": "2021-03-01",
        "tasks": {
            "long": {"duration": "5d"},
            "tail": {"duration": duration, "after": "long FF"},
            "next": {"duration": "5d", "after": "tail SS"},
        },
    }


class TestFanOut:
    """`each: G` makes an instance per unit of G: the same as the plan written out by hand."""

    @LAW
    @given(
        networks(own_calendars=False, deadlines=True, most=6),
        st.lists(st.booleans(), min_size=6, max_size=6),
        st.lists(st.lists(st.integers(0, 40), max_size=2), min_size=3, max_size=3),
        st.booleans(),
    )
    def test_fan_out_equals_the_plan_by_hand(
        self,
        plan: Written,
        fanned: list[bool],
        off: list[list[int]],
        same: bool,  # noqa: FBT001 - Hypothesis hands it by place
    ) -> None:
        units = {
            f"u{number}": {
                "kind": "unit",
                "days_off": sorted({str(START + timedelta(days=each)) for each in days}),
            }
            for number, days in enumerate(off)
        }
        names = list(plan["tasks"])
        fans = {name for name, flag in zip(names, fanned, strict=False) if flag}
        folded = by_path(dated(_folded(plan, units, fans, same=same)))
        by_hand = by_path(dated(_by_hand(plan, units, fans, same=same)))
        for name in names:
            if name in fans:
                for unit in units:
                    assert facts(folded[f"{name}@{unit}"]) == facts(by_hand[f"{name}-{unit}"])
            else:
                assert facts(folded[name]) == facts(by_hand[name])


def _folded(plan: Written, units: Written, fans: set[str], *, same: bool) -> Written:
    tasks: Written = {}
    for name, task in plan["tasks"].items():
        folded = {**task, "after": [_link(each, name, fans, same=same) for each in _after(task)]}
        if name in fans:
            folded["each"] = "all"
        tasks[name] = folded
    return {**plan, "owners": units, "groups": {"all": {"kind": "unit"}}, "tasks": tasks}


def _link(text: str, name: str, fans: set[str], *, same: bool) -> Written:
    task, kind, *lag = text.split(" ", 2)
    link: Written = {"task": task, "link": kind}
    if lag:
        link["lag"] = lag[0].replace("+ ", "").replace("- ", "-")
    if same and name in fans and task in fans:
        link["each"] = "same"
    return link


def _by_hand(plan: Written, units: Written, fans: set[str], *, same: bool) -> Written:
    tasks: Written = {}
    for name, task in plan["tasks"].items():
        for unit in units if name in fans else ("",):
            after: list[str] = []
            for each in _after(task):
                pred, rest = each.split(" ", 1)
                preds = [f"{pred}-{u}" for u in units] if pred in fans else [pred]
                if same and unit and pred in fans:
                    preds = [f"{pred}-{unit}"]
                after.extend(f"{one} {rest}" for one in preds)
            copy = {**task, "after": after}
            if unit:
                copy["owner"] = unit
            tasks[f"{name}-{unit}" if unit else name] = copy
    return {**plan, "owners": units, "tasks": tasks}


def _after(task: Written) -> list[str]:
    found: list[str] = task.get("after", [])
    return found


@pytest.mark.slow
class TestScale:
    """A chain of 100,000 tasks neither overflows nor takes quadratic time."""

    def test_a_chain_of_100_000(self) -> None:
        took = []
        for size in (10_000, 100_000):
            lines = [
                "rectify: 1",
                "title: Chain",
                "start: 2021-03-01",
                "defaults: {duration: 1d}",
                "tasks:",
                "  t0: {}",
            ]
            lines += [f"  t{n}: {{after: t{n - 1}}}" for n in range(1, size)]
            text = "\n".join(lines) + "\n"
            begun = process_time()
            schedule, found = schedule_and_findings(text)
            took.append(process_time() - begun)
            # That nobody owns a task is said of the first thousands only.
            assert {each.rule for each in found if each.is_error} <= {"too-large"}
            assert schedule.workdays == size
            assert all(one.finish < other.start for one, other in pairwise(schedule.timings))
        assert took[1] < 25 * took[0]
