"""A day typed on the command line: read, and said back with its weekday."""

from datetime import date

from rectify_cli.app.clock import Clock, clock_in
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.chosen_plan import language_of
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say


def typed_day(word: str, clock: Clock, session: Session, language: str | None) -> date:
    """The day that a word means; ends the command (2) where it is none.

    It is said back in `language`; None: in that of `--lang`.
    """
    from rectify_cli.app.dates import NoDay, is_iso, read_day  # noqa: PLC0415 - start-up

    language = language or session.language or "en"
    day = read_day(word, clock)
    if isinstance(day, NoDay):
        raise Stop(say("{why}; {fix}", why=day.why, fix=day.fix), language=language)
    if not is_iso(word):
        from rectify_cli.app.hints import spoken_day  # noqa: PLC0415 - start-up

        session.console.tell(f"{word}: {spoken_day(day, language)}")
    return day


def as_of_day(session: Session, scheduled: Scheduled) -> date:
    """The day that a view looks from: `--as-of`, else today in the plan's time zone."""
    clock = clock_in(scheduled, session.here, backward=True)
    if session.as_of is None:
        return clock.today
    return typed_day(session.as_of, clock, session, language_of(session, scheduled))
