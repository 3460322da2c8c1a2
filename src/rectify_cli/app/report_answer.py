"""What a recording command says back, for a person and for a machine."""

from rectify_cli.app.assess import Told
from rectify_cli.app.report import Prepared, Signed, events_of
from rectify_cli.progress.ulid import short_name
from rectify_cli.report.answer import answer_lines, recorded_line, remarks
from rectify_cli.report.record import Record


def answer_text(
    signed: Signed, prepared: Prepared, told: Told, language: str, *, dry_run: bool
) -> tuple[str, str]:
    """The lines of the answer, each ended, and the short name by which it can be taken back."""
    events = events_of(signed)
    others = [*told.ledger.events, *(event.id for event in events)]
    name = short_name(events[0].id, others) if events else ""
    lines = answer_lines(signed.after, prepared.accepted, language)
    lines += remarks(prepared.accepted, prepared.repeated, language)
    lines.append(recorded_line(name, signed.by, events, language, dry_run=dry_run))
    return "".join(f"{line}\n" for line in lines), name


def answer_record(signed: Signed, text: str, name: str, *, dry_run: bool) -> Record:
    """The answer for machines."""
    return {
        "format": 1,
        "recorded": 0 if dry_run else len(signed.reports),
        "dry_run": dry_run,
        "name": name or None,
        "by": signed.by,
        "ids": [each.event.id for each in signed.reports],
        "text": text.splitlines(),
    }
