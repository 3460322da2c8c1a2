"""A line of a return that came back → what it asks to record, or what is wrong in which cell.

Pure: cells were read into values before, and today is an argument. What a line asks is held against
the plan and the ledger by `report_events`, as everything that is reported is.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.completion import started
from rectify_cli.progress.report_request import Request
from rectify_cli.progress.status import Facts

Said = Literal["done", "under-way", "blocked"]
CellName = Literal["state", "on", "percent", "total", "note", "evidence"]


class ReturnedLine(Struct):
    """What a unit wrote about one thing; None where its cell is empty.

    `unit` is None where the task is no fan-out. `facts` is how the thing stands by the reports so
    far.
    """

    task: Task
    unit: str | None
    occurrence: date | None
    facts: Facts
    state: Said | None = None
    on: date | None = None
    percent: int | None = None
    total: int | None = None
    note: str | None = None
    evidence: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in; a day alone says nothing."""
        return not (self.state or self.note or self.evidence) and self.percent is self.total is None


class CellProblem(Struct):
    """A cell that cannot be taken, and why."""

    cell: CellName
    why: Message


def requests_of(line: ReturnedLine) -> list[Request] | CellProblem:
    """The reports that a line asks for: a count first, then how far it is, then what is in the way.

    Words and evidence go with the last of them, or stand as a note alone.
    """
    problem = next(_problems(line), None)
    if problem is not None:
        return problem
    found = list(_bare_requests(line))
    if line.note or line.evidence:
        if not found:
            found.append(_request(line)._replace(kind="note"))
        found[-1] = found[-1]._replace(note=line.note, evidence=line.evidence)
    return found


def _problems(line: ReturnedLine) -> Iterator[CellProblem]:
    facts = line.facts
    if line.total is not None and line.task.target is None:
        yield CellProblem("total", say("this task counts nothing"))
    if line.total is not None and facts.count is not None and line.total < facts.count:
        yield CellProblem(
            "total",
            say("a total to date of {n} is less than the last one, {last}; please check",
                n=line.total, last=facts.count),
        )  # fmt: skip
    if line.state == "blocked" and not line.note:
        yield CellProblem("note", say("write what holds it up"))
    if line.state == "done" and line.percent not in {None, 100}:
        yield CellProblem("percent", say("it is done, and at {n} per cent", n=line.percent))
    if line.on is not None and line.is_empty:
        yield CellProblem("on", say("there is a day, but nothing that happened on it"))


def _bare_requests(line: ReturnedLine) -> Iterator[Request]:
    request = _request(line)
    facts = line.facts
    if line.total is not None and line.total != facts.count:
        yield request._replace(kind="count", total=line.total)
    if line.state == "done":
        yield request._replace(kind="done")
    elif line.percent is not None and line.percent != facts.percent:
        yield request._replace(kind="progress", percent=line.percent)
    elif line.state == "under-way" and line.total is None and not started(facts):
        yield request._replace(kind="start")
    if line.state == "blocked":
        yield request._replace(kind="block", why=line.note)
    elif line.state == "under-way" and facts.block is not None:
        yield request._replace(kind="unblock")


def _request(line: ReturnedLine) -> Request:
    return Request(
        kind="note",
        task=line.task,
        units=() if line.unit is None else (line.unit,),
        occurrence=line.occurrence,
        on=line.on,
    )
