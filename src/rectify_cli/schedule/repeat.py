"""Repeating tasks: their occurrences, dated after everything else, outside the network."""

from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, time, timedelta
from itertools import islice

from rectify_cli.plan.model import OnDayOff, Repeat, Task
from rectify_cli.schedule.deadlines import Spans, day_of
from rectify_cli.schedule.model import Driver, Occurrence, Timing
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.units import Alike
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar

MAX_OCCURRENCES = 5_000
MAX_IN_ALL = 200_000
"""So many occurrences all repeating tasks of a plan may have together."""
MAX_OF_UNITS = 1_000_000
"""And so many, counted once for each unit that has a part in them."""

_DRY_RUN = 50_000
"""A rule that never again gives a date counts as so many: it is followed to the last year."""

_GREGORIAN_CYCLE = timedelta(days=146_097)
"""400 years, a whole number of weeks: every rule gives the same days one cycle later."""


class Repeats:
    """What the occurrences of a plan's repeating tasks are reckoned from, and how many there are.

    `too_many` are the tasks that passed a bound, and have no occurrences for that.
    """

    def __init__(self, spans: Spans, network: Network, finish: int) -> None:
        self.spans = spans
        self.network = network
        self.finish = finish
        self.too_many: list[int] = []
        self.known: dict[tuple[str, date, date], tuple[date, ...]] = {}
        self.spent = 0
        self.spent_of_units = 0

    def timings(self, task: Task, first_index: int) -> tuple[Timing, ...]:
        """A timing for every group of equal units: none where nothing ever occurs."""
        found: list[Timing] = []
        for alike in self.network.groups[task.index]:
            timing = self._timing(task, alike, first_index + len(found))
            if timing is not None:
                found.append(timing)
        return tuple(found)

    def _timing(self, task: Task, alike: Alike, index: int) -> Timing | None:
        calendar = self.network.calendar_of(alike.calendar)
        bounds = self._bounds(task, calendar)
        if task.repeat is None or bounds is None:
            return None
        first, last = bounds
        nominal = self._nominal(task.repeat, first, last)
        of_units = 0 if nominal is None else len(nominal) * len(alike.units or ())
        self.spent_of_units += of_units
        is_too_much = self.spent_of_units > MAX_OF_UNITS
        if nominal is None or len(nominal) > MAX_OCCURRENCES or is_too_much:
            self.too_many.append(task.index)
            return None
        found = _present(tuple(_occurrences(nominal, calendar, task.on_day_off)), alike)
        if not found:
            return None
        deadline = day_of(task.deadline, calendar, self.spans, _span(found))
        return _timing_of(task, alike, calendar, found, (index, deadline))

    def _nominal(self, repeat: Repeat, first: date, last: date) -> tuple[date, ...] | None:
        """The dates of a recurrence; None where the plan's tasks have had too many already."""
        if self.spent > MAX_IN_ALL:
            return None
        key = (repeat.rule, first, last)
        if key not in self.known:
            dates = tuple(islice(nominal_dates(repeat, first, last), MAX_OCCURRENCES + 1))
            self.known[key] = dates
            self.spent += 0 if dates else _DRY_RUN
        self.spent += len(self.known[key])
        return self.known[key] if self.spent <= MAX_IN_ALL else None

    def _bounds(self, task: Task, calendar: Calendar) -> tuple[date, date] | None:
        """First and last day on which it may occur; what is not written is the phase's."""
        if task.doubtful:
            return None
        around = self._around(task)
        start = day_of(task.dates.start, calendar, self.spans, around)
        if start is None and task.dates.start is None:
            start = around[0]
        own = None if start is None else (start, around[1])
        finish = day_of(task.dates.finish, calendar, self.spans, own)
        if finish is None and task.dates.finish is None:
            finish = around[1]
        if start is None or finish is None:
            return None
        return date.fromordinal(start), date.fromordinal(finish)

    def _around(self, task: Task) -> tuple[int, int]:
        for outer in self.network.plan.around(task):
            span = self.spans.of_task[outer.index]
            if span is not None:
                return span
        start = task.floor.toordinal()
        return start, max(start, self.finish - 1)


def nominal_dates(repeat: Repeat, first: date, last: date) -> Iterator[date]:
    """The dates of a recurrence from its first possible day to its last, both counted.

    Raises nothing: a rule was validated when it was read.
    """
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - 20 ms that few plans need

    if first > last:
        return
    # The library follows a rule that gives no date any more to the year 9999: it is taken there.
    away = (MAXYEAR - last.year) // 400 * _GREGORIAN_CYCLE
    body, _, until = repeat.rule.partition(";UNTIL=")
    until, _, rest = until.partition(";")
    if until:
        last = min(last, date(int(until[:4]), int(until[4:6]), int(until[6:])))
        body = f"{body};{rest}" if rest else body
    for moment in rrulestr(body, dtstart=datetime.combine(first + away, time.min)):
        day = moment.date() - away
        if day > last:
            return
        yield day


def _occurrences(
    nominal: tuple[date, ...], calendar: Calendar, on_day_off: OnDayOff
) -> Iterator[Occurrence]:
    for named in nominal:
        day = _day_of(named.toordinal(), calendar, on_day_off)
        if day is not None:
            yield Occurrence(named, date.fromordinal(day))


def _day_of(day: int, calendar: Calendar, on_day_off: OnDayOff) -> int | None:
    """The day that an occurrence moves to; None where it is dropped or there is no workday left."""
    if calendar.is_workday(day):
        return day
    if on_day_off == "skip":
        return None
    step = 1 if on_day_off == "earlier" else 0
    try:
        return calendar.day(calendar.position(day) - step)
    except OutOfCalendar:
        return None


def _present(found: tuple[Occurrence, ...], alike: Alike) -> tuple[Occurrence, ...]:
    """The occurrences on which a fan-out's units take part: joined and not yet left."""
    if alike.units is None or alike.owner is None:
        return found
    joined, left = alike.owner.joined, alike.owner.left
    return tuple(
        each
        for each in found
        if (joined is None or each.day >= joined) and (left is None or each.day <= left)
    )


def _span(found: tuple[Occurrence, ...]) -> tuple[int, int]:
    days = [each.day.toordinal() for each in found]
    return min(days), max(days)


def _timing_of(
    task: Task,
    alike: Alike,
    calendar: Calendar,
    found: tuple[Occurrence, ...],
    numbered: tuple[int, int | None],
) -> Timing:
    index, deadline = numbered
    first, last = map(date.fromordinal, _span(found))
    return Timing(
        index=index,
        task=task.index,
        units=alike.units,
        calendar=calendar,
        start=first,
        finish=last,
        duration=len(found),
        deadline=None if deadline is None else date.fromordinal(deadline),
        early_start=first,
        early_finish=last,
        late_start=first,
        late_finish=last,
        total_float=0,
        free_float=0,
        critical=False,
        pinned=True,
        at_end=False,
        drivers=(Driver("pin", task.index),),
        occurrences=found,
    )
