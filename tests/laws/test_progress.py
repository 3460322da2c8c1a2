"""The laws of progress; each quotes the rule that it holds the program to."""

import random
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rectify_cli.plan.model import Task
from rectify_cli.progress.assess import assess_as_asked
from rectify_cli.progress.events import Event
from rectify_cli.progress.expected import weight_of
from rectify_cli.progress.fold import fold
from rectify_cli.progress.ledger import Stored, gather
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from tests.laws.random_networks import START, networks, text_of
from tests.laws.random_reports import days, events, plans
from tests.pipeline import in_english, schedule_and_findings, schedule_of
from tests.progress.story import assessed, id_of, row

LAW = settings(suppress_health_check=[HealthCheck.too_slow])


def leaves(status: Status) -> list[tuple[Task, TaskStatus]]:
    plan = status.schedule.plan
    return [(task, status.rows[task.index]) for task in plan.tasks if task.kind == "task"]


class TestTheStateIsAPureFunctionOfTheSetOfEvents:
    """File order, duplicates and clock skew are harmless."""

    @LAW
    @given(st.data())
    def test_order_and_copies_change_nothing(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        stored = data.draw(events(plan))
        day = data.draw(days)
        schedule = schedule_of(text_of(plan))
        shuffled = [*stored, *stored[::2]]
        random.Random(data.draw(st.integers(0, 99))).shuffle(shuffled)
        assert assessed(schedule, stored, day).rows == assessed(schedule, shuffled, day).rows

    @LAW
    @given(st.data())
    def test_clocks_change_nothing(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        stored = data.draw(events(plan))
        day = data.draw(days)
        schedule = schedule_of(text_of(plan))
        hours = iter(data.draw(st.lists(st.integers(0, 23), min_size=40, max_size=40)))
        skewed = [
            each._replace(event=each.event._replace(at=f"2021-03-08T{next(hours):02}:00:00Z"))
            for each in stored
        ]
        one, other = assessed(schedule, stored, day), assessed(schedule, skewed, day)
        assert [r.state for r in one.rows] == [r.state for r in other.rows]
        assert [r.share for r in one.rows] == [r.share for r in other.rows]

    @LAW
    @given(st.data())
    def test_merging_branches_either_way_gives_one_state(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        stored = data.draw(events(plan))
        cut = data.draw(st.integers(0, len(stored)))
        schedule = schedule_of(text_of(plan))
        one, other = stored[:cut], stored[cut:]
        day = data.draw(days)
        assert (
            assessed(schedule, one + other, day).rows == assessed(schedule, other + one, day).rows
        )


class TestARowIsWhatItIsAlone:
    """A command that asks for a few rows is told what the whole status says of them."""

    @LAW
    @given(st.data())
    def test_in_whatever_order_they_are_asked_for(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        stored = data.draw(events(plan))
        day = data.draw(days)
        schedule = schedule_of(text_of(plan))
        whole = assessed(schedule, stored, day).rows
        calendars = Calendars(schedule.plan.start, in_english)
        ledger = gather(schedule.plan, stored)
        asked = assess_as_asked(schedule, calendars.of, ledger, day).rows
        for index in data.draw(st.permutations(range(len(whole)))):
            assert asked[index] == whole[index]
        assert asked[1:] == list(whole[1:])


class TestAsOf:
    """An as-of day takes the reports whose `on` is up to it, whenever recorded."""

    @LAW
    @given(st.data())
    def test_it_never_looks_into_the_future(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        stored = data.draw(events(plan))
        day = data.draw(days)
        schedule = schedule_of(text_of(plan))
        later = [
            each._replace(
                event=each.event._replace(
                    id=id_of(500 + number), on=day + timedelta(days=1 + number), after=()
                )
            )
            for number, each in enumerate(stored)
        ]
        before = assessed(schedule, stored, day)
        assert before.rows == assessed(schedule, [*stored, *later], day).rows


class TestSilence:
    """Silence is never progress: the clock makes nothing done."""

    @LAW
    @given(plans(), days)
    def test_nothing_reported_nothing_done(self, plan: dict[str, object], day: date) -> None:
        status = assessed(schedule_of(text_of(plan)), [], day)
        assert status.share == 0
        assert {r.state for r in status.rows} <= {"waiting", "ready", "not-reported"}
        assert all(r.share == 0 and r.done == 0 for r in status.rows)


class TestRollUp:
    """A summary's share is Σ weight × share / Σ weight over its leaves that are not dropped."""

    @LAW
    @given(st.data())
    def test_it_is_the_weighted_sum_of_its_leaves(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        status = assessed(schedule_of(text_of(plan)), data.draw(events(plan)), data.draw(days))
        for share_of in ("share", "expected"):
            for path in ("p", "q", "plan"):
                inside = [
                    (weight_of(task), getattr(found, share_of))
                    for task, found in leaves(status)
                    if found.state != "dropped" and (path == "plan" or task.path[0] == path)
                ]
                total = sum(weight for weight, _ in inside)
                expected = sum(w * share for w, share in inside) / total if total else 0
                whole = status if path == "plan" else row(status, path)
                assert getattr(whole, share_of) == expected
        assert all(0 <= r.share <= 1 and 0 <= r.expected <= 1 for r in status.rows)

    @LAW
    @given(st.data())
    def test_every_row_is_sound(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        status = assessed(schedule_of(text_of(plan)), data.draw(events(plan)), data.draw(days))
        for task, found in leaves(status):
            assert (found.lamp is None) == (found.state == "dropped")
            assert (found.lamp == "done") == (found.state == "done")
            assert (found.lamp == "red") == (found.overdue > 0)
            if found.lamp == "red":
                assert found.due is not None
                assert found.due < status.as_of
                assert found.overdue >= 1
            if task.units is not None:
                assert found.done + len(found.missing) == found.total
            if found.state == "waiting":
                assert found.held_by


class TestForecast:
    """Open tasks never start before the as-of day; when all goes to plan, it is the plan."""

    @LAW
    @given(st.data())
    def test_open_work_ends_on_the_as_of_day_or_later(self, data: st.DataObject) -> None:
        plan = data.draw(plans())
        day = data.draw(days)
        status = assessed(schedule_of(text_of(plan)), data.draw(events(plan)), day)
        for _, found in leaves(status):
            if found.is_open:
                assert found.forecast_finish is not None
                assert found.forecast_finish >= day

    @LAW
    @given(networks(pins=True, own_calendars=True), st.integers(0, 80))
    def test_it_is_the_plan_when_all_goes_to_plan(
        self, written: dict[str, object], offset: int
    ) -> None:
        schedule, findings = schedule_and_findings(text_of(written))
        # In a forecast links beat pins: one that breaks a link now will not then.
        assume(not any(finding.rule == "link-broken" for finding in findings))
        day = START + timedelta(days=offset)
        status = assessed(schedule, _as_planned(schedule, day), day)
        assert status.slip == 0
        for _, found in leaves(status):
            assert found.forecast_finish == found.planned_finish

    @LAW
    @given(networks(lags=(0, 3)), st.integers(0, 40))
    def test_a_day_later_never_ends_earlier_while_nobody_reports(
        self, written: dict[str, object], offset: int
    ) -> None:
        schedule = schedule_of(text_of(written))
        day = START + timedelta(days=offset)
        today, tomorrow = (assessed(schedule, [], each) for each in (day, day + timedelta(1)))
        assert today.forecast_finish is not None
        assert tomorrow.forecast_finish is not None
        assert today.forecast_finish <= tomorrow.forecast_finish


def _as_planned(schedule: Schedule, day: date) -> list[Stored]:
    """What is reported up to a day when everybody starts and ends as planned."""
    found: list[Event] = []
    for timing in schedule.timings:
        if timing.summary:
            continue
        path = schedule.task_of(timing).path
        for kind, on in (("start", timing.start), ("done", timing.finish)):
            if on <= day:
                found.append(
                    Event(
                        id=id_of(len(found) + 1),
                        at="2021-03-08T08:00:00Z",
                        by="li",
                        kind="start" if kind == "start" else "done",
                        on=on,
                        task=path,
                        after=(found[-1].id,) if kind == "done" else (),
                    )
                )
    return [Stored(event, "plan.yaml") for event in found]


@LAW
@given(st.data())
def test_an_undo_is_as_if_nothing_had_been_said(data: st.DataObject) -> None:
    """`undo` annuls a report, on every as-of day."""
    plan = data.draw(plans())
    stored = data.draw(events(plan, 8))
    assume(stored)
    last = stored[-1]
    undo = Event(
        id=id_of(900), at="2021-03-09T08:00:00Z", by="li", kind="undo",
        on=date(2021, 5, 1), undoes=(last.event.id,),
    )  # fmt: skip
    schedule = schedule_of(text_of(plan))
    day = data.draw(days)
    with_undo = assessed(schedule, [*stored, Stored(undo, "plan.yaml")], day)
    assert with_undo.rows == assessed(schedule, stored[:-1], day).rows


def test_what_names_nothing_is_an_orphan() -> None:
    schedule = schedule_of(
        "rectify: 1\ntitle: T\nstart: 2021-03-01\nowners: {x: {}, y: {kind: person}}\n"
        "groups: {g: {kind: unit}}\ntasks:\n  a: {was: [old], duration: 1d}\n"
        "  f: {each: g, duration: 1d}\n"
    )
    stored = [
        Stored(Event(id=id_of(number), at="2021-03-08T08:00:00Z", by="li", kind="done",
                     on=START, task=task, unit=unit), "plan.yaml")
        for number, (task, unit) in enumerate(
            [("old", None), ("gone", None), ("f", "y"), ("f", "x"), ("f", None), ("a", "x")]
        )
    ]  # fmt: skip
    ledger = gather(schedule.plan, stored)
    assert sorted((o.stored.event.id[-1], o.lacks) for o in ledger.orphans) == [
        ("1", "task"), ("2", "unit"), ("4", "unit"), ("5", "unit"),
    ]  # fmt: skip
    assert row(assessed(schedule, stored, START), "a").state == "done"


def test_two_reports_of_one_name_are_one_whichever_is_read_first() -> None:
    """What is collected on two machines has one name, and two moments and writers."""
    schedule = schedule_of("rectify: 1\ntitle: T\nstart: 2021-03-01\ntasks: {a: {duration: 4d}}\n")
    one = Event(id=id_of(1), at="2021-03-08T08:00:00Z", by="li", kind="progress", on=START,
                task="a", percent=40)  # fmt: skip
    two = [
        Stored(one, "plan.yaml"),
        Stored(one._replace(at="2021-03-08T09:00:00Z", by="wang", percent=60), "plan.yaml"),
    ]
    (first, second) = (gather(schedule.plan, each) for each in (two, two[::-1]))
    assert first == second
    assert first.clashes == (id_of(1),)
    assert [event.by for event in first.said[0, None, None]] == ["li"]


def test_who_knew_by_then_of_what_was_written_after_knew_what_that_one_knew() -> None:
    """A clock that runs ahead dates a report into tomorrow; those after it contradict nobody."""
    schedule = schedule_of("rectify: 1\ntitle: T\nstart: 2021-03-01\ntasks: {a: {duration: 4d}}\n")
    said = [
        Event(id=id_of(number), at=f"{at}:00Z", by="li", kind="progress", on=START, task="a",
              percent=percent, after=() if number == 1 else (id_of(number - 1),))
        for number, at, percent in (
            (1, "2021-03-08T10:00", 80), (2, "2021-03-09T01:00", 60), (3, "2021-03-08T23:30", 70),
        )
    ]  # fmt: skip
    stored = [Stored(event, "plan.yaml") for event in said]
    ledger = gather(schedule.plan, stored, "2021-03-09T00:00:00Z")
    facts = fold(ledger.said[0, None, None], START)
    assert (facts.percent, facts.conflicts) == (70, ())
