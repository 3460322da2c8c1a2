"""How plans stand, for a person, for a machine, into files: what `rectify status` shows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.here import Here
from rectify_cli.app.schedule import Scheduled
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.status import LAMPS, STATES, Lamp, State, Status
from rectify_cli.report.record import Record, Stream
from rectify_cli.report.status import grouped, status_screen
from rectify_cli.report.status_choice import BYS, By, Choice, chosen_leaves, told_units
from rectify_cli.report.table import Report
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule

if TYPE_CHECKING:
    from rectify_cli.app.write_file import Writable

_LISTED = 20
"""So many tasks are listed in a terminal."""


class Asked(Struct):
    """What was typed: how to group, which lamps and states, whose work, which units, everything.

    `against` is the name of a baseline.
    """

    by: str = "phase"
    lamps: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    owner: str | None = None
    group: str | None = None
    everything: bool = False
    against: str | None = None


class NoChoice(Struct):
    """Why something that was typed is none: a grouping, a lamp, a state, a group."""

    why: Message
    near: str | None = None


def check_words(asked: Asked) -> NoChoice | None:
    """What is wrong with the words that were typed, whatever the plan."""
    for option, words, known in (
        ("--by", (asked.by,), BYS),
        ("--lamp", asked.lamps, LAMPS),
        ("--state", asked.states, STATES),
    ):
        for word in words:
            if word not in known:
                names = ", ".join(known)
                why = say(
                    "{option} is one of {names}, not '{word}'",
                    option=option,
                    names=names,
                    word=word,
                )
                return NoChoice(why, did_you_mean(word, known))
    return None


def resolve_choice(plan: Plan, asked: Asked) -> Choice | NoOwner | NoChoice:
    """What was asked for in a plan, whose words were checked before."""
    owner = None
    if asked.owner is not None:
        found = find_owner(plan, asked.owner)
        if isinstance(found, NoOwner):
            return found
        owner = found.id
    if asked.group is not None and asked.group not in plan.groups:
        return NoChoice(_unknown_group(plan, asked.group))
    return Choice(
        by=cast("By", asked.by),
        lamps=cast("tuple[Lamp, ...]", asked.lamps),
        states=cast("tuple[State, ...]", asked.states),
        owner=owner,
        group=asked.group,
        everything=asked.everything,
    )


def set_against(choice: Choice, name: str, schedule: Schedule, here: Here) -> Choice | NoChoice:
    """The choice with the baseline of that name, which is read from beside the plan."""
    from rectify_cli.app.baseline import NotDone, find_baseline  # noqa: PLC0415 - start-up
    from rectify_cli.report.against import against  # noqa: PLC0415

    found = find_baseline(schedule.plan.path, name, here)
    if isinstance(found, NotDone):
        return NoChoice(found.why)
    return choice._replace(held=against(name, found, schedule))


def _unknown_group(plan: Plan, group: str) -> Message:
    near = did_you_mean(group, plan.groups)
    if near is None:
        return say("no group '{word}'", word=group)
    return say("no group '{word}'; did you mean '{near}'?", word=group, near=near)


def status_reports(
    status: Status, choice: Choice, language: str, *, whole: bool
) -> tuple[Report, ...]:
    """What a person sees; `whole`: every task that needs attention, however many."""
    return status_screen(status, choice, language, None if whole else _LISTED)


def status_as_record(status: Status, choice: Choice) -> Record:
    """The same for machines; a grouping that was asked for stands beside the rows."""
    from rectify_cli.report.status_record import status_record  # noqa: PLC0415 - start-up

    groups = None if choice.by == "phase" else _groups(status, choice)
    return status_record(status, groups, choice.held)


def _groups(status: Status, choice: Choice) -> tuple[Record, ...]:
    from rectify_cli.report.tally_table import tally_record  # noqa: PLC0415 - start-up
    from rectify_cli.report.unit_tally import by_group, by_unit, unit_record  # noqa: PLC0415

    plan = status.schedule.plan
    teller = Teller(status, Words("en"), told_units(status, choice))
    rows = chosen_leaves(status, choice)
    if choice.by == "unit":
        members = None if choice.group is None else frozenset(plan.groups[choice.group])
        return tuple(unit_record(each, plan) for each in by_unit(teller, rows, members))
    if choice.by == "group":
        return tuple(unit_record(each, plan) for each in by_group(teller, rows))
    return tuple(tally_record(each) for each in grouped(teller, rows, choice))


def status_files(scheduled: Scheduled, status: Status, choice: Choice, language: str) -> "Writable":
    """What files can be made of: the record, and one table of all tasks, or of the groups."""
    from rectify_cli.app.edition import edition_on  # noqa: PLC0415 - start-up
    from rectify_cli.app.write_file import Writable  # noqa: PLC0415
    from rectify_cli.report.status_sheet import group_sheet, status_sheet  # noqa: PLC0415

    edition = edition_on(scheduled.loaded, status.as_of)

    def table(_: str) -> Report:
        if choice.by == "phase":
            return status_sheet(status, choice, language, edition)
        return group_sheet(status, choice, language)._replace(edition=edition)

    return Writable(lambda _: status_as_record(status, choice), table)


def plans_report(statuses: Sequence[Status], language: str) -> Report:
    """Several plans, a row each."""
    from rectify_cli.report.plans_table import plans_table  # noqa: PLC0415 - start-up

    return plans_table(statuses, language)


def plans_files(statuses: Sequence[Status], language: str) -> "Writable":
    """What files of several plans are made of."""
    from rectify_cli.app.write_file import Writable  # noqa: PLC0415 - a screen writes none

    return Writable(lambda _: plans_record(statuses), lambda _: plans_report(statuses, language))


def plans_record(statuses: Sequence[Status]) -> Record:
    """The records of several plans."""
    from rectify_cli.report.status_record import status_record  # noqa: PLC0415 - start-up

    records = []
    for each in statuses:
        record = dict(status_record(each))
        rows = record["rows"]
        # A stream is written at the top of a record alone.
        record["rows"] = (
            [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, Stream) else []
        )
        records.append(record)
    return {"format": 1, "plans": records}


def fails_on(status: Status, choice: Choice | None, lamp: str) -> bool:
    """Whether a task of the owner or group that was asked for, or of all, shows this or worse."""
    bad = {"red"} if lamp == "red" else {"red", "yellow"}
    is_all = choice is None or (choice.owner is None and choice.group is None)
    rows = status.rows if is_all or choice is None else chosen_leaves(status, choice)
    return any(row.lamp in bad for row in rows)
