"""Written lengths become days: `1w` is as many workdays as the week of the plan that says it."""

from functools import lru_cache

from rectify_cli.plan.model import NO_LAG, Lag, lag
from rectify_cli.plan.written import WrittenLength

DAYS_OF_ELAPSED_WEEK = 7


@lru_cache(maxsize=4096)
def lag_of(length: WrittenLength | None, week_days: int) -> Lag:
    """The distance that a length means; none where none is written. Few differ in a plan."""
    if length is None:
        return NO_LAG
    if length.unit in {"d", "w"}:
        return lag(workdays_of(length, week_days))
    weeks = length.unit == "ew"
    return lag(length.count * (DAYS_OF_ELAPSED_WEEK if weeks else 1), elapsed=True)


def workdays_of(length: WrittenLength, week_days: int) -> int:
    """A length in `d` or `w` as workdays."""
    return length.count * week_days if length.unit == "w" else length.count
