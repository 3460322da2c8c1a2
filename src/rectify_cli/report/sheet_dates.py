"""What a schedule says of one task, as facts: its dates, floats, drivers, what follows."""

from collections.abc import Iterator

from rectify_cli.plan.model import Task
from rectify_cli.report.task_record import signed
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Driver, Schedule, Timing
from rectify_cli.workdays.count import workdays_after

_MANY = 12


def dates_facts(schedule: Schedule, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    """Facts of the timing that ends last: units with other dates are listed by themselves."""
    timings = schedule.by_task[task.index]
    if not timings:
        yield words("dates"), words("no-dates")
        return
    timing = max(timings, key=lambda each: each.finish)
    yield words("dates"), _span(timing, words)
    if timing.occurrences is not None:
        days = [each.day.isoformat() for each in timing.occurrences]
        yield words("occurrences"), f"{len(days)}: {', '.join(days)}"
    else:
        yield words("duration"), _duration(timing, words)
    if timing.deadline is not None:
        yield words("task-deadline"), _deadline(timing, words)
    if timing.occurrences is None:
        yield from _room(timing, words)
    yield from _drivers(schedule, timing, words)
    followers = _followers(schedule, task)
    if followers:
        yield words("followed-by"), _some(followers, words)


def _span(timing: Timing, words: Words) -> str:
    first = words.full(timing.start)
    if timing.start == timing.finish:
        return first
    return words("to", first=first, last=words.full(timing.finish))


def _duration(timing: Timing, words: Words) -> str:
    return words("milestone") if timing.is_milestone else words.workdays(timing.duration)


def _deadline(timing: Timing, words: Words) -> str:
    deadline = timing.deadline or timing.finish
    day = words.full(deadline)
    late = deadline < timing.finish
    if deadline == timing.finish:
        return day
    ends = (deadline, timing.finish) if late else (timing.finish, deadline)
    count = words.workdays(workdays_after(timing.calendar, *ends))
    return words("late" if late else "spare", day=day, count=count)


def _room(timing: Timing, words: Words) -> Iterator[tuple[str, str]]:
    count = words.workdays(timing.total_float)
    yield words("float"), words("float-of", count=count, free=timing.free_float)
    if timing.total_float:
        first, last = words.full(timing.late_start), words.full(timing.late_finish)
        same = timing.late_start == timing.late_finish
        yield words("latest"), first if same else words("to", first=first, last=last)
    for key, holds in (("critical", timing.critical), ("pinned", timing.pinned)):
        if holds:
            yield words(key), words("yes")


def _drivers(schedule: Schedule, timing: Timing, words: Words) -> Iterator[tuple[str, str]]:
    texts = [_driver(schedule, driver, words) for driver in timing.drivers]
    if texts and timing.occurrences is None:
        yield words("because"), words.listed(texts)


def _driver(schedule: Schedule, driver: Driver, words: Words) -> str:
    if driver.task is None:
        return words(f"driver-{driver.kind}")
    path = schedule.plan.tasks[driver.task].path
    if driver.kind != "link":
        return words(f"driver-{driver.kind}-task", task=path)
    return words("driver-link", task=path, link=driver.link, lag=signed(driver.lag))


def _followers(schedule: Schedule, task: Task) -> list[str]:
    return [
        each.path
        for each in schedule.plan.tasks
        if any(link.task == task.index for link in each.links)
    ]


def _some(texts: list[str], words: Words) -> str:
    """The first of many, and how many more there are."""
    if len(texts) <= _MANY:
        return words.listed(texts)
    return words.listed([*texts[:_MANY], words("more", n=len(texts) - _MANY)])
