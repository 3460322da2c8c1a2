"""Where a timing begins and ends to the midnight, and how far it is from what a link asks.

An instant is the ordinal of the day that begins then; an index is the number of workdays before it
in a calendar. The rules are those of the scheduler: a lag in workdays counts in the successor's
calendar, one in elapsed days in calendar days.
"""

from rectify_cli.plan.model import Lag, LinkType
from rectify_cli.schedule.model import Timing


def begin(timing: Timing) -> int:
    """The instant at which it begins; a milestone at the end of its day, at the next midnight."""
    return timing.start.toordinal() + int(timing.is_milestone and timing.at_end)


def end(timing: Timing) -> int:
    """The instant at which it ends; a milestone at the beginning of its day, at that midnight."""
    return timing.finish.toordinal() + int(not timing.is_milestone or timing.at_end)


def slack(before: Timing, link: LinkType, lag: Lag, after: Timing) -> int:
    """By how many of its workdays `after` stands later than the link asks; negative: it breaks it.

    FS and SS bind its start, FF and SF its finish.
    """
    instant = end(before) if link in {"FS", "FF"} else begin(before)
    of_start = link in {"FS", "SS"}
    position = after.calendar.position
    if not lag.elapsed:
        bound = position(instant) + lag.days
    elif of_start:
        bound = position(instant + lag.days)
    else:
        # It names a day; on a day off the finish moves to the end of the next workday.
        bound = position(instant + lag.days - 1) + 1
    return position(begin(after) if of_start else end(after)) - bound
