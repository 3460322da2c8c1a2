"""Saying on stdout what was recorded; where that cannot be said there, stderr says that it is."""

from collections.abc import Iterator
from contextlib import contextmanager

from rectify_cli.cli.console import OutputLost, ReaderGone
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.spoken import spoken

_READER_GONE = 141


def acknowledge(text: str, recorded: Message, session: Session, language: str) -> None:
    """Write a command's answer, whose reports are on the disk by now.

    Args:
        text: The answer, lines with their ends.
        recorded: The same in one sentence ("recorded as 7K3F"), for stderr if stdout is lost.
        session: The session.
        language: The language of the screen.
    """
    with acknowledging(recorded, session, language):
        session.console.put(text)


@contextmanager
def acknowledging(recorded: Message, session: Session, language: str) -> Iterator[None]:
    """Around the writing of an answer in any form; it ends the command where stdout is lost."""
    try:
        yield
        session.console.flush()
    except ReaderGone as gone:
        session.console.tell(f"rectify: {spoken(recorded, language)}")
        raise Stop(code=_READER_GONE) from gone
    except OutputLost as lost:
        why = say("standard output cannot be written: {why}", why=str(lost))
        raise Stop(recorded, why, language=language) from lost
