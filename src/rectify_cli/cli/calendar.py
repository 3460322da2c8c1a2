"""`rectify calendar show [YEAR]`, `calendar freeze`, `calendar diff`: the workdays that count."""

import re
from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.calendar_diff import NotCompared, calendar_changes
from rectify_cli.app.calendar_freeze import Frozen, NotFrozen, freeze_calendars
from rectify_cli.app.calendar_show import calendar_years
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.chosen_plan import chosen_plan, dated
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.plan.model import Plan
from rectify_cli.render.record.to_json import to_json
from rectify_cli.report.calendar_changes import changes_record, changes_table
from rectify_cli.report.calendar_record import calendar_record
from rectify_cli.report.calendar_table import calendar_table
from rectify_cli.report.record import Record
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR

_YEAR = re.compile(r"[0-9]{4}")

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
    plan = _plan(scheduled)
    language = session.language or plan.language
    years = calendar_years(plan, scheduled.schedule, wanted, language, session.here)
    if as_json:
        _put_record(calendar_record(plan, years), session)
    else:
        put_report(calendar_table(plan, years, language), session.console)
    if plan.calendar.country is not None and plan.calendar.frozen is None:
        session.console.hint("To keep these days as they are:  rectify calendar freeze")
    return _code(scheduled, session)


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
    path = None if out is None else Path(out)
    files = freeze_calendars(_plan(scheduled), scheduled.schedule, session.here, path, force=force)
    if isinstance(files, NotFrozen):
        raise Stop(str(files.why))
    for each in files:
        _say_frozen(each, session)
    return 0


def diff(context: typer.Context, *, as_json: AsJson = False) -> int:
    """Show the days of which the library says something else than the frozen file, and tasks."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    plan = _plan(scheduled)
    if scheduled.schedule is None:
        raise Stop(f"{plan.path} cannot be dated\nrectify check says why", code=1)
    changes = calendar_changes(scheduled.schedule, session.here)
    if isinstance(changes, NotCompared):
        raise Stop(str(changes.why))
    if as_json:
        _put_record(changes_record(changes), session)
    else:
        put_report(changes_table(changes, session.language or plan.language), session.console)
    if any(each.days for each in changes.files):
        session.console.hint("To take it over:  rectify calendar freeze --force")
    return _code(scheduled, session)


def _year(text: str) -> int:
    if _YEAR.fullmatch(text) is None or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise Stop(f"'{text}' is no year: write one from {FIRST_YEAR} to {LAST_YEAR}")
    return int(text)


def _plan(scheduled: Scheduled) -> Plan:
    plan = scheduled.loaded.plan
    if plan is None:
        raise Stop(
            f"{scheduled.loaded.path} cannot be read as a plan\nrectify check says why", code=1
        )
    return plan


def _code(scheduled: Scheduled, session: Session) -> int:
    if not scheduled.has_errors:
        return 0
    session.console.tell("the plan has errors, and its calendar may be another:  rectify check")
    return 1


def _put_record(record: Record, session: Session) -> None:
    session.console.put_json("".join(to_json(record)))


def _say_frozen(frozen: Frozen, session: Session) -> None:
    verb = "written" if frozen.state == "written" else "is so already"
    session.console.put(f"{frozen.path.as_posix()} {verb}, from {frozen.source}\n")
    for line in frozen.lines:
        session.console.put(f"add to the calendar in {line.path}:{line.line}\n  {line.text}\n")
