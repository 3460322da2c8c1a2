"""What the schedule knows of a task, a phase or the whole plan, as one number each.

What has several units or tasks is one block: it starts with the first and finishes with the last,
its floats are the least, and it is critical where any of it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.kinds import FactName
from rectify_cli.plan.assertions.meaning import Fact
from rectify_cli.plan.model import Task
from rectify_cli.schedule.model import Schedule, Timing
from rectify_cli.schedule.passes import Passes
from rectify_cli.workdays.calendar import Calendar

_OF_TIMINGS: Mapping[FactName, Callable[[Sequence[Timing]], int | None]] = {
    "start": lambda timings: min(each.start for each in timings).toordinal(),
    "finish": lambda timings: max(each.finish for each in timings).toordinal(),
    "deadline": lambda timings: _last(each.deadline for each in timings if each.deadline),
    "early_start": lambda timings: min(each.early_start for each in timings).toordinal(),
    "early_finish": lambda timings: max(each.early_finish for each in timings).toordinal(),
    "late_start": lambda timings: min(each.late_start for each in timings).toordinal(),
    "late_finish": lambda timings: max(each.late_finish for each in timings).toordinal(),
    "duration": lambda timings: max(each.duration for each in timings),
    "float": lambda timings: min(each.total_float for each in timings),
    "free_float": lambda timings: min(each.free_float for each in timings),
    "critical": lambda timings: int(any(each.critical for each in timings)),
}


class Facts(Struct):
    """The facts of one schedule; each is worked out once.

    `in_doubt` are the tasks some of whose units have no dates because of an error: nothing is said
    of them. A phase is dated from the rest, as everywhere.
    """

    schedule: Schedule
    in_doubt: frozenset[int]
    known: dict[Fact, int | None]

    def amount(self, fact: Fact, calendar: Calendar) -> int | None:
        """A fact as a number, a day as its ordinal; None where an error or nothing dates it.

        `calendar` is the one that the workdays of a stretch are counted in.
        """
        if fact.name == "workdays":
            return self._workdays(fact, calendar)
        if fact not in self.known:
            self.known[fact] = self._worked_out(fact)
        return self.known[fact]

    def _workdays(self, fact: Fact, calendar: Calendar) -> int | None:
        start = self.amount(Fact(fact.task, "start", "day"), calendar)
        finish = self.amount(Fact(fact.task, "finish", "day"), calendar)
        return None if start is None or finish is None else workdays(calendar, start, finish)

    def _worked_out(self, fact: Fact) -> int | None:
        if fact.task is None:
            return self._of_plan(fact.name)
        if fact.task in self.in_doubt:
            return None
        if fact.name == "count":
            return self._count(self.schedule.plan.tasks[fact.task])
        timings = self.schedule.by_task[fact.task]
        return _OF_TIMINGS[fact.name](timings) if timings else None

    def _of_plan(self, name: FactName) -> int | None:
        schedule = self.schedule
        match name:
            case "start":
                return schedule.start.toordinal()
            case "finish":
                return None if schedule.finish is None else schedule.finish.toordinal()
            case "deadline":
                return None if schedule.deadline is None else schedule.deadline.toordinal()
            case "duration":
                return schedule.workdays if schedule.finish is not None else None
            case "count":
                return sum(task.kind == "task" for task in schedule.plan.tasks)
        outermost = [
            timing
            for task in schedule.plan.tasks
            if task.parent is None
            for timing in schedule.by_task[task.index]
            if timing.occurrences is None
        ]
        return _OF_TIMINGS[name](outermost) if outermost else None

    def _count(self, task: Task) -> int | None:
        if task.units is not None:
            timings = self.schedule.by_task[task.index]
            if task.repeat is not None and not timings:
                return None
            return sum(len(timing.units or ()) for timing in timings)
        leaves = 0
        stack = [task]
        while stack:
            below = stack.pop()
            leaves += below.kind == "task"
            stack.extend(self.schedule.plan.tasks[child] for child in below.children)
        return leaves


def facts_of(passes: Passes, schedule: Schedule) -> Facts:
    """The facts of a schedule; `passes` tell which nodes an error leaves without dates."""
    network, dated = passes.network, passes.dates.dated
    reached = frozenset(network.order)
    in_doubt = {task.index for task in network.plan.tasks if task.doubtful and not task.children}
    for leaf in (leaf for leaves in network.leaves for leaf in leaves):
        node = network.nodes[leaf]
        # Units that have left, or not joined yet, have no dates either, and rightly so.
        comes_and_goes = node.joined is not None or node.left is not None
        if leaf not in reached or not (dated[leaf] or comes_and_goes):
            in_doubt.add(node.task)
    return Facts(schedule, frozenset(in_doubt), {})


def workdays(calendar: Calendar, first: int, last: int) -> int:
    """The workdays from one day to another, both counted; 0 where the other comes first."""
    if last < first:
        return 0
    return calendar.position(last + 1) - calendar.position(first)


def _last(days: Iterable[date]) -> int | None:
    return max((day.toordinal() for day in days), default=None)
