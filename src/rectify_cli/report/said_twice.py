"""What was added to a count twice in the same words: a second forty, or the first one once more?

A command that is killed after its report is on the disk, and before it has said so, is typed again.
Every other report then says that it holds already; an addition cannot, so that the answer tells.
"""

from collections.abc import Iterator, Sequence

from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Ledger, Stored
from rectify_cli.progress.ulid import short_name
from rectify_cli.report.words import Words


def said_twice(reports: Sequence[Stored], ledger: Ledger, language: str) -> list[str]:
    """A line for each addition that its writer made before, of the same day and in the same words.

    Args:
        reports: Those of a command.
        ledger: All that was reported before it.
        language: The reader's.
    """
    added = [each for each in reports if each.event.add is not None]
    if not added:
        return []
    words = Words(language)
    known = dict(_additions(ledger))
    found = [(each.event, known[_said(each)]) for each in added if _said(each) in known]
    return [
        words(
            "told-added-before",
            n=f"{event.add:+}",
            day=words.full(event.on),
            name=short_name(before.id, ledger.events),
        )
        for event, before in found
    ]


def _additions(ledger: Ledger) -> Iterator[tuple[Stored, Event]]:
    """What was added and not taken back, by all that it says."""
    for name in sorted(ledger.events):
        each = ledger.events[name]
        if each.event.add is not None and name not in ledger.undone:
            yield _said(each), each.event


def _said(report: Stored) -> Stored:
    """A report without all that makes it one of its own."""
    return report._replace(event=report.event._replace(id="", at="", after=()))
