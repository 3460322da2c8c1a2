"""`rectify plan chart [PLAN]`: phases and tasks as bars over the days."""

from typing import Annotated

import typer

from rectify_cli.app.assess import assess_told
from rectify_cli.app.build import select
from rectify_cli.app.chart import draw_chart
from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.find_task import NoTask
from rectify_cli.app.hints import why_hint
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    language_of,
    named_again,
)
from rectify_cli.cli.days_asked import days_asked
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import check_endings, put_files
from rectify_cli.cli.session import session_of
from rectify_cli.cli.told_plan import code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.render.formats import CHART_FORMATS, endings_of
from rectify_cli.render.timeline.to_screen import to_screen

ChartFiles = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        metavar="FILE",
        help=f"Write a file instead: {', '.join(endings_of(CHART_FORMATS))}; repeatable.",
    ),
]


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
    files: ChartFiles = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Draw a bar for every phase and task, a column a day or a week, as the width allows."""
    session = session_of(context)
    check_endings(files, CHART_FORMATS)
    screen = session.console
    scheduled = dated(session, chosen_plan(session, plan))
    begin, end = days_asked(session, scheduled, first, last)
    told = told_of(session, scheduled, None)
    if scheduled.schedule is not None:
        language = language_of(session, scheduled)
        selection = select(scheduled.schedule, begin, end, owner, phase)
        if isinstance(selection, NoOwner | NoTask):
            raise nothing_chosen(selection, language)
        today = as_of_day(session, scheduled)
        status = None if told is None else assess_told(told, today)
        view = draw_chart(scheduled.schedule, selection, today, language, status)
        put_files(files, view.files, session, language, formats=CHART_FORMATS, scheduled=scheduled)
        if as_json:
            put_record(view.record, session)
        elif not files:
            screen.put_lines(to_screen(view.timeline, width=screen.width, colour=screen.colour))
            screen.hint(
                "\n" + why_hint("TASK" + named_again(session, plan, as_option=True), language)
            )
    return code_of(session, scheduled, told)
