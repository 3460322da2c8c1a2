"""Bars over days as a value: what a chart is before it becomes text or a picture."""

from datetime import date
from fractions import Fraction
from typing import Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.edition import Edition

Shape = Literal["summary", "work", "critical", "milestone", "occurrences"]


class Progress(Struct):
    """How a bar's work stands on the timeline's `today`.

    `state` and `lamp` (None: dropped) are slugs; `said` tells share, pace and delay in words.
    `done_until` is the last day of the done part, `late_until` that of the part behind the planned
    finish; None where there is no such part.
    """

    state: str
    lamp: str | None
    share: Fraction
    expected: Fraction
    said: tuple[str, ...]
    done_until: date | None = None
    late_until: date | None = None


class Bar(Struct):
    """A line of a chart. `marks` are the days of an `occurrences` bar, in order.

    `key` names it for machines. `days_off` are the ordinals inside it on which it does not work;
    `depth` is its indentation. `critical` holds for milestones too. `bearer` is who does it, in
    words, and `no` its number in the plan.
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
    critical: bool = False
    bearer: str = ""
    no: str | None = None
    progress: Progress | None = None

    @property
    def named(self) -> str:
        """Its label; what was dropped has the word for that behind it."""
        stands = self.progress
        if stands is None or stands.state != "dropped":
            return self.label
        return f"{self.label} ({', '.join(stands.said)})"

    @property
    def last(self) -> date:
        """The last day that it shows: its deadline or its late part, if after its finish."""
        late = None if self.progress is None else self.progress.late_until
        return max(self.finish, self.deadline or self.finish, late or self.finish)


class Arrow(Struct):
    """A link between two bars, by their keys. `driving`: it sets the start of the second."""

    before: str
    after: str
    type: Literal["FS", "SS", "FF", "SF"]
    driving: bool


class Timeline(Struct):
    """A chart of the days `first`..`last`, both counted; `days_off` are ordinals of the plan's.

    `legend` says in words what is meant by a shape, by `deadline`, `day-off`, `today`, `done` and
    `late`, and by a column: `per-day`, `per-week`, `per-weeks` (with `{n}` for how many). `months`
    names each month that begins here, and the one in which the chart does, by the first of its
    days. `edition` is what a picture says at its foot.
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
    arrows: tuple[Arrow, ...] = ()
    edition: Edition | None = None
