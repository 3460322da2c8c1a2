"""A day typed on the command line: read, and said back with its weekday."""

from datetime import date

from rectify_cli.app.dates import Clock, NoDay, clock_in, is_iso, read_day
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop


def typed_day(word: str, clock: Clock, session: Session) -> date:
    """The day that a word means; ends the command (2) where it is none."""
    day = read_day(word, clock)
    if isinstance(day, NoDay):
        raise Stop(f"{day.why}; {day.fix}")
    if not is_iso(word):
        session.console.tell(f"{word}: {day:%a %Y-%m-%d}")
    return day


def as_of_day(session: Session, scheduled: Scheduled) -> date:
    """The day that a view looks from: `--as-of`, else today in the plan's time zone."""
    clock = clock_in(scheduled, session.here, backward=True)
    return clock.today if session.as_of is None else typed_day(session.as_of, clock, session)
