"""`rectify log pack` and `rectify log check`: the files in which reports are kept."""

from typing import Annotated

import typer

from rectify_cli.app.load import Unread, load_plan
from rectify_cli.app.log_check import check_log
from rectify_cli.app.log_pack import Packed, pack_logs, packed_record
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_findings import put_findings
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import AsJson
from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.diagnostics.found import Look
from rectify_cli.render.spoken import spoken


def pack(
    context: typer.Context,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Join the files of every month that is over; what is damaged stays as it is (exit 1)."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    plan, language = scheduled.loaded.plan, language_of(session, scheduled)
    if plan is None:
        raise Stop(
            say("the plan cannot be read; rectify check says why"), code=1, language=language
        )
    packed = pack_logs(plan, session.here, dry=dry_run)
    if as_json:
        put_record(packed_record(packed, dry=dry_run), session)
    else:
        for each in packed.months:
            _put(_month_said(each, dry=dry_run), session, language)
        if packed.swept:
            _put(
                say("{n} files of interrupted writing are swept away", n=packed.swept),
                session,
                language,
            )
        if not packed.months:
            _put(say("there is nothing to pack: only months that are over are"), session, language)
    for name in (name for each in packed.months for name in each.wrong):
        session.console.tell(spoken(say("{path} stays as it is", path=name), language))
    if packed.why is not None:
        raise Stop(packed.why, language=language)
    return 1 if any(each.wrong for each in packed.months) else 0


def check(
    context: typer.Context,
    *,
    against: Annotated[
        str | None,
        typer.Option(metavar="REVISION", help="No report of this git revision may be gone."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Show reports that are damaged, of what is gone, or taken away; exit 1 if there are any."""
    session = session_of(context)
    path = chosen_plan(session, None)
    # A plan from the cache does not know where its keys stand.
    loaded = load_plan(path, session.here.folder)
    if isinstance(loaded, Unread):
        raise Stop(say("{path} cannot be read: {why}", path=path.as_posix(), why=loaded.why))
    language = session.language or ("en" if loaded.plan is None else loaded.plan.language)
    if loaded.plan is None:
        raise Stop(
            say("the plan cannot be read; rectify check says why"), code=1, language=language
        )
    checked = check_log(loaded, loaded.plan, session.here, against)
    if isinstance(checked, Message):
        raise Stop(checked, language=language)
    look = Look(session.console.width, session.console.colour, language)
    if as_json or checked.found.findings:
        put_findings("json" if as_json else "text", checked.found, look, session)
    else:
        _put(say("{n} reports, all of them whole", n=checked.reports), session, language)
    return 1 if checked.found.findings else 0


def _month_said(packed: Packed, *, dry: bool) -> Message:
    if dry:
        return say("{plan} {month}: would be one file in place of {files}; reports: {n}",
                   plan=packed.plan_file, month=packed.month, files=packed.files,
                   n=packed.reports)  # fmt: skip
    return say("{plan} {month}: one file in place of {files}; reports: {n}",
               plan=packed.plan_file, month=packed.month, files=packed.files,
               n=packed.reports)  # fmt: skip


def _put(message: Message, session: Session, language: str) -> None:
    session.console.put(spoken(message, language) + "\n")
