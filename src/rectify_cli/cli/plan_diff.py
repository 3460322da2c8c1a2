"""`rectify plan diff OLD [NEW]`: what changed between two states of a plan, in plan words."""

from typing import Annotated

import typer

from rectify_cli.app.plan_diff import Compared, NoSide, compare, diff_record, diff_report
from rectify_cli.app.schedule import Scheduled
from rectify_cli.app.which_plan import NoPlan, which_plan
from rectify_cli.app.write_file import Writable
from rectify_cli.cli.chosen_plan import named_again, no_plan
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say
from rectify_cli.render.diagnostics.words import finding_words
from rectify_cli.render.spoken import spoken
from rectify_cli.render.table.to_md import to_md


def diff(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A file, a baseline's name, or REV: or REV:path."),
    ],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The same; else the plan as it is.")
    ] = None,
    *,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="As Markdown, for a pull request.")
    ] = False,
    files: Files = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show what moved, why, and what became of deadlines; exit 1 only if a side has errors."""
    session = session_of(context)
    check_endings(files)
    if markdown and as_json:
        raise Stop(say("--markdown and --json are two forms: choose one"))
    found = compare(old, new, lambda: which_plan(None, session.here), session.here)
    if isinstance(found, NoPlan):
        raise no_plan(found)
    if isinstance(found, NoSide):
        raise Stop(found.why)
    language = session.language or found.language
    view = Writable(
        lambda _: diff_record(found),
        lambda _: diff_report(found, language, whole=True, titled=True),
    )
    put_files(files, view, session, language)
    if as_json:
        put_record(diff_record(found), session)
    elif markdown:
        report = diff_report(found, language, whole=False, titled=True)
        for text in to_md(report):
            session.console.put_clean(text)
    elif not files:
        whole = session.console.width is None
        put_report(diff_report(found, language, whole=whole, titled=False), session.console)
        _hint(found, session, language)
    return _code(found, old, session, language)


def _hint(found: Compared, session: Session, language: str) -> None:
    moved = next(iter(found.diff.moved), None)
    if moved is not None and found.new is not None:
        said = say("Why:  rectify plan why {task}", task=moved.task.path + named_again(session))
        session.console.hint("\n" + spoken(said, language))


def _code(found: Compared, old: str, session: Session, language: str) -> int:
    """1 where a side has errors, of which stderr is told, side by side."""
    words, code = finding_words(language), 0
    sides: tuple[tuple[Scheduled | None, str], ...] = (
        (found.old, old),
        (found.new, found.diff.new.name),
    )
    for scheduled, name in sides:
        errors = 0 if scheduled is None else sum(f.is_error for f in scheduled.findings)
        if scheduled is not None and errors:
            said = words.broken.format(counts=words.counts(errors, 0, 1))
            session.console.tell(f"{name or scheduled.loaded.path}: {said}")
            code = 1
    return code
