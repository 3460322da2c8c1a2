"""Corners of the scheduler: hammocks' links, absent units, dates past the last one, chains."""

from datetime import date

import pytest

from rectify_cli.schedule.chain import chain_behind
from rectify_cli.schedule.expand import expand
from rectify_cli.schedule.model import Schedule
from tests.pipeline import schedule_and_findings, schedule_of
from tests.schedule.small_plans import (
    plan_of,
    rules_of,
    schedule_tasks,
    span,
    spans,
    timing,
)


class TestHammockLinks:
    def test_ff_and_sf_links_into_it_bind_its_finish(self) -> None:
        dates = spans(
            """
            a: {duration: 8d}
            h: {start: 2021-03-03, duration: to-deadline, deadline: 2021-03-05, after: a FF}
            """
        )
        assert dates["h"] == "03-03..03-10"

    def test_its_ss_links_out_cap_what_comes_before_it(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 1d}
            h: {after: a, duration: to-deadline, deadline: 2021-03-12}
            b: {after: h SS, duration: 3d, deadline: 2021-03-05}
            """
        )
        assert timing(schedule, "a").total_float == 1
        assert timing(schedule, "h").total_float == 0

    def test_what_comes_before_it_is_capped_by_its_deadline_though_it_ends_later(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 8d}
            p: {duration: 1d}
            h: {duration: to-deadline, deadline: 2021-03-03, after: [p, a FF]}
            """
        )
        assert span(schedule, "h") == "03-02..03-10"
        assert timing(schedule, "p").total_float == 1

    def test_its_deadline_may_count_from_its_own_start(self) -> None:
        dates = spans("h: {start: 2021-03-03, duration: to-deadline, deadline: start + 2d}")
        assert dates["h"] == "03-03..03-05"

    def test_a_chain_of_drivers_stops_at_it(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 2d}
            h: {after: a, duration: to-deadline, deadline: 2021-03-12}
            b: {after: h, duration: 1d}
            """
        )
        assert [timing(schedule, name).critical for name in "ahb"] == [False, True, True]
        assert paths(schedule, "b") == ["b", "h"]

    def test_the_plans_deadline_from_its_start(self) -> None:
        dates = spans("h: {duration: to-deadline}", "deadline: start + 4d\n")
        assert dates["h"] == "03-01..03-05"

    def test_a_deadline_of_the_plan_that_names_a_task(self) -> None:
        tasks = "a: {duration: 2d}\nh: {duration: to-deadline}"
        assert spans(tasks, "deadline: a + 2d\n")["h"] == "03-01..03-04"


def paths(schedule: Schedule, name: str) -> list[str]:
    """The tasks on the chain behind one."""
    steps = chain_behind(schedule, timing(schedule, name))
    return [schedule.task_of(each).path for each, _ in steps]


class TestChains:
    def test_through_links_summaries_and_starts_back_to_the_plans_start(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 2d}
            s: {after: a, tasks: {x: {duration: 3d}, y: {duration: 1d}}}
            t: {after: s, duration: 1d}
            u: {start: t + 1d, duration: 1d}
            v: {after: s SS, duration: 9d}
            """
        )
        assert paths(schedule, "u") == ["u", "t", "s.x", "a"]
        assert paths(schedule, "v") == ["v", "s.x", "a"]

    def test_a_pin_ends_it(self) -> None:
        schedule = schedule_tasks("a: {duration: 2d}\np: {on: a + 3d}\nb: {after: p, duration: 1d}")
        assert paths(schedule, "b") == ["b", "p"]
        driver = timing(schedule, "p").drivers[0]
        assert driver.kind == "pin"
        assert driver.task == 0

    def test_drivers_of_a_summarys_own_start(self) -> None:
        schedule = schedule_tasks("s: {start: 2021-03-04, tasks: {x: {duration: 1d}}}")
        (driver,) = timing(schedule, "s.x").drivers
        assert (driver.kind, schedule.plan.tasks[driver.where].path) == ("start", "s")


class TestRelativePins:
    def test_milestones_windows_and_finishes(self) -> None:
        dates = spans(
            """
            a: {duration: 2d}
            on: {on: a + 1d, duration: 0d}
            ends: {finish: a + 3d, duration: 0d}
            both: {start: a + 1d, finish: a + 4d}
            """
        )
        assert dates["on"] == "03-03..03-03"
        assert dates["ends"] == "03-05..03-05"
        assert dates["both"] == "03-03..03-08"

    def test_a_pin_that_names_nobody_who_takes_part_has_no_date(self) -> None:
        head = """
            owners: {u: {title: U, left: 2021-03-01}}
            groups: {all: {kind: unit}}
            """
        schedule = schedule_and_findings(
            plan_of(
                """
                f: {each: all, start: 2021-03-10, duration: 1d}
                on: {on: f + 1d}
                ends: {finish: f + 1d}
                window: {start: f + 1d, finish: f + 2d}
                begun: {start: f + 1d, finish: 2021-03-31}
                half: {start: 2021-03-02, finish: f + 2d}
                free: {after: f, duration: 1d}
                """,
                head,
            )
        )[0]
        assert {schedule.task_of(each).path for each in schedule.timings} == {"free"}
        assert span(schedule, "free") == "03-01..03-01"

    def test_a_summary_from_a_relative_start(self) -> None:
        dates = spans("a: {duration: 2d}\ns: {start: a + 2d, tasks: {x: {duration: 1d}}}")
        assert dates["s.x"] == "03-04..03-04"

    @pytest.mark.parametrize("pin", ["on", "finish"])
    def test_a_capped_relative_pin_caps_what_it_names(self, pin: str) -> None:
        schedule = schedule_tasks(
            f"a: {{duration: 2d}}\nb: {{{pin}: a + 3d, deadline: 2021-03-04}}\nc: {{duration: 9d}}"
        )
        assert timing(schedule, "b").total_float == -1
        assert timing(schedule, "a").total_float == -1


class TestRange:
    """A date is never past the year 9999: what would be is left out, and said once."""

    TASKS = "\n".join(
        f"t{n}: {{duration: 5000d{f', after: t{n - 1}' if n else ''}}}" for n in range(500)
    )

    def test_one_finding_and_the_rest_has_dates(self) -> None:
        assert rules_of(self.TASKS).count("too-large") == 1
        schedule = schedule_tasks(self.TASKS)
        assert 0 < len(schedule.timings) < 500
        assert schedule.finish is not None
        assert schedule.finish.year > 9900


class TestFanOutDates:
    HEAD = """
        owners:
          a: {title: A}
          b: {title: B, days_off: [2021-03-02]}
        groups: {all: {kind: unit}}
        """

    def test_a_relative_date_counts_from_the_first_start_and_the_last_finish(self) -> None:
        schedule = schedule_of(
            plan_of(
                """
                f: {each: all, duration: 2d, overrides: {a: {start: 2021-03-03}}}
                after: {start: f.start + 1d, duration: 1d}
                last: {start: f + 1d, duration: 1d}
                """,
                self.HEAD,
            )
        )
        assert span(schedule, "f", "a") == "03-03..03-03"
        assert span(schedule, "f", "b") == "03-01..03-03"
        assert span(schedule, "after") == "03-02..03-02"
        assert span(schedule, "last") == "03-04..03-04"

    def test_ss_waits_for_all(self) -> None:
        schedule = schedule_of(
            plan_of(
                """
                f: {each: all, duration: 2d, overrides: {a: {start: 2021-03-03}}}
                g: {after: f SS, duration: 1d}
                """,
                self.HEAD,
            )
        )
        assert span(schedule, "g") == "03-03..03-03"

    def test_a_goal_may_be_a_phase_of_fan_outs(self) -> None:
        schedule = schedule_of(
            plan_of(
                "s: {tasks: {f: {each: all, duration: 2d}}}\nlong: {duration: 9d}",
                self.HEAD + "goal: s\n",
            )
        )
        assert timing(schedule, "s.f", "b").critical
        assert timing(schedule, "s.f", "a").total_float == 1

    def test_overrides_with_relative_dates(self) -> None:
        schedule = schedule_of(
            plan_of(
                """
                k: {duration: 3d}
                f: {each: all, duration: 1d, overrides: {a: {on: k + 1d, deadline: k + 2d}}}
                """,
                self.HEAD,
            )
        )
        assert span(schedule, "f", "a") == "03-04..03-04"
        assert timing(schedule, "f", "a").deadline == date(2021, 3, 5)

    def test_an_override_may_name_what_nothing_else_does(self) -> None:
        tasks = """
            s: {tasks: {x: {duration: 3d}}}
            f: {each: all, duration: 1d, overrides: {a: {on: s + 1d}, b: {start: f2 + 1d}}}
            f2: {each: all, duration: 2d}
            """
        schedule = schedule_of(plan_of(tasks, self.HEAD))
        assert span(schedule, "f", "a") == "03-04..03-04"
        assert span(schedule, "f", "b") == "03-04..03-04"


class TestItems:
    def test_due_days_of_checklist_items(self) -> None:
        schedule = schedule_tasks(
            """
            first: {duration: 1d}
            k: {duration: 2d}
            t:
              duration: 1d
              after: k
              checklist:
                - {item: fixed, due: 2021-03-02}
                - {item: own, due: start}
                - {item: other, due: k - 1d}
                - {item: from start, due: k.start + 1d}
                - without
            """
        )
        found = {
            item.text: f"{day.date:%m-%d}"
            for day in expand(schedule)
            for item in day.items
            if item.kind == "item"
        }
        assert found == {
            "fixed": "03-02",
            "own": "03-03",
            "other": "03-01",
            "from start": "03-02",
        }

    def test_a_due_day_that_names_what_has_no_dates(self) -> None:
        tasks = """
            x: {duration: 1d, after: y}
            y: {duration: 1d, after: x}
            t: {duration: 1d, deadline: x + 1d, checklist: [{item: i, due: x}]}
            """
        schedule = schedule_tasks(tasks)
        assert timing(schedule, "t").deadline is None
        assert [item.kind for day in expand(schedule) for item in day.items] == ["work"]


class TestRepeatBounds:
    def test_too_many(self) -> None:
        task = "t: {repeat: {every: day}, start: 2021-03-01, finish: 2050-01-01}"
        assert "too-large" in rules_of(task)

    def test_what_never_occurs_has_no_dates(self) -> None:
        task = "t: {repeat: {every: week, on: sun}, start: 2021-03-01, finish: 2021-03-05}"
        assert schedule_tasks(task).timings == ()

    def test_units_take_part_while_they_are_there(self) -> None:
        head = """
            owners: {a: {title: A, joined: 2021-03-10}, b: {title: B, left: 2021-03-10}}
            groups: {all: {kind: unit}}
            """
        task = (
            "t: {each: all, repeat: {every: week, on: mon}, start: 2021-03-01, finish: 2021-03-16}"
        )
        schedule = schedule_of(plan_of(task, head))
        days = {
            unit: [f"{each.day:%m-%d}" for each in timing(schedule, "t", unit).occurrences or ()]
            for unit in "ab"
        }
        assert days == {"a": ["03-15"], "b": ["03-01", "03-08"]}

    def test_in_doubt_it_has_no_dates(self) -> None:
        task = "t: {repeat: {every: week, on: mon}, start: nobody, finish: 2021-03-16}"
        assert schedule_tasks(task).timings == ()

    def test_its_bounds_may_count_from_other_tasks(self) -> None:
        schedule = schedule_tasks(
            """
            k: {duration: 3d}
            t: {repeat: {every: day}, start: k, finish: k + 2d}
            x: {duration: 1d, after: y}
            y: {duration: 1d, after: x}
            u: {repeat: {every: day}, start: x, finish: k + 2d}
            """
        )
        assert span(schedule, "t") == "03-03..03-05"
        assert "u" not in {schedule.task_of(each).path for each in schedule.timings}


def test_days_of_a_window_are_those_that_it_has() -> None:
    task = "t: {start: 2021-03-01, finish: 2021-03-03, days: {1-2: A, 4: B}}"
    assert "days-mismatch" in rules_of(task)
    assert "days-mismatch" not in rules_of(task.replace("4: B", "3: B"))


class TestElapsedFloats:
    """Late dates through a lag in calendar days: the exact inverse of the forward rule."""

    def test_fs(self) -> None:
        schedule = schedule_tasks(
            "a: {duration: 1d}\nb: {after: a + 3ed, duration: 1d}\nc: {duration: 10d}"
        )
        assert span(schedule, "b") == "03-05..03-05"
        assert timing(schedule, "b").total_float == 5
        assert timing(schedule, "a").total_float == 5

    def test_ff(self) -> None:
        schedule = schedule_tasks(
            "a: {duration: 1d}\nb: {after: a FF + 3ed, duration: 1d}\nc: {duration: 10d}"
        )
        assert span(schedule, "b") == "03-04..03-04"
        assert timing(schedule, "a").total_float == 6

    def test_a_lag_of_no_calendar_days_is_none(self) -> None:
        tasks = "base: {duration: 5d}\np: {duration: 2d, after: base}\n"
        assert (
            spans(tasks + "q: {duration: 1d, after: p SF + 0ed}")["q"]
            == spans(tasks + "q: {duration: 1d, after: p SF}")["q"]
        )


class TestPinsAndCaps:
    def test_a_pinned_milestone_past_its_deadline(self) -> None:
        schedule = schedule_tasks("m: {finish: 2021-03-10, duration: 0d, deadline: 2021-03-08}")
        assert timing(schedule, "m").total_float == -2

    def test_a_pin_on_a_day_off_past_its_deadline(self) -> None:
        schedule = schedule_tasks("q: {on: 2021-03-06, duration: 3d, deadline: 2021-03-08}")
        assert span(schedule, "q") == "03-06..03-09"
        assert timing(schedule, "q").duration == 3
        assert timing(schedule, "q").total_float == -1

    def test_an_alap_task_without_float_is_driven_by_its_link(self) -> None:
        schedule = schedule_tasks("a: {duration: 2d}\nb: {after: a, duration: 1d, schedule: alap}")
        assert [driver.kind for driver in timing(schedule, "b").drivers] == ["link"]


class TestWholes:
    def test_a_date_from_a_summary_counts_from_its_last_finish(self) -> None:
        dates = spans(
            """
            s: {tasks: {x: {duration: 3d}, y: {duration: 1d}}}
            t: {start: s + 1d, duration: 1d}
            u: {start: s.start + 1d, duration: 1d}
            """
        )
        assert dates["t"] == "03-04..03-04"
        assert dates["u"] == "03-02..03-02"

    def test_each_same_towards_a_task_further_down(self) -> None:
        schedule = schedule_of(
            plan_of(
                """
                own: {each: all, duration: 1d, after: {task: t, each: same}}
                t: {each: all, duration: 3d}
                """,
                TestFanOutDates.HEAD,
            )
        )
        assert span(schedule, "own", "a") == "03-04..03-04"
        assert span(schedule, "own", "b") == "03-05..03-05"

    def test_summaries_are_no_days_work(self) -> None:
        schedule = schedule_tasks("s: {tasks: {x: {duration: 2d}}}")
        items = [item for day in expand(schedule) for item in day.items]
        assert [schedule.task_of(item.timing).path for item in items] == ["s.x", "s.x"]

    def test_timings_are_numbered_by_their_place(self) -> None:
        schedule = schedule_of(
            plan_of(
                """
                s: {tasks: {x: {each: all, duration: 2d}}}
                w: {each: all, repeat: {every: week}, start: 2021-03-01, finish: 2021-03-31}
                y: {each: all, duration: 1d}
                """,
                TestFanOutDates.HEAD,
            )
        )
        assert [each.index for each in schedule.timings] == list(range(len(schedule.timings)))
        assert len(schedule.timings) == 7

    def test_of_the_years_behind_the_last_only_due_days_are_shown(self) -> None:
        """A deadline counted in a calendar without workdays took seconds to walk to."""
        schedule = schedule_tasks(
            """
            a: {duration: 1d}
            b: {after: a, duration: 1d}
            """
        )
        far = schedule._replace(
            timings=tuple(each._replace(deadline=date(9999, 12, 31)) for each in schedule.timings)
        )
        days = [day.date for day in expand(far)]
        assert days[-1] == date(9999, 12, 31)
        assert days[-2].year <= 2199

    @pytest.mark.parametrize("day", ["1970-01-01", "2199-12-31"])
    def test_the_first_and_the_last_day_that_can_be_written_are_shown_once(self, day: str) -> None:
        head = f"rectify: 1\ntitle: T\nstart: {day}\ncalendar: {{workdays: [{day}]}}\n"
        schedule = schedule_of(head + f"tasks: {{a: {{on: {day}, deadline: {day}}}}}\n")
        assert [str(each.date) for each in expand(schedule)] == [day]
