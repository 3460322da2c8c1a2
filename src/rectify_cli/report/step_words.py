"""A step of a chain of drivers as a sentence, and where it is written."""

from datetime import date

from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Task
from rectify_cli.report.chain import Step, before_of, link_of_driver
from rectify_cli.report.place import DATE_KEYS, first_written, saying, written
from rectify_cli.report.task_record import signed
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Driver, Schedule, Timing

_MOST_TIES = 6


def say_step(schedule: Schedule, step: Step, words: Words) -> tuple[str, Span | None]:
    """What sets this task's day, in a sentence, and its place in the file."""
    task = schedule.task_of(step.timing)
    if step.timing.occurrences is not None:
        return words("why-repeat", task=task.path), task.at("repeat")
    if step.timing.summary:
        before = "" if step.before is None else schedule.task_of(step.before).path
        return words(f"why-summary-{step.point}", task=task.path, before=before), task.where.span
    if step.driver is None:
        return _without_driver(step, task, words)
    if step.before is not None:
        return _driven(schedule, step.timing, step.driver, step.before, words)
    return _fixed(schedule, step.timing, step.driver, words)


def say_ties(schedule: Schedule, step: Step, words: Words) -> list[str]:
    """What else sets the same start, each in a sentence: `and b, which ends the same day (FS)`."""
    if step.driver is None:
        return []
    said: dict[str, None] = {}
    for driver in step.timing.drivers[1:]:
        before = before_of(schedule, driver)
        if before is None:
            text = words("and-fixed", text=_fixed(schedule, step.timing, driver, words)[0])
        else:
            text = _tie(schedule, step, driver, before, words)
        said[text] = None
    ties = list(said)
    if len(ties) > _MOST_TIES:
        ties[_MOST_TIES - 1 :] = [words("more", n=len(ties) - _MOST_TIES + 1)]
    return ties


def _tie(schedule: Schedule, step: Step, driver: Driver, before: Timing, words: Words) -> str:
    point = "finish" if driver.link in {"FS", "FF"} else "start"
    day = before.finish if point == "finish" else before.start
    same = words("same-day")
    if step.before is None or day != _day_of(step.before, step.driver):
        same = words.short(day, step.timing.start)
    named = schedule.plan.tasks[before.task if driver.task is None else driver.task]
    link = words("link-said", link=driver.link or "FS", lag=signed(driver.lag))
    return words(f"and-{point}", before=named.path, day=same, link=link)


def _day_of(before: Timing, driver: Driver | None) -> date:
    of_start = driver is not None and driver.link in {"SS", "SF"}
    return before.start if of_start else before.finish


def _without_driver(step: Step, task: Task, words: Words) -> tuple[str, Span | None]:
    if step.point == "finish":
        day = words.short(step.timing.finish, step.timing.start)
        return words("why-hammock", task=task.path, day=day), task.at("deadline")
    return words("why-nothing", task=task.path), task.where.span


def _driven(
    schedule: Schedule, timing: Timing, driver: Driver, before: Timing, words: Words
) -> tuple[str, Span | None]:
    plan = schedule.plan
    link_type = driver.link or "FS"
    of_finish = link_type in {"FS", "FF"}
    # A summary is named as the plan names it, not by the task that ends it.
    named = plan.tasks[before.task if driver.task is None else driver.task]
    link = link_of_driver(plan, driver)
    if link is not None and driver.kind == "link":
        said = words("link-said", link=link_type, lag=signed(driver.lag))
        span = link.where.span
    else:
        says = saying(plan.tasks[driver.where], timing.units)
        text, span = first_written(says, DATE_KEYS) or ("", says.where.span)
        said = words("date-said", text=text) if text else ""
    day = words.short(before.finish if of_finish else before.start, timing.start)
    key = f"why-{link_type}"
    return words(key, before=named.path, task=_name(schedule, timing), day=day, link=said), span


def _name(schedule: Schedule, timing: Timing) -> str:
    return schedule.task_of(timing).path


def _fixed(
    schedule: Schedule, timing: Timing, driver: Driver, words: Words
) -> tuple[str, Span | None]:
    plan = schedule.plan
    task = plan.tasks[driver.where]
    path = _name(schedule, timing)
    if driver.kind == "plan-start":
        # An included plan has a start of its own, which its tasks know as their floor.
        own = task.floor == plan.start
        text = written(plan, "start") if own else f"start: {task.floor}"
        span = plan.where.at("start") if own else None
        return words("why-plan-start", task=path, text=text or f"start: {task.floor}"), span
    if driver.kind == "alap":
        return words("why-alap", task=path), task.at("schedule")
    says = saying(task, timing.units if driver.where == timing.task else None)
    found = first_written(says, ("start",) if driver.kind == "start" else DATE_KEYS)
    text, span = found or (words.full(timing.start), says.where.span)
    return words(f"why-{driver.kind}", task=path, text=text), span
