"""A calendar that is another one with some runs of days painted over: of thousands, each is small.

A plan may have a calendar for each of its thousand units. What they share is laid out once, and
each keeps only the days on which it differs, with how many workdays that makes more or less.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from rectify_cli.plan.model import CalendarSpec
from rectify_cli.workdays.calendar import LAST_ORDINAL, Calendar, OutOfCalendar, YearOf, paint
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR
from rectify_cli.workdays.runs import Run

_GUESSES = 4


class Painted(Calendar):
    """The calendar of a spec, whose last overlay is painted over the `ground` of all the rest.

    It answers as `Calendar` does, to the day and to the year that is not announced.
    """

    __slots__ = (
        "_after",
        "_before",
        "_ends",
        "_first_asked",
        "_firsts",
        "_ground",
        "_last_asked",
        "_origin",
        "_over",
    )

    def __init__(
        self,
        spec: CalendarSpec,
        anchor: date,
        national: YearOf | None,
        ground: Calendar,
        runs: Sequence[Run],
    ) -> None:
        """`ground` has the same anchor; `runs` are those of the spec's last overlay."""
        super().__init__(spec, anchor, national)
        self._ground = ground
        self._over = runs
        self._firsts = [run.first for run in runs]
        self._ends = [run.end for run in runs]
        # The run that the anchor stands in or before, and how many workdays the runs from there on
        # (`_after`), and those before it backwards (`_before`), add in all.
        self._origin = bisect_right(self._ends, self._anchor)
        self._after = [0]
        self._before = [0]
        self._first_asked = self._last_asked = self._anchor

    def position(self, ordinal: int) -> int:
        """As `Calendar.position`."""
        self._ask(ordinal)
        more = self._known_more(ordinal)
        return self._position(ordinal) if more is None else self._ground.position(ordinal) + more

    def day(self, index: int) -> int:
        """As `Calendar.day`."""
        try:
            found = self._guess(index)
            found = self._search(index) if found is None else found
        except OutOfCalendar:
            if index >= 0:
                self._ask(date(LAST_YEAR, 12, 31).toordinal())
            else:
                self._ask(date(FIRST_YEAR, 1, 1).toordinal())
            raise
        self._ask(found)
        return found

    def is_workday(self, ordinal: int) -> bool:
        """As `Calendar.is_workday`."""
        self._ask(ordinal)
        return self._is_workday(ordinal)

    def flags(self, first: int, last: int) -> bytes:
        """As `Calendar.flags`."""
        self._ask(first)
        self._ask(last)
        flags = bytearray(self._ground.flags(first, last))
        paint(flags, first, self._over)
        return bytes(flags)

    def bits(self, first: int, last: int) -> int:
        """As `Calendar.bits`."""
        self._ask(first)
        self._ask(last)
        days = self._ground.bits(first, last)
        for at in range(bisect_right(self._ends, first), len(self._over)):
            run = self._over[at]
            if run.first > last:
                break
            begin, end = max(run.first, first), min(run.end, last + 1)
            these = ((1 << (end - begin)) - 1) << (begin - first)
            days = days | these if run.workday else days & ~these
        return days

    @property
    def unpublished(self) -> frozenset[int]:
        """As `Calendar.unpublished`: of the years from the anchor's to those asked for."""
        # The year after the last day counts as the last: `position` may be asked for it.
        first = date.fromordinal(max(self._first_asked, 1)).year
        last = date.fromordinal(min(self._last_asked, LAST_ORDINAL)).year
        for year in (first, last):
            self._ground.is_workday(date(year, 1, 1).toordinal())
        return self._ground.unpublished_in(first, last)

    def _ask(self, ordinal: int) -> None:
        if ordinal > self._last_asked:
            self._last_asked = ordinal
        elif ordinal < self._first_asked:
            self._first_asked = ordinal

    def _known_more(self, ordinal: int) -> int | None:
        """The same as `_more` for a day in no run, if it is known: most days are such."""
        at = bisect_right(self._ends, ordinal)
        whole = at - self._origin
        if ordinal < self._anchor or whole >= len(self._after):
            return None
        if at < len(self._firsts) and self._firsts[at] <= ordinal:
            return None
        return self._after[whole]

    def _position(self, ordinal: int) -> int:
        return self._ground.position(ordinal) + self._more(ordinal)

    def _is_workday(self, ordinal: int) -> bool:
        at = bisect_right(self._ends, ordinal)
        if at < len(self._over) and self._over[at].first <= ordinal:
            return self._over[at].workday
        return self._ground.is_workday(ordinal)

    def _more(self, ordinal: int) -> int:
        """How many workdays more than in the ground lie from the anchor to a day."""
        at = bisect_right(self._ends, ordinal)
        if ordinal >= self._anchor:
            whole = at - self._origin
            while len(self._after) <= whole:
                run = self._over[self._origin + len(self._after) - 1]
                more = self._adds(run, max(run.first, self._anchor), run.end)
                self._after.append(self._after[-1] + more)
            return self._after[whole] + self._part(at, self._anchor, ordinal)
        # The runs that end after the day and before the anchor, and the part of the one it is in.
        whole = self._origin - at
        while len(self._before) <= whole:
            run = self._over[self._origin - len(self._before)]
            self._before.append(self._before[-1] + self._adds(run, run.first, run.end))
        around = self._part(self._origin, 0, self._anchor)
        return self._part(at, 0, ordinal) - self._before[whole] - around

    def _part(self, at: int, low: int, ordinal: int) -> int:
        """What a run adds from `low` to a day, where it begins before that day."""
        if at == len(self._over):
            return 0
        run = self._over[at]
        begin = max(run.first, low)
        return self._adds(run, begin, ordinal) if begin < ordinal else 0

    def _adds(self, run: Run, begin: int, end: int) -> int:
        here = self._ground.position(end) - self._ground.position(begin)
        return (end - begin if run.workday else 0) - here

    def _guess(self, index: int) -> int | None:
        """The day of an index, where the ground's own is near to it; few runs make it so."""
        more = 0
        for _ in range(_GUESSES):
            try:
                day = self._ground.day(index - more)
            except OutOfCalendar:
                return None
            now = self._known_more(day)
            if now == more:
                return day
            if now is None:
                if self._is_workday(day) and self._position(day) == index:
                    return day
                now = self._more(day)
                if now == more:
                    return None
            more = now
        return None

    def _search(self, index: int) -> int:
        """The day of an index, by the first run that ends behind it."""
        at = bisect_right(self._over, index, key=lambda run: self._position(run.end))
        if at < len(self._over):
            first = self._over[at].first
            position = self._position(first)
            if position <= index:
                return first + index - position
            more = self._more(first)
        else:
            more = self._more(self._over[-1].end) if self._over else 0
        return self._ground.day(index - more)
