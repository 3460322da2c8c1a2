"""Timelines as strips of text: what a column holds, how the width is used."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.render.cells import cell_width
from rectify_cli.render.timeline.strip import SIGNS
from rectify_cli.render.timeline.to_screen import to_screen
from rectify_cli.render.timeline.to_tabs import to_tabs
from rectify_cli.render.timeline.to_terminal import to_terminal
from rectify_cli.report.timeline import Bar, Progress, Shape, Timeline

MONDAY = date(2021, 3, 1)
LEGEND = (
    *((name, name) for name in (*SIGNS, "per-day", "per-week")),
    ("per-weeks", "{n} weeks"),
)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def bar(shape: Shape, start: int, finish: int, **more: object) -> Bar:
    off = frozenset(
        each.toordinal() for each in map(day, range(start, finish + 1)) if each.weekday() > 4
    )
    fields: dict[str, object] = {"days_off": frozenset() if shape == "summary" else off, **more}
    return Bar("bar", "a.bar", 0, shape, day(start), day(finish), **fields)  # type: ignore[arg-type]


def timeline(*bars: Bar, days: int = 14, today: int = -1) -> Timeline:
    return Timeline(
        title="T",
        language="en",
        first=MONDAY,
        last=day(days - 1),
        days_off=frozenset(
            each.toordinal() for each in map(day, range(days)) if each.weekday() > 4
        ),
        today=day(today),
        bars=bars,
        legend=LEGEND,
        months=((MONDAY, "Mar"),),
    )


def drawn(of: Timeline, width: int = 80) -> list[str]:
    return "".join(to_terminal(of, width=width, colour=False)).split("\n")


def test_a_column_a_day() -> None:
    bars = (
        bar("summary", 0, 8, deadline=day(7)),
        bar("work", 1, 8),
        bar("critical", 4, 4, deadline=day(4)),
        bar("milestone", 2, 2, deadline=day(10)),
        bar("occurrences", 0, 11, marks=(day(4), day(11))),
    )
    assert drawn(timeline(*bars, today=9)) == [
        "T",
        "",
        "     Mar",
        "     1      8",
        "bar  -------!-|  ..",
        "bar   ====..==|  ..",
        "bar      #..  |  ..",
        "bar    *  ..  |! ..",
        "bar      o..  | o..",
        "",
        "= work  # critical  - summary  * milestone  o occurrences  ! deadline  . day-off",
        "| today  per-day",
        "",
    ]


def test_a_column_a_week_where_days_do_not_fit() -> None:
    bars = (
        bar("summary", 0, 55, deadline=day(20)),
        bar("work", 7, 10),
        bar("milestone", 22, 22),
        bar("occurrences", 0, 30, marks=(day(2), day(9))),
    )
    lines = drawn(timeline(*bars, days=56, today=30), 40)
    assert lines[2:8] == [
        "     Mar",
        "bar  --------!-----------------------",
        "bar      ====        |",
        "bar              *   |",
        "bar  o   o           |",
        "",
    ]
    assert lines[8:] == [
        "= work  - summary  * milestone",
        "o occurrences  ! deadline  | today",
        "per-week",
        "",
    ]


def test_several_weeks_a_column() -> None:
    lines = drawn(timeline(bar("work", 0, 7 * 199), days=7 * 200), 40)
    assert lines[3] == "bar  " + "=" * 34
    assert "6 weeks" in lines[5]


def test_a_long_label_is_cut_and_indented() -> None:
    long = Bar("整" * 40, "k", 1, "work", day(0), day(0))
    line = drawn(timeline(long))[4]
    assert line.startswith("  " + "整" * 11)
    assert cell_width(line.split("=")[0]) == 28


def test_a_pipe_has_dates_and_the_strip() -> None:
    lines = list(to_tabs(timeline(bar("work", 0, 4))))
    assert lines == [
        "T\n",
        "a.bar\tbar\twork\t2021-03-01\t2021-03-05\t\t=====..     ..\n",
        "= work\t. day-off\tper-day\n",
    ]
    assert next(to_screen(timeline(), width=None, colour=False)) == "T\n"
    assert next(to_screen(timeline(), width=30, colour=False)) == "T\n"


def test_an_empty_chart() -> None:
    assert drawn(timeline(days=1))[:3] == ["T", "", "  Mar"]


@given(
    st.tuples(st.integers(0, 3000), st.integers(0, 3000)),
    st.integers(1, 3000),
    st.sampled_from([20, 40, 80, 200]),
    st.sampled_from(["work", "summary", "milestone", "critical"]),
    st.text(max_size=30),
)
def test_law_a_chart_fits(
    span: tuple[int, int], days: int, width: int, shape: Shape, label: str
) -> None:
    start, length = span
    one = Bar(label, "k", 0, shape, day(start), day(start + length), deadline=day(length))
    lines = drawn(timeline(one, days=days, today=start), width)
    assert all(cell_width(line) <= width for line in lines)


def test_a_month_that_would_touch_the_one_before_is_left_out() -> None:
    close = timeline(bar("work", 0, 3))
    close = close._replace(months=((day(0), "March"), (day(3), "April"), (day(8), "May")))
    assert drawn(close)[2] == "     March   May"


def test_done_and_late_parts() -> None:
    half = Progress("active", "red", Fraction(1, 2), Fraction(1), (), day(1), day(8))
    lines = drawn(timeline(bar("work", 0, 3, progress=half)))
    assert any("  xx==>>>>>   .." in each for each in lines), lines


def test_what_was_dropped_says_so() -> None:
    gone = Progress("dropped", None, Fraction(0), Fraction(0), ("dropped",))
    of = timeline(bar("work", 0, 3, progress=gone))
    assert any(line.startswith("bar (dropped)  ====") for line in drawn(of))
    assert "\tbar (dropped)\twork\t" in "".join(to_tabs(of))
