"""Pins, windows, deadlines and what they do to floats."""

from tests.schedule.small_plans import rules_of, schedule_tasks, span, spans, timing


class TestPins:
    """`on`, `start` + `finish` and `finish` + `duration` pin: late dates = early dates, float 0."""

    def test_a_pinned_task_stays_and_its_broken_link_is_reported(self) -> None:
        tasks = "p: {duration: 10d}\nq: {on: 2021-03-08, after: p}"
        schedule = schedule_tasks(tasks)
        assert span(schedule, "q") == "03-08..03-08"
        assert "link-broken" in rules_of(tasks)
        assert timing(schedule, "p").total_float == -5
        assert timing(schedule, "q").total_float == 0

    def test_on_with_a_duration_begins_there(self) -> None:
        assert spans("q: {on: 2021-03-04, duration: 3d}")["q"] == "03-04..03-08"

    def test_finish_with_a_duration_ends_there(self) -> None:
        assert spans("q: {finish: 2021-03-08, duration: 3d}")["q"] == "03-04..03-08"

    def test_on_alone_is_one_day_whatever_the_defaults_say(self) -> None:
        dates = spans("q: {on: 2021-03-04}", "defaults: {duration: 5d}\n")
        assert dates["q"] == "03-04..03-04"

    def test_a_successors_deadline_does_not_reach_through_a_pin(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 2d}
            b: {on: 2021-03-08, duration: 2d, after: a}
            c: {duration: 2d, after: b, deadline: 2021-03-09}
            """
        )
        assert [timing(schedule, name).total_float for name in "abc"] == [3, 0, -2]

    def test_its_own_deadline_caps_it_and_what_comes_before(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 2d}
            b: {on: 2021-03-08, duration: 2d, after: a, deadline: 2021-03-08}
            """
        )
        assert [timing(schedule, name).total_float for name in "ab"] == [2, -1]

    def test_a_pin_is_critical_only_on_the_driving_chain(self) -> None:
        schedule = schedule_tasks(
            """
            early: {on: 2021-03-02}
            long: {on: 2021-03-03, duration: 5d}
            last: {duration: 2d, after: long}
            """
        )
        assert [timing(schedule, n).critical for n in ("early", "long", "last")] == [
            False,
            True,
            True,
        ]


class TestDaysOff:
    """`on` on a day off stands there; a window's edge likewise, and the work lies inside."""

    def test_on(self) -> None:
        schedule = schedule_tasks("q: {on: 2021-03-06}\nr: {duration: 1d, after: q}")
        assert span(schedule, "q") == "03-06..03-06"
        assert timing(schedule, "q").duration == 1
        assert span(schedule, "r") == "03-08..03-08"
        assert "not-a-workday" in rules_of("q: {on: 2021-03-06}")

    def test_on_with_a_duration_counts_its_day(self) -> None:
        schedule = schedule_tasks("q: {on: 2021-03-06, duration: 3d}")
        assert span(schedule, "q") == "03-06..03-09"

    def test_finish_with_a_duration_counts_its_day(self) -> None:
        schedule = schedule_tasks("q: {finish: 2021-03-06, duration: 3d}")
        assert span(schedule, "q") == "03-04..03-06"

    def test_a_window(self) -> None:
        tasks = "q: {start: 2021-03-06, finish: 2021-03-14}"
        schedule = schedule_tasks(tasks)
        assert span(schedule, "q") == "03-06..03-14"
        assert timing(schedule, "q").duration == 5
        assert rules_of(tasks).count("not-a-workday") == 2

    def test_a_window_without_a_workday_stands_on_its_first_day(self) -> None:
        schedule = schedule_tasks("q: {start: 2021-03-06, finish: 2021-03-07}")
        assert timing(schedule, "q").duration == 1


class TestDeadlines:
    """A deadline never moves a task, but caps its late finish; every deadline around it too."""

    def test_float_may_turn_negative(self) -> None:
        tasks = "a: {duration: 3d}\nb: {duration: 5d, after: a, deadline: 2021-03-03}"
        schedule = schedule_tasks(tasks)
        assert [timing(schedule, name).total_float for name in "ab"] == [-5, -5]
        assert span(schedule, "b") == "03-04..03-10"
        assert "deadline-missed" in rules_of(tasks)

    def test_one_on_a_day_off_caps_at_the_workday_before_without_a_finding(self) -> None:
        tasks = "a: {duration: 5d, deadline: 2021-03-06}\nb: {duration: 9d}"
        schedule = schedule_tasks(tasks)
        assert timing(schedule, "a").total_float == 0
        assert "deadline-missed" not in rules_of(tasks)
        assert "not-a-workday" not in rules_of(tasks)

    def test_the_nearest_one_around_caps_too(self) -> None:
        schedule = schedule_tasks(
            "s: {deadline: 2021-03-05, tasks: {a: {duration: 3d}}}\nb: {duration: 9d}"
        )
        assert timing(schedule, "s.a").total_float == 2

    def test_a_relative_one_is_read_after_the_forward_pass(self) -> None:
        schedule = schedule_tasks(
            "a: {duration: 1d, deadline: b + 1d}\nb: {duration: 2d, after: a}\nc: {duration: 9d}"
        )
        assert str(timing(schedule, "a").deadline) == "2021-03-04"

    def test_the_plans_own(self) -> None:
        tasks = "a: {duration: 5d}"
        assert "deadline-missed" in rules_of(tasks, "deadline: 2021-03-04\n")
        assert timing(schedule_tasks(tasks, "deadline: 2021-03-04\n"), "a").total_float == -1

    def test_one_around_a_task_says_no_more_than_the_tasks_own(self) -> None:
        tasks = "s: {deadline: 2021-03-05, tasks: {a: {duration: 9d, deadline: 2021-03-04}}}"
        assert rules_of(tasks, "deadline: 2021-03-08\n").count("deadline-missed") == 1
        later = tasks.replace("03-04", "03-10")
        assert rules_of(later, "deadline: 2021-03-08\n").count("deadline-missed") == 2

    def test_a_date_written_outside_its_phase_is_said_once(self) -> None:
        tasks = "s: {deadline: 2021-03-05, tasks: {a: {on: 2021-03-10}}}"
        rules = rules_of(tasks, "deadline: 2021-06-30\n")
        assert "outside-phase" in rules
        assert "deadline-missed" not in rules
        with_another = tasks.replace("}}}", "}, b: {duration: 6d}}}")
        assert "deadline-missed" in rules_of(with_another, "deadline: 2021-06-30\n")


class TestHammock:
    """`to-deadline` works from its earliest start to its deadline, its own or the nearest."""

    def test_from_its_earliest_start_to_its_deadline(self) -> None:
        schedule = schedule_tasks(
            "a: {duration: 2d}\nh: {after: a, duration: to-deadline, deadline: 2021-03-12}"
        )
        assert span(schedule, "h") == "03-03..03-12"
        assert timing(schedule, "h").duration == 8
        assert timing(schedule, "h").total_float == timing(schedule, "h").free_float == 0

    def test_its_predecessors_are_capped_by_the_start_that_leaves_it_one_day(self) -> None:
        schedule = schedule_tasks(
            "a: {duration: 2d}\nh: {after: a, duration: to-deadline, deadline: 2021-03-12}"
        )
        assert timing(schedule, "a").total_float == 7

    def test_the_deadline_around_it(self) -> None:
        dates = spans("s: {deadline: 2021-03-12, tasks: {h: {duration: to-deadline}}}")
        assert dates["s.h"] == "03-01..03-12"

    def test_a_relative_deadline_is_a_link(self) -> None:
        dates = spans(
            "a: {duration: 2d}\nh: {duration: to-deadline, deadline: a + 3d}",
            "deadline: 2021-05-31\n",
        )
        assert dates["h"] == "03-01..03-05"

    def test_it_can_be_part_of_a_cycle(self) -> None:
        tasks = "a: {duration: 2d, after: h}\nh: {duration: to-deadline, deadline: a + 3d}"
        assert "cycle" in rules_of(tasks)

    def test_one_day_at_least(self) -> None:
        dates = spans(
            "a: {duration: 9d}\nh: {after: a, duration: to-deadline, deadline: 2021-03-05}"
        )
        assert dates["h"] == "03-12..03-12"

    def test_capped_by_nothing_it_takes_a_day(self) -> None:
        assert spans("h: {duration: to-deadline}")["h"] == "03-01..03-01"
        assert "missing-key" in rules_of("h: {duration: to-deadline}")

    def test_a_phases_deadline_from_its_own_start(self) -> None:
        dates = spans(
            "s: {start: 2021-03-03, deadline: start + 4d, tasks: {h: {duration: to-deadline}}}"
        )
        assert dates["s.h"] == "03-03..03-09"


class TestAlap:
    """`alap` tasks take their late dates; then the forward pass runs again."""

    TASKS = """
        a: {duration: 2d, schedule: alap}
        b: {duration: 2d, after: a}
        d: {duration: 8d}
        end: {duration: 1d, after: [b, d]}
        """

    def test_what_follows_follows(self) -> None:
        dates = spans(self.TASKS)
        assert dates["a"] == "03-05..03-08"
        assert dates["b"] == "03-09..03-10"

    def test_early_dates_are_those_before_it_moved(self) -> None:
        schedule = schedule_tasks(self.TASKS)
        assert str(timing(schedule, "b").early_start) == "2021-03-03"
        assert timing(schedule, "a").total_float == 0
        assert [driver.kind for driver in timing(schedule, "a").drivers] == ["alap"]

    def test_never_before_its_early_dates(self) -> None:
        dates = spans("a: {duration: 5d, schedule: alap, deadline: 2021-03-03}")
        assert dates["a"] == "03-01..03-05"


class TestGoal:
    """Every late finish begins at the plan's last finish, the goal's at its own."""

    def test_float_and_the_chain_are_measured_against_the_goal(self) -> None:
        tasks = "a: {duration: 2d}\ng: {duration: 1d, after: a}\nlong: {duration: 9d}"
        schedule = schedule_tasks(tasks, "goal: g\n")
        assert [timing(schedule, n).total_float for n in ("a", "g", "long")] == [0, 0, 0]
        assert timing(schedule, "a").critical
        without = schedule_tasks(tasks)
        assert [timing(without, n).total_float for n in ("a", "g", "long")] == [6, 6, 0]
        assert not timing(without, "a").critical
