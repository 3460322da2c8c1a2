"""Bars over days as a value: what a chart is before it becomes text or a picture."""

from datetime import date
from typing import Literal, NamedTuple

Shape = Literal["summary", "work", "critical", "milestone", "occurrences"]


class Bar(NamedTuple):
    """A line of a chart. `marks` are the days of an `occurrences` bar, in order.

    `key` names it for machines. `days_off` are the ordinals inside it on which it does not work;
    `depth` is its indentation.
    """

    label: str
    key: str
    depth: int
    shape: Shape
    start: date
    finish: date
    deadline: date | None = None
    marks: tuple[date, ...] = ()
    days_off: frozenset[int] = frozenset()

    @property
    def last(self) -> date:
        """The last day that it shows: its deadline, if that is after its finish."""
        return self.finish if self.deadline is None else max(self.finish, self.deadline)


class Timeline(NamedTuple):
    """A chart of the days `first`..`last`, both counted; `days_off` are ordinals of the plan's.

    `legend` says in words what is meant by a shape, by `deadline`, `day-off` and `today`, and by a
    column: `per-day`, `per-week`, `per-weeks` (with `{n}` for how many). `months` names each month
    that begins here, and the one in which the chart does, by the first of its days.
    """

    title: str
    language: str
    first: date
    last: date
    days_off: frozenset[int]
    today: date
    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...]
    months: tuple[tuple[date, str], ...]
    facts: tuple[tuple[str, ...], ...] = ()
