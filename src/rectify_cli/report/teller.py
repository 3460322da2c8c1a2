"""What every view of progress tells from: how the plan stands, in whose words, of whose work."""

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.names import bearer
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from rectify_cli.report.against import Against

NAMED = 5
"""So many of those that are missing are named; of the others, how many they are."""


def picks_units(task: Task, below: frozenset[str] | None) -> bool:
    """Whether only some units of a fan-out are told of: others answer for it and accept it."""
    return below is not None and not {task.owner, task.lead, task.accept} & below


class Teller(Struct):
    """A status and the words to tell it in.

    `below`: only the part of these owners in a fan-out is told; None: everybody's. `held`: the
    baseline that it is set against.
    """

    status: Status
    words: Words
    below: frozenset[str] | None = None
    held: "Against | None" = None

    @property
    def plan(self) -> Plan:
        """The plan that stands so."""
        return self.status.schedule.plan

    def row(self, index: int) -> TaskStatus:
        """The row of a task: of a fan-out of others, the part of those who are told of."""
        row = self.status.rows[index]
        if self.below is None or not self.picks(self.plan.tasks[index]):
            return row
        from rectify_cli.progress.own_part import own_part  # noqa: PLC0415 - start-up

        return own_part(self.status, row, self.below)

    def task(self, row: TaskStatus) -> Task:
        """The task, summary or phase of a row."""
        return self.plan.tasks[row.index]

    def day(self, day: date) -> str:
        """`04-22`, with the year where it is another than that of the view."""
        text = day.isoformat()
        return text[5:] if day.year == self.status.as_of.year else text

    def name(self, index: int) -> str:
        """How a task is called: in English by its path, which is typed; in Chinese by its title."""
        task = self.plan.tasks[index]
        return task.title if self.words.language == "zh" else task.path

    def picks(self, task: Task) -> bool:
        """Whether only some units of a fan-out are told of: others answer for it and accept it."""
        return picks_units(task, self.below)

    def own(self, task: Task, units: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some units of a task that are told of."""
        if self.below is None or not self.picks(task):
            return units
        return tuple(unit for unit in units if unit in self.below)

    def bearer(self, row: TaskStatus) -> str:
        """Who does a task: its owner; of a fan-out without one the unit, or how many there are."""
        task = self.task(row)
        units: tuple[str, ...] = ()
        if not task.owner:
            counting = tuple(unit for unit, each in row.units.items() if each.counts)
            units = counting or tuple(row.units)
        if row.occurrences and task.units is not None and not task.owner:
            every = dict.fromkeys(chain.from_iterable(each.facts for each in row.occurrences))
            units = tuple(unit for unit in every if unit is not None)
        return bearer(self.plan, task.owner, units, self.words)

    def some(self, names: tuple[str, ...]) -> str:
        """The titles of the first few units, and how many others there are."""
        owners = self.plan.owners
        titles = [owners[name].title if name in owners else name for name in names[:NAMED]]
        listed = self.words.listed(titles)
        more = len(names) - NAMED
        return listed if more <= 0 else self.words("st-and-more", names=listed, n=more)
