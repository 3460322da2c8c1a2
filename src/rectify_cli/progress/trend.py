"""How much was done, and how much was expected, on the evening of each of some days.

A replay of the shares alone: no forecast and no lamps, so that a year of weeks costs little.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.expected import expected_share, weighed, weight_of
from rectify_cli.progress.ledger import Ledger
from rectify_cli.progress.standing import standings
from rectify_cli.schedule.model import Schedule


class TrendPoint(Struct):
    """A day with the plan's shares; `done` is None on a day after the one looked from."""

    day: date
    done: Fraction | None
    expected: Fraction


def trend(
    schedule: Schedule, ledger: Ledger, days: Sequence[date], as_of: date
) -> tuple[TrendPoint, ...]:
    """The shares of a plan on each day; after `as_of` only what is expected."""
    now = standings(schedule, ledger, as_of)
    found = []
    for day in days:
        then = standings(schedule, ledger, day) if day < as_of else now
        left = [standing for standing in then.values() if not standing.dropped]
        weights = [weight_of(standing.task) for standing in left]
        expected = (expected_share(standing, day) for standing in left)
        done = (standing.share for standing in left)
        found.append(
            TrendPoint(
                day,
                weighed(zip(weights, done, strict=True)) if day <= as_of else None,
                weighed(zip(weights, expected, strict=True)),
            )
        )
    return tuple(found)
