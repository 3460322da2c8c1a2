"""The day, the week and what comes next, for a person, for a machine, into files."""

from typing import Literal

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.write_file import Writable
from rectify_cli.progress.status import Status
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.report.today import today
from rectify_cli.report.upcoming import upcoming_report

Span = Literal["today", "week", "next"]

_LISTED = 12
"""So many tasks that come later are listed in a terminal."""


def whose(status: Status, owner: str | None) -> str | NoOwner | None:
    """The id of the owner that was typed; None where everybody's work is asked for."""
    if owner is None:
        return None
    found = find_owner(status.schedule.plan, owner)
    return found if isinstance(found, NoOwner) else found.id


def day_report(
    status: Status, span: Span, owner: str | None, language: str, *, whole: bool
) -> Report:
    """What a person sees; `whole`: everything that comes later, however much."""
    if span == "next":
        return upcoming_report(status, owner, language, None if whole else _LISTED)
    return today(status, owner, language, week=span == "week")


def day_record(status: Status, span: Span, owner: str | None) -> Record:
    """The same for machines."""
    from rectify_cli.report.today_record import (  # noqa: PLC0415 - start-up
        today_record,
        upcoming_record,
    )

    if span == "next":
        return upcoming_record(status, owner)
    return today_record(status, owner, week=span == "week")


def day_files(status: Status, span: Span, owner: str | None, language: str) -> Writable:
    """What files can be made of."""
    return Writable(
        lambda _: day_record(status, span, owner),
        lambda _: day_report(status, span, owner, language, whole=True),
    )
