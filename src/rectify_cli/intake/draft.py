"""A plan as another program's file tells it, before it is one: `write_plan` makes a text of it.

Importers fill drafts in; nothing here is resolved or checked. Ids are ids already, dates are dates
or expressions of the plan language (`kickoff + 2d`), references name other drafts' ids or paths.
"""

from datetime import date

from rectify_cli.foundation.struct import Struct

DraftDate = date | str


class DraftMap(Struct):
    """A mapping of the plan language, in its order."""

    entries: tuple[tuple[str, "Value"], ...]


Value = str | int | date | tuple["Value", ...] | DraftMap
"""A value of the plan language: a text, a whole number, a date, a list, a mapping."""
More = tuple[tuple[str, Value], ...]
"""Further keys of the plan language, which have no field of their own."""


class DraftOwner(Struct):
    """Who or what carries work; `kind` None is a unit."""

    id: str
    title: str | None = None
    kind: str | None = None
    parent: str | None = None
    lead: str | None = None
    email: str | None = None
    more: More = ()


class DraftTask(Struct):
    """A task, or with `children` a summary. `duration` is as the language writes it: `3d`, `1w`.

    `after` are links as written: `x`, `x SS + 1d`. Owners and participants are ids. `known` is the
    path of the plan's task that it is, where it goes into a plan and does not stand where it is.
    """

    id: str
    title: str | None = None
    no: str | None = None
    owner: str | None = None
    lead: str | None = None
    participants: tuple[str, ...] = ()
    on: DraftDate | None = None
    start: DraftDate | None = None
    finish: DraftDate | None = None
    duration: str | None = None
    deadline: DraftDate | None = None
    after: tuple[Value, ...] = ()
    each: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    complete_at: str | None = None
    deliverable: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    more: More = ()
    children: tuple["DraftTask", ...] = ()
    known: str | None = None


class DraftPhase(Struct):
    """A phase: what comes down from it, and the tasks in it."""

    id: str
    title: str | None = None
    no: str | None = None
    start: DraftDate | None = None
    deadline: DraftDate | None = None
    after: tuple[Value, ...] = ()
    owner: str | None = None
    lead: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    more: More = ()
    tasks: tuple[DraftTask, ...] = ()


class DraftCalendar(Struct):
    """Which days are worked. `week` are `mon` … `sun`; days are pairs of a day and its name.

    A day may be a range as the language writes it, `2021-03-15..2021-03-17`; its name may be empty.
    """

    country: str | None = None
    subdivision: str | None = None
    week: tuple[str, ...] = ()
    days_off: tuple[tuple[DraftDate, str], ...] = ()
    workdays: tuple[tuple[DraftDate, str], ...] = ()
    more: More = ()


class DraftPlan(Struct):
    """A whole plan. `remarks` are lines for people at its top; `tasks` stand outside phases.

    `default_duration` is what a task takes that says neither days nor length.
    """

    title: str
    start: date
    deadline: DraftDate | None = None
    calendar: DraftCalendar = DraftCalendar()
    timezone: str | None = None
    language: str | None = None
    default_duration: str | None = None
    owners: tuple[DraftOwner, ...] = ()
    phases: tuple[DraftPhase, ...] = ()
    tasks: tuple[DraftTask, ...] = ()
    more: More = ()
    remarks: tuple[str, ...] = ()
