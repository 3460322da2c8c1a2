"""After the forward pass: relative dates become days, and every node knows what caps it."""

from collections.abc import Sequence
from functools import cached_property

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import DateRule, FixedDate, Plan
from rectify_cli.schedule.counting import shifted_within
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.state import NEVER, Dates
from rectify_cli.workdays.calendar import Calendar


class Spans:
    """First and last day of every task of a network that has its dates.

    They are worked out when somebody asks, which few plans give cause for.
    """

    def __init__(self, network: Network, dates: Dates) -> None:
        self._network = network
        self._dates = dates

    @cached_property
    def of_task(self) -> Sequence[tuple[int, int] | None]:
        """By task, as ordinals; None where it has no dates.

        Summaries and phases are dated from those of their tasks that are.
        """
        tasks, leaves = self._network.plan.tasks, self._network.leaves
        dated, first, last = self._dates.dated, self._dates.first, self._dates.last
        found: list[tuple[int, int] | None] = [None] * len(tasks)
        for task in reversed(tasks):
            index, parent = task.index, task.parent
            span = found[index]
            for node in leaves[index]:
                if dated[node]:
                    span = _widest(span, (first[node], last[node]))
            found[index] = span
            if parent is not None and span is not None:
                found[parent] = _widest(found[parent], span)
        return found


def _widest(one: tuple[int, int] | None, other: tuple[int, int]) -> tuple[int, int]:
    if one is None:
        return other
    (first, last), (begin, end) = one, other
    if first <= begin and end <= last:
        return one
    return min(first, begin), max(last, end)


def day_of(
    rule: DateRule | None, calendar: Calendar, spans: Spans, own: tuple[int, int] | None
) -> int | None:
    """The day that a rule means, counted in `calendar`; None where what it names has no dates.

    Args:
        rule: The rule.
        calendar: The calendar of the task that says it.
        spans: The dates of all tasks.
        own: First and last day of the node that says it, for a bare `start` or `finish`.
    """
    if rule is None:
        return None
    if isinstance(rule, FixedDate):
        return rule.day.toordinal()
    span = own if rule.task is None else spans.of_task[rule.task]
    if span is None:
        return None
    day = span[0 if rule.point == "start" else 1]
    return shifted_within(calendar, day, rule.lag.days, elapsed=rule.lag.elapsed)


class Deadlines(Struct):
    """Deadlines as days: of every node (its own), of every summary and phase, of the plan.

    `caps` holds, for every node, the earliest of its own and those around it.
    """

    of_node: Sequence[int | None]
    of_outer: Sequence[int | None]
    of_plan: int | None
    caps: Sequence[int]


def deadlines(network: Network, dates: Dates, spans: Spans) -> Deadlines:
    """All deadlines of a network that has its dates."""
    plan = network.plan
    of_plan = None
    if plan.deadline is not None:
        whole = (plan.start.toordinal(), _last(spans, plan))
        of_plan = day_of(plan.deadline, network.calendar, spans, whole)
    of_outer = _of_outer(network, spans)
    caps_of_task = _caps_of_tasks(plan, of_plan, of_outer)
    of_node: list[int | None] = [None] * len(network.nodes)
    caps = [caps_of_task[node.task] for node in network.nodes]
    for index, node in enumerate(network.nodes):
        rule = node.deadline
        if rule is not None and dates.dated[index]:
            # Nearly every rule is a day that is written.
            if isinstance(rule, FixedDate):
                day: int | None = rule.day.toordinal()
            else:
                own = (dates.first[index], dates.last[index])
                day = day_of(rule, node.calendar, spans, own)
            of_node[index] = day
            if day is not None and day < caps[index]:
                caps[index] = day
    return Deadlines(of_node, of_outer, of_plan, caps)


def _of_outer(network: Network, spans: Spans) -> list[int | None]:
    """By task, the deadlines of summaries and phases."""
    tasks = network.plan.tasks
    found: list[int | None] = [None] * len(tasks)
    for index, leaves in enumerate(network.leaves):
        if leaves or tasks[index].kind == "task":
            continue
        task = tasks[index]
        if task.deadline is not None:
            own = None if isinstance(task.deadline, FixedDate) else spans.of_task[index]
            found[index] = day_of(task.deadline, network.outer_calendar(task), spans, own)
    return found


def _caps_of_tasks(plan: Plan, of_plan: int | None, of_outer: Sequence[int | None]) -> list[int]:
    """By task, the earliest deadline of the plan and of the phases and summaries it stands in."""
    caps = [NEVER if of_plan is None else of_plan] * len(plan.tasks)
    if not any(of_outer):
        return caps
    for task in plan.tasks:
        index = task.index
        cap, day = caps[index if task.parent is None else task.parent], of_outer[index]
        caps[index] = cap if day is None else min(cap, day)
    return caps


def _last(spans: Spans, plan: Plan) -> int:
    last = [span[1] for span in spans.of_task if span is not None]
    return max(last, default=plan.start.toordinal())
