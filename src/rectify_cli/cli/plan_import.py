"""`rectify plan import FILE`: a table becomes a plan file, or goes into one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.clock import plain_clock
from rectify_cli.app.into_view import dates_view, into_view
from rectify_cli.app.plan_import import (
    Imported,
    NotImported,
    Options,
    Remark,
    gathered,
    import_plan,
    read_mapping,
    write_imported,
)
from rectify_cli.app.plan_into import import_into, write_into
from rectify_cli.app.schedule import Verdict
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import typed_day
from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.diagnostics.words import finding_words
from rectify_cli.render.spoken import spoken

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="COLUMN=FIELD", help="What a column holds, by heading or letter; repeat."
    ),
]
FirstDay = Annotated[
    str | None, typer.Option(metavar="DATE", help="The plan's first day; the year of dates too.")
]
SheetName = Annotated[
    str | None, typer.Option(metavar="NAME", help="The one sheet of a workbook; else all.")
]
Country = Annotated[
    str | None, typer.Option(metavar="CC", help="Whose holidays are days off, such as CN.")
]


def import_(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A file: .csv, .xlsx, MS Project's .xml."),
    ],
    out: Annotated[
        str | None, typer.Option("-o", metavar="FILE", help="Where to; else the plan is shown.")
    ] = None,
    *,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="PLAN", help="Take the file's changes into this plan."),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="With --into: a task without a row and reports goes."),
    ] = False,
    columns: Columns = None,
    start: FirstDay = None,
    sheet: SheetName = None,
    country: Country = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come of it, and write nothing.")
    ] = False,
) -> int:
    """Make a plan of a file; exit 1 where something could not be taken over, each of it named."""
    session = session_of(context)
    options = asked(session, columns, start, sheet, country)
    if into is not None:
        if out is not None:
            raise Stop(say("--into changes the plan that it names; leave -o out"))
        return _into(session, file, Path(into), options, dry_run=dry_run, prune=prune)
    if prune:
        raise Stop(say("--prune takes tasks out of a plan: name it with  --into PLAN"))
    to = Path(out or "plan.yaml")
    imported = import_plan(file, to, session.here, options)
    if isinstance(imported, NotImported):
        raise Stop(imported.why)
    language = session.language or imported.drafted.draft.language or "en"
    if not dry_run and out is None:
        session.console.put(imported.text)
    elif not dry_run:
        failed = write_imported(imported.text, to, session.here)
        if failed is not None:
            raise Stop(failed.why, language=language)
    tell_import(session, file, imported, language)
    if out is not None and not dry_run:
        session.console.tell(spoken(say("{path} written", path=out), language))
        said = say("Next:  rectify check {path}    rectify plan build {path}", path=out)
        session.console.hint(spoken(said, language))
    return 0 if imported.is_whole else 1


def _into(
    session: Session, file: str, plan: Path, options: Options, *, dry_run: bool, prune: bool
) -> int:
    """Show what changes in a plan, and change it; nothing is written where it would break."""
    found = import_into(file, plan, session.here, options, prune=prune)
    if isinstance(found, NotImported):
        raise Stop(found.why)
    language = session.language or found.plan.language
    put_report(into_view(found, file, language), session.console)
    dates = dates_view(found, language, whole=session.console.width is None)
    if dates is not None:
        session.console.put("\n")
        put_report(dates, session.console)
    tell_remarks(session, file, found.remarks, language)
    for finding in found.errors:
        what = f"error[{finding.rule}]: {spoken(finding.message, language)}"
        session.console.tell(f"{finding.span.path}:{finding.span.line}: {what}")
    if found.errors:
        said = say("nothing was written: {path} would have errors", path=plan)
    elif found.file.after == found.file.before:
        said = say("{path} stays as it is", path=plan)
    elif dry_run:
        said = say("nothing was written; without --dry-run {path} is changed so", path=plan)
    else:
        failed = write_into(found, session.here)
        if failed is not None:
            raise Stop(say("{path} cannot be written: {why}", path=plan, why=failed.why),
                       language=language)  # fmt: skip
        said = say("{path} written", path=plan)
    session.console.tell(spoken(said, language))
    return 0 if found.is_whole else 1


def asked(
    session: Session,
    columns: Sequence[str] | None,
    start: str | None,
    sheet: str | None,
    country: str | None,
) -> Options:
    """What the options say; ends the command (2) where one says nothing."""
    mapping = read_mapping(columns or ())
    if isinstance(mapping, Message):
        raise Stop(mapping)
    day = None
    if start is not None:
        day = typed_day(start, plain_clock(session.here), session, None)
    return Options(day, mapping, sheet, country)


def tell_import(session: Session, file: str, imported: Imported, language: str) -> None:
    """Say on stderr what was read, every cell that was not, and what a check finds."""
    tell_remarks(session, file, imported.drafted.remarks, language)
    draft = imported.drafted.draft
    counts = say(
        "{tasks} tasks, {phases} phases, {owners} owners",
        tasks=imported.drafted.tasks,
        phases=len(draft.phases),
        owners=len(draft.owners),
    )
    session.console.tell(spoken(counts, language))
    tell_findings(session, imported.verdict, language)


def tell_findings(session: Session, verdict: Verdict, language: str) -> None:
    """Say what a check finds in a plan that was just made, a line each."""
    for finding in verdict.findings:
        where = f"{finding.span.path}:{finding.span.line}"
        severity = finding_words(language).severity[finding.severity]
        what = f"{severity}[{finding.rule}]: {spoken(finding.message, language)}"
        session.console.tell(f"{where}: {what}")


def tell_remarks(session: Session, file: str, remarks: Sequence[Remark], language: str) -> None:
    """Say each remark, with its cell."""
    for remark, times in gathered(remarks):
        said = spoken(remark.message, language)
        if remark.fix is not None:
            said = spoken(say("{why}; {fix}", why=said, fix=remark.fix), language)
        if times > 1:
            said = spoken(say("{what} (and {n} more)", what=said, n=times - 1), language)
        place = f"{file}: {remark.place}".rstrip(": ")
        session.console.tell(f"{place}: {said}")
