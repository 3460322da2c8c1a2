"""What a recording command says back, for a person and for a machine."""

from collections.abc import Sequence
from datetime import date

from rectify_cli.app.assess import Told
from rectify_cli.app.report import HeldBack, Prepared, Signed, events_of
from rectify_cli.progress.ulid import short_name
from rectify_cli.render.spoken import spoken
from rectify_cli.report.answer import (
    answer_lines,
    coming_to,
    held_lines,
    recorded_line,
    remarks,
)
from rectify_cli.report.record import Record
from rectify_cli.report.said_twice import said_twice
from rectify_cli.report.words import Words

_OF_A_TASK = ("id", "title", "state", "lamp", "done", "total", "missing")


def answer_text(
    signed: Signed, prepared: Prepared, told: Told, today: date, language: str, *, dry_run: bool
) -> tuple[str, str]:
    """The lines of the answer, each ended, and the short name by which it can be taken back."""
    events = events_of(signed)
    others = [*told.ledger.events, *(event.id for event in events)]
    name = short_name(events[0].id, others) if events else ""
    lines = answer_lines(signed.after, prepared.accepted, today, language)
    lines += remarks(signed.after.schedule.plan, prepared.accepted, prepared.repeated, language)
    lines += said_twice(signed.reports, told.ledger, language)
    lines.append(recorded_line(name, signed.by, events, language, dry_run=dry_run))
    return "".join(f"{line}\n" for line in lines), name


def held_text(prepared: Prepared, day: date | None, language: str) -> list[str]:
    """The lines of a list that are held back, under a heading; `day` is that of the others."""
    lines = [(each.line, each.text, spoken(each.why, language)) for each in prepared.held]
    return held_lines(lines, day, language)


def paste_prompt(language: str) -> str:
    """What a person is told who is to paste a list."""
    return Words(language)("list-paste")


def question(signed: Signed, prepared: Prepared, language: str) -> str:
    """Whether the rest of a list is to be recorded, and what it then comes to."""
    count = sum(len(each.drafts) for each in prepared.accepted)
    then = coming_to(signed.after, prepared.accepted, language)
    return Words(language)("list-question", n=count, then=then)


def answer_record(
    signed: Signed, prepared: Prepared, text: str, name: str, *, recorded: bool
) -> Record:
    """The answer for machines: what was recorded, how its tasks stand then, what was held back."""
    from rectify_cli.report.status_record import row_record  # noqa: PLC0415 - for machines only

    tasks = dict.fromkeys(each.request.task.index for each in prepared.accepted)
    rows = [row_record(signed.after, signed.after.row(index)) for index in tasks]
    return {
        "format": 1,
        "recorded": len(signed.reports) if recorded else 0,
        "dry_run": not recorded,
        "name": name or None,
        "by": signed.by,
        "ids": [each.event.id for each in signed.reports],
        "tasks": [{key: row[key] for key in _OF_A_TASK} for row in rows],
        "held": held_record(prepared.held),
        "text": text.splitlines(),
    }


def refused_record(held: Sequence[HeldBack]) -> Record:
    """The answer for machines where lines are held back and nobody is there to ask."""
    return {"format": 1, "recorded": 0, "ids": [], "tasks": [], "held": held_record(held)}


def held_record(held: Sequence[HeldBack]) -> list[Record]:
    """The lines that are held back, and why, in English."""
    return [{"line": each.line, "text": each.text, "why": str(each.why)} for each in held]
