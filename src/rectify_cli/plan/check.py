"""What a resolved plan says for itself, before any date is reckoned: one check a file.

Each takes the plan and gives its findings. What was in error below is not missed here: a key in
`dropped` was written, and was complained of.
"""

from collections.abc import Callable, Iterable

from rectify_cli.foundation.finding import Finding
from rectify_cli.plan.check_days import check_days
from rectify_cli.plan.check_finishes import check_finishes
from rectify_cli.plan.check_missing import check_deadlines, check_owners
from rectify_cli.plan.check_phases import check_phases
from rectify_cli.plan.model import Plan

CHECKS: tuple[Callable[[Plan], Iterable[Finding]], ...] = (
    check_days,
    check_deadlines,
    check_owners,
    check_phases,
    check_finishes,
)


def check_plan(plan: Plan) -> list[Finding]:
    """The findings of all checks of this floor."""
    return [finding for check in CHECKS for finding in check(plan)]
