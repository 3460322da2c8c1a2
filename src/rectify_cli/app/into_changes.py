"""What a table says of a task that a plan has → the keys that are to change, and to what.

An empty cell says nothing: what the plan has there stays. Dates change together, since a window
takes the place of a pinned day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rectify_cli.intake.draft import DraftTask, Value
from rectify_cli.intake.flow_value import value_of
from rectify_cli.intake.write_plan import inline, task_fields
from rectify_cli.plan.as_written import written_fields
from rectify_cli.plan.model import Link, Plan, Task

_PLACED = ("on", "start", "finish")
_CONFLICTS = {
    ("on",): ("start", "finish"),
    ("start", "finish"): ("on", "duration"),
    ("start",): ("on",),
    ("finish",): ("on",),
}
_LINK = re.compile(r"(\S+)(?: (FS|SS|FF|SF))?(?: ([+-]) (\d+)(d|w|ed|ew))?")


class KeyChange(NamedTuple):
    """A key's value as text: as it is in the plan, as it is to be; None: it is not there."""

    key: str
    old: str | None
    new: str | None


def changes_of(plan: Plan, task: Task, draft: DraftTask) -> list[KeyChange]:
    """The keys of a task that a table says otherwise."""
    said = dict(task_fields(draft))
    found: list[KeyChange] = []
    if _dates_differ(task, said):
        found += _moved(task, said)
    for key, value in said.items():
        if key in _PLACED or any(each.key == key for each in found):
            continue
        if not _is_so(plan, task, key, value):
            found.append(KeyChange(key, _written(task, key), inline(value)))
    return found


def _written(task: Task, key: str) -> str | None:
    """A key's value as people read it."""
    return written_fields(task.where).get(key)


def _canonical(task: Task, key: str) -> str | None:
    node = task.where.values.get(key)
    value = None if node is None else value_of(node)
    return None if value is None else inline(_alone(value))


def _alone(value: Value) -> Value:
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value


def _is_so(plan: Plan, task: Task, key: str, value: Value) -> bool:
    """Whether the plan says this already, of the task itself or of what is around it."""
    if _canonical(task, key) == inline(_alone(value)):
        return True
    if key == "after":
        return _links_said(plan, value) == sorted(_links_there(plan, task.links))
    if key == "deadline" and "deadline" not in task.where.values:
        return _canonical(task, "finish") == inline(value)
    if key in task.where.values:
        return False
    comes_down = {
        "title": task.title,
        "owner": task.owner,
        "lead": task.lead,
        "accept": task.accept,
        "participants": task.participants,
    }
    if key == "tags" and isinstance(value, tuple):
        return set(map(str, value)) <= set(task.tags)
    down = comes_down.get(key)
    return down is not None and inline(_alone(down)) == inline(_alone(value))


def _links_there(plan: Plan, links: Iterable[Link]) -> Iterator[str]:
    for link in links:
        type_ = "" if link.type == "FS" else f" {link.type}"
        sign, unit = "-" if link.lag.days < 0 else "+", "ed" if link.lag.elapsed else "d"
        lag = f" {sign} {abs(link.lag.days)}{unit}" if link.lag.days else ""
        same = " same" if link.same else ""
        yield f"{plan.tasks[link.task].path}{type_}{lag}{same}"


def _links_said(plan: Plan, value: Value) -> list[str] | None:
    """The links that a table says, as those of the plan are compared; None: not so simple."""
    paths = [task.path for task in plan.tasks]
    found = []
    for each in value if isinstance(value, tuple) else (value,):
        match = _LINK.fullmatch(str(each)) if isinstance(each, str) else None
        if match is None:
            return None
        name, type_, sign, length, unit = match.groups()
        meant = [path for path in paths if path == name or path.endswith(f".{name}")]
        if name not in paths and len(meant) != 1:
            return None
        path = name if name in paths else meant[0]
        days = int(length or 0) * {"w": plan.week_days, "ew": 7}.get(unit or "", 1)
        elapsed = "ed" if unit in {"ed", "ew"} else "d"
        lag = f" {sign} {days}{elapsed}" if days else ""
        found.append(path + ("" if type_ in {None, "FS"} else f" {type_}") + lag)
    return sorted(found)


def _dates_differ(task: Task, said: Mapping[str, Value]) -> bool:
    wanted = {key: inline(said[key]) for key in _PLACED if key in said}
    there = {key: _canonical(task, key) for key in _PLACED if key in task.where.values}
    if there.get("start") == there.get("finish") != None and "on" not in there:  # noqa: E711
        there = {"on": there["start"]}
    if not wanted:
        return False
    return wanted != {key: there.get(key) for key in wanted} or ("on" in wanted and len(there) > 1)


def _moved(task: Task, said: Mapping[str, Value]) -> Iterator[KeyChange]:
    wanted = tuple(key for key in _PLACED if key in said)
    for key in wanted:
        if _canonical(task, key) != inline(said[key]):
            yield KeyChange(key, _written(task, key), inline(said[key]))
    for key in _CONFLICTS.get(wanted, ()):
        if key in task.where.values and key not in said:
            yield KeyChange(key, _written(task, key), None)
