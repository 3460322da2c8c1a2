"""`rectify remind [PLAN]`: words to paste, mail, and slips, for whoever is late or due soon."""

from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.assess import assess_told
from rectify_cli.app.edition import Edition, edition_on
from rectify_cli.app.remind import (
    NotWrittenThere,
    Reminder,
    reminder_record,
    reminders,
    reminders_said,
    write_messages,
    write_slips,
    written_said,
)
from rectify_cli.app.write_file import Template
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.letterhead import Letterhead, letterhead
from rectify_cli.cli.put import put_record
from rectify_cli.cli.recipients_asked import Groups, Units, recipients_asked
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import AsJson, Plan, code_of, told_of
from rectify_cli.cli.typed_day import as_of_day


def remind(
    context: typer.Context,
    plan: Plan = None,
    *,
    units: Units = None,
    groups: Groups = None,
    by_lead: Annotated[
        bool, typer.Option("--by-lead", help="For the leaders of tasks instead of the units.")
    ] = False,
    files: Annotated[
        list[str] | None,
        typer.Option(
            "-o", metavar="DIR|FILE", help="Mail into a folder, or slips into a .docx; repeatable."
        ),
    ] = None,
    template: Letterhead = None,
    as_json: AsJson = False,
) -> int:
    """Show the words, or write mail and slips; exit 2 if one cannot be written."""
    session = session_of(context)
    under = letterhead(session, template, any(map(_is_document, files or ())))
    scheduled = dated(session, chosen_plan(session, plan))
    language = language_of(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is None:
        return code_of(session, scheduled, told)
    wanted = recipients_asked(told, units, groups, language)
    status = assess_told(told, as_of_day(session, scheduled))
    found = reminders(status, language, wanted, leaders=by_lead)
    for name in files or ():
        edition = edition_on(scheduled.loaded, status.as_of)
        _write(found, name, session, language, edition=edition, template=under)
    if as_json:
        put_record(reminder_record(found, status.as_of, language), session)
    elif not files:
        session.console.put(reminders_said(found, language))
    return code_of(session, scheduled, told)


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() == ".docx"


def _write(
    found: list[Reminder],
    name: str,
    session: Session,
    language: str,
    *,
    edition: Edition,
    template: Template | None,
) -> None:
    path, is_document = session.here.folder / name, _is_document(name)
    if is_document:
        answer = write_slips(found, path, name, language, edition=edition, template=template)
    else:
        answer = write_messages(found, path, name, language)
    if isinstance(answer, NotWrittenThere):
        raise Stop(answer.why, language=language)
    session.console.tell(written_said(None if is_document else answer, name, language))
