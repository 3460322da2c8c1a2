"""`rectify status [PLAN…]`: how far it is, who is late and why, where it will end."""

from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.assess import assess_told
from rectify_cli.app.find_owner import NoOwner
from rectify_cli.app.replayed import replay_note
from rectify_cli.app.status import (
    Asked,
    NoChoice,
    check_words,
    fails_on,
    plans_files,
    plans_record,
    plans_report,
    resolve_choice,
    set_against,
    status_as_record,
    status_files,
    status_reports,
)
from rectify_cli.app.status_hints import status_hint
from rectify_cli.app.which_plan import NoPlan, which_plans
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of, named_again, no_plan
from rectify_cli.cli.nothing_chosen import nothing_chosen
from rectify_cli.cli.put import put_record
from rectify_cli.cli.put_files import Files, check_endings, put_files
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop, mistyped
from rectify_cli.cli.told_plan import AsJson, KnownBy, OwnerOption, code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import did_you_mean

GroupOption = Annotated[
    str | None, typer.Option("--group", metavar="GROUP", help="Only the units of a group.")
]
_FAILING = ("red", "yellow")


def status(
    context: typer.Context,
    plans: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PLAN]...", help="The plans' files; else the one here."),
    ] = None,
    *,
    by: Annotated[
        str,
        typer.Option(metavar="WHAT", help="phase, owner, lead, team, unit, group or tag."),
    ] = "phase",
    lamps: Annotated[
        list[str] | None,
        typer.Option("--lamp", metavar="LAMP", help="Only red, yellow, blue, green or done."),
    ] = None,
    states: Annotated[
        list[str] | None,
        typer.Option("--state", metavar="STATE", help="Only blocked, not-reported, waiting, …"),
    ] = None,
    owner: OwnerOption = None,
    group: GroupOption = None,
    known_by: KnownBy = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="red|yellow", help="Exit 1 if a task shows this lamp or a worse one."),
    ] = None,
    over_time: Annotated[
        bool, typer.Option("--trend", help="Week by week what was done and what was expected.")
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Set against a baseline: the slip from what was agreed."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every task, phase by phase.")] = False,
    files: Files = None,
    as_json: AsJson = False,
) -> int:
    """Show how a plan stands on a day's evening; exit 1 if it has errors or --fail-on is met."""
    session = session_of(context)
    check_endings(files)
    asked = Asked(by, tuple(lamps or ()), tuple(states or ()), owner, group, every, against)
    _check(asked, fail_on)
    paths = _paths(session, plans or [])
    if over_time and len(paths) == 1:
        return _trend(session, paths[0], known_by, fail_on, files, as_json=as_json)
    if len(paths) > 1:
        _check_several(over_time=over_time, against=against)
        return _several(session, paths, known_by, fail_on, files, as_json=as_json)
    return _one(
        session,
        paths[0],
        asked,
        argument=plans[0] if plans else None,
        known_by=known_by,
        fail_on=fail_on,
        files=files,
        as_json=as_json,
    )


def _check(asked: Asked, fail_on: str | None) -> None:
    """End the command (2) where a word that was typed is none, before a plan is read."""
    wrong = check_words(asked)
    if wrong is not None:
        raise mistyped(wrong.why, wrong.near)
    if fail_on is not None and fail_on not in _FAILING:
        why = say("--fail-on is red or yellow, not '{word}'", word=fail_on)
        raise mistyped(why, did_you_mean(fail_on, _FAILING))


def _check_several(*, over_time: bool, against: str | None) -> None:
    """End the command (2) where what is asked for is of one plan."""
    if over_time:
        raise Stop(say("--trend is for one plan: name it alone"))
    if against is not None:
        raise Stop(say("--against is for one plan: its baselines lie beside it"))


def _paths(session: Session, plans: list[str]) -> list[Path]:
    if not plans:
        return [chosen_plan(session, None)]
    found = which_plans(plans, session.here)
    if isinstance(found, NoPlan):
        raise no_plan(found)
    return found


def _one(
    session: Session,
    path: Path,
    asked: Asked,
    *,
    argument: str | None,
    known_by: str | None,
    fail_on: str | None,
    files: list[str] | None,
    as_json: bool,
) -> int:
    scheduled = dated(session, path)
    told = told_of(session, scheduled, known_by)
    if told is None:
        return code_of(session, scheduled, told)
    language = language_of(session, scheduled)
    choice = resolve_choice(told.schedule.plan, asked)
    if isinstance(choice, NoOwner):
        raise nothing_chosen(choice, language)
    if not isinstance(choice, NoChoice) and asked.against is not None:
        choice = set_against(choice, asked.against, told.schedule, session.here)
    if isinstance(choice, NoChoice):
        raise Stop(choice.why, language=language)
    found = assess_told(told, as_of_day(session, scheduled))
    if session.as_of is not None:
        note = replay_note(found.schedule.plan, found.as_of, session.here, language)
        if note is not None:
            session.console.tell(note)
    if files:
        put_files(files, status_files(scheduled, found, choice, language), session, language)
    if as_json:
        put_record(status_as_record(found, choice), session)
    elif not files:
        whole = session.console.width is None
        for at, report in enumerate(status_reports(found, choice, language, whole=whole)):
            if at and not whole:
                session.console.put("\n")
            put_report(report, session.console)
        named = named_again(session, argument, as_option=True)
        session.console.hint("\n" + status_hint(found, named, language, asked.against))
    met = fail_on is not None and fails_on(found, choice, fail_on)
    return max(code_of(session, scheduled, told), int(met))


def _trend(
    session: Session,
    path: Path,
    known_by: str | None,
    fail_on: str | None,
    files: list[str] | None,
    *,
    as_json: bool,
) -> int:
    from rectify_cli.app.brief import make_trend  # noqa: PLC0415 - start-up

    scheduled = dated(session, path)
    told = told_of(session, scheduled, known_by)
    if told is None:
        return code_of(session, scheduled, told)
    language = language_of(session, scheduled)
    found = assess_told(told, as_of_day(session, scheduled))
    view = make_trend(told, found, language)
    put_files(files, view.files, session, language, scheduled=scheduled)
    if as_json:
        put_record(view.record, session)
    elif not files:
        put_report(view.report, session.console)
    met = fail_on is not None and fails_on(found, None, fail_on)
    return max(code_of(session, scheduled, told), int(met))


def _several(
    session: Session,
    paths: list[Path],
    known_by: str | None,
    fail_on: str | None,
    files: list[str] | None,
    *,
    as_json: bool,
) -> int:
    found, code = [], 0
    language = session.language
    for path in paths:
        scheduled = dated(session, path)
        told = told_of(session, scheduled, known_by)
        code = max(code, code_of(session, scheduled, told))
        if told is None:
            continue
        language = language or language_of(session, scheduled)
        found.append(assess_told(told, as_of_day(session, scheduled)))
    if found:
        put_files(files, plans_files(found, language or "en"), session, language or "en")
    if as_json:
        put_record(plans_record(found), session)
    elif found and not files:
        put_report(plans_report(found, language or "en"), session.console)
    met = fail_on is not None and any(fails_on(each, None, fail_on) for each in found)
    return max(code, int(met))
