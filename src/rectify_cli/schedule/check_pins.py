"""`link-broken` and `not-a-workday`: what a pinned task does that its links or calendar forbid."""

from collections.abc import Iterator
from datetime import date

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Link, Task
from rectify_cli.schedule.counting import earliest_start
from rectify_cli.schedule.network import LINKS, PINNED, Edge, Node
from rectify_cli.schedule.passes import Passes
from rectify_cli.schedule.wording import day_words, link_words
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar


def check_links(passes: Passes) -> list[Finding]:
    """A finding at each link that a pinned task breaks, one a place."""
    found: dict[Span, Finding] = {}
    for index, node in _pinned(passes):
        low = passes.dates.low[index]
        length = passes.dates.high[index] - low
        for edge in node.edges:
            if edge.type not in LINKS or not passes.dates.dated[edge.pred] or edge.said is None:
                continue
            if earliest_start(edge, node.calendar, length, passes.dates) > low:
                finding = _broken(passes, index, edge, edge.said)
                found.setdefault(finding.span, finding)
    return list(found.values())


def _pinned(passes: Passes) -> Iterator[tuple[int, Node]]:
    for index in passes.network.order:
        node = passes.network.nodes[index]
        if node.mode in PINNED and passes.dates.dated[index]:
            yield index, node


def _broken(passes: Passes, index: int, edge: Edge, said: Link) -> Finding:
    tasks = passes.network.plan.tasks
    dates = passes.dates
    ends = edge.link in {"FS", "FF"}
    other = dates.last[edge.pred] if ends else dates.first[edge.pred]
    return Finding(
        "link-broken",
        said.where.span,
        say(
            "{name} is pinned to {day}, but {asked}, which is {other}",
            name=tasks[edge.says].path,
            day=day_words(date.fromordinal(dates.first[index])),
            asked=link_words(edge.link, tasks[edge.names].path),
            other=day_words(date.fromordinal(other)),
        ),
        fix=say(
            "pin it later, bring {other} forward, or drop the link", other=tasks[edge.names].path
        ),
    )


def check_pinned_days(passes: Passes) -> list[Finding]:
    """A finding at each `on`, `finish` or edge of a window on a day off, one a place."""
    found: dict[Span, Finding] = {}
    for index, node in _pinned(passes):
        task = passes.network.plan.tasks[node.task]
        for key, day in _pinned_days(passes, index, node):
            if not node.calendar.is_workday(day):
                span = _place(task, node, key)
                found.setdefault(span, _off(task, node, day, span))
    return list(found.values())


def _pinned_days(passes: Passes, index: int, node: Node) -> Iterator[tuple[str, int]]:
    first, last = passes.dates.first[index], passes.dates.last[index]
    if node.mode == "on":
        yield "on", first
    if node.mode == "window":
        yield "start", first
    if node.mode in {"window", "finish"}:
        yield "finish", last


def _place(task: Task, node: Node, key: str) -> Span:
    override = task.overrides.get(node.units[0]) if node.units else None
    if override is not None and key in override.where.keys:
        return override.where.at(key)
    return task.at(key)


def _off(task: Task, node: Node, day: int, span: Span) -> Finding:
    when = date.fromordinal(day)
    label = node.calendar.reason(when).label
    return Finding(
        "not-a-workday",
        span,
        say(
            "{name}: {day} is a day off{why}",
            name=task.path,
            day=day_words(when),
            why=f" ({label})" if label else "",
        ),
        fix=_workdays_beside(node.calendar, day),
    )


def _workdays_beside(calendar: Calendar, day: int) -> Message | None:
    """What to write instead; a calendar that ends there has nothing to offer."""
    try:
        after = date.fromordinal(calendar.day(calendar.position(day)))
        before = date.fromordinal(calendar.day(calendar.position(day) - 1))
    except OutOfCalendar:
        return None
    return say(
        "the workdays beside it are {before} and {after}",
        before=day_words(before),
        after=day_words(after),
    )
