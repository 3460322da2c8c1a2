"""The log: what was reported, a row for each thing that a command said, oldest first."""

from rectify_cli.progress.by_command import names_of
from rectify_cli.progress.events import Event
from rectify_cli.report.log_rows import Log, LogRow
from rectify_cli.report.names import owner_title
from rectify_cli.report.record import Record
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words

_NAMED = 5


def log_report(log: Log, language: str) -> Report:
    """The log for a person: when, what, whose, by whom, what was taken back or contradicted."""
    words = Words(language)
    names = names_of(log.ledger.events)
    rows = tuple(_row(log, each, names[each.event.id], words) for each in log.rows)
    return Report(
        title=log.ledger.plan.title,
        language=language,
        columns=(
            Column("on", words("return-on"), "date"),
            Column("name", words("log-name")),
            Column("kind", words("kind")),
            Column("task", words("task")),
            Column("unit", words("unit")),
            Column("by", words("log-by")),
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


def _row(log: Log, row: LogRow, name: str, words: Words) -> Row:
    event = row.event
    undone = log.undone_by.get(event.id, ())
    said = [_value(event), event.note or "", event.evidence or ""]
    said += [words("log-undone", by=each.by) for each in undone]
    said += [words("log-against", by=each.by) for each in log.conflicts.get(event.id, ())]
    units = [owner_title(log.ledger.plan, each.unit) for each in row.events if each.unit]
    whose = words.listed(units[:_NAMED])
    if len(units) > _NAMED:
        whose = words.listed([*units[:_NAMED], words("more", n=len(units) - _NAMED)])
    cells = (event.on, name, event.kind, row.path or event.task or "", whose, event.by)
    return Row((*cells, words.joined(filter(None, said))), "faint" if undone else "plain")


def _value(event: Event) -> str:
    """What a report says in figures or words of its kind."""
    if event.percent is not None:
        return f"{event.percent}%"
    if event.add is not None:
        return f"{event.add:+}"
    if event.total is not None:
        return f"= {event.total}"
    return event.why or event.item or ""


def _entry(log: Log, row: LogRow, event: Event) -> Record:
    return {
        "id": event.id,
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
