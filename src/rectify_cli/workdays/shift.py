"""Moving a day by a signed length: how lags, relative dates and `+3d` are counted."""

from rectify_cli.plan.model import Lag
from rectify_cli.workdays.calendar import LAST_ORDINAL, Calendar, OutOfCalendar


def shift(calendar: Calendar, ordinal: int, lag: Lag) -> int:
    """The day that lies `lag` from a day, both as ordinals.

    In workdays: the n-th workday after the day, or before it where n is negative; 0 is the day
    itself, workday or not. In elapsed days: so many calendar days on, workday or not. Raises
    OutOfCalendar outside the years 1..9999.
    """
    if lag.elapsed:
        moved = ordinal + lag.days
        if not 1 <= moved <= LAST_ORDINAL:
            raise OutOfCalendar
        return moved
    if lag.days > 0:
        return calendar.day(calendar.position(ordinal + 1) + lag.days - 1)
    if lag.days < 0:
        return calendar.day(calendar.position(ordinal) + lag.days)
    return ordinal
