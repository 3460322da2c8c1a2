"""The log: what was reported, a row for each thing that a command said, oldest first."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rectify_cli.plan.model import Task
from rectify_cli.progress.events import Event
from rectify_cli.report.log_rows import Log, LogRow
from rectify_cli.report.log_words import said_kind, said_value
from rectify_cli.report.names import owner_title
from rectify_cli.report.record import Record
from rectify_cli.report.table import Column, Report, Row, Section, Tone
from rectify_cli.report.words import Words

_NAMED = 5


def log_report(log: Log, language: str) -> Report:
    """The log for a person: when, what, whose, by whom, what was taken back or contradicted."""
    words = Words(language)
    zone, chinese = _zone(log), language == "zh"
    tasks = {task.path: task for task in log.ledger.plan.tasks}
    rows = tuple(_row(log, each, tasks.get(each.path or ""), zone, words) for each in log.rows)
    return Report(
        title=log.ledger.plan.title,
        language=language,
        columns=(
            Column("on", words("return-on"), "date"),
            Column("name", words("log-name")),
            Column("by", words("log-by")),
            Column("kind", words("log-said")),
            # As in other views: English readers see the path, which they type.
            Column("task", words("task"), "key" if chinese else "text"),
            Column("title", words("title"), "text" if chinese else "key"),
            Column("unit", words("unit")),
            Column("note", words("note"), "note"),
        ),
        sections=(Section(rows=rows),) if rows else (),
        notes=() if rows else (words("log-empty"),),
    )


def log_record(log: Log) -> Record:
    """The same for machines, an entry for each report."""
    return {
        "format": 1,
        "reports": [_entry(log, row, event) for row in log.rows for event in row.events],
    }


def _row(log: Log, row: LogRow, task: Task | None, zone: tzinfo, words: Words) -> Row:
    event = row.event
    undone = log.undone_by.get(event.id, ())
    said = [event.note or "", event.evidence or ""]
    if row.path is None and event.task is not None:
        said.append(words("log-gone"))
    written = _written_on(event, zone)
    if written != event.on:
        said.append(words("log-written", day=written))
    said += [words("log-undone", by=each.by) for each in undone]
    against = {each.by: None for one in row.events for each in log.conflicts.get(one.id, ())}
    said += [words("log-against", by=by) for by in against]
    named = task if words.language == "zh" else None
    what = " ".join(filter(None, (said_kind(event, words), said_value(event, named))))
    path = row.path or event.task or ", ".join(log.names[each] for each in event.undoes[:_NAMED])
    title = path if task is None else task.title
    name = log.names[event.id]
    cells = (event.on, name, event.by, what, path, title, _whose(log, row, words))
    tone: Tone = "faint" if undone else "notice" if against else "plain"
    return Row((*cells, words.joined(filter(None, said))), tone)


def _whose(log: Log, row: LogRow, words: Words) -> str:
    units = [owner_title(log.ledger.plan, each.unit) for each in row.events if each.unit]
    if len(units) > _NAMED:
        units = [*units[:_NAMED], words("more", n=len(units) - _NAMED)]
    return words.listed(units)


def _zone(log: Log) -> tzinfo:
    try:
        return ZoneInfo(log.ledger.plan.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _written_on(event: Event, zone: tzinfo) -> date:
    """The day on which a report was written, where the plan is."""
    return datetime.fromisoformat(f"{event.at[:19]}+00:00").astimezone(zone).date()


def _entry(log: Log, row: LogRow, event: Event) -> Record:
    return {
        "id": event.id,
        "name": log.names[event.id],
        "command": row.command.name,
        "at": event.at,
        "by": event.by,
        "on": event.on,
        "kind": event.kind,
        "task": row.path or event.task,
        "unit": event.unit,
        "for": event.occurrence,
        "percent": event.percent,
        "add": event.add,
        "total": event.total,
        "item": event.item,
        "why": event.why,
        "note": event.note,
        "evidence": event.evidence,
        "undoes": list(event.undoes),
        "undone_by": [undo.id for undo in log.undone_by.get(event.id, ())],
        "conflicts": [other.id for other in log.conflicts.get(event.id, ())],
    }
