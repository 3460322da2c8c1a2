"""`too-large`: a recurrence that gives more occurrences than anybody will report on."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.schedule.model import Schedule
from rectify_cli.schedule.repeat import MAX_IN_ALL, MAX_OCCURRENCES, MAX_OF_UNITS


def check_repeats(schedule: Schedule, too_many: Sequence[int]) -> list[Finding]:
    """A finding at each `repeat` that passes the bound."""
    tasks = schedule.plan.tasks
    return [
        Finding(
            "too-large",
            tasks[index].at("repeat"),
            say(
                "{name} occurs more than {bound} times, or all such tasks more than {most} times, "
                "or {all} times counted for each unit",
                name=tasks[index].path,
                bound=MAX_OCCURRENCES,
                most=MAX_IN_ALL,
                all=MAX_OF_UNITS,
            ),
            fix=say("repeat it less often, or give it a finish"),
        )
        for index in sorted(set(too_many))
    ]
