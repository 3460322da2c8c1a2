"""What of a status a reader asked to see, and the rows that this leaves."""

from typing import TYPE_CHECKING, Literal

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Lamp, State, Status, TaskStatus
from rectify_cli.report.attention import leaves
from rectify_cli.report.selection import owners_below, shown_of
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from rectify_cli.report.against import Against

By = Literal["phase", "owner", "lead", "team", "unit", "group", "tag"]
BYS: tuple[By, ...] = ("phase", "owner", "lead", "team", "unit", "group", "tag")


class Choice(Struct):
    """What is asked for: a grouping, lamps, states, an owner's work, a group's units, all tasks.

    `owner` and `group` are ids. `held` is the baseline that the status is to be set against.
    """

    by: By = "phase"
    lamps: tuple[Lamp, ...] = ()
    states: tuple[State, ...] = ()
    owner: str | None = None
    group: str | None = None
    everything: bool = False
    held: "Against | None" = None

    @property
    def is_filtered(self) -> bool:
        """Whether some lamps or states are asked for in particular."""
        return bool(self.lamps or self.states)


def told_units(status: Status, choice: Choice) -> frozenset[str] | None:
    """The owners whose part alone is told; None: everybody's.

    Who answers for a task answers for all its units: only of others' tasks are units picked out.
    """
    plan = status.schedule.plan
    below = owners_below(plan, choice.owner)
    if choice.group is None:
        return below
    members = frozenset(plan.groups[choice.group])
    return members if below is None else members & below


def chosen_leaves(status: Status, choice: Choice) -> list[TaskStatus]:
    """The tasks in which the owner, or the group, that was asked for has a part; all without.

    Of a fan-out for which others answer it is that part which is told, by its own days.
    Whoever accepts a task has a part in it while something of it waits to be accepted.
    """
    rows = leaves(status)
    below = told_units(status, choice)
    if below is None:
        return rows
    left = shown_of(status.schedule, None, below)
    indexes = {
        timing.task
        for timing in status.schedule.timings
        if timing.index in left.units or timing.index in left.items
    }
    tasks = status.schedule.plan.tasks
    teller = Teller(status, Words("en"), below)
    return [
        teller.row(row.index)
        for row in rows
        if row.index in indexes or (tasks[row.index].accept in below and _is_to_accept(row))
    ]


def _is_to_accept(row: TaskStatus) -> bool:
    """Whether anything of a task, one that has `accept:`, was reported done and is not accepted."""
    parts = [unit.facts for unit in row.units.values() if unit.counts]
    parts += [facts for each in row.occurrences for facts in each.facts.values()]
    return row.state == "reported" or any(
        each.complete_on is not None and each.accepted_on is None for each in parts
    )


def matching(rows: list[TaskStatus], choice: Choice) -> list[TaskStatus]:
    """Those whose lamp and whose state were asked for."""
    return [
        row
        for row in rows
        if (not choice.lamps or row.lamp in choice.lamps)
        and (not choice.states or row.state in choice.states)
    ]
