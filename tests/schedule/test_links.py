"""The four links with lags of both signs, in workdays and calendar days; milestones' sides."""

import pytest

from tests.schedule.small_plans import schedule_tasks, span, spans, timing

# Monday 1 to Friday 5 and Monday 8 to Friday 12 March 2021.
PRED = "p: {duration: 5d}\n"


@pytest.mark.parametrize(
    ("link", "dates"),
    [
        ("p", "03-08..03-10"),
        ("p + 2d", "03-10..03-12"),
        ("p - 2d", "03-04..03-08"),
        ("p + 1w", "03-15..03-17"),
        ("p + 1ed", "03-08..03-10"),
        ("p + 3ed", "03-09..03-11"),
        ("p SS", "03-01..03-03"),
        ("p SS + 1d", "03-02..03-04"),
        ("p SS + 5ed", "03-08..03-10"),
        ("p FF", "03-03..03-05"),
        ("p FF + 1d", "03-04..03-08"),
        ("p FF - 1d", "03-02..03-04"),
        ("p FF + 1ed", "03-04..03-08"),
        ("p FF + 3ed", "03-04..03-08"),
        ("p FF + 4ed", "03-05..03-09"),
        ("p SF + 4d", "03-02..03-04"),
        ("p SF + 5ed", "03-03..03-05"),
        ("p SF + 6ed", "03-04..03-08"),
    ],
)
def test_a_three_day_task_after(link: str, dates: str) -> None:
    assert spans(PRED + f'q: {{duration: 3d, after: "{link}"}}')["q"] == dates


def test_sf_finishes_on_the_workday_before() -> None:
    dates = spans(
        """
        base: {duration: 5d}
        p: {duration: 2d, after: base}
        q: {duration: 1d, after: p SF}
        """
    )
    assert dates["q"] == "03-05..03-05"


def test_nothing_starts_before_the_plan() -> None:
    assert spans(PRED + 'q: {duration: 3d, after: "p - 9d"}')["q"] == "03-01..03-03"


class TestTwoCalendars:
    """A lag counts in the successor's calendar, from its next working instant."""

    SHORT_WEEK = "calendar: {week: [mon, tue, wed, thu]}"

    @pytest.mark.parametrize(
        ("link", "dates"),
        [
            ("p", "03-08..03-08"),
            ("p + 1d", "03-09..03-09"),
            ("p - 1d", "03-04..03-04"),
            ("p FF", "03-04..03-04"),
            ("p FF + 1d", "03-08..03-08"),
        ],
    )
    def test_friday_is_no_workday_of_the_successor(self, link: str, dates: str) -> None:
        tasks = PRED + f'q: {{duration: 1d, after: "{link}", {self.SHORT_WEEK}}}'
        assert spans(tasks)["q"] == dates


class TestMilestones:
    """One that FS, FF, `on` or `finish` sets stands at the end of that day.

    One that the plan's start, `start`, SS or SF sets stands at its beginning, so that a successor
    may start the same day. On a tie, the end.
    """

    @pytest.mark.parametrize(
        ("milestone", "stands", "next_starts"),
        [
            ("after: p", "03-05", "03-08"),
            ("after: p FF", "03-05", "03-08"),
            ("after: p SS", "03-01", "03-01"),
            ("on: 2021-03-10", "03-10", "03-11"),
            ("finish: 2021-03-10", "03-10", "03-11"),
            ("start: 2021-03-10", "03-10", "03-10"),
            ("start: 2021-03-13", "03-15", "03-15"),
            ("after: p + 2d", "03-09", "03-10"),
            ("after: [p, p SS + 5d]", "03-05", "03-08"),
            ("after: p + 1ed", "03-08", "03-08"),
            ("after: p + 3ed", "03-08", "03-09"),
        ],
    )
    def test_side(self, milestone: str, stands: str, next_starts: str) -> None:
        dates = spans(PRED + f"m: {{duration: 0d, {milestone}}}\nnext: {{after: m, duration: 1d}}")
        assert dates["m"] == f"{stands}..{stands}"
        assert dates["next"].startswith(next_starts)

    def test_the_plans_start_sets_it_at_the_beginning(self) -> None:
        dates = spans("m: {duration: 0d}\nnext: {after: m, duration: 1d}")
        assert dates == {"m": "03-01..03-01", "next": "03-01..03-01"}

    def test_it_never_stands_before_what_it_waits_for(self) -> None:
        dates = spans(PRED + "m: {duration: 0d, after: p, calendar: {week: [mon, tue, wed, thu]}}")
        assert dates["m"] == "03-08..03-08"

    def test_one_after_another_that_stands_at_a_beginning(self) -> None:
        dates = spans("a: {duration: 0d, start: 2021-03-03}\nb: {duration: 0d, after: a}")
        assert dates["b"] == "03-03..03-03"


class TestRelativeDates:
    """`x + 2d` is the second workday after x's finish date; a bare `x` is that date itself."""

    @pytest.mark.parametrize(
        ("written", "dates"),
        [
            ("start: p", "03-05..03-08"),
            ("start: p + 1d", "03-08..03-09"),
            ("start: p - 1d", "03-04..03-05"),
            ("start: p.start + 2d", "03-03..03-04"),
            ("start: p + 2ed", "03-08..03-09"),
            ("on: p + 2d", "03-09..03-10"),
            ("finish: p + 2d", "03-08..03-09"),
            ("finish: p.start + 3d", "03-03..03-04"),
        ],
    )
    def test_dates(self, written: str, dates: str) -> None:
        assert spans(PRED + f"q: {{duration: 2d, {written}}}")["q"] == dates

    def test_a_window_from_its_own_start(self) -> None:
        dates = spans(PRED + "q: {start: p + 1d, finish: start + 4d}")
        assert dates["q"] == "03-08..03-12"

    def test_a_relative_start_leaves_its_predecessor_float(self) -> None:
        schedule = schedule_tasks(PRED + "q: {duration: 1d, start: p + 1d}\nr: {duration: 10d}")
        assert timing(schedule, "p").total_float == 4

    def test_a_relative_pin_caps_what_it_names(self) -> None:
        schedule = schedule_tasks(PRED + "q: {on: p + 1d}\nr: {duration: 10d}")
        assert timing(schedule, "p").total_float == 0
        assert span(schedule, "q") == "03-08..03-08"
