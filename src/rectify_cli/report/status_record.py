"""The status for machines: every phase, summary and task, whatever a screen shows of them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.encode import encode
from rectify_cli.progress.status import LAMPS, STATES, Conflict, Status, TaskStatus, UnitStatus
from rectify_cli.report.attention import leaves
from rectify_cli.report.plan_record import plan_facts
from rectify_cli.report.record import Record, Stream, Value
from rectify_cli.report.remarks import done_day, last_word
from rectify_cli.report.shares import exact

if TYPE_CHECKING:
    from rectify_cli.report.against import Against

FORMAT = 1


def status_record(
    status: Status, groups: tuple[Record, ...] | None = None, held: "Against | None" = None
) -> Record:
    """The whole status; `groups` are the tallies that were asked for, if any were.

    `held` is the baseline that it is set against, if one was named.
    """
    plan = status.schedule.plan
    compared: dict[str, Value] = {}
    if held is not None:
        from rectify_cli.report.against import against_record  # noqa: PLC0415 - start-up

        compared["against"] = against_record(held, status)
    return {
        "format": FORMAT,
        "as_of": status.as_of,
        "plan": {
            **plan_facts(status.schedule),
            "share": exact(status.share),
            "expected": exact(status.expected),
            "forecast_finish": status.forecast_finish,
            "slip": status.slip,
            "reports": status.ledger_size,
        },
        **compared,
        "rows": Stream(_rows(status, plan, held)),
        **({} if groups is None else {"groups": list(groups)}),
        "counts": counts(status),
    }


def counts(status: Status) -> Record:
    """How many leaf tasks are in each state and show each lamp; a fan-out counts as one."""
    rows = leaves(status)
    found: dict[str, Value] = {state: sum(row.state == state for row in rows) for state in STATES}
    shown = [lamp for lamp in LAMPS if lamp != "done"]
    return found | {lamp: sum(row.lamp == lamp for row in rows) for lamp in shown}


def row_record(status: Status, row: TaskStatus) -> Record:
    """One row."""
    plan = status.schedule.plan
    task = plan.tasks[row.index]
    phase = plan.phase_of(task)
    record: dict[str, Value] = {
        "id": task.path,
        "title": task.title,
        "kind": task.kind,
        "state": row.state,
        "lamp": row.lamp,
        "share": exact(row.share),
        "expected": exact(row.expected),
        "done": row.done,
        "total": row.total,
        "missing": list(row.missing),
        "deadline": row.deadline,
        "forecast_finish": row.forecast_finish,
        "slip": row.slip,
        "phase": None if phase is None else phase.path,
        "no": task.no,
        "owner": task.owner,
        "lead": task.lead,
        "reasons": list(row.reasons),
        "due": row.due,
        "overdue": row.overdue,
        "stale": row.stale,
        "planned_start": row.planned_start,
        "planned_finish": row.planned_finish,
        "forecast_start": row.forecast_start,
        "waits_for": [plan.tasks[index].path for index in row.held_by],
        "last_report": last_word(row),
    }
    record |= _where_said(task, row)
    if row.conflicts:
        record["conflicts"] = [_conflict(each) for each in row.conflicts]
    return record


def _where_said(task: Task, row: TaskStatus) -> Iterator[tuple[str, Value]]:
    """The keys that only some rows have."""
    if row.facts.block is not None:
        yield "blocked", {"since": row.facts.block.on, "why": row.facts.block.why}
    if row.facts.drop is not None:
        yield "dropped", {"on": row.facts.drop.on, "why": row.facts.drop.why}
    if row.state in {"done", "reported"}:
        yield "done_on", done_day(row)
    if task.target is not None:
        yield "unit", task.target.unit
    if task.checklist:
        items: list[Value] = [
            {"id": item.id, "text": item.text, "done": item.id in row.facts.ticked}
            for item in task.checklist
        ]
        yield "checklist", items
    if row.units:
        yield "units", {name: _unit(unit) for name, unit in row.units.items()}
    if row.occurrences:
        occurrences: list[Value] = [
            {
                "for": each.nominal,
                "date": each.day,
                "done": each.done,
                "total": each.total,
                "missing": list(each.missing),
            }
            for each in row.occurrences
        ]
        yield "occurrences", occurrences


def _rows(status: Status, plan: Plan, held: "Against | None") -> Iterator[Value]:
    if held is None:
        for task in plan.tasks:
            yield row_record(status, status.rows[task.index])
        return
    from rectify_cli.report.against import row_against  # noqa: PLC0415 - start-up

    for task in plan.tasks:
        row = status.rows[task.index]
        yield {**row_record(status, row), **row_against(held, status, row)}


def _unit(unit: UnitStatus) -> Record:
    record: dict[str, Value] = {"state": unit.state, "due": unit.due, "share": exact(unit.share)}
    if unit.facts.complete_on is not None:
        record["done_on"] = unit.facts.accepted_on or unit.facts.complete_on
    if unit.facts.block is not None:
        record["blocked"] = {"since": unit.facts.block.on, "why": unit.facts.block.why}
    return record


def _conflict(conflict: Conflict) -> Mapping[str, Value]:
    """Both reports, as their lines have them."""
    from json import loads  # noqa: PLC0415 - few plans have a contradiction

    return {
        "what": conflict.what,
        "shown": loads(encode(conflict.shown)),
        "other": loads(encode(conflict.other)),
    }
