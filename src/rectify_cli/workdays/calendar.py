"""The workdays of one calendar, numbered: what every date of a schedule is counted in.

Days are `date.toordinal()` numbers here, since the scheduler adds and compares them by the million.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import accumulate, compress
from typing import Final, Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR, NationalDays
from rectify_cli.workdays.runs import Run, runs_of

ReasonKind = Literal["week", "country", "days_off", "workdays"]
YearOf = Callable[[int], NationalDays]
"""A year → what the country says of that year alone."""

LAST_ORDINAL: Final = date.max.toordinal()
_WEEKS_IN_A_YEAR: Final = 54
_DIGITS: Final = bytes.maketrans(b"\0\1", b"01")


class Room:
    """How many years all calendars of a plan may still lay out together."""

    __slots__ = ("is_short", "years")

    def __init__(self, years: int) -> None:
        self.years = years
        self.is_short = False

    def take(self) -> bool:
        """Take a year out, if there is one left."""
        self.years -= 1
        self.is_short = self.is_short or self.years < 0
        return self.years >= 0


class OutOfCalendar(Exception):  # noqa: N818 - it is no error of a calendar to end somewhere
    """A day before year 1 or past year 9999 was asked for."""


class DayReason(Struct):
    """Which layer decided whether a day is a workday, what it calls the day, and who says so.

    `kind` is the layer, `source` names it: `week`, `plan`, a frozen file, or the library and its
    version. A day off or make-up workday of the country has its holiday's name as `label`.
    """

    kind: ReasonKind
    workday: bool
    label: str
    source: str


class Calendar:
    """The workdays of one `CalendarSpec`; workday 0 is the first on or after the anchor.

    Indices are negative before the anchor. The years 1970..2199, in which dates can be written,
    are laid out day by day, each when it is first needed; outside them only the week counts. That
    growth is the calendar's only state, and changes no answer. `anchor` lies in these years.
    Where there is no `room` for further years, only the week counts in them.
    """

    __slots__ = (
        "_anchor",
        "_days",
        "_end",
        "_first_index",
        "_first_year",
        "_flags",
        "_low",
        "_national",
        "_next_year",
        "_number",
        "_numbered",
        "_positions",
        "_room",
        "_runs",
        "_unpublished",
        "_unpublished_in",
        "spec",
    )

    def __init__(
        self,
        spec: CalendarSpec,
        anchor: date,
        national: YearOf | None = None,
        room: Room | None = None,
        layers: Sequence[Sequence[Run]] | None = None,
    ) -> None:
        """A calendar of which nothing is laid out yet.

        Args:
            spec: What it is made of.
            anchor: The day from which workdays are counted.
            national: Gives a year's days of the country; None: the calendar has none.
            room: How many years it may lay out, with others; None: all.
            layers: The runs of each of the spec's overlays, where they are known.
        """
        self.spec = spec
        self._room = room
        self._runs = layers
        self._unpublished_in: dict[tuple[int, int], frozenset[int]] = {}
        self._anchor = anchor.toordinal()
        self._national = national
        self._unpublished: list[int] = []
        self._first_year = self._next_year = anchor.year
        self._low = date(anchor.year, 1, 1).toordinal()
        self._flags = bytearray()
        # Machine numbers: a calendar of two centuries is a tenth of what lists would be.
        self._days = array("i")
        # One longer than the days laid out: the position after the last is known as well.
        self._positions = array("i")
        self._first_index = 0
        self._end = 0
        # The flags as one number, and which days those were.
        self._number = 0
        self._numbered = (0, 0)

    def position(self, ordinal: int) -> int:
        """The index of the first workday on or after a day.

        That is the number of workdays from the anchor to the day, which is not counted itself;
        negative before the anchor. Raises OutOfCalendar outside the years 1..9999.
        """
        at = ordinal - self._low
        if 0 <= at < self._end:
            return self._positions[at]
        return self._position_outside(ordinal)

    def day(self, index: int) -> int:
        """The ordinal of the workday with this index.

        Raises OutOfCalendar outside the years 1..9999, and where there are no more workdays.
        """
        at = index - self._first_index
        if at >= 0:
            try:
                return self._days[at]
            except IndexError:
                pass
        return self._day_outside(index)

    def is_workday(self, ordinal: int) -> bool:
        """Whether work is done on a day. Raises OutOfCalendar outside the years 1..9999."""
        at = ordinal - self._low
        if 0 <= at < len(self._flags):
            return self._flags[at] == 1
        if self._lay_out_to(ordinal):
            return self._flags[ordinal - self._low] == 1
        return (ordinal - 1) % 7 in self.spec.week

    def flags(self, first: int, last: int) -> bytes:
        """A byte for each day from `first` to `last`, both counted: 1 where work is done."""
        if self._lay_out_to(first) and self._lay_out_to(last):
            return bytes(self._flags[first - self._low : last + 1 - self._low])
        return bytes(map(self.is_workday, range(first, last + 1)))

    def bits(self, first: int, last: int) -> int:
        """The days from `first` to `last`, both counted, as bits: bit 0 is `first`, 1 is work."""
        low = self._low
        is_there = low <= first and last < low + len(self._flags)
        if not is_there and not (self._lay_out_to(first) and self._lay_out_to(last)):
            return _number(bytes(map(self.is_workday, range(first, last + 1))))
        if self._numbered != (self._low, len(self._flags)):
            self._number = _number(self._flags)
            self._numbered = self._low, len(self._flags)
        return self._number >> (first - self._low) & ((1 << (last - first + 1)) - 1)

    def reason(self, day: date) -> DayReason:
        """Why a day is a workday or a day off: the last layer that says anything of it."""
        for overlay in reversed(self.spec.overlays):
            for label in reversed(overlay.workdays):
                if label.first <= day <= label.last:
                    return DayReason("workdays", workday=True, label=label.label, source="plan")
            for label in reversed(overlay.days_off):
                if label.first <= day <= label.last:
                    return DayReason("days_off", workday=False, label=label.label, source="plan")
        return self._reason_below(day)

    @property
    def unpublished(self) -> frozenset[int]:
        """The years that were laid out and that the country has not announced."""
        return frozenset(self._unpublished)

    def is_announced(self, first: int, last: int) -> bool:
        """Whether the country has announced its days of all years from `first` to `last`."""
        national = self._national
        if national is None:
            return True
        years = range(max(first, FIRST_YEAR), min(last, LAST_YEAR) + 1)
        return not any(year in national(year).unpublished for year in years)

    def unpublished_in(self, first: int, last: int) -> frozenset[int]:
        """Those of the years `first` to `last`, which are laid out, that are not announced."""
        years = first, last
        if years not in self._unpublished_in:
            found = frozenset(year for year in self._unpublished if first <= year <= last)
            self._unpublished_in[years] = found
        return self._unpublished_in[years]

    def _reason_below(self, day: date) -> DayReason:
        if self._national is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
            national = self._national(day.year)
            for workday, days in ((True, national.workdays), (False, national.days_off)):
                if day in days:
                    return DayReason("country", workday, days[day], national.source)
        return DayReason("week", day.weekday() in self.spec.week, "", "week")

    def _position_outside(self, ordinal: int) -> int:
        if self._lay_out_to(ordinal):
            return self._positions[ordinal - self._low]
        origin, position = self._edge(after=ordinal >= self._low)
        weeks, rest = divmod(ordinal - origin, 7)
        in_rest = sum((origin + each - 1) % 7 in self.spec.week for each in range(rest))
        return position + weeks * len(self.spec.week) + in_rest

    def _day_outside(self, index: int) -> int:
        if not self._flags:
            self._lay_out_next_year()
        while index < self._first_index and self._has_room(self._first_year > FIRST_YEAR):
            self._lay_out_year_before()
        while index >= self._first_index + len(self._days) and self._has_room(
            self._next_year <= LAST_YEAR
        ):
            self._lay_out_next_year()
        at = index - self._first_index
        if 0 <= at < len(self._days):
            return self._days[at]
        return self._day_of_week_pattern(index)

    def _day_of_week_pattern(self, index: int) -> int:
        if not self.spec.week:
            raise OutOfCalendar
        origin, position = self._edge(after=index >= self._first_index)
        weeks, rest = divmod(index - position, len(self.spec.week))
        offsets = [each for each in range(7) if (origin + each - 1) % 7 in self.spec.week]
        ordinal = origin + weeks * 7 + offsets[rest]
        if not 1 <= ordinal <= LAST_ORDINAL:
            raise OutOfCalendar
        return ordinal

    def _edge(self, *, after: bool) -> tuple[int, int]:
        """A day at the end of what is laid out, and its position."""
        if after:
            return self._low + len(self._flags), self._positions[-1]
        return self._low, self._first_index

    def _lay_out_to(self, ordinal: int) -> bool:
        """Lays out the years to a day; False where it is in none of those that are laid out."""
        # The day after the last one has a position: a span may end on the last.
        if not 1 <= ordinal <= LAST_ORDINAL + 1:
            raise OutOfCalendar
        year = date.fromordinal(ordinal).year if ordinal <= LAST_ORDINAL else LAST_YEAR + 1
        if not self._flags:
            self._lay_out_next_year()
        while self._has_room(self._first_year > max(year, FIRST_YEAR)):
            self._lay_out_year_before()
        while self._has_room(self._next_year <= min(year, LAST_YEAR)):
            self._lay_out_next_year()
        return self._first_year <= year < self._next_year

    def _has_room(self, is_wanted: bool) -> bool:  # noqa: FBT001 - it reads as a condition
        return is_wanted and (self._room is None or self._room.take())

    def _lay_out_next_year(self) -> None:
        flags = self._flags_of(self._next_year)
        start = self._low + len(self._flags)
        before = self._anchor - start
        # Only the anchor's own year begins before the anchor.
        first = self._positions.pop() if self._positions else -sum(flags[:before])
        if not self._flags:
            self._first_index = first
        self._positions.extend(accumulate(flags, initial=first))
        self._days.extend(compress(range(start, start + len(flags)), flags))
        self._flags += flags
        self._end = len(self._positions)
        self._next_year += 1

    def _lay_out_year_before(self) -> None:
        flags = self._flags_of(self._first_year - 1)
        self._low -= len(flags)
        self._first_index -= sum(flags)
        positions = array("i", accumulate(flags, initial=self._first_index))
        self._positions = positions[:-1] + self._positions
        days = array("i", compress(range(self._low, self._low + len(flags)), flags))
        self._days = days + self._days
        self._flags = flags + self._flags
        self._end = len(self._positions)
        self._first_year -= 1

    def _flags_of(self, year: int) -> bytearray:
        national = self._national(year) if self._national is not None else None
        if national is not None and year in national.unpublished:
            self._unpublished.append(year)
        if self._runs is None:
            self._runs = [runs_of(overlay) for overlay in self.spec.overlays]
        return _workday_flags(self.spec, year, national, self._runs)


def _workday_flags(
    spec: CalendarSpec, year: int, national: NationalDays | None, layers: Sequence[Sequence[Run]]
) -> bytearray:
    """For each day of a year 1 where work is done, else 0; `national` holds that year alone."""
    start = date(year, 1, 1).toordinal()
    end = date(year, 12, 31).toordinal() + 1
    weekday = (start - 1) % 7
    week = bytearray(day in spec.week for day in range(7)) * _WEEKS_IN_A_YEAR
    flags = week[weekday : weekday + end - start]
    if national is not None:
        for value, days in ((0, national.days_off), (1, national.workdays)):
            for day in days:
                flags[day.toordinal() - start] = value
    for runs in layers:
        paint(flags, start, runs)
    return flags


def _number(flags: bytes | bytearray) -> int:
    return int(flags[::-1].translate(_DIGITS) or b"0", 2)


def paint(flags: bytearray, start: int, runs: Sequence[Run]) -> None:
    """Set the days of all runs in the bytes of the days from `start` on."""
    end = start + len(flags)
    for at in range(bisect_right(runs, start, key=lambda run: run.end), len(runs)):
        run = runs[at]
        if run.first >= end:
            break
        first, last = max(run.first, start), min(run.end, end)
        flags[first - start : last - start] = bytes((run.workday,)) * (last - first)
