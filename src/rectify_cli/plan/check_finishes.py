"""`finish-only`: a finish that stands alone is one pinned day, and mostly meant as a deadline."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.dates_of import DATING
from rectify_cli.plan.model import Plan
from rectify_cli.syntax.node import Mapping


def check_finishes(plan: Plan) -> list[Finding]:
    """A finding for each finish of a task or of one of its units that stands alone."""
    findings = []
    for task in plan.tasks:
        if task.kind != "task" or task.repeat is not None or not task.dropped.isdisjoint(DATING):
            continue
        if task.dates.finish is not None:
            findings += _finish_only(task.where)
        for override in task.overrides.values():
            if override.dates is not None and override.dates.finish is not None:
                findings += _finish_only(override.where)
    return findings


def _finish_only(where: Mapping) -> list[Finding]:
    if not where.keys.keys().isdisjoint({"start", "duration"}):
        return []
    message = say("a finish alone pins the task to that one day")
    fix = say("did you mean deadline:? For one day write on:, for a window add start:")
    return [Finding("finish-only", where.at("finish"), message, fix)]
