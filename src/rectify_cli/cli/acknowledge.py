"""Saying on stdout what was recorded; where that cannot be said there, stderr says that it is."""

from collections.abc import Iterator
from contextlib import contextmanager

from rectify_cli.cli.console import OutputLost, ReaderGone
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.spoken import spoken

_READER_GONE = 141


@contextmanager
def acknowledging(recorded: Message, session: Session, language: str) -> Iterator[None]:
    """Around the writing of an answer in any form, whose reports are on the disk by now.

    It ends the command where stdout is lost; `recorded`, the answer in one sentence, then goes to
    stderr.
    """
    try:
        yield
        session.console.flush()
    except ReaderGone as gone:
        session.console.tell(f"rectify: {spoken(recorded, language)}")
        raise Stop(code=_READER_GONE) from gone
    except OutputLost as lost:
        why = say("standard output cannot be written: {why}", why=str(lost))
        raise Stop(recorded, why, language=language) from lost
