"""Repeating tasks: their occurrences, dated after everything else, outside the network."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice, takewhile

from rectify_cli.plan.model import OnDayOff, Repeat, Task
from rectify_cli.schedule.deadlines import Spans, day_of
from rectify_cli.schedule.model import Driver, Occurrence, Timing
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.units import Alike, group_task
from rectify_cli.workdays.calendar import Calendar

MAX_OCCURRENCES = 5_000


@dataclass(frozen=True, slots=True)
class Repeats:
    """What the occurrences of a plan's repeating tasks are reckoned from."""

    spans: Spans
    network: Network
    finish: int
    too_many: list[int] = field(default_factory=list)

    def timings(self, task: Task, first_index: int) -> tuple[Timing, ...]:
        """A timing for every group of equal units: none where nothing ever occurs."""
        found: list[Timing] = []
        for alike in group_task(self.network.plan, task):
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
        nominal = list(islice(nominal_dates(task.repeat, first, last), MAX_OCCURRENCES + 1))
        if len(nominal) > MAX_OCCURRENCES:
            self.too_many.append(task.index)
            return None
        found = _present(tuple(_occurrences(nominal, calendar, task.on_day_off)), alike)
        if not found:
            return None
        deadline = day_of(task.deadline, calendar, self.spans, _span(found))
        return _timing_of(task, alike, calendar, found, (index, deadline))

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

    rule = rrulestr(repeat.rule, dtstart=datetime.combine(first, time.min))
    days = (moment.date() for moment in rule)
    return takewhile(lambda day: day <= last, days)


def _occurrences(
    nominal: list[date], calendar: Calendar, on_day_off: OnDayOff
) -> Iterator[Occurrence]:
    for named in nominal:
        day = named.toordinal()
        if calendar.is_workday(day):
            yield Occurrence(named, named)
        elif on_day_off == "earlier":
            yield Occurrence(named, date.fromordinal(calendar.day(calendar.position(day) - 1)))
        elif on_day_off == "later":
            yield Occurrence(named, date.fromordinal(calendar.day(calendar.position(day))))


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
