"""Taking reports back: an `undo` that names them, written beside each plan file they belong to."""

from collections.abc import Sequence
from typing import NamedTuple

from rectify_cli.app.here import Here, today_in
from rectify_cli.app.record_events import NotRecorded, Recorded, record
from rectify_cli.app.reports import Reports
from rectify_cli.app.stamp import stamp
from rectify_cli.foundation.finding import Message, say
from rectify_cli.progress.by_command import Unnamed, latest_of, named_reports, names_of
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Ledger, Stored

_AT_ONCE = 2000
"""So many reports are named by one `undo`: a line has its bound."""


class NothingUndone(NamedTuple):
    """Why nothing can be taken back; `several` are the reports that a name could mean."""

    why: Message
    several: tuple[Stored, ...] = ()


class Undone(NamedTuple):
    """What is to be taken back, and the reports that do it."""

    reports: tuple[Stored, ...]
    undos: tuple[Stored, ...]

    @property
    def restores(self) -> bool:
        """Whether it takes back an undo, so that what that took back holds again."""
        return all(each.event.kind == "undo" for each in self.reports)


def undo(
    typed: str | None, by: str, reports: Reports, ledger: Ledger, here: Here
) -> Undone | NothingUndone:
    """What `rectify undo` writes; nothing is written yet.

    Args:
        typed: The name of a report or a command; None: the writer's latest command that holds.
        by: Who takes it back.
        reports: All that was reported.
        ledger: The same, sorted.
        here: Knows the moment.
    """
    chosen = _latest(by, ledger) if typed is None else _named(typed, ledger)
    if isinstance(chosen, NothingUndone):
        return chosen
    left = tuple(each for each in chosen if each.event.id not in ledger.undone)
    if not left:
        name = names_of(ledger.events)[chosen[0].event.id]
        return NothingUndone(say("{name} was taken back already", name=name))
    return Undone(left, _undos(left, by, reports, ledger, here))


def record_undo(undone: Undone, here: Here) -> Recorded | NotRecorded:
    """Write it."""
    return record(undone.undos, here)


def _latest(by: str, ledger: Ledger) -> tuple[Stored, ...] | NothingUndone:
    command = latest_of(by, ledger.events, ledger.undone)
    if command is None:
        return NothingUndone(say("{by} has no report here that could be taken back", by=by))
    return command.reports


def _named(typed: str, ledger: Ledger) -> tuple[Stored, ...] | NothingUndone:
    found = named_reports(typed, ledger.events)
    if not isinstance(found, Unnamed):
        return found
    if found.several:
        why = say("'{name}' may mean {n} reports", name=typed, n=len(found.several))
        return NothingUndone(why, found.several)
    return NothingUndone(say("no report is called '{name}'; rectify log names them", name=typed))


def _undos(
    left: Sequence[Stored], by: str, reports: Reports, ledger: Ledger, here: Here
) -> tuple[Stored, ...]:
    by_file: dict[str, list[str]] = {}
    for each in left:
        by_file.setdefault(each.plan_file, []).append(each.event.id)
    parts = [
        (plan_file, names[at : at + _AT_ONCE])
        for plan_file, names in by_file.items()
        for at in range(0, len(names), _AT_ONCE)
    ]
    mark = stamp(len(parts), by, reports.stored, here)
    today = today_in(here, ledger.plan.timezone)
    return tuple(
        Stored(Event(name, mark.at, by, "undo", today, undoes=tuple(undoes)), plan_file)
        for name, (plan_file, undoes) in zip(mark.ids, parts, strict=True)
    )
