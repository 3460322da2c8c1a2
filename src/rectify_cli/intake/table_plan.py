"""A table's tasks → the whole draft: the plan's own dates, its language, its calendar."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rectify_cli.foundation.finding import say
from rectify_cli.intake.draft import DraftCalendar, DraftDate, DraftPlan, Value
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.own_sheets import OwnSheets
from rectify_cli.intake.row_dates import RowDates
from rectify_cli.intake.table_rows import TableRow
from rectify_cli.intake.table_tasks import ReadTasks

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_OF_PLAN = {"rectify", "title", "start", "deadline", "timezone", "language", "owners_from"}


def is_chinese(rows: Sequence[TableRow], titles: Iterable[str]) -> bool:
    """Whether most of a table's titles are Chinese."""
    texts = [*(row.text("title") or "" for row in rows), *titles]
    return 2 * sum(_CHINESE.search(text) is not None for text in texts) > len(texts)


def draft_plan(
    read: ReadTasks,
    own: OwnSheets,
    *,
    title: str,
    start: date | None,
    today: date,
    language: str | None,
    country: str | None,
    remarks: list[Remark],
    own_first: bool = False,
) -> DraftPlan:
    """The plan: as its own sheet says, else as its tasks tell.

    `own_first`: the sheet's first day goes before `start`, which is that of the plan it goes into.
    """
    said_first = _own_day(own, "start")
    first = (said_first if own_first else None) or start or said_first
    first = first or _earliest(read, today, remarks)
    deadline: DraftDate | None = None
    if own.plan:
        said = own.said("deadline")
        deadline = said if isinstance(said, date | str) else None
    else:
        deadline = _last_day(read, first, remarks)
    chosen = own.said("language")
    zone = own.said("timezone")
    return DraftPlan(
        title=str(own.said("title") or title),
        start=first,
        deadline=deadline,
        calendar=DraftCalendar(country=None if own.said("calendar") else country),
        timezone=str(zone) if zone else None,
        language=str(chosen) if chosen else (None if own.plan else language),
        default_duration=read.default_duration,
        owners=read.owners,
        phases=read.phases,
        tasks=read.tasks,
        more=tuple((key, value) for key, value in own.plan if key not in _OF_PLAN),
    )


def _own_day(own: OwnSheets, key: str) -> date | None:
    value: Value | None = own.said(key)
    return value if isinstance(value, date) else None


def _days(dates: RowDates) -> Iterator[date]:
    for day in (dates.on, dates.start, dates.finish, dates.deadline):
        if isinstance(day, date):
            yield day


def _earliest(read: ReadTasks, today: date, remarks: list[Remark]) -> date:
    """The plan's first day, which the table does not say: its earliest date."""
    starts = [
        day for dates in read.leaves for day in (dates.on, dates.start) if isinstance(day, date)
    ]
    every = [day for dates in read.leaves for day in _days(dates)]
    first = min(starts or every, default=today)
    first = min([first, *every])
    why = say("the plan starts on {day}, the earliest date of the table", day=first)
    if not every:
        why = say("the table has no date; the plan starts today, {day}", day=first)
    remarks.append(Remark(why, say("--start says another day"), lost=False))
    return first


def _last_day(read: ReadTasks, first: date, remarks: list[Remark]) -> date | None:
    """A deadline for the plan, where tasks without one of their own would have none at all."""
    open_ended = [dates for dates in read.leaves if dates.deadline is None]
    every = [day for dates in read.leaves for day in _days(dates)]
    is_known = all(dates.on or dates.finish or dates.endless for dates in open_ended)
    is_needed = any(dates.endless for dates in open_ended) or (open_ended and is_known)
    if not every or not is_needed:
        return None
    last = max([first, *every])
    why = say("the plan's deadline is {day}, the last date of the table", day=last)
    remarks.append(Remark(why, lost=False))
    return last
