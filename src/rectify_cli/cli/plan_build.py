"""`rectify plan build [PLAN]`: the schedule, workday by workday."""

from datetime import date
from typing import Annotated

import typer

from rectify_cli.app.build import (
    build_record,
    build_report,
    forecast_record,
    forecast_schedule,
    labelled,
    select,
)
from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.find_task import NoTask
from rectify_cli.app.hints import build_hint
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    exit_code_of,
    language_of,
    named_again,
)
from rectify_cli.cli.days_asked import days_asked
from rectify_cli.cli.letterhead import Letterhead
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.product_files import (
    ProductFiles,
    ProductName,
    Wanted,
    put_products,
    wanted_files,
)
from rectify_cli.cli.put import put_record
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.table.to_screen import to_screen


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
    forecast: Annotated[
        bool,
        typer.Option("--forecast", help="As it will come, from what was reported by --as-of."),
    ] = False,
    files: ProductFiles = None,
    product: ProductName = None,
    template: Letterhead = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show the schedule, or write it to files; exit 1 if the plan has errors."""
    session = session_of(context)
    screen = session.console
    wanted = wanted_files(session, files, product, template)
    scheduled = dated(session, chosen_plan(session, plan))
    begin, end = days_asked(session, scheduled, first, last, week=week)
    if forecast:
        return _forecast(session, scheduled, wanted, Part(begin, end, owner, phase),
                         as_json=as_json)  # fmt: skip
    schedule = scheduled.schedule
    if schedule is None:
        return exit_code_of(session, scheduled)
    language = language_of(session, scheduled)
    selection = select(schedule, begin, end, owner, phase)
    if isinstance(selection, NoOwner | NoTask):
        raise nothing_chosen(selection, language)
    told = put_products(session, scheduled, selection, wanted)
    if as_json:
        put_record(build_record(schedule, selection), session)
    elif not files:
        report = build_report(schedule, selection, language)
        screen.put_lines(to_screen(report, width=screen.width, colour=screen.colour))
        command = f"rectify plan build{named_again(session, plan)}"
        screen.hint("\n" + build_hint(schedule, selection, command, language))
    return code_of(session, scheduled, told)


class Part(Struct):
    """What is asked for: the days from one to another, whose work, what stands in which phase."""

    first: date | None
    last: date | None
    owner: str | None
    phase: str | None


def _forecast(
    session: Session, scheduled: Scheduled, wanted: Wanted, part: Part, *, as_json: bool
) -> int:
    """The same view of the schedule that is to be expected."""
    if wanted.product not in {None, "timetable"}:
        raise Stop(say("--forecast is for the timetable, not for the {name}", name=wanted.product))
    told = told_of(session, scheduled, None)
    if told is None:
        return exit_code_of(session, scheduled)
    as_of, language = as_of_day(session, scheduled), language_of(session, scheduled)
    plain = forecast_schedule(told, as_of)
    selection = select(plain, *part)
    if isinstance(selection, NoOwner | NoTask):
        raise nothing_chosen(selection, language)
    schedule = labelled(plain, as_of, language)
    put_products(session, scheduled._replace(schedule=schedule), selection, wanted)
    if as_json:
        put_record(forecast_record(plain, selection, as_of), session)
    elif not wanted.files:
        screen = session.console
        report = build_report(schedule, selection, language)
        screen.put_lines(to_screen(report, width=screen.width, colour=screen.colour))
    return code_of(session, scheduled, told)
