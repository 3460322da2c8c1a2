"""Summaries, phases, fan-out, repeats and cycles."""

from rectify_cli.schedule.expand import expand
from tests.pipeline import schedule_and_findings, schedule_of
from tests.schedule.small_plans import plan_of, rules_of, schedule_tasks, span, spans, timing

UNITS = """
    owners:
      a: {title: A}
      b: {title: B, days_off: [2021-03-02]}
      c: {title: C}
    groups: {all: {kind: unit}, two: {kind: unit}}
    """


class TestSummaries:
    """A link to or from a summary or phase is one node; FS and SS lead in, all four lead out."""

    def test_what_it_waits_for_holds_back_all_that_is_not_pinned(self) -> None:
        dates = spans(
            """
            p: {duration: 3d}
            s:
              after: p
              tasks:
                x: {duration: 2d}
                inner: {tasks: {y: {duration: 1d}}}
                pinned: {on: 2021-03-02}
            """
        )
        assert dates["s.x"] == "03-04..03-05"
        assert dates["s.inner.y"] == "03-04..03-04"
        assert dates["s.pinned"] == "03-02..03-02"
        assert dates["s"] == "03-02..03-05"

    def test_links_out_count_from_its_first_start_and_last_finish(self) -> None:
        dates = spans(
            """
            s: {tasks: {x: {start: 2021-03-03, duration: 2d}, y: {start: 2021-03-05, duration: 1d}}}
            fs: {after: s, duration: 1d}
            ss: {after: s SS, duration: 1d}
            ff: {after: s FF, duration: 1d}
            """
        )
        assert dates["fs"] == "03-08..03-08"
        assert dates["ss"] == "03-03..03-03"
        assert dates["ff"] == "03-05..03-05"

    def test_its_start_binds_its_tasks(self) -> None:
        dates = spans("s: {start: 2021-03-04, tasks: {x: {duration: 1d}}}")
        assert dates["s.x"] == "03-04..03-04"

    def test_gates_within_gates(self) -> None:
        dates = spans(
            """
            p: {duration: 2d}
            outer: {after: p, tasks: {inner: {after: p + 1d, tasks: {x: {duration: 1d}}}}}
            """
        )
        assert dates["outer.inner.x"] == "03-04..03-04"

    def test_its_float_is_the_least_of_its_leaves(self) -> None:
        schedule = schedule_tasks(
            "s: {tasks: {x: {duration: 2d}, y: {duration: 4d}}}\nz: {duration: 9d}"
        )
        assert timing(schedule, "s").total_float == 5
        assert timing(schedule, "s").free_float == 5
        assert timing(schedule, "s").summary

    def test_a_link_to_ones_own_summary_is_a_cycle(self) -> None:
        assert "cycle" in rules_of("s: {tasks: {x: {duration: 1d, after: s}}}")

    def test_drivers_lead_through_a_summary(self) -> None:
        schedule = schedule_tasks(
            "s: {tasks: {x: {duration: 2d}, y: {duration: 4d}}}\nz: {duration: 1d, after: s}"
        )
        driver = timing(schedule, "z").drivers[0]
        assert driver.task is not None
        assert schedule.plan.tasks[driver.task].path == "s"
        assert driver.timing is None
        assert [timing(schedule, n).critical for n in ("s.x", "s.y", "z")] == [False, True, True]


class TestFanOut:
    """An instance per unit that has not left before it starts nor joined after its due day."""

    def test_units_that_share_everything_share_a_timing(self) -> None:
        schedule = schedule_of(plan_of("t: {each: all, duration: 3d}", UNITS))
        assert sorted(each.units or () for each in schedule.timings) == [("a", "c"), ("b",)]
        assert span(schedule, "t", "a") == "03-01..03-03"
        assert span(schedule, "t", "b") == "03-01..03-04"

    def test_each_same_waits_for_its_own_unit_only(self) -> None:
        schedule = schedule_of(
            plan_of(
                """
                t: {each: all, duration: 3d}
                own: {each: all, duration: 1d, after: {task: t, each: same}}
                whole: {each: all, duration: 1d, after: t}
                """,
                UNITS,
            )
        )
        assert span(schedule, "own", "a") == "03-04..03-04"
        assert span(schedule, "own", "b") == "03-05..03-05"
        assert span(schedule, "whole", "a") == "03-05..03-05"

    def test_an_override_replaces_all_dates(self) -> None:
        schedule = schedule_of(
            plan_of(
                "t: {each: all, start: 2021-03-03, duration: 3d, overrides: {a: {on: 2021-03-02}}}",
                UNITS,
            )
        )
        assert span(schedule, "t", "a") == "03-02..03-02"
        assert span(schedule, "t", "c") == "03-03..03-05"

    def test_who_left_before_it_starts_or_joined_after_it_is_due_takes_no_part(self) -> None:
        units = """
            owners:
              stays: {title: S}
              left: {title: L, left: 2021-03-02}
              leaves: {title: L, left: 2021-03-03}
              late: {title: L, joined: 2021-03-08}
              joins: {title: L, joined: 2021-03-05}
            groups: {all: {kind: unit}}
            """
        tasks = "t: {each: all, start: 2021-03-03, duration: 3d}"
        schedule = schedule_of(plan_of(tasks, units))
        assert sorted(u for each in schedule.timings for u in each.units or ()) == [
            "joins",
            "leaves",
            "stays",
        ]
        with_deadline = tasks.replace("3d}", "3d, deadline: 2021-03-08}")
        schedule = schedule_of(plan_of(with_deadline, units))
        assert "late" in [u for each in schedule.timings for u in each.units or ()]

    def test_no_unit_in_common(self) -> None:
        head = """
            owners: {a: {title: A, tags: [x]}, b: {title: B, tags: [y]}}
            groups: {x: {tags: [x]}, y: {tags: [y]}}
            deadline: 2021-06-30
            """
        tasks = (
            "t: {each: x, duration: 1d}\nu: {each: y, duration: 1d, after: {task: t, each: same}}"
        )
        assert rules_of(tasks, head) == ["empty-group"]

    def test_a_thousand_units_are_one_computation(self) -> None:
        owners = "owners:\n" + "".join(f"  u{n}: {{title: U}}\n" for n in range(1000))
        text = plan_of("t: {each: all, duration: 3d}").replace(
            "tasks:", owners + "groups: {all: {kind: unit}}\ntasks:", 1
        )
        assert len(schedule_of(text).timings) == 1


class TestRepeats:
    """One day each, named by their nominal date, from the task's start to its finish."""

    HEAD = "calendar: {days_off: [2021-03-12], workdays: [2021-03-20]}\n"
    TASK = "w: {{start: 2021-03-05, finish: 2021-03-26, repeat: {{every: week, on: fri}}{more}}}"

    def days(self, more: str) -> list[str]:
        schedule = schedule_of(plan_of(self.TASK.format(more=more), self.HEAD))
        return [f"{each.day:%m-%d}" for each in timing(schedule, "w").occurrences or ()]

    def test_a_day_off_moves_it(self) -> None:
        assert self.days("") == ["03-05", "03-11", "03-19", "03-26"]
        assert self.days(", on_day_off: later") == ["03-05", "03-15", "03-19", "03-26"]
        assert self.days(", on_day_off: skip") == ["03-05", "03-19", "03-26"]

    def test_it_stands_outside_the_network(self) -> None:
        schedule = schedule_of(
            plan_of("s: {tasks: {x: {duration: 2d}, " + self.TASK.format(more="") + "}}", self.HEAD)
        )
        assert span(schedule, "s") == "03-01..03-02"
        assert str(schedule.finish) == "2021-03-02"
        assert timing(schedule, "s.w").total_float == 0

    def test_a_missing_start_or_finish_is_the_phases(self) -> None:
        schedule = schedule_of(
            plan_of("s: {tasks: {x: {duration: 10d}, w: {repeat: {every: week, on: wed}}}}")
        )
        days = [f"{each.day:%m-%d}" for each in timing(schedule, "s.w").occurrences or ()]
        assert days == ["03-03", "03-10"]

    def test_outside_all_phases_they_are_the_plans(self) -> None:
        schedule = schedule_of(plan_of("x: {duration: 3d}\nw: {repeat: {every: day}}"))
        days = [f"{each.day:%m-%d}" for each in timing(schedule, "w").occurrences or ()]
        assert days == ["03-01", "03-02", "03-03"]


class TestCycles:
    """What cannot be dated is left out; phases are dated from the rest."""

    def test_the_whole_path_at_the_first_link(self) -> None:
        tasks = """
            a: {duration: 1d, after: c}
            b: {duration: 1d, after: a}
            c: {duration: 1d, after: b}
            after: {duration: 1d, after: c}
            free: {duration: 2d}
            """
        schedule, findings = schedule_and_findings(plan_of(tasks, "deadline: 2021-06-30\n"))
        cycle = [finding for finding in findings if finding.rule == "cycle"]
        assert len(cycle) == 1
        assert "a after c after b after a" in str(cycle[0].message)
        assert [schedule.task_of(each).path for each in schedule.timings] == ["free"]

    def test_a_long_cycle_is_said_by_its_beginning_and_its_end(self) -> None:
        tasks = "\n".join(f"t{at}: {{duration: 1d, after: t{(at + 1) % 46}}}" for at in range(46))
        findings = schedule_and_findings(plan_of(tasks))[1]
        (cycle,) = [each for each in findings if each.rule == "cycle"]
        way = " after ".join(f"t{at}" for at in range(20))
        assert str(cycle.message) == (
            f"t0 waits for itself: {way} ... and 25 more ... t45 after t0"
        )
        assert len(cycle.related) == 46

    def test_all_of_a_cycle_that_fits_is_said(self) -> None:
        tasks = "\n".join(f"t{at}: {{duration: 1d, after: t{(at + 1) % 21}}}" for at in range(21))
        findings = schedule_and_findings(plan_of(tasks))[1]
        (cycle,) = [each for each in findings if each.rule == "cycle"]
        way = " after ".join(f"t{at}" for at in range(21))
        assert str(cycle.message) == f"t0 waits for itself: {way} after t0"

    def test_two_cycles_are_two_findings(self) -> None:
        tasks = """
            a: {duration: 1d, after: b}
            b: {duration: 1d, after: a}
            c: {duration: 1d, after: d}
            d: {duration: 1d, after: c}
            """
        assert rules_of(tasks).count("cycle") == 2

    def test_relative_dates_take_part(self) -> None:
        assert "cycle" in rules_of("a: {on: b + 1d}\nb: {duration: 1d, after: a}")

    def test_a_phase_is_dated_from_the_rest(self) -> None:
        schedule = schedule_tasks(
            """
            s:
              tasks:
                a: {duration: 1d, after: b}
                b: {duration: 1d, after: a}
                x: {duration: 2d}
            """
        )
        assert span(schedule, "s") == "03-01..03-02"


class TestDays:
    """Every workday, with what starts, goes on, falls due and occurs."""

    def test_items_of_each_day(self) -> None:
        schedule = schedule_tasks(
            """
            a: {duration: 2d, deadline: 2021-03-03}
            m: {duration: 0d, after: a}
            c: {on: 2021-03-06, checklist: [{id: hall, item: Hall booked, due: start - 2d}]}
            """
        )
        days = {
            f"{day.date:%m-%d}": [
                (schedule.task_of(item.timing).path, item.kind, item.day, item.of)
                for item in day.items
            ]
            for day in expand(schedule)
        }
        assert days == {
            "03-01": [("a", "work", 1, 2)],
            "03-02": [("a", "work", 2, 2), ("m", "milestone", 0, 0)],
            "03-03": [("a", "due", 0, 2)],
            "03-04": [("c", "item", 0, 1)],
            "03-05": [],
            "03-06": [("c", "work", 1, 1)],
        }

    def test_numbers_count_the_plans_workdays(self) -> None:
        schedule = schedule_tasks("a: {duration: 7d}")
        numbers = [(f"{day.date:%m-%d}", day.number) for day in expand(schedule)]
        assert numbers[0] == ("03-01", 1)
        assert numbers[-1] == ("03-09", 7)
        assert schedule.workdays == 7

    def test_a_part_of_it(self) -> None:
        schedule = schedule_tasks("a: {duration: 7d}")
        whole = list(expand(schedule))
        assert list(expand(schedule, whole[2].date, whole[4].date)) == whole[2:5]
