"""The days that `--from`, `--to` and `--week` ask for."""

from datetime import date

from rectify_cli.app.build import week_of
from rectify_cli.app.clock import clock_in
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.chosen_plan import language_of
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import as_of_day, typed_day
from rectify_cli.foundation.finding import say

_WEEK_OR_TO = say("--week and --to exclude each other; --week --from DATE shows a day's week")


def days_asked(
    session: Session,
    scheduled: Scheduled,
    first: str | None,
    last: str | None,
    *,
    week: bool = False,
) -> tuple[date | None, date | None]:
    """The first and the last day, both counted; ends the command (2) where they make no sense."""
    language = language_of(session, scheduled)
    clock = clock_in(scheduled, session.here, backward=False)
    begin = None if first is None else typed_day(first, clock, session, language)
    end = None if last is None else typed_day(last, clock, session, language)
    if week:
        if end is not None:
            raise Stop(_WEEK_OR_TO, language=language)
        return week_of(begin or as_of_day(session, scheduled))
    if begin is not None and end is not None and end < begin:
        said = say("--from {begin} is after --to {end}", begin=begin, end=end)
        raise Stop(said, language=language)
    return begin, end
