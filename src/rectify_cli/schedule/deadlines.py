"""After the forward pass: relative dates become days, and every node knows what caps it."""

from collections.abc import Sequence

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import DateRule, FixedDate, Plan
from rectify_cli.schedule.counting import shifted_within
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.state import NEVER, Dates
from rectify_cli.workdays.calendar import Calendar


class Spans(Struct):
    """First and last day of every task of the plan (ordinals); None where it has no dates.

    Summaries and phases are dated from those of their tasks that are.
    """

    of_task: Sequence[tuple[int, int] | None]


def spans(network: Network, dates: Dates) -> Spans:
    """The spans of all tasks."""
    tasks, leaves = network.plan.tasks, network.leaves
    dated, first, last = dates.dated, dates.first, dates.last
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
    return Spans(found)


def _widest(one: tuple[int, int] | None, other: tuple[int, int]) -> tuple[int, int]:
    if one is None:
        return other
    (first, last), (begin, end) = one, other
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
    of_outer: list[int | None] = [None] * len(plan.tasks)
    whole = (plan.start.toordinal(), _last(spans, plan))
    of_plan = day_of(plan.deadline, network.calendar, spans, whole)
    caps_of_task = [NEVER if of_plan is None else of_plan] * len(plan.tasks)
    for task in plan.tasks:
        cap = caps_of_task[task.index]
        if task.parent is not None:
            cap = min(cap, caps_of_task[task.parent])
        if task.kind != "task" and task.deadline is not None:
            span = spans.of_task[task.index]
            day = day_of(task.deadline, network.outer_calendar(task), spans, span)
            of_outer[task.index] = day
            cap = cap if day is None else min(cap, day)
        caps_of_task[task.index] = cap
    of_node: list[int | None] = [None] * len(network.nodes)
    caps = [NEVER] * len(network.nodes)
    for index, node in enumerate(network.nodes):
        cap = caps_of_task[node.task]
        rule = node.deadline
        if rule is not None and dates.dated[index]:
            own = (dates.first[index], dates.last[index])
            day = of_node[index] = day_of(rule, node.calendar, spans, own)
            if day is not None and day < cap:
                cap = day
        caps[index] = cap
    return Deadlines(of_node, of_outer, of_plan, caps)


def _last(spans: Spans, plan: Plan) -> int:
    last = [span[1] for span in spans.of_task if span is not None]
    return max(last, default=plan.start.toordinal())
