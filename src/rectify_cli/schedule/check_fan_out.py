"""`empty-group`: a link from unit to unit between two fan-outs that have no unit in common."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.schedule.network import Network


def check_fan_out(network: Network) -> list[Finding]:
    """A finding at each `each: same` that links nobody."""
    tasks = network.plan.tasks
    found = []
    for task in tasks:
        for link in task.links:
            other = tasks[link.task]
            if not link.same or not task.units or not other.units:
                continue
            if set(task.units).isdisjoint(other.units):
                found.append(
                    Finding(
                        "empty-group",
                        link.where.span,
                        say(
                            "{one} and {other} have no unit in common",
                            one=task.path,
                            other=other.path,
                        ),
                        fix=say(
                            "leave 'each: same' out, to wait for all units of {other}",
                            other=other.path,
                        ),
                    )
                )
    return found
