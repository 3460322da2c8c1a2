"""Days off in a row, as every view gathers and names them.

A country's holiday takes the weekend beside it along, as countries announce theirs; what only the
plan takes off stands for itself; a weekend by itself is not worth a word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.calendar import Calendar, DayReason
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days off in a row, and the names and sources of those that are more than a weekend."""

    first: date
    last: date
    labels: tuple[str, ...]
    sources: tuple[str, ...]
    national: bool

    @property
    def count(self) -> int:
        """How many days, both ends counted."""
        return (self.last - self.first).days + 1


_FIRST_DAY = date(FIRST_YEAR, 1, 1).toordinal()
_LAST_DAY = date(LAST_YEAR, 12, 31).toordinal()


def days_off_between(calendar: Calendar, begin: int, end: int) -> Iterator[DaysOff]:
    """The runs of days off in a half-open range of ordinals that are more than weekends.

    Outside the years that can be written there are none.
    """
    begin, end = max(begin, _FIRST_DAY), min(end, _LAST_DAY + 1)
    days = map(date.fromordinal, (day for day in range(begin, end) if not calendar.is_workday(day)))
    return runs_of((day, calendar.reason(day)) for day in days)


def runs_of(days: Iterable[tuple[date, DayReason]]) -> Iterator[DaysOff]:
    """The runs among days off in order, each with what makes it one."""
    run: list[tuple[date, DayReason]] = []
    for day, reason in days:
        if run and (day - run[-1][0]).days > 1:
            yield from _named(run)
            run = []
        run.append((day, reason))
    yield from _named(run)


def _named(run: list[tuple[date, DayReason]]) -> Iterator[DaysOff]:
    named = [each for each in run if each[1].kind != "week"]
    if named:
        reasons = [reason for _, reason in named]
        # The country's library joins the names of holidays that fall on the same day.
        names = (name for reason in reasons for name in reason.label.split("; "))
        labels = dict.fromkeys(name for name in names if name)
        sources = dict.fromkeys(reason.source for reason in reasons)
        national = any(reason.kind == "country" for reason in reasons)
        kept = run if national else named
        yield DaysOff(kept[0][0], kept[-1][0], tuple(labels), tuple(sources), national)


def skipped_inside(timing: Timing) -> list[DaysOff]:
    """The days off from a timing's start to its finish that a reader would not expect."""
    if timing.is_milestone:
        return []
    begin, end = timing.start.toordinal(), timing.finish.toordinal() + 1
    return list(days_off_between(timing.calendar, begin, end))


def skipped_between(before: Timing, after: Timing) -> list[DaysOff]:
    """Those after one timing's finish and before the other's start."""
    begin, end = before.finish.toordinal() + 1, after.start.toordinal()
    return list(days_off_between(after.calendar, begin, end))


def say_days_off(off: DaysOff, words: Words) -> str:
    """`Labour Day, 5 days off`."""
    if not off.labels:
        return words("days-off", n=off.count)
    key = "days-off-of" if off.national else "days-off-for"
    return words(key, n=off.count, label=words.listed(off.labels))
