"""Taking reports back: an `undo` that names them, written beside each plan file they belong to."""

from collections.abc import Mapping, Sequence

from rectify_cli.app.here import Here, today_in
from rectify_cli.app.record_events import NotRecorded, Recorded, record
from rectify_cli.app.stamp import stamp
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.by_command import Unnamed, latest_of, named_reports, names_of
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Ledger, Stored
from rectify_cli.progress.places import tasks_by_place
from rectify_cli.report.record import Record
from rectify_cli.report.undo_answer import undo_lines

_LISTED = 20
_AT_ONCE = 2000
"""So many reports are named by one `undo`: a line has its bound."""


class NothingUndone(Struct):
    """Why nothing can be taken back; `several` are the reports that a name could mean."""

    why: Message
    several: tuple[Stored, ...] = ()

    def said(self, ledger: Ledger) -> list[str]:
        """The reports that it could be, a line each, with names that are long enough."""
        names = names_of(ledger.events)
        return [
            f"  {names[each.event.id]}  {each.event.kind} {each.event.task or ''}  {each.event.by}"
            for each in self.several[:_LISTED]
        ]


class Undone(Struct):
    """What is to be taken back, and the reports that do it."""

    reports: tuple[Stored, ...]
    undos: tuple[Stored, ...]


def undo(
    typed: str | None,
    by: str,
    ledger: Ledger,
    here: Here,
    note: str | None = None,
) -> Undone | NothingUndone:
    """What `rectify undo` writes; nothing is written yet.

    Args:
        typed: The name of a report or a command; None: the writer's latest command that holds.
        by: Who takes it back.
        ledger: All that was reported.
        here: Knows the moment.
        note: Why, in words.
    """
    chosen = _latest(by, ledger) if typed is None else _named(typed, ledger)
    if isinstance(chosen, NothingUndone):
        return chosen
    left = tuple(each for each in chosen if each.event.id not in ledger.undone)
    if not left:
        name = names_of(ledger.events)[chosen[0].event.id]
        return NothingUndone(say("{name} was taken back already", name=name))
    undos = _undos(left, by, ledger, here)
    if note:
        undos = tuple(each._replace(event=each.event._replace(note=note)) for each in undos)
    return Undone(left, undos)


def undo_text(
    undone: Undone, ledger: Ledger, language: str, *, dry_run: bool
) -> tuple[str, Message]:
    """The answer, lines with their ends, and the same in one sentence for stderr."""
    names = _names(undone, ledger)
    first = undone.undos[0].event
    tasks = _tasks(undone, ledger)
    lines = undo_lines(undone.reports, tasks, first, names, language, dry_run=dry_run)
    done = say("recorded as {name}", name=names[first.id])
    return "".join(f"{line}\n" for line in lines), say("nothing was recorded") if dry_run else done


def undo_record(undone: Undone, ledger: Ledger, text: str, *, dry_run: bool) -> Record:
    """The answer for machines."""
    names = _names(undone, ledger)
    return {
        "format": 1,
        "recorded": 0 if dry_run else len(undone.undos),
        "dry_run": dry_run,
        "name": names[undone.undos[0].event.id],
        "by": undone.undos[0].event.by,
        "ids": [each.event.id for each in undone.undos],
        "undone": [each.event.id for each in undone.reports],
        "text": text.splitlines(),
    }


def _tasks(undone: Undone, ledger: Ledger) -> list[str]:
    """The tasks of what is taken back, by their paths in the whole plan, each once."""
    places = tasks_by_place(ledger.plan)
    found: dict[str, None] = {}
    for each in undone.reports:
        name = each.event.task
        if name is not None:
            indexes = places.get((each.plan_file, name), ())
            found[ledger.plan.tasks[indexes[0]].path if indexes else name] = None
    return list(found)


def _names(undone: Undone, ledger: Ledger) -> Mapping[str, str]:
    new = {each.event.id: each for each in undone.undos}
    return names_of({**ledger.events, **new})


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


def _undos(left: Sequence[Stored], by: str, ledger: Ledger, here: Here) -> tuple[Stored, ...]:
    by_file: dict[str, list[str]] = {}
    for each in left:
        by_file.setdefault(each.plan_file, []).append(each.event.id)
    parts = [
        (plan_file, names[at : at + _AT_ONCE])
        for plan_file, names in by_file.items()
        for at in range(0, len(names), _AT_ONCE)
    ]
    mark = stamp(len(parts), by, ledger.events.values(), here)
    today = today_in(here, ledger.plan.timezone)
    return tuple(
        Stored(Event(name, mark.at, by, "undo", today, undoes=tuple(undoes)), plan_file)
        for name, (plan_file, undoes) in zip(mark.ids, parts, strict=True)
    )
