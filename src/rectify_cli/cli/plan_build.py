"""`rectify plan build [PLAN]`: the schedule, workday by workday."""

from datetime import date
from typing import Annotated

import typer

from rectify_cli.app.build import (
    NotWritten,
    build_record,
    build_report,
    selected,
    unknown_ending,
    week_of,
    workdays_in,
    write_schedule,
)
from rectify_cli.app.dates import clock_in
from rectify_cli.app.hints import part_hint, whole_hint, written_hint
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.chosen_plan import chosen_plan, dated, exit_code_of, language_of
from rectify_cli.cli.chosen_things import chosen_owner, chosen_task
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import as_of_day, typed_day


def build(
    context: typer.Context,
    plan: Annotated[
        str | None, typer.Argument(metavar="[PLAN]", help="The plan's file; else the one here.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day to show.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day to show.")
    ] = None,
    *,
    week: Annotated[
        bool, typer.Option("--week", help="The week of --from, else of --as-of, else this one.")
    ] = False,
    owner: Annotated[
        str | None,
        typer.Option(metavar="OWNER", help="Only what an owner, or one below it, has a part in."),
    ] = None,
    phase: Annotated[
        str | None, typer.Option(metavar="PHASE", help="Only what stands in a phase or summary.")
    ] = None,
    files: Annotated[
        list[str] | None,
        typer.Option("-o", metavar="FILE", help="Write to .json, .csv or .md; repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show the schedule, or write it to files; exit 1 if the plan has errors."""
    session = session_of(context)
    refused = unknown_ending(files or [])
    if refused is not None:
        raise Stop(str(refused.why))
    scheduled = dated(session, chosen_plan(session, plan))
    language = language_of(session, scheduled)
    known, schedule = scheduled.loaded.plan, scheduled.schedule
    begin, end = _days(session, scheduled, first, last, week=week)
    if known is not None and schedule is not None:
        selection = selected(
            begin,
            end,
            None if owner is None else chosen_owner(known, owner),
            None if phase is None else chosen_task(known, phase),
        )
        for name in files or []:
            failed = write_schedule(schedule, selection, language, name, session.here.folder)
            if isinstance(failed, NotWritten):
                raise Stop(str(failed.why))
            session.console.tell(written_hint(name, language))
        if as_json:
            put_record(build_record(schedule, selection), session)
        elif not files:
            put_report(build_report(schedule, selection, language), session.console)
            shown = workdays_in(schedule, selection)
            whole = None if selection.is_everything else schedule.workdays
            _hint(session, plan, shown, whole, language)
    return exit_code_of(session, scheduled)


def _days(
    session: Session, scheduled: Scheduled, first: str | None, last: str | None, *, week: bool
) -> tuple[date | None, date | None]:
    """The days that are asked for, both ends counted."""
    clock = clock_in(scheduled, session.here, backward=False)
    begin = None if first is None else typed_day(first, clock, session)
    end = None if last is None else typed_day(last, clock, session)
    if week:
        if end is not None:
            raise Stop("--week and --to exclude each other; --week --from DATE shows a day's week")
        return week_of(begin or as_of_day(session, scheduled))
    if begin is not None and end is not None and end < begin:
        raise Stop(f"--from {begin} is after --to {end}")
    return begin, end


def _hint(session: Session, plan: str | None, shown: int, whole: int | None, language: str) -> None:
    """What to type next; `whole` is how many workdays there are, where not all are shown."""
    named = "" if plan is None else f' "{plan}"' if " " in plan else f" {plan}"
    command = f"rectify plan build{named}"
    if whole is None:
        session.console.hint("\n" + whole_hint(command, language))
    else:
        session.console.hint("\n" + part_hint(shown, whole, command, language))
