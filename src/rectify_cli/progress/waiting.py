"""What a task waits for: predecessors that are neither done nor dropped, or not yet started.

Only FS and SS links make a task wait, its own and those of the summaries and phases around it
(which bind whatever is not pinned). A relative `start` or `on` is such a link too.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import DateRule, Link, Plan, RelativeDate, Task
from rectify_cli.progress.completion import done_on, started
from rectify_cli.progress.standing import Standing
from rectify_cli.progress.status import NOTHING_SAID


class Progress(Struct):
    """Of every task, by index, leaves and summaries alike: is it out of the way, has it begun."""

    over: Sequence[bool]
    begun: Sequence[bool]


class Wait(Struct):
    """A predecessor, and whether its finish or its start is waited for; `same`: unit by unit."""

    task: int
    finish: bool
    same: bool = False


def progress_of(plan: Plan, standings: Mapping[int, Standing]) -> Progress:
    """Over (done or dropped) and begun of every task; a summary is over when all its leaves are."""
    over = [False] * len(plan.tasks)
    begun = [False] * len(plan.tasks)
    for task in reversed(plan.tasks):
        standing = standings.get(task.index)
        if standing is not None:
            over[task.index] = standing.is_done or standing.dropped
            begun[task.index] = over[task.index] or standing.begun_on is not None
        elif task.kind != "task":
            over[task.index] = bool(task.children) and all(over[each] for each in task.children)
            begun[task.index] = any(begun[each] for each in task.children)
    return Progress(over, begun)


def waits_of(plan: Plan, task: Task) -> tuple[Wait, ...]:
    """Everything that a leaf may have to wait for, each once, in the order of the plan's text."""
    found: dict[Wait, None] = dict.fromkeys(_from_links(task.links))
    found |= dict.fromkeys(_from_rules((task.dates.on, task.dates.start)))
    if not _is_pinned(task):
        for outer in plan.around(task):
            found |= dict.fromkeys(_from_links(outer.links))
            found |= dict.fromkeys(_from_rules((outer.dates.start,)))
    inside = {task.index, *(outer.index for outer in plan.around(task))}
    return tuple(wait for wait in found if wait.task not in inside)


def held_by(
    waits: Sequence[Wait],
    progress: Progress,
    standings: Mapping[int, Standing],
    unit: str | None = None,
) -> tuple[int, ...]:
    """The predecessors that hold a task, or a unit's part in it, back now."""
    return tuple(
        dict.fromkeys(
            wait.task for wait in waits if not _is_satisfied(wait, progress, standings, unit)
        )
    )


def holds_alike(
    waits: Sequence[Wait], standings: Mapping[int, Standing], units: Collection[str]
) -> bool:
    """Whether each wait holds all of these units or none of them.

    A link unit by unit does where nothing was said of its predecessor, and all have a part in it.
    """
    for wait in waits:
        standing = standings.get(wait.task)
        if not wait.same or standing is None or standing.task.units is None:
            continue
        if not standing.units.keys() >= set(units):
            return False
        if any(facts is not NOTHING_SAID for facts in standing.units.values()):
            return False
    return True


def _is_satisfied(
    wait: Wait, progress: Progress, standings: Mapping[int, Standing], unit: str | None
) -> bool:
    if progress.over[wait.task]:
        return True
    standing = standings.get(wait.task)
    if not wait.same or standing is None or standing.task.units is None:
        return not wait.finish and progress.begun[wait.task]
    if unit is None:  # it has begun for some: each is asked for itself
        return False
    facts = standing.units.get(unit)
    if facts is None:  # a unit in only one of the two has no link
        return True
    if facts.drop is not None or done_on(standing.task, facts) is not None:
        return True
    return not wait.finish and started(facts)


def _is_pinned(task: Task) -> bool:
    return task.dates.on is not None or task.dates.finish is not None


def _from_links(links: Sequence[Link]) -> Iterator[Wait]:
    for link in links:
        if link.type in {"FS", "SS"}:
            yield Wait(link.task, link.type == "FS", link.same)


def _from_rules(rules: Sequence[DateRule | None]) -> Iterator[Wait]:
    for rule in rules:
        if isinstance(rule, RelativeDate) and rule.task is not None:
            yield Wait(rule.task, rule.point == "finish")
