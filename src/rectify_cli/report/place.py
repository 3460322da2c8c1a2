"""Where something is written, as views say it, and what is written there."""

from rectify_cli.foundation.source import Span
from rectify_cli.plan.model import Override, Plan, Task
from rectify_cli.report.words import Words

DATE_KEYS = ("on", "start", "finish", "duration")


def say_place(plan: Plan, span: Span | None, words: Words) -> str:
    """`line 41` of the plan's own file, `districts/a.yaml:41` of another; empty for none."""
    if span is None:
        return ""
    if span.path == plan.path:
        return words("line", line=span.line)
    return f"{span.path}:{span.line}"


def written(says: Plan | Task | Override, key: str) -> str:
    """`start: 2021-03-05` as the file has it; empty where the key is not a single value there."""
    text = getattr(says.where.values.get(key), "text", None)
    return f"{key}: {text}" if isinstance(text, str) else ""


def saying(task: Task, units: tuple[str, ...] | None) -> Task | Override:
    """What says a task's dates: the override of a unit that has its own, else the task."""
    override = task.overrides.get(units[0]) if units else None
    return task if override is None or override.dates is None else override


def first_written(says: Task | Override, keys: tuple[str, ...]) -> tuple[str, Span] | None:
    """What is written under the keys that are there, in order, and the place of the first."""
    present = [key for key in keys if key in says.where.keys]
    if not present:
        return None
    text = ", ".join(filter(None, (written(says, key) for key in present)))
    return text, says.where.at(present[0])
