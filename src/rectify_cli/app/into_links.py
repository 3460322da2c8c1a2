"""Links as a file says them beside a plan's: whether they are the same, and both together."""

import re
from collections.abc import Iterable, Iterator

from rectify_cli.intake.draft import DraftMap, Value
from rectify_cli.intake.flow_value import value_of
from rectify_cli.intake.write_plan import inline
from rectify_cli.plan.model import Link, Plan, RelativeDate, Task
from rectify_cli.syntax.node import Sequence

_LINK = re.compile(r"(\S+)(?: (FS|SS|FF|SF))?(?: ([+-]) (\d+)(d|w|ed|ew))?")
_LAG = re.compile(r"(-?)(\d+)(d|w|ed|ew)")


def links_there(plan: Plan, links: Iterable[Link]) -> Iterator[str]:
    """The links of a plan in one form: the full path, the type, the lag in days."""
    for link in links:
        type_ = "" if link.type == "FS" else f" {link.type}"
        sign, unit = "-" if link.lag.days < 0 else "+", "ed" if link.lag.elapsed else "d"
        lag = f" {sign} {abs(link.lag.days)}{unit}" if link.lag.days else ""
        same = " same" if link.same else ""
        yield f"{plan.tasks[link.task].path}{type_}{lag}{same}"


def links_said(plan: Plan, value: Value) -> list[str] | None:
    """The links that a file says in the same form, sorted; None: one of them is not so simple."""
    found = [_said(plan, each) for each in _listed(value)]
    known = [each for each in found if each is not None]
    return sorted(known) if len(known) == len(found) else None


def merged_links(
    plan: Plan, task: Task, said: Value | None, base: Value | None, *, is_moved: bool
) -> tuple[Value, ...]:
    """The plan's links as it writes them, less those that a project file has no more, and new ones.

    Args:
        plan: The plan.
        task: The task that waits.
        said: What the file says.
        base: What a file of the plan would say, a start that counts from another task included.
        is_moved: Another start takes the place of such a start, whose link is one of its own then.
    """
    now, then = _listed(said), _listed(base)
    texts = {inline(each) for each in then}
    new = [each for each in now if inline(each) not in texts]
    left = {inline(each) for each in now}
    dropped = {_said(plan, each) for each in then if inline(each) not in left}
    there = dict(zip(links_there(plan, task.links), task.links, strict=True))
    kept = [link for form, link in there.items() if form not in dropped]
    if is_moved and isinstance(task.dates.start, RelativeDate):
        new += [each for each in now if inline(each) in texts and _said(plan, each) not in there]
    node = task.where.values.get("after")
    several = isinstance(node, Sequence)
    written = [value_of(link.where if several or node is None else node) for link in kept]
    return (*(each for each in written if each is not None), *new)


def _listed(value: Value | None) -> tuple[Value, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _said(plan: Plan, value: Value) -> str | None:
    parts = _parts(value)
    if parts is None:
        return None
    name, type_, lag, same = parts
    paths = [task.path for task in plan.tasks]
    meant = [path for path in paths if path == name or path.endswith(f".{name}")]
    if name not in paths and len(meant) != 1:
        return None
    path = name if name in paths else meant[0]
    sign, length, unit = lag
    days = int(length) * {"w": plan.week_days, "ew": 7}.get(unit, 1)
    elapsed = "ed" if unit in {"ed", "ew"} else "d"
    written = f" {sign} {days}{elapsed}" if days else ""
    return path + ("" if type_ == "FS" else f" {type_}") + written + (" same" if same else "")


def _parts(value: Value) -> tuple[str, str, tuple[str, str, str], bool] | None:
    if isinstance(value, DraftMap):
        said = {key: str(each) for key, each in value.entries}
        lag = _LAG.fullmatch(said.get("lag", "0d").replace(" ", "").removeprefix("+"))
        if lag is None or not said.keys() <= {"task", "link", "lag", "each"} or "task" not in said:
            return None
        length = ("-" if lag[1] else "+", lag[2], lag[3])
        return said["task"], said.get("link", "FS"), length, said.get("each") == "same"
    match = _LINK.fullmatch(str(value))
    if match is None:
        return None
    name, type_, sign, length_, unit = match.groups()
    return name, type_ or "FS", (sign or "+", length_ or "0", unit or "d"), False
