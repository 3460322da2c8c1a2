"""`rectify plan why TASK`: why a task is on its days."""

from typing import Annotated

import typer

from rectify_cli.app.hints import show_hint
from rectify_cli.app.why import NoDates, timing_of, why_for_machines, why_report
from rectify_cli.cli.chosen_plan import chosen_plan, dated, exit_code_of, language_of
from rectify_cli.cli.chosen_things import chosen_owner, chosen_task
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop


def why(
    context: typer.Context,
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="Its path, #number, last part, or title.")
    ],
    unit: Annotated[
        str | None, typer.Option(metavar="UNIT", help="Of a fan-out; else those that end last.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show the chain back to a fixed date, the days off skipped, the float, what does not bind."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    plan, schedule = scheduled.loaded.plan, scheduled.schedule
    if plan is not None and schedule is not None:
        chosen = chosen_task(plan, task)
        named = None if unit is None else chosen_owner(plan, unit).id
        timing = timing_of(schedule, chosen, named)
        if isinstance(timing, NoDates):
            code = exit_code_of(session, scheduled)
            raise Stop(str(timing.why), code=code or 2)
        language = language_of(session, scheduled)
        if as_json:
            put_record(why_for_machines(schedule, timing), session)
        else:
            put_report(why_report(schedule, timing, language), session.console)
            session.console.hint("\n" + show_hint(chosen.path, language))
    return exit_code_of(session, scheduled)
