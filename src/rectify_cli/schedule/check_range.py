"""`too-large`: what has no dates since they lie too far, or since there are too many of them."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.schedule.network import Network
from rectify_cli.schedule.passes import Passes
from rectify_cli.schedule.units import MAX_COMPARED, MAX_INSTANCES


def check_range(passes: Passes) -> list[Finding]:
    """A finding at each task whose own length or lags reach past the year 9999."""
    tasks = passes.network.plan.tasks
    named = sorted({passes.network.nodes[index].task for index in passes.beyond})
    return [
        Finding(
            "too-large",
            tasks[index].where.span,
            say("{name} would end after the year 9999", name=tasks[index].path),
            fix=say("shorten it, or what it waits for; or give its calendar workdays"),
        )
        for index in named
    ]


def check_instances(network: Network) -> list[Finding]:
    """A finding at the first fan-out that is not dated, since there are too many instances."""
    if not network.ungrouped:
        return []
    task = network.plan.tasks[min(network.ungrouped)]
    message = say(
        "the fan-outs have more than {most} different instances, or {compared} units to compare: "
        "{count} fan-outs, this one first, are not dated",
        most=MAX_INSTANCES,
        compared=MAX_COMPARED,
        count=len(network.ungrouped),
    )
    fix = say("let fan-outs share their groups, and units their days and dates")
    return [Finding("too-large", task.where.span, message, fix)]
