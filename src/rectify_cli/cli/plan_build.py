"""`rectify plan build [PLAN]`: the schedule, workday by workday."""

from typing import Annotated

import typer

from rectify_cli.app.assess import Told
from rectify_cli.app.build import build_files, build_record, build_report, select
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
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import check_endings, check_product, put_files, read_letterhead
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.told_plan import code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.render.formats import FORMATS, endings_of, products
from rectify_cli.render.table.to_screen import to_screen

_ENDINGS = ", ".join(endings_of(FORMATS))


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
        typer.Option("-o", metavar="FILE", help=f"Write a file instead: {_ENDINGS}; repeatable."),
    ] = None,
    product: Annotated[
        str | None,
        typer.Option(metavar="|".join(products()), help="What the files hold; else by the ending."),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(metavar="FILE.docx", help="A letterhead that lies under .docx files."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show the schedule, or write it to files; exit 1 if the plan has errors."""
    session = session_of(context)
    screen = session.console
    check_product(product, files)
    chosen = check_endings(files, FORMATS, product)
    letterhead = read_letterhead(session, template, chosen)
    scheduled = dated(session, chosen_plan(session, plan))
    begin, end = days_asked(session, scheduled, first, last, week=week)
    schedule = scheduled.schedule
    if schedule is None:
        return exit_code_of(session, scheduled)
    language = language_of(session, scheduled)
    selection = select(schedule, begin, end, owner, phase)
    if isinstance(selection, NoOwner | NoTask):
        raise nothing_chosen(selection, language)
    reports = _Reports(session, scheduled)
    if files:
        made = build_files(
            scheduled.loaded,
            schedule,
            selection,
            language=language,
            as_of=as_of_day(session, scheduled),
            folder=session.here.folder,
            told=reports.read,
        )
        put_files(
            files, made, session, language, formats=FORMATS, product=product, template=letterhead
        )
    if as_json:
        put_record(build_record(schedule, selection), session)
    elif not files:
        report = build_report(schedule, selection, language)
        screen.put_lines(to_screen(report, width=screen.width, colour=screen.colour))
        command = f"rectify plan build{named_again(session, plan)}"
        screen.hint("\n" + build_hint(schedule, selection, command, language))
    return code_of(session, scheduled, reports.told)


class _Reports:
    """The reports beside the plan, read once, when a product asks for them."""

    def __init__(self, session: Session, scheduled: Scheduled) -> None:
        self.told: Told | None = None
        self._session = session
        self._scheduled = scheduled

    def read(self) -> Told | None:
        """What was reported; None where the plan cannot be dated."""
        if self.told is None:
            self.told = told_of(self._session, self._scheduled, None)
        return self.told
