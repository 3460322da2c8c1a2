"""Where something is written, as views say it, and what is written there."""

from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Plan, Task
from rectify_cli.report.words import Words
from rectify_cli.syntax.node import Mapping, Scalar


def say_place(plan: Plan, span: Span | None, words: Words) -> str:
    """`line 41` of the plan's own file, `districts/a.yaml:41` of another; empty for none."""
    if span is None:
        return ""
    if span.path == plan.path:
        return words("line", line=span.line)
    return f"{span.path}:{span.line}"


def written(where: Mapping, key: str) -> str:
    """`start: 2021-03-05` as the file has it; empty where the key is not a single value there."""
    value = where.values.get(key)
    return f"{key}: {value.text}" if isinstance(value, Scalar) else ""


def saying(task: Task, units: tuple[str, ...] | None) -> Mapping:
    """Where a task's dates are written: the override of a unit that has its own, else the task."""
    override = task.overrides.get(units[0]) if units else None
    if override is not None and override.dates is not None:
        return override.where
    return task.where


DATE_KEYS = ("on", "start", "finish", "duration")


def first_written(where: Mapping, keys: tuple[str, ...]) -> tuple[str, Span] | None:
    """What is written under the keys that are there, in order, and the place of the first."""
    present = [key for key in keys if key in where.keys]
    if not present:
        return None
    return ", ".join(filter(None, (written(where, key) for key in present))), where.at(present[0])
