"""Reports → the commands that wrote them, and what a name that somebody typed means.

A command's reports share their writer and their moment. What people are told is the short name of
its first report, and that name means the whole command; a whole id means one report.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.ledger import Stored
from rectify_cli.progress.ulid import as_name, moment_of, short_names

_A_DAY = 24 * 60 * 60 * 1000


class Command(Struct):
    """What one command wrote: its reports in the order of their ids."""

    by: str
    at: str
    reports: tuple[Stored, ...]

    @property
    def name(self) -> str:
        """The id of its first report, whose short form is the command's name."""
        return self.reports[0].event.id

    @property
    def is_undo(self) -> bool:
        """Whether all that it did was to take reports back."""
        return all(each.event.kind == "undo" for each in self.reports)


class Unnamed(Struct):
    """A name that means no report (`several` empty), or that several reports end in."""

    typed: str
    several: tuple[Stored, ...] = ()


def commands_of(events: Mapping[str, Stored]) -> tuple[Command, ...]:
    """The commands that wrote some events (by their ids), in the order in which they were given.

    Of one writer it is the order of the ids, which his machine counts up even when its clock goes
    back; otherwise that of the moments.
    """
    found: dict[tuple[str, str], list[Stored]] = {}
    for name in sorted(events):
        each = events[name]
        found.setdefault((each.event.by, each.event.at), []).append(each)
    commands = [Command(by, at, tuple(reports)) for (by, at), reports in found.items()]
    return tuple(sorted(commands, key=_moment))


def _moment(command: Command) -> tuple[int, str]:
    """When a command was given: as its first id says, if that is within a day of its clock."""
    clock = int(datetime.fromisoformat(command.at[:19] + "+00:00").timestamp() * 1000)
    named = moment_of(command.name)
    if named is not None and abs(named - clock) < _A_DAY:
        return named, command.name
    return clock, command.name


def named_reports(typed: str, events: Mapping[str, Stored]) -> tuple[Stored, ...] | Unnamed:
    """The reports that a name means: one, or all of a command."""
    if typed in events:
        return (events[typed],)
    name = as_name(typed)
    if name in events:
        return (events[name],)
    ends = tuple(filter(None, dict.fromkeys((typed.strip(), name))))
    found = [each for each in events.values() if ends and each.event.id.endswith(ends)]
    if len(found) != 1:
        return Unnamed(typed, tuple(found))
    first = {command.name: command.reports for command in commands_of(events)}
    return first.get(found[0].event.id, (found[0],))


def latest_of(by: str, events: Mapping[str, Stored], undone: Iterable[str]) -> Command | None:
    """A writer's latest command that still holds and was no undo; None where there is none."""
    gone = frozenset(undone)
    own = {name: each for name, each in events.items() if each.event.by == by}
    for command in reversed(commands_of(own)):
        if not command.is_undo and any(each.event.id not in gone for each in command.reports):
            return command
    return None


def names_of(events: Mapping[str, Stored]) -> Mapping[str, str]:
    """The short name of every report."""
    return short_names(events)
