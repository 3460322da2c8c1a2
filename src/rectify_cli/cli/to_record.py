"""What every command that records begins with: the plan with its reports, and who writes."""

from rectify_cli.app.assess import Told
from rectify_cli.app.schedule import Scheduled
from rectify_cli.app.who import NoWriter, writer
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import told_of
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct


class ToRecord(Struct):
    """A dated plan, what was reported of it so far, and the language of the answer."""

    scheduled: Scheduled
    told: Told
    language: str


def to_record(session: Session) -> ToRecord:
    """The plan that reports go to; ends the command (2) where it cannot be dated."""
    scheduled = dated(session, chosen_plan(session, None))
    language = language_of(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is None:
        raise Stop(say("the plan cannot be dated; rectify check says why"), language=language)
    return ToRecord(scheduled, told, language)


def who_writes(session: Session, by: str | None, language: str) -> str:
    """The writer's name; ends the command (2) where nobody can be named."""
    who = writer(by, session.here)
    if isinstance(who, NoWriter):
        raise Stop(who.why, language=language)
    return who
