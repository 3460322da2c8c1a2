"""Records and charts on stdout; tables have `cli.report_out`."""

from collections.abc import Iterator

from rectify_cli.cli.session import Session
from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.timeline.to_tabs import to_tabs
from rectify_cli.render.timeline.to_terminal import to_terminal
from rectify_cli.report.record import Record
from rectify_cli.report.timeline import Timeline

_AT_ONCE = 1 << 16
"""So many characters are written together: the checks of each write cost more than it does."""


def put_timeline(timeline: Timeline, session: Session) -> None:
    """A chart: drawn in a terminal, tabs elsewhere."""
    screen = session.console
    if screen.width is None:
        screen.put_lines(to_tabs(timeline))
    else:
        screen.put_lines(to_terminal(timeline, width=screen.width, colour=screen.colour))


def put_record(record: Record, session: Session) -> None:
    """A record as JSON, written while it is made."""
    for text in _gathered(to_json(record)):
        session.console.put_json(text)


def _gathered(texts: Iterator[str]) -> Iterator[str]:
    gathered: list[str] = []
    length = 0
    for text in texts:
        gathered.append(text)
        length += len(text)
        if length >= _AT_ONCE:
            yield "".join(gathered)
            gathered, length = [], 0
    yield "".join(gathered)
