"""The days of a task that stands on a day off: that day and the workdays beside it.

They are told by where they begin and end, not listed: thousands of tasks may be pinned so, each for
thousands of days.
"""

from collections.abc import Sequence
from datetime import date
from typing import overload

from rectify_cli.workdays.calendar import Calendar


class Covered(Sequence[date]):
    """Days in order: those `before`, the workdays `low` to `high` of a calendar, those `after`.

    The days before and after are days off of the calendar, as ordinals; `high` is exclusive.
    """

    __slots__ = ("_after", "_before", "_calendar", "_high", "_low")

    def __init__(
        self,
        calendar: Calendar,
        before: tuple[int, ...] = (),
        indices: tuple[int, int] = (0, 0),
        after: tuple[int, ...] = (),
    ) -> None:
        """`indices` are `low` and `high`; there is one day at least."""
        self._calendar = calendar
        self._before = before
        self._low, self._high = indices
        self._after = after

    @property
    def parts(self) -> tuple[Calendar, tuple[int, ...], tuple[int, int], tuple[int, ...]]:
        """What it was made of."""
        return self._calendar, self._before, (self._low, self._high), self._after

    @property
    def first(self) -> int:
        """The first day, as an ordinal."""
        return self._ordinal(0)

    @property
    def last(self) -> int:
        """The last day, as an ordinal."""
        return self._ordinal(len(self) - 1)

    @property
    def days_off(self) -> tuple[int, ...]:
        """Those of the days on which the calendar does not work, as ordinals."""
        return (*self._before, *self._after)

    @property
    def workdays(self) -> tuple[int, int] | None:
        """The first and the last of the workdays among them, as ordinals; None if there is none."""
        if self._low == self._high:
            return None
        return self._calendar.day(self._low), self._calendar.day(self._high - 1)

    def up_to(self, day: date) -> int:
        """How many of the days are not after a day."""
        ordinal = day.toordinal()
        position = self._calendar.position(ordinal + 1)
        inner = min(max(position, self._low), self._high) - self._low
        return inner + sum(each <= ordinal for each in self.days_off)

    def __len__(self) -> int:
        """How many days they are."""
        return len(self._before) + self._high - self._low + len(self._after)

    def __contains__(self, day: object) -> bool:
        """Whether a day is among them."""
        if not isinstance(day, date):
            return False
        at = self.up_to(day) - 1
        return at >= 0 and self._ordinal(at) == day.toordinal()

    @overload
    def __getitem__(self, at: int) -> date: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[date]: ...
    def __getitem__(self, at: int | slice) -> date | Sequence[date]:
        """The day at a place, or those of a slice."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return date.fromordinal(self._ordinal(at % len(self)))

    def __eq__(self, other: object) -> bool:
        """Equal are those with the same days."""
        return isinstance(other, Covered) and list(self) == list(other)

    def __hash__(self) -> int:
        """By the ends, which are the same where all days are."""
        return hash((self.first, self.last, len(self)))

    def _ordinal(self, at: int) -> int:
        inner = at - len(self._before)
        if inner < 0:
            return self._before[at]
        if inner < self._high - self._low:
            return self._calendar.day(self._low + inner)
        return self._after[inner - (self._high - self._low)]
