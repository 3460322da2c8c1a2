"""Schedule → days: what starts, goes on, falls due and occurs on every single day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rectify_cli.plan.model import DateRule, FixedDate, RelativeDate, Task
from rectify_cli.schedule.counting import shifted_within
from rectify_cli.schedule.model import Day, DayItem, Schedule, Timing
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR

_FIRST_DAY = date(FIRST_YEAR, 1, 1).toordinal()
_LAST_DAY = date(LAST_YEAR, 12, 31).toordinal()


def expand(
    schedule: Schedule, first: date | None = None, last: date | None = None
) -> Iterator[Day]:
    """The workdays of a schedule and every day off on which something is on, in order.

    Where nothing is worked on, outside the years that can be written, only the days on which
    something falls due: a deadline counted from a date may lie in the year 9999.

    Args:
        schedule: The schedule.
        first: The first day wanted; None: the earliest of the plan's start and all items.
        last: The last day wanted, inclusive; None: the latest of the plan's finish and all items.
    """
    starting: dict[int, list[Timing]] = defaultdict(list)
    single = _single_items(schedule)
    for timing in schedule.timings:
        if not timing.summary and timing.occurrences is None:
            starting[timing.start.toordinal()].append(timing)
    low, high = _bounds(schedule, single)
    since = low if first is None else first.toordinal()
    until = high if last is None else last.toordinal()
    active: list[Timing] = []
    origin = schedule.calendar.position(schedule.start.toordinal())
    for ordinal in _days_to_look_at(min(low, since), until, schedule, single):
        active = [timing for timing in active if timing.finish.toordinal() >= ordinal]
        active.extend(starting.get(ordinal, ()))
        if ordinal < since:
            continue
        items = [item for timing in active for item in _work(timing, ordinal)]
        items.extend(single.get(ordinal, ()))
        workday = schedule.calendar.is_workday(ordinal)
        if workday or items:
            items.sort(key=_item_order)
            number = schedule.calendar.position(ordinal) - origin + 1
            yield Day(
                date=date.fromordinal(ordinal),
                workday=workday,
                number=number if workday and number > 0 else None,
                items=tuple(items),
            )


_KINDS = ("work", "milestone", "occurrence", "due", "item")


def _item_order(item: DayItem) -> tuple[int, int, int]:
    return item.timing.task, item.timing.index, _KINDS.index(item.kind)


def _bounds(schedule: Schedule, single: dict[int, list[DayItem]]) -> tuple[int, int]:
    start = schedule.start.toordinal()
    finish = start if schedule.finish is None else schedule.finish.toordinal()
    starts = [t.start.toordinal() for t in schedule.timings]
    return min([start, *starts, *single]), max([finish, *single])


def _days_to_look_at(
    low: int, high: int, schedule: Schedule, single: dict[int, list[DayItem]]
) -> Iterator[int]:
    """Every day of the years that can be written and of those with work; of others, the due ones.

    Both ends count.
    """
    timings = [each for each in schedule.timings if not each.summary]
    first = min([_FIRST_DAY, *(each.start.toordinal() for each in timings)])
    last = max([_LAST_DAY, *(each.finish.toordinal() for each in timings)])
    yield from sorted(day for day in single if low <= day < first)
    yield from range(max(low, first), min(high, last) + 1)
    yield from sorted(day for day in single if last < day <= high)


def _work(timing: Timing, ordinal: int) -> Iterator[DayItem]:
    """What a timing does on a day between its start and its finish, if anything."""
    if timing.is_milestone:
        yield DayItem(timing, "milestone", 0, 0)
        return
    if timing.covers is not None:
        if (day := date.fromordinal(ordinal)) in timing.covers:
            yield DayItem(timing, "work", timing.covers.up_to(day), timing.duration)
        return
    if timing.calendar.is_workday(ordinal):
        begun = timing.calendar.position(timing.start.toordinal())
        day_number = timing.calendar.position(ordinal) - begun + 1
        yield DayItem(timing, "work", day_number, timing.duration)


def _single_items(schedule: Schedule) -> dict[int, list[DayItem]]:
    """Deadlines, checklist items with a due day, and occurrences, by day."""
    found: dict[int, list[DayItem]] = defaultdict(list)
    for timing in schedule.timings:
        if timing.deadline is not None:
            found[timing.deadline.toordinal()].append(DayItem(timing, "due", 0, timing.duration))
        for number, occurrence in enumerate(timing.occurrences or (), 1):
            of = timing.duration
            found[occurrence.day.toordinal()].append(DayItem(timing, "occurrence", number, of))
        for day, item in checklist_days(schedule, timing):
            found[day].append(item)
    return found


def checklist_days(schedule: Schedule, timing: Timing) -> Iterator[tuple[int, DayItem]]:
    """The items of a timing's checklist that have a day of their own, each with it."""
    task = schedule.task_of(timing)
    for entry in task.checklist:
        day = _due(schedule, task, timing, entry.due)
        if day is not None:
            yield day, DayItem(timing, "item", 0, timing.duration, entry.text, entry.id)


def _due(schedule: Schedule, task: Task, timing: Timing, rule: DateRule | None) -> int | None:
    if isinstance(rule, FixedDate):
        return rule.day.toordinal()
    if not isinstance(rule, RelativeDate):
        return None
    named = (timing,) if rule.task in {None, task.index} else schedule.by_task[rule.task or 0]
    if not named:
        return None
    starts = [each.start.toordinal() for each in named]
    finishes = [each.finish.toordinal() for each in named]
    day = min(starts) if rule.point == "start" else max(finishes)
    return shifted_within(timing.calendar, day, rule.lag.days, elapsed=rule.lag.elapsed)


def text_of(task: Task, day: int) -> str:
    """What a task's `days` say of its workday number `day`; empty where they say nothing."""
    return "; ".join(each.text for each in task.days if each.first <= day <= each.last)
