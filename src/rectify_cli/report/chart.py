"""Phases and tasks as bars over the days, with the days off, the deadlines and today."""

from collections.abc import Iterable, Iterator
from datetime import date

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.status import Status
from rectify_cli.report.arrows import arrows
from rectify_cli.report.bar_progress import bar_progress
from rectify_cli.report.headline import headline
from rectify_cli.report.names import bearer
from rectify_cli.report.selection import Selection, Shown, shown
from rectify_cli.report.timeline import Bar, Shape, Timeline
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule, Timing


def chart(
    schedule: Schedule,
    selection: Selection,
    today: date,
    language: str,
    status: Status | None = None,
) -> Timeline:
    """The chart of what a selection leaves; `today` is drawn where it lies inside.

    `status` gives the bars their done and late parts.
    """
    words = Words(language)
    left = shown(schedule, selection)
    every = list(_bars(schedule, left, status, words))
    first = selection.first or min((bar.start for bar in every), default=schedule.start)
    last = selection.last or max((bar.last for bar in every), default=first)
    last = max(first, last)
    bars = tuple(bar for bar in every if bar.start <= last and first <= bar.last)
    return Timeline(
        title=schedule.plan.title,
        language=language,
        first=first,
        last=last,
        days_off=days_off(schedule, first, last),
        today=today,
        bars=bars,
        legend=tuple(_legend(words, today)),
        months=tuple(_months(first, last, words)),
        facts=headline(schedule, selection, words),
        arrows=arrows(schedule, left, {bar.key for bar in bars}),
    )


def framed(
    whole: Timeline, schedule: Schedule, bars: Iterable[Bar], first: date, last: date
) -> Timeline:
    """Some of a chart's bars over days of their own, the arrows between them kept."""
    words = Words(whole.language)
    bars = tuple(bars)
    keys = {bar.key for bar in bars}
    return whole._replace(
        first=first,
        last=last,
        days_off=days_off(schedule, first, last),
        bars=bars,
        months=tuple(_months(first, last, words)),
        arrows=tuple(each for each in whole.arrows if {each.before, each.after} <= keys),
    )


def days_off(schedule: Schedule, first: date, last: date) -> frozenset[int]:
    """The ordinals from `first` to `last` on which the plan does not work."""
    is_workday = schedule.calendar.is_workday
    days = range(first.toordinal(), last.toordinal() + 1)
    return frozenset(day for day in days if not is_workday(day))


def _bars(schedule: Schedule, left: Shown, status: Status | None, words: Words) -> Iterator[Bar]:
    plan = schedule.plan
    with_work = _above_what_is_shown(schedule, left)
    for task in plan.tasks:
        timings = schedule.by_task[task.index]
        if task.kind == "task":
            timings = tuple(timing for timing in timings if timing.index in left.units)
        if timings and task.index in with_work:
            units = tuple(unit for timing in timings for unit in left.units_of(timing))
            whose = bearer(plan, task.owner, units, words)
            bar = _bar(plan, task, timings)
            progress = bar_progress(status, task.index, bar.start, bar.finish, bar.days_off, words)
            yield bar._replace(bearer=whose, progress=progress)


def _above_what_is_shown(schedule: Schedule, left: Shown) -> frozenset[int]:
    """The tasks that are shown, with the summaries and phases around them."""
    plan = schedule.plan
    found: set[int] = set()
    for timing in schedule.timings:
        if timing.index in left.units and not timing.summary:
            at: int | None = timing.task
            while at is not None and at not in found:
                found.add(at)
                at = plan.tasks[at].parent
    return frozenset(found)


def _bar(plan: Plan, task: Task, timings: tuple[Timing, ...]) -> Bar:
    """One bar for all units of a fan-out, from the first start to the last finish."""
    start = min(timing.start for timing in timings)
    finish = max(timing.finish for timing in timings)
    deadlines = [timing.deadline for timing in timings if timing.deadline is not None]
    marks = {each.day for timing in timings for each in timing.occurrences or ()}
    return Bar(
        label=task.title,
        key=task.path,
        depth=len(plan.around(task)),
        shape=_shape(timings),
        start=start,
        finish=finish,
        deadline=max(deadlines, default=None),
        marks=tuple(sorted(marks)),
        days_off=frozenset() if timings[0].summary else _days_off(timings, start, finish),
        critical=any(timing.critical for timing in timings) and not timings[0].summary,
        no=task.no,
    )


def _shape(timings: tuple[Timing, ...]) -> Shape:
    if timings[0].summary:
        return "summary"
    if timings[0].occurrences is not None:
        return "occurrences"
    if all(timing.is_milestone for timing in timings):
        return "milestone"
    return "critical" if any(timing.critical for timing in timings) else "work"


def _days_off(timings: tuple[Timing, ...], start: date, finish: date) -> frozenset[int]:
    """The days on which none of the timings works."""
    days = range(start.toordinal(), finish.toordinal() + 1)
    return frozenset(day for day in days if not any(_works(each, day) for each in timings))


def _works(timing: Timing, ordinal: int) -> bool:
    if not timing.start.toordinal() <= ordinal <= timing.finish.toordinal():
        return False
    if timing.covers is not None:
        return date.fromordinal(ordinal) in timing.covers
    return timing.calendar.is_workday(ordinal)


def _legend(words: Words, today: date) -> Iterator[tuple[str, str]]:
    for shape in ("work", "critical", "summary", "milestone", "occurrences", "deadline", "day-off"):
        yield shape, words(f"legend-{shape}")
    yield "done", words("legend-done")
    yield "late", words("legend-late")
    yield "today", words("legend-today", day=words.full(today))
    yield "per-day", words("legend-per-day")
    yield "per-week", words("legend-per-week")
    yield "per-weeks", words("legend-per-weeks")


def _months(first: date, last: date, words: Words) -> Iterator[tuple[date, str]]:
    yield first, words.month(first, year=False)
    month = first.year * 12 + first.month
    while month < last.year * 12 + last.month:
        day = date(month // 12, month % 12 + 1, 1)
        yield day, words.month(day, year=day.month == 1)
        month += 1
