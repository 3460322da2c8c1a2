"""`rectify plan chart [PLAN]`: phases and tasks as bars over the days."""

from typing import Annotated

import typer

from rectify_cli.app.build import selected
from rectify_cli.app.chart import chart_for_machines, chart_timeline
from rectify_cli.app.dates import clock_in
from rectify_cli.cli.chosen_plan import chosen_plan, dated, exit_code_of, language_of
from rectify_cli.cli.chosen_things import chosen_owner, chosen_task
from rectify_cli.cli.put import put_record, put_timeline
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import as_of_day, typed_day


def chart(
    context: typer.Context,
    plan: Annotated[
        str | None, typer.Argument(metavar="[PLAN]", help="The plan's file; else the one here.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day to draw.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day to draw.")
    ] = None,
    *,
    owner: Annotated[
        str | None,
        typer.Option(metavar="OWNER", help="Only what an owner, or one below it, has a part in."),
    ] = None,
    phase: Annotated[
        str | None, typer.Option(metavar="PHASE", help="Only what stands in a phase or summary.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Draw a bar for every phase and task, a column a day or a week, as the width allows."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, plan))
    known, schedule = scheduled.loaded.plan, scheduled.schedule
    clock = clock_in(scheduled, session.here, backward=False)
    begin = None if first is None else typed_day(first, clock, session)
    end = None if last is None else typed_day(last, clock, session)
    if begin is not None and end is not None and end < begin:
        raise Stop(f"--from {begin} is after --to {end}")
    if known is not None and schedule is not None:
        selection = selected(
            begin,
            end,
            None if owner is None else chosen_owner(known, owner),
            None if phase is None else chosen_task(known, phase),
        )
        today = as_of_day(session, scheduled)
        timeline = chart_timeline(schedule, selection, today, language_of(session, scheduled))
        if as_json:
            put_record(chart_for_machines(timeline), session)
        else:
            put_timeline(timeline, session)
    return exit_code_of(session, scheduled)
