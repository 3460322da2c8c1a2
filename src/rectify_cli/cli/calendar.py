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
from rectify_cli.app.calendar_show import (
    calendar_years,
    read_year,
    years_files,
    years_record,
    years_report,
)
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    exit_code_of,
    language_of,
    named_again,
)
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say
from rectify_cli.render.spoken import spoken

AsJson = Annotated[bool, typer.Option("--json", help="The same for machines.")]


def show(
    context: typer.Context,
    year: Annotated[
        str | None, typer.Argument(metavar="[YEAR]", help="Else the years of the plan.")
    ] = None,
    *,
    files: Files = None,
    as_json: AsJson = False,
) -> int:
    """Show each month's workdays, and every day off and make-up day with what says so."""
    session = session_of(context)
    check_endings(files)
    wanted = None if year is None else _year(year)
    scheduled = dated(session, chosen_plan(session, None))
    plan = scheduled.loaded.plan
    if plan is not None:
        language = language_of(session, scheduled)
        years = calendar_years(plan, scheduled.schedule, wanted, language, session.here)
        put_files(files, years_files(plan, years, language), session, language, scheduled=scheduled)
        if as_json:
            put_record(years_record(plan, years), session)
        elif not files:
            put_report(years_report(plan, years, language), session.console)
            if plan.calendar.country is not None and plan.calendar.frozen is None:
                said = say(
                    "To keep these days as they are:  rectify calendar freeze{plan}",
                    plan=named_again(session),
                )
                session.console.hint("\n" + spoken(said, language))
    return exit_code_of(session, scheduled)


def freeze(
    context: typer.Context,
    plan: Annotated[
        str | None, typer.Argument(metavar="[PLAN]", help="The plan's file; else the one here.")
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("-o", metavar="FILE", help="Where to; else calendar-CN.yaml by the plan."),
    ] = None,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a frozen calendar of other days.")
    ] = False,
) -> int:
    """Write the days of the plan's country into a file, with where they are from."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, plan))
    loaded = scheduled.loaded.plan
    if loaded is None:
        return exit_code_of(session, scheduled)
    language = language_of(session, scheduled)
    path = None if out is None else Path(out)
    files = freeze_calendars(loaded, scheduled.schedule, session.here, path, force=force)
    if isinstance(files, NotFrozen):
        raise Stop(files.why, language=language)
    for each in files:
        _say_frozen(each, session, language)
    return 0


def diff(
    context: typer.Context,
    plan: Annotated[
        str | None, typer.Argument(metavar="[PLAN]", help="The plan's file; else the one here.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> int:
    """Show the days of which the library says something else than the frozen file, and tasks."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, plan))
    if scheduled.schedule is not None:
        language = language_of(session, scheduled)
        changes = calendar_changes(scheduled.schedule, session.here)
        if isinstance(changes, NotCompared):
            raise Stop(changes.why, language=language)
        if as_json:
            put_record(changes_as_record(changes), session)
        else:
            put_report(changes_report(changes, language), session.console)
            if any(each.days for each in changes.files):
                said = say(
                    "To take it over:  rectify calendar freeze{plan} --force",
                    plan=named_again(session, plan),
                )
                session.console.hint("\n" + spoken(said, language))
    return exit_code_of(session, scheduled)


def _year(text: str) -> int:
    year = read_year(text)
    if not isinstance(year, int):
        raise Stop(year)
    return year


def _say_frozen(frozen: Frozen, session: Session, language: str) -> None:
    path, source = frozen.path.as_posix(), frozen.source
    if frozen.state == "written":
        said = [say("{path} written, from {source}", path=path, source=source)]
    else:
        said = [say("{path} is so already, from {source}", path=path, source=source)]
    for line in frozen.lines:
        place = f"{line.path}:{line.line}"
        said.append(say("add to the calendar in {place}", place=place))
        said.append(say("  {text}", text=line.text))
    for each in said:
        session.console.put(spoken(each, language) + "\n")
