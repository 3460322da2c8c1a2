"""Which tasks on a chain would, if they were shorter, bring a task forward, and how far."""

from dataclasses import dataclass

from rectify_cli.plan.model import Task
from rectify_cli.report.chain import Step, chain, works_to_deadline
from rectify_cli.report.room import Room, not_binding
from rectify_cli.schedule.model import Schedule, Timing


@dataclass(frozen=True, slots=True)
class Shorten:
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
    tasks: list[Task] = []
    found: list[Room] = []
    for step in chain(schedule, timing):
        before = step.before
        if before is None or step.driver is None or not _helps(schedule, step, before):
            break
        tasks.append(schedule.task_of(before))
        found += [room for room in not_binding(schedule, step.timing) if room.days > 0]
    if not tasks:
        return None
    return Shorten(tuple(reversed(tasks)), min(found, key=lambda room: room.days, default=None))


def _helps(schedule: Schedule, step: Step, before: Timing) -> bool:
    """Whether the next task of the chain, a day shorter, would end and release this one earlier."""
    return (
        len(step.timing.drivers) == 1
        and step.driver is not None
        and step.driver.link == "FS"
        and not step.driver.lag.elapsed
        and before.calendar is step.timing.calendar
        and before.duration > 1
        and not before.pinned
        and not before.summary
        and not works_to_deadline(schedule, before)
    )
