"""Which tasks on a chain would, if they were shorter, bring a task forward, and how far."""

from itertools import takewhile

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.report.chain import Step, chain, works_to_deadline
from rectify_cli.report.room import Room, not_binding
from rectify_cli.schedule.model import Schedule, Timing


class Shorten(Struct):
    """The tasks, the earliest first; `until` is what binds next, None where nothing else does."""

    tasks: tuple[Task, ...]
    until: Room | None


def shorten(schedule: Schedule, timing: Timing) -> Shorten | None:
    """What would bring a timing forward; None where nothing would by itself.

    Only tasks are named whose finish drives the next (FS) workday by workday, back to where two
    drivers bind at once.
    """
    if timing.pinned or timing.summary:
        return None
    steps = list(takewhile(lambda step: _helps(schedule, step), chain(schedule, timing)))
    tasks = [schedule.task_of(step.before) for step in steps if step.before is not None]
    found = [room for s in steps for room in not_binding(schedule, s.timing) if room.days > 0]
    if not tasks:
        return None
    return Shorten(tuple(reversed(tasks)), min(found, key=lambda room: room.days, default=None))


def _helps(schedule: Schedule, step: Step) -> bool:
    """Whether the next task of the chain, a day shorter, would end and release this one earlier."""
    before, driver = step.before, step.driver
    return (
        before is not None
        and driver is not None
        and len(step.timing.drivers) == 1
        and driver.link == "FS"
        and not driver.lag.elapsed
        and before.calendar is step.timing.calendar
        and before.duration > 1
        and not before.pinned
        and not before.summary
        and not works_to_deadline(schedule, before)
    )
