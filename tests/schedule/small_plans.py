"""Small plans for the scheduler's tests: the tasks as a plan file has them, the dates as text."""

from textwrap import dedent, indent

from rectify_cli.schedule.model import Schedule, Timing
from tests.pipeline import schedule_and_findings

# 2021-03-01 is a Monday; the week is Monday to Friday and there are no holidays.
HEAD = "rectify: 1\ntitle: Small\nstart: 2021-03-01\n"


def plan_of(tasks: str, head: str = "") -> str:
    """A plan file with these tasks, and more lines at its head."""
    return HEAD + dedent(head) + "tasks:\n" + indent(dedent(tasks).strip("\n"), "  ") + "\n"


def schedule_tasks(tasks: str, head: str = "") -> Schedule:
    """The schedule of these tasks, whatever the findings."""
    return schedule_and_findings(plan_of(tasks, head))[0]


def rules_of(tasks: str, head: str = "") -> list[str]:
    """The rules that these tasks break, in file order."""
    findings = schedule_and_findings(plan_of(tasks, head))[1]
    return [finding.rule for finding in sorted(findings, key=lambda each: each.span)]


def timing(schedule: Schedule, path: str, unit: str | None = None) -> Timing:
    """The timing of a task, or of one unit's instance of it."""
    for each in schedule.timings:
        if schedule.task_of(each).path == path and (unit is None or unit in (each.units or ())):
            return each
    raise KeyError(path)


def span(schedule: Schedule, path: str, unit: str | None = None) -> str:
    """`03-01..03-05`, as short as it can be said."""
    each = timing(schedule, path, unit)
    return f"{each.start:%m-%d}..{each.finish:%m-%d}"


def spans(tasks: str, head: str = "") -> dict[str, str]:
    """The dates of every leaf, summary and phase that has any."""
    schedule = schedule_tasks(tasks, head)
    return {
        schedule.task_of(each).path: f"{each.start:%m-%d}..{each.finish:%m-%d}"
        for each in schedule.timings
    }
