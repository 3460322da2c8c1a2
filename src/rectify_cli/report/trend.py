"""The burn-up of a plan: week by week what was done and what was expected, as lines of text."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from rectify_cli.progress.trend import TrendPoint
from rectify_cli.report.record import Value
from rectify_cli.report.shares import exact, percent
from rectify_cli.report.status_headline import day_in_plan
from rectify_cli.report.table import Column, Report, Row, Section, Tone
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule

_MARK = "|"
_WIDTH = 40
"""So many characters are the whole of the plan."""
_MOST = 400
"""Of a plan of more weeks than that, weeks are left out evenly."""


def weeks_of(schedule: Schedule, as_of: date) -> tuple[date, ...]:
    """The last day of every week from the plan's start to its end, and the day looked from."""
    last = max(schedule.finish or schedule.start, as_of)
    sunday = schedule.start + timedelta(6 - schedule.start.weekday())
    weeks = max(1, (last - sunday).days // 7 + 2)
    step = 1 + weeks // _MOST
    days = {min(sunday + timedelta(7 * at), last) for at in range(0, weeks, step)}
    return tuple(sorted(days | {as_of, last} if as_of >= schedule.start else days | {last}))


def trend_report(
    schedule: Schedule, points: Sequence[TrendPoint], as_of: date, language: str
) -> Report:
    """A line a week: `#` is what is done, `|` stands where the plan should be."""
    words = Words(language)
    return Report(
        title=schedule.plan.title,
        language=language,
        columns=(
            Column("week", words("tr-until")),
            Column("done", words("st-share"), "number"),
            Column("expected", words("st-expected-share"), "number"),
            Column("bar", words("tr-bar", mark=_MARK)),
        ),
        sections=(Section((), tuple(_row(point, as_of, words) for point in points)),),
        facts=(
            (
                words.joined(
                    [
                        words("st-as-of", day=words.full(as_of)),
                        day_in_plan(schedule, as_of, words),
                    ]
                ),
            ),
        ),
        notes=(words("tr-legend", mark=_MARK),),
        headed=True,
    )


def trend_record(points: Sequence[TrendPoint]) -> list[Value]:
    """The same for machines, beside the whole status; `share` is null on days to come."""
    return [
        {
            "date": point.day,
            "share": None if point.done is None else exact(point.done),
            "expected": exact(point.expected),
        }
        for point in points
    ]


def _row(point: TrendPoint, as_of: date, words: Words) -> Row:
    done = "" if point.done is None else percent(point.done)
    behind = point.done is not None and point.done < point.expected
    tone: Tone = "faint" if point.done is None else "notice" if behind else "plain"
    cells = (words.stamp(point.day, year=True), done, percent(point.expected), _bar(point))
    return Row(cells, "strong" if point.day == as_of and tone == "plain" else tone)


def _bar(point: TrendPoint) -> str:
    """`#########....|`: what is done, what is missing, where the plan should be."""
    filled, mark = _cells(point.done or Fraction(0)), _cells(point.expected)
    bar = "#" * filled + "." * max(0, mark - filled)
    return f"{bar[:mark]}{_MARK}{bar[mark:]}"


def _cells(share: Fraction) -> int:
    return int(share * _WIDTH)
