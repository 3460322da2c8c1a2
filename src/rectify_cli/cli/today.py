"""`rectify today`, `rectify week` and `rectify next`: what to do, for an owner or for all."""

import typer

from rectify_cli.app.assess import assess_told
from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.today import Span, day_files, day_record, day_report, whose
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import session_of
from rectify_cli.cli.told_plan import AsJson, KnownBy, OwnerOption, Plan, code_of, told_of
from rectify_cli.cli.typed_day import as_of_day


def today(
    context: typer.Context,
    plan: Plan = None,
    *,
    owner: OwnerOption = None,
    known_by: KnownBy = None,
    files: Files = None,
    as_json: AsJson = False,
) -> int:
    """Show what was carried over, what is on today, what comes next."""
    return _show(context, "today", plan, owner, known_by, files=files, as_json=as_json)


def week(
    context: typer.Context,
    plan: Plan = None,
    *,
    owner: OwnerOption = None,
    known_by: KnownBy = None,
    files: Files = None,
    as_json: AsJson = False,
) -> int:
    """Show what was carried over, what is on until Sunday, what comes the week after."""
    return _show(context, "week", plan, owner, known_by, files=files, as_json=as_json)


def next_(
    context: typer.Context,
    plan: Plan = None,
    *,
    owner: OwnerOption = None,
    known_by: KnownBy = None,
    files: Files = None,
    as_json: AsJson = False,
) -> int:
    """Show what can be started now, and what comes after it, in order."""
    return _show(context, "next", plan, owner, known_by, files=files, as_json=as_json)


def _show(
    context: typer.Context,
    span: Span,
    plan: str | None,
    owner: str | None,
    known_by: str | None,
    *,
    files: list[str] | None,
    as_json: bool,
) -> int:
    session = session_of(context)
    check_endings(files)
    scheduled = dated(session, chosen_plan(session, plan))
    told = told_of(session, scheduled, known_by)
    if told is not None:
        language = language_of(session, scheduled)
        status = assess_told(told, as_of_day(session, scheduled))
        who = whose(status, owner)
        if isinstance(who, NoOwner):
            raise nothing_chosen(who, language)
        put_files(
            files, day_files(status, span, who, language), session, language, scheduled=scheduled
        )
        if as_json:
            put_record(day_record(status, span, who), session)
        elif not files:
            whole = session.console.width is None
            put_report(day_report(status, span, who, language, whole=whole), session.console)
    return code_of(session, scheduled, told)
