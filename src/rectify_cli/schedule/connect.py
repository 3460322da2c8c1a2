"""Plan → network: a node for every group of equal units, edges for links and relative dates."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import (
    DateRule,
    Dates,
    FixedDate,
    Lag,
    Plan,
    RelativeDate,
    Task,
)
from rectify_cli.schedule.counting import shifted_within
from rectify_cli.schedule.network import PINNED, CalendarOf, Edge, EdgeType, Mode, Network, Node
from rectify_cli.schedule.order import in_order
from rectify_cli.schedule.units import Alike, Grouping, group_units

_Days = tuple[int | None, int | None, int | None, int | None, Lag | None]
_NO_DAYS: _Days = (None, None, None, None, None)
NO_SAME: Map[int, tuple[int, ...]] = {}


class _Numbers(Struct):
    """Which nodes stand for which task. A gate, a summary or a join is there where it is needed."""

    leaves: Sequence[tuple[int, ...]]
    gate: dict[int, int]
    whole: dict[int, int]
    size: int


class _Drawing(Struct):
    """What the network is drawn from."""

    plan: Plan
    grouping: Grouping
    numbers: _Numbers
    calendar_of: CalendarOf


def connect(plan: Plan, calendar_of: CalendarOf) -> Network:
    """The network of a plan. Repeating tasks are no part of it."""
    grouping = group_units(plan)
    numbers = _number(plan, grouping)
    nodes: list[Node] = []
    drawing = _Drawing(plan, grouping, numbers, calendar_of)
    for task in plan.tasks:
        nodes += _nodes_of(drawing, task)
    left_out = set(grouping.ungrouped)
    blocked = [
        index
        for index, node in enumerate(nodes)
        if plan.tasks[node.task].doubtful or node.task in left_out
    ]
    return Network(
        plan,
        calendar_of(plan.calendar),
        calendar_of,
        nodes,
        numbers.leaves,
        in_order(nodes, blocked),
        grouping.groups,
        tuple(grouping.ungrouped),
    )


def _number(plan: Plan, grouping: Grouping) -> _Numbers:
    named = _named_wholes(plan)
    leaves: list[tuple[int, ...]] = []
    gate: dict[int, int] = {}
    whole: dict[int, int] = {}
    size = 0
    for task in plan.tasks:
        index, is_leaf = task.index, task.kind == "task"
        count = 0 if task.repeat else len(grouping.groups[index])
        leaves.append((size,) if count == 1 else tuple(range(size, size + count)))
        size += count
        if not is_leaf and (task.links or task.dates.start):
            gate[index] = size
            size += 1
        # A fan-out of units that are not known is undated, and so is what waits for it.
        is_unknown = not count and task.doubtful and task.repeat is None
        if index in named and (not is_leaf or count > 1 or is_unknown):
            whole[index] = size
            size += 1
    return _Numbers(leaves, gate, whole, size)


def _named_wholes(plan: Plan) -> set[int]:
    """The tasks that something names as a whole: by a link or by a relative date."""
    named = set() if plan.goal is None else {plan.goal}
    if isinstance(plan.deadline, RelativeDate) and plan.deadline.task is not None:
        named.add(plan.deadline.task)
    for task in plan.tasks:
        for rule in _rules(task):
            if isinstance(rule, RelativeDate):
                named.add(task.index if rule.task is None else rule.task)
        if task.links:
            named.update([link.task for link in task.links])
    return named


def _rules(task: Task) -> Sequence[DateRule | None]:
    dates = task.dates
    own = (dates.on, dates.start, dates.finish, task.deadline)
    if not task.overrides:
        return own
    rules = [*own]
    for override in task.overrides.values():
        rules.append(override.deadline)
        if override.dates is not None:
            rules += (override.dates.on, override.dates.start, override.dates.finish)
    return rules


def _nodes_of(drawing: _Drawing, task: Task) -> Iterator[Node]:
    plan, grouping, numbers, _ = drawing
    index = task.index
    for alike in grouping.groups[index] if not task.repeat else ():
        yield _leaf(drawing, task, alike)
    if index in numbers.gate:
        yield _gate(drawing, task)
    if index in numbers.whole:
        yield Node(
            mode="join" if task.kind == "task" else "summary",
            task=index,
            calendar=drawing.calendar_of(plan.calendar),
            floor=task.floor.toordinal(),
            members=tuple(_members(plan, task, numbers)),
        )


def _members(plan: Plan, task: Task, numbers: _Numbers) -> Iterator[int]:
    """The nodes that a whole is made of: its units, or what stands directly below it."""
    stack = [task.index]
    while stack:
        index = stack.pop()
        below = plan.tasks[index]
        if index != task.index and index in numbers.whole and below.kind != "task":
            yield numbers.whole[index]
            continue
        yield from numbers.leaves[index]
        stack.extend(reversed(below.children))


def _gate(drawing: _Drawing, task: Task) -> Node:
    plan, numbers = drawing.plan, drawing.numbers
    start = task.dates.start
    edges = [*_links(task, numbers), *_gates_around(plan, task, numbers)]
    if isinstance(start, RelativeDate):
        edges.extend(_relative("start", start, task.index, task.index, numbers))
    return Node(
        mode="gate",
        task=task.index,
        calendar=drawing.calendar_of(task.calendar or plan.calendar),
        floor=task.floor.toordinal(),
        start=_fixed(start),
        edges=tuple(edges),
    )


def _gates_around(plan: Plan, task: Task, numbers: _Numbers) -> Iterator[Edge]:
    """The nearest gate around a task: those further out hold that one back."""
    parent = task.parent
    while parent is not None:
        if parent in numbers.gate:
            yield Edge(
                numbers.gate[parent],
                "gate",
                0,
                elapsed=False,
                point="start",
                says=parent,
                names=parent,
            )
            return
        parent = plan.tasks[parent].parent


def _leaf(drawing: _Drawing, task: Task, alike: Alike) -> Node:
    plan, _, numbers, calendar_of = drawing
    units, spec, owner, unit = alike
    index, written, deadline = task.index, task.dates, task.deadline
    override = None if unit is None else task.overrides.get(unit)
    if override is not None:
        written, deadline = override.dates or written, override.deadline or deadline
    on, start, finish, duration, to_deadline = written
    says, until = index, deadline
    if not to_deadline:
        until = None
    elif deadline is None:
        says, until = _until_around(plan, task, calendar_of)
    mode = _mode(written, until)
    edges: list[Edge] = []
    if task.links:
        same = NO_SAME if units is None else _same_preds(task, units, drawing)
        edges += _links(task, numbers, same)
    days = _NO_DAYS
    if mode != "free" or start is not None:
        edges += _date_edges(written, mode, index, numbers)
        own = _own(finish if mode == "window" else until, index == says)
        days = (_fixed(start), _fixed(on), _fixed(finish), _fixed(until), own)
    if mode == "hammock" and isinstance(until, RelativeDate):
        edges += _relative("until", until, index, says, numbers)
    if numbers.gate and mode not in PINNED:
        edges += _gates_around(plan, task, numbers)
    joined, left = None, None
    if units and owner is not None:
        joined, left = _ordinal(owner.joined), _ordinal(owner.left)
    # What has a name here costs time in every task of a large plan.
    return Node(
        mode,
        index,
        calendar_of(spec),
        task.floor.toordinal(),
        units,
        1 if duration is None else duration,
        *days,
        deadline,
        task.alap and mode == "free",
        joined,
        left,
        tuple(edges),
    )


def _mode(dates: Dates, until: DateRule | None) -> Mode:
    if dates.on is not None:
        return "on"
    if dates.finish is not None:
        return "window" if dates.start is not None else "finish"
    return "hammock" if dates.to_deadline and until is not None else "free"


def _until_around(plan: Plan, task: Task, calendar_of: CalendarOf) -> tuple[int, DateRule | None]:
    """The nearest deadline around a task that has none of its own, and who says it."""
    for outer in plan.around(task):
        if outer.deadline is not None:
            return outer.index, outer.deadline
    rule = plan.deadline
    if isinstance(rule, RelativeDate) and rule.task is None:
        calendar = calendar_of(plan.calendar)
        start = plan.start.toordinal()
        day = shifted_within(calendar, start, rule.lag.days, elapsed=rule.lag.elapsed)
        return task.index, FixedDate(date.fromordinal(day))
    return task.index, rule


def _same_preds(task: Task, units: Sequence[str], drawing: _Drawing) -> Map[int, tuple[int, ...]]:
    """For each task that this one waits for unit by unit: the node of the same unit, if any.

    One in doubt is waited for as a whole: it may have units that are not known.
    """
    plan, grouping, numbers = drawing.plan, drawing.grouping, drawing.numbers
    found: dict[int, tuple[int, ...]] = {}
    for link in task.links:
        if link.same and plan.tasks[link.task].doubtful:
            found[link.task] = _whole(link.task, numbers)
        elif link.same and link.task in grouping.group_of:
            place = grouping.group_of[link.task].get(units[0])
            leaves = numbers.leaves[link.task]
            found[link.task] = () if place is None else leaves[place : place + 1]
    return found


def _links(
    task: Task, numbers: _Numbers, same: Map[int, tuple[int, ...]] = NO_SAME
) -> Iterator[Edge]:
    for link in task.links:
        named, kind, lag, by_unit, _ = link
        elapsed = lag.elapsed and lag.days != 0
        found = same.get(named) if by_unit else None
        for pred in _whole(named, numbers) if found is None else found:
            yield Edge(pred, kind, lag.days, elapsed, "finish", task.index, named, link)


def _whole(task: int, numbers: _Numbers) -> tuple[int, ...]:
    if task in numbers.whole:
        return (numbers.whole[task],)
    return numbers.leaves[task]


def _date_edges(dates: Dates, mode: Mode, says: int, numbers: _Numbers) -> Iterator[Edge]:
    kinds: tuple[tuple[EdgeType, DateRule | None], ...] = (
        ("on", dates.on),
        ("start", dates.start),
        ("finish", dates.finish),
    )
    for kind, rule in kinds:
        if isinstance(rule, RelativeDate) and not (mode == "window" and rule.task is None):
            yield from _relative(kind, rule, says, says, numbers)


def _relative(
    kind: EdgeType, rule: RelativeDate, node: int, says: int, numbers: _Numbers
) -> Iterator[Edge]:
    """The edges of a relative date. One that names the task itself is told by `own_finish`.

    The own start of a phase or a summary that says when it starts is that of its gate, so that its
    tasks can work to a deadline that counts from it.
    """
    if rule.task is None and says == node:
        return
    named = says if rule.task is None else rule.task
    preds = _whole(named, numbers)
    if rule.task is None and rule.point == "start" and named in numbers.gate:
        preds = (numbers.gate[named],)
    for pred in preds:
        yield Edge(pred, kind, rule.lag.days, rule.lag.elapsed, rule.point, says, named)


def _own(rule: DateRule | None, says_itself: bool) -> Lag | None:  # noqa: FBT001 - one use
    if says_itself and isinstance(rule, RelativeDate) and rule.task is None:
        return rule.lag
    return None


def _fixed(rule: DateRule | None) -> int | None:
    return rule.day.toordinal() if isinstance(rule, FixedDate) else None


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
