"""`rectify plan show TASK`: one task whole."""

from typing import Annotated

import typer

from rectify_cli.app.find_task import NoTask
from rectify_cli.app.hints import why_hint
from rectify_cli.app.show import show_task
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    exit_code_of,
    language_of,
    named_again,
)
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.session import session_of
from rectify_cli.render.table.to_screen import to_screen


def show(
    context: typer.Context,
    task: Annotated[
        str, typer.Argument(metavar="TASK", help="Its path, #number, last part, or title.")
    ],
    *,
    files: Files = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show every field of a task that is set, its dates, floats, units, checklist and days."""
    session = session_of(context)
    check_endings(files)
    screen = session.console
    scheduled = dated(session, chosen_plan(session, None))
    if scheduled.schedule is not None:
        language = language_of(session, scheduled)
        view = show_task(scheduled.schedule, task, language)
        if isinstance(view, NoTask):
            raise nothing_chosen(view, language)
        put_files(files, view.files, session, language, scheduled=scheduled)
        if as_json:
            put_record(view.record, session)
        elif not files:
            screen.put_lines(to_screen(view.report, width=screen.width, colour=screen.colour))
            screen.hint("\n" + why_hint(view.path + named_again(session), language))
    return exit_code_of(session, scheduled)
