"""Written lengths become days: `1w` is as many workdays as the week of the plan that says it."""

from rectify_cli.plan.model import NO_LAG, Lag
from rectify_cli.plan.written import WrittenLength

DAYS_OF_ELAPSED_WEEK = 7


def lag_of(length: WrittenLength | None, week_days: int) -> Lag:
    """The distance that a length means; none where none is written."""
    if length is None:
        return NO_LAG
    match length.unit:
        case "d":
            return Lag(length.count)
        case "w":
            return Lag(length.count * week_days)
        case "ed":
            return Lag(length.count, elapsed=True)
        case "ew":
            return Lag(length.count * DAYS_OF_ELAPSED_WEEK, elapsed=True)


def workdays_of(length: WrittenLength, week_days: int) -> int:
    """A length in `d` or `w` as workdays."""
    return length.count * week_days if length.unit == "w" else length.count
