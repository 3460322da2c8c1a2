"""What somebody wants to report of a task, before it is known whether it can be so.

`progress.report_events` turns a request into events, or says why not. Whatever takes reports (a
command line, a list from a chat, a form that comes back) asks in these words.
"""

from datetime import date

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.ledger import Ledger
from rectify_cli.schedule.model import Schedule


class Request(Struct):
    """One report of one task.

    `units` are those of a fan-out that were named one by one: each must be able to have it.
    `grouped` are those that a group or all of them gave: who has no part on that day, was dropped
    or has it behind them is passed over. None of either: the task as a whole. `occurrence` is a
    date that names one (its nominal date, else the day it stands on), `on` the day that the report
    is true of; None: the latest open one, and today. What belongs to a kind is as in `Event`.
    """

    kind: EventKind
    task: Task
    units: tuple[str, ...] = ()
    grouped: tuple[str, ...] | None = None
    occurrence: date | None = None
    on: date | None = None
    percent: int | None = None
    add: int | None = None
    total: int | None = None
    item: str | None = None
    ticked: bool = True
    why: str | None = None
    note: str | None = None
    evidence: str | None = None


class Known(Struct):
    """What a request is held against: the plan with its dates, all reports so far, today."""

    schedule: Schedule
    ledger: Ledger
    today: date


class Refusal(Struct):
    """Why a request cannot be met, and what to type instead; `unit` where it is about one unit."""

    why: Message
    ways: tuple[Message, ...] = ()
    unit: str | None = None


class Already(Struct):
    """What a request says and what holds already on that day, so that nothing is to be written."""

    unit: str | None
    occurrence: date | None
    since: date


class Accepted(Struct):
    """The events of a request that can be met, still without writer and id (`progress.signed`).

    `already` says for whom it holds already. `passed_over` are units of a group that have no part
    in it on that day, or were dropped.
    `before` is the count before, where one is reported.
    """

    request: Request
    drafts: tuple[Event, ...]
    already: tuple[Already, ...] = ()
    passed_over: tuple[str, ...] = ()
    before: int | None = None
