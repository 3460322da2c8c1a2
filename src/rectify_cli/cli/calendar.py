"""`rectify calendar show [YEAR]`, `calendar freeze`, `calendar diff`: the workdays that count."""

from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.calendar_diff import (
    NotCompared,
    calendar_changes,
    changes_as_record,
    changes_report,
)
from rectify_cli.app.calendar_freeze import Frozen, NotFrozen, freeze_calendars
from rectify_cli.app.calendar_show import calendar_years, read_year, years_record, years_report
from rectify_cli.cli.chosen_plan import chosen_plan, dated, exit_code_of, language_of
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop

AsJson = Annotated[bool, typer.Option("--json", help="The same for machines.")]


def show(
    context: typer.Context,
    year: Annotated[
        str | None, typer.Argument(metavar="[YEAR]", help="Else the years of the plan.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> int:
    """Show each month's workdays, and every day off and make-up day with what says so."""
    session = session_of(context)
    wanted = None if year is None else _year(year)
    scheduled = dated(session, chosen_plan(session, None))
    plan = scheduled.loaded.plan
    if plan is not None:
        language = language_of(session, scheduled)
        years = calendar_years(plan, scheduled.schedule, wanted, language, session.here)
        if as_json:
            put_record(years_record(plan, years), session)
        else:
            put_report(years_report(plan, years, language), session.console)
            if plan.calendar.country is not None and plan.calendar.frozen is None:
                session.console.hint("\nTo keep these days as they are:  rectify calendar freeze")
    return exit_code_of(session, scheduled)


def freeze(
    context: typer.Context,
    out: Annotated[
        str | None,
        typer.Option("-o", metavar="FILE", help="Where to; else calendar-CN.yaml by the plan."),
    ] = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a file that holds something else.")
    ] = False,
) -> int:
    """Write the days of the plan's country into a file, with where they are from."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    plan = scheduled.loaded.plan
    if plan is None:
        return exit_code_of(session, scheduled)
    path = None if out is None else Path(out)
    files = freeze_calendars(plan, scheduled.schedule, session.here, path, force=force)
    if isinstance(files, NotFrozen):
        raise Stop(str(files.why))
    for each in files:
        _say_frozen(each, session)
    return 0


def diff(context: typer.Context, *, as_json: AsJson = False) -> int:
    """Show the days of which the library says something else than the frozen file, and tasks."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    if scheduled.schedule is not None:
        changes = calendar_changes(scheduled.schedule, session.here)
        if isinstance(changes, NotCompared):
            raise Stop(str(changes.why))
        if as_json:
            put_record(changes_as_record(changes), session)
        else:
            put_report(changes_report(changes, language_of(session, scheduled)), session.console)
            if any(each.days for each in changes.files):
                session.console.hint("\nTo take it over:  rectify calendar freeze --force")
    return exit_code_of(session, scheduled)


def _year(text: str) -> int:
    year = read_year(text)
    if not isinstance(year, int):
        raise Stop(str(year))
    return year


def _say_frozen(frozen: Frozen, session: Session) -> None:
    verb = "written" if frozen.state == "written" else "is so already"
    session.console.put(f"{frozen.path.as_posix()} {verb}, from {frozen.source}\n")
    for line in frozen.lines:
        session.console.put(f"add to the calendar in {line.path}:{line.line}\n  {line.text}\n")
