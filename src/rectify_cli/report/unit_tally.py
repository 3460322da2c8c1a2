"""Units counted: what each has done of its part, what it owes, on what it was never heard."""

from collections.abc import Iterable

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.status import TaskStatus
from rectify_cli.report.parts import Part, parts_of
from rectify_cli.report.record import Record
from rectify_cli.report.table import Column, Row, Section
from rectify_cli.report.teller import NAMED, Teller
from rectify_cli.report.words import Words


class UnitTally(Struct):
    """A unit, or a group of units: `done` of `total` parts; the tasks of which it owes a part.

    `owed` and `silent` count parts. `units` are those of a group that owe one.
    """

    key: str
    title: str
    done: int
    total: int
    owed: int
    silent: int
    tasks: tuple[int, ...]
    units: tuple[str, ...] = ()


def by_unit(
    teller: Teller, rows: Iterable[TaskStatus], among: frozenset[str] | None
) -> list[UnitTally]:
    """Every unit of a fan-out with its parts, in the owners' order; `among`: only these."""
    plan = teller.plan
    fanned = {unit for task in plan.tasks for unit in task.units or ()}
    parts: dict[str, list[Part]] = {name: [] for name in plan.owners if name in fanned}
    for part in parts_of(teller.status, rows):
        if part.unit in parts:
            parts[part.unit].append(part)
    return [
        _counted(name, plan.owners[name].title, found)
        for name, found in parts.items()
        if found and (among is None or name in among) and _is_told(teller, name)
    ]


def by_group(teller: Teller, rows: Iterable[TaskStatus]) -> list[UnitTally]:
    """Every group of units with the parts of its members."""
    parts = list(parts_of(teller.status, rows))
    found = []
    for name, members in teller.plan.groups.items():
        inside = frozenset(members)
        own = [part for part in parts if part.unit in inside and _is_told(teller, part.unit)]
        if own:
            owing = {part.unit for part in own if part.is_owed or part.is_silent}
            units = tuple(unit for unit in members if unit in owing)
            found.append(_counted(name, name, own)._replace(units=units))
    return found


def _is_told(teller: Teller, unit: str) -> bool:
    return teller.below is None or unit in teller.below


def _counted(key: str, title: str, parts: list[Part]) -> UnitTally:
    wanting = dict.fromkeys(part.task for part in parts if part.is_owed or part.is_silent)
    return UnitTally(
        key=key,
        title=title,
        done=sum(part.is_done for part in parts),
        total=len(parts),
        owed=sum(part.is_owed for part in parts),
        silent=sum(part.is_silent for part in parts),
        tasks=tuple(sorted(wanting)),
    )


def unit_columns(words: Words, by: str) -> tuple[Column, ...]:
    """The columns of a table by unit or group."""
    return (
        Column("key", words("written-id"), "key"),
        Column("title", words(f"by-{by}")),
        Column("done", words("st-done"), "number"),
        Column("overdue", words("st-red"), "number"),
        Column("silent", words("st-silent-parts"), "number"),
        Column("what", words("st-owes")),
    )


def unit_sections(teller: Teller, tallies: Iterable[UnitTally]) -> list[Section]:
    """The units under whom they belong to, each heading with how many of them owe something."""
    plan = teller.plan
    below: dict[str | None, list[UnitTally]] = {}
    for tally in tallies:
        below.setdefault(plan.owners[tally.key].parent, []).append(tally)
    return [
        Section(_heading(plan, parent, members, teller.words), unit_rows(teller, members))
        for parent, members in below.items()
    ]


def unit_rows(teller: Teller, tallies: Iterable[UnitTally]) -> tuple[Row, ...]:
    """A row for each of them."""
    return tuple(
        Row(
            (
                each.key,
                each.title,
                f"{each.done}/{each.total}",
                each.owed or "-",
                each.silent or "-",
                _wanting(teller, each),
            ),
            tone="bad" if each.owed else "notice" if each.silent else "plain",
        )
        for each in tallies
    )


def unit_record(tally: UnitTally, plan: Plan) -> Record:
    """One of them for machines."""
    return {
        "key": tally.key,
        "title": tally.title,
        "done": tally.done,
        "total": tally.total,
        "overdue": tally.owed,
        "silent": tally.silent,
        "tasks": [plan.tasks[index].path for index in tally.tasks],
        "missing": list(tally.units),
    }


def wants(tally: UnitTally) -> bool:
    """Whether it owes something, or something should have been heard of it."""
    return bool(tally.owed or tally.silent)


def _heading(
    plan: Plan, parent: str | None, members: list[UnitTally], words: Words
) -> tuple[str, ...]:
    owner = plan.owners.get(parent or "")
    title = words("st-none") if owner is None else owner.title
    owing = sum(bool(each.owed) for each in members)
    silent = sum(bool(each.silent) for each in members)
    said = [words("units", n=len(members))]
    said += [words("st-units-owing", n=owing)] if owing else []
    said += [words("st-units-silent", n=silent)] if silent else []
    return title, words.joined(said)


def _wanting(teller: Teller, tally: UnitTally) -> str:
    """The units of a group that owe something, else the tasks of a unit."""
    if tally.units:
        return teller.some(tally.units)
    names = teller.words.listed(teller.name(index) for index in tally.tasks[:NAMED])
    more = len(tally.tasks) - NAMED
    return names if more <= 0 else teller.words("st-and-more", names=names, n=more)
