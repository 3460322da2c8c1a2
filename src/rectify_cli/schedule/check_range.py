"""`too-large`: tasks whose dates would lie after the last day that can be written."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.schedule.passes import Passes


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
