"""A plan with what was reported of it: what every command that shows progress begins with."""

from datetime import date
from typing import Annotated

import typer

from rectify_cli.app.assess import Told, read_told
from rectify_cli.app.clock import clock_in
from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.chosen_plan import exit_code_of, language_of
from rectify_cli.cli.session import Session
from rectify_cli.cli.typed_day import typed_day
from rectify_cli.render.spoken import spoken

KnownBy = Annotated[
    str | None,
    typer.Option(
        "--known-by", metavar="DATE", help="Only reports that were written by this day's evening."
    ),
]
Plan = Annotated[
    str | None, typer.Argument(metavar="[PLAN]", help="The plan's file; else the one here.")
]
AsJson = Annotated[bool, typer.Option("--json", help="The same for machines.")]
OwnerOption = Annotated[
    str | None,
    typer.Option(
        "--owner", metavar="OWNER", help="Only what an owner, or one below it, has a part in."
    ),
]

_SHOWN = 3
"""So many faults of reports are said one by one."""


def told_of(session: Session, scheduled: Scheduled, known_by: str | None) -> Told | None:
    """A plan's reports; None where it cannot be dated. What is damaged is said on stderr."""
    told = read_told(scheduled, session.here, _known_by(session, scheduled, known_by))
    if told is None:
        return None
    if told.damaged or told.orphans:
        _tell_damage(session, told, language_of(session, scheduled))
    return told


def _tell_damage(session: Session, told: Told, language: str) -> None:
    from rectify_cli.app.status_hints import damaged_said, orphans_said  # noqa: PLC0415 - start-up

    for finding in told.damaged[:_SHOWN]:
        place = f"{finding.span.path}:{finding.span.line}"
        session.console.tell(f"{place}: {spoken(finding.message, language)}")
    if told.damaged:
        session.console.tell(damaged_said(len(told.damaged), language))
    if told.orphans:
        session.console.tell(orphans_said(len(told.orphans), language))


def code_of(session: Session, scheduled: Scheduled, told: Told | None) -> int:
    """The exit code: 1 for a plan with errors, and where reports are damaged or name nothing."""
    wrong = told is not None and (told.damaged or told.orphans)
    return max(exit_code_of(session, scheduled), 1 if wrong else 0)


def _known_by(session: Session, scheduled: Scheduled, word: str | None) -> date | None:
    if word is None:
        return None
    clock = clock_in(scheduled, session.here, backward=True)
    return typed_day(word, clock, session, language_of(session, scheduled))
