"""Stretches of days on a picture: ordinals → runs, a bar → what of it lies inside the chart."""

from collections.abc import Iterable, Iterator

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.timeline import Bar, Timeline

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600)


class Span(Struct):
    """The days `begin`..`end`, the last not counted, from the chart's first day, which is 0."""

    begin: int
    end: int


def length_of(timeline: Timeline) -> int:
    """How many days a chart shows."""
    return (timeline.last - timeline.first).days + 1


def days_off_of(timeline: Timeline) -> Iterator[Span]:
    """The stretches on which the plan does not work."""
    first = timeline.first.toordinal()
    yield from _runs(day - first for day in sorted(timeline.days_off))


def whole_of(bar: Bar, timeline: Timeline) -> Span | None:
    """A bar from its first to its last day; None where it lies outside."""
    return _inside(bar.start.toordinal(), bar.finish.toordinal(), timeline)


def worked_of(bar: Bar, timeline: Timeline) -> Iterator[Span]:
    """The stretches of a bar on which it works."""
    whole = whole_of(bar, timeline)
    if whole is None:
        return
    if not bar.days_off:
        yield whole
        return
    first = timeline.first.toordinal()
    yield from _runs(day for day in range(*whole) if day + first not in bar.days_off)


def done_of(bar: Bar, timeline: Timeline) -> Span | None:
    """The done part of a bar."""
    until = None if bar.progress is None else bar.progress.done_until
    return None if until is None else _inside(bar.start.toordinal(), until.toordinal(), timeline)


def late_of(bar: Bar, timeline: Timeline) -> Span | None:
    """The part of a bar that runs behind its planned finish."""
    until = None if bar.progress is None else bar.progress.late_until
    if until is None:
        return None
    return _inside(bar.finish.toordinal() + 1, until.toordinal(), timeline)


def deadline_of(bar: Bar, timeline: Timeline) -> int | None:
    """The end of a bar's deadline, in days; None where it has none or it lies outside."""
    if bar.deadline is None or not timeline.first <= bar.deadline <= timeline.last:
        return None
    return (bar.deadline - timeline.first).days + 1


def marks_of(bar: Bar, timeline: Timeline) -> Iterator[int]:
    """The days on which a bar's occurrences stand."""
    for day in bar.marks:
        if timeline.first <= day <= timeline.last:
            yield (day - timeline.first).days


def today_of(timeline: Timeline) -> int | None:
    """The end of the day that a chart looks from, in days; None where it lies outside."""
    if not timeline.first <= timeline.today <= timeline.last:
        return None
    return (timeline.today - timeline.first).days + 1


def months_of(timeline: Timeline, most: int) -> Iterator[tuple[int, str]]:
    """At most so many months by the day they begin on; of more, those that a January is among.

    The month in which the chart begins is left out where the next one would lie upon it.
    """
    begun = [(day.year * 12 + day.month - 1, day, name) for day, name in timeline.months]
    for step in _STEPS:
        chosen = [
            ((day - timeline.first).days, name)
            for at, (month, day, name) in enumerate(begun)
            if at == 0 or month % step == 0
        ]
        if len(chosen) <= most:
            break
    crowded = len(chosen) > 1 and chosen[1][0] < length_of(timeline) / most
    yield from chosen[1:] if crowded else chosen


def _inside(begin: int, last: int, timeline: Timeline) -> Span | None:
    first = timeline.first.toordinal()
    begin, end = max(begin - first, 0), min(last - first + 1, length_of(timeline))
    return Span(begin, end) if begin < end else None


def _runs(days: Iterable[int]) -> Iterator[Span]:
    """Days in order as the stretches that they make."""
    begin = end = None
    for day in days:
        if end is None or begin is None or day != end:
            if begin is not None and end is not None:
                yield Span(begin, end)
            begin = day
        end = day + 1
    if begin is not None and end is not None:
        yield Span(begin, end)
