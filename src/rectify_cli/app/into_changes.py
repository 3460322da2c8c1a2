"""What a file says of a thing that a plan has → the keys that are to change, and to what.

An empty cell of a table says nothing: what the plan has there stays. A project file says everything
that it can hold, so that what is not in it any more is gone; it is compared with what the plan
would hold as such a file, and only what differs there is a change. Dates change together, since a
window takes the place of a pinned day.
"""

from collections.abc import Iterator, Mapping

from rectify_cli.app.into_links import links_said, links_there, merged_links
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftTask, Value
from rectify_cli.intake.flow_value import value_of
from rectify_cli.intake.write_plan import inline, task_fields
from rectify_cli.plan.as_written import written_fields
from rectify_cli.plan.model import Plan, Task

_PLACED = ("on", "start", "finish")
_DATED = frozenset({*_PLACED, "duration", "schedule"})
_CONFLICTS = {
    ("on",): ("start", "finish"),
    ("start", "finish"): ("on", "duration"),
    ("start",): ("on",),
    ("finish",): ("on",),
}


class KeyChange(Struct):
    """A key's value as text: as it is in the plan, as it is to be; None: it is not there."""

    key: str
    old: str | None
    new: str | None


def changes_of(
    plan: Plan, task: Task, draft: DraftTask, base: DraftTask | None = None
) -> list[KeyChange]:
    """The keys of a task that a file says otherwise.

    Args:
        plan: The plan.
        task: The task in it.
        draft: What the file says of it.
        base: What a project file of the plan would say of it, where the file is one.
    """
    said = dict(task_fields(draft))
    gone: list[str] = []
    if base is not None:
        said, gone = _apart(plan, task, said, dict(task_fields(base)))
    found: list[KeyChange] = []
    if _dates_differ(task, said):
        found += _moved(task, said)
    for key in gone:
        if key in task.where.values and not any(each.key == key for each in found):
            found.append(KeyChange(key, _written(task, key), None))
    for key, value in said.items():
        if key in _PLACED or any(each.key == key for each in found):
            continue
        if not _is_so(plan, task, key, value):
            found.append(KeyChange(key, _written(task, key), inline(value)))
    return found


def _apart(
    plan: Plan, task: Task, said: Mapping[str, Value], base: Mapping[str, Value]
) -> tuple[dict[str, Value], list[str]]:
    """What a project file says otherwise than it would of the plan; and what it says no more."""
    differ = [key for key in {**said, **base} if _text(said, key) != _text(base, key)]
    if any(key in _DATED for key in differ):
        differ = [key for key in {**said, **base} if key in _DATED or key in differ]
    gone = [key for key in differ if key not in said]
    apart = {key: said[key] for key in differ if key in said}
    is_moved = "start" in differ
    if "after" in differ or (is_moved and "after" in said):
        links = merged_links(plan, task, said.get("after"), base.get("after"), is_moved=is_moved)
        gone = [key for key in gone if key != "after"] + ([] if links else ["after"])
        apart.pop("after", None)
        apart |= {"after": links[0] if len(links) == 1 else links} if links else {}
    return apart, gone


def _text(said: Mapping[str, Value], key: str) -> str | None:
    return inline(said[key]) if key in said else None


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
        return links_said(plan, value) == sorted(links_there(plan, task.links))
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
