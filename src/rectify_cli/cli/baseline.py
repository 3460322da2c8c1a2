"""`rectify baseline set NAME`, `list`, `drop NAME`: schedules kept as they were agreed."""

from typing import Annotated

import typer

from rectify_cli.app.baseline import (
    NotDone,
    baselines_as_record,
    baselines_report,
    drop_baseline,
    list_baselines,
    set_baseline,
)
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    exit_code_of,
    language_of,
    named_again,
)
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import Message, say
from rectify_cli.render.spoken import spoken

Name = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


def set_(
    context: typer.Context,
    name: Name,
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite another schedule of that name.")
    ] = False,
    dry_run: DryRun = False,
) -> int:
    """Keep the schedule as it is; a plan with errors is not kept (exit 1)."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    schedule, language = scheduled.schedule, language_of(session, scheduled)
    if schedule is None or scheduled.has_errors:
        code = exit_code_of(session, scheduled)
        raise Stop(say("nothing was kept: mend the plan first"), code=code, language=language)
    day = as_of_day(session, scheduled)
    done = set_baseline(schedule, name, day, session.here, force=force, dry=dry_run)
    if isinstance(done, NotDone):
        raise Stop(done.why, language=language)
    said = {"path": done.path, "n": sum(task.kind == "task" for task in done.baseline.tasks)}
    if done.same:
        message = say("{path} is so already", path=done.path)
    elif dry_run:
        message = say("{path} would be written: {n} tasks, finish {day}; nothing was written",
                      **said, day=done.baseline.finish)  # fmt: skip
    else:
        message = say("{path} written: {n} tasks, finish {day}", **said, day=done.baseline.finish)
    _put(message, session, language)
    if done.before is not None and not done.same:
        _put(say("  in place of the one of {day}", day=done.before.day), session, language)
    if not dry_run:
        hint = say("Later:  rectify plan diff {name}{plan}", name=_quoted(done.name),
                   plan=named_again(session))  # fmt: skip
        session.console.hint(spoken(hint, language))
    return 0


def list_(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> int:
    """Show each with its day, its tasks and its finish; exit 1 if one cannot be read."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    language = language_of(session, scheduled)
    plan_file = scheduled.loaded.path
    listed = list_baselines(plan_file, session.here)
    if isinstance(listed, NotDone):
        raise Stop(listed.why, language=language)
    if as_json:
        put_record(baselines_as_record(listed, plan_file), session)
    else:
        plan = scheduled.loaded.plan
        title = plan_file if plan is None else plan.title
        put_report(baselines_report(listed, title, language), session.console)
    broken = [each.why for each in listed if each.why is not None]
    for why in broken:
        session.console.tell(spoken(why, language))
    return 1 if broken else 0


def drop(context: typer.Context, name: Name, *, dry_run: DryRun = False) -> int:
    """Take it away, and say what it was."""
    session = session_of(context)
    scheduled = dated(session, chosen_plan(session, None))
    language = language_of(session, scheduled)
    done = drop_baseline(scheduled.loaded.path, name, session.here, dry=dry_run)
    if isinstance(done, NotDone):
        raise Stop(done.why, language=language)
    kept = done.baseline
    if kept is None:
        what = say("it could not be read")
    else:
        n = sum(task.kind == "task" for task in kept.tasks)
        what = say("kept on {day}, {n} tasks, finish {finish}", day=kept.day, n=n,
                   finish=kept.finish)  # fmt: skip
    if dry_run:
        message = say("{path} would be dropped: {what}", path=done.path, what=what)
    else:
        message = say("{path} dropped: {what}", path=done.path, what=what)
    _put(message, session, language)
    return 0


def _put(message: Message, session: Session, language: str) -> None:
    session.console.put(spoken(message, language) + "\n")


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
