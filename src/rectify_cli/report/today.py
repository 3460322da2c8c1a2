"""What to do today or this week: what was carried over, what is on, what comes next."""

from collections.abc import Iterable
from datetime import date, timedelta

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.agenda_notes import what_the_day_holds
from rectify_cli.report.doing import (
    Doing,
    carried,
    carried_items,
    doings,
    first_of_each,
    is_more_than_items,
)
from rectify_cli.report.measures import reported_units
from rectify_cli.report.names import bearer, clock, owner_title
from rectify_cli.report.remarks import remark, situation
from rectify_cli.report.selection import Selection, shown
from rectify_cli.report.status_choice import Choice, chosen_leaves, told_units
from rectify_cli.report.table import Report, Row, Section, Tone
from rectify_cli.report.teller import Teller
from rectify_cli.report.to_accept import ToAccept, say_to_accept, to_accept
from rectify_cli.report.to_do_list import to_do_list
from rectify_cli.report.words import Words
from rectify_cli.workdays.count import workdays_after

_AHEAD = 14
"""So many days ahead milestones and deadlines are told of."""


class Days(Struct):
    """What is to be told: `carried` over, what is `on` each day, what comes `next`.

    `items` of checklists are carried over too, of tasks that are not themselves. `to_accept`
    waits for the owner to accept it.
    """

    carried: tuple[TaskStatus, ...]
    items: tuple[Doing, ...]
    to_accept: tuple[ToAccept, ...]
    on: tuple[Doing, ...]
    next: tuple[Doing, ...]
    last: date


def days_of(status: Status, owner: str | None, *, week: bool) -> Days:
    """The day of a status, or what is left of its week; then what comes next.

    Next are whatever begins, occurs or falls due on the next workday (after a week: in the week
    after it), and the milestones and deadlines of the two weeks that follow.
    """
    choice = Choice(owner=owner)
    teller = Teller(status, Words("en"), told_units(status, choice))
    day = status.as_of
    last = day + timedelta(6 - day.weekday()) if week else day
    left = shown(status.schedule, Selection(owner=owner))
    rows = chosen_leaves(status, choice)
    late = carried(teller, [row for row in rows if is_more_than_items(teller, left, row)])
    gone = {row.index for row in late}
    ahead = doings(teller, owner, day, last + timedelta(_AHEAD))
    on = [each for each in first_of_each(ahead) if each.day <= last]
    following = [each for each in ahead if each.day > last]
    return Days(
        carried=tuple(late),
        to_accept=tuple(
            each
            for each in to_accept(status, rows, teller.below)
            if each.units or each.row.index not in gone
        ),
        items=carried_items(teller, left, [row for row in rows if row.index not in gone]),
        on=tuple(each for each in on if each.kind not in {"work", "due"} or each.task not in gone),
        next=tuple(_following(status, following, week=week)),
        last=last,
    )


def _following(status: Status, ahead: list[Doing], *, week: bool) -> Iterable[Doing]:
    calendar = status.schedule.calendar
    days = (each.day for each in ahead if calendar.is_workday(each.day.toordinal()))
    soon = next(days, status.as_of)
    if week and ahead:
        soon = status.as_of + timedelta(13 - status.as_of.weekday())
    for each in ahead:
        is_begin = each.kind != "work" or each.item.day == 1
        if each.kind in {"milestone", "due"} or (each.day <= soon and is_begin):
            yield each


def today(status: Status, owner: str | None, language: str, *, week: bool = False) -> Report:
    """The day, or the week, for a person to read out."""
    words = Words(language)
    teller = Teller(status, words, told_units(status, Choice(owner=owner)))
    found = days_of(status, owner, week=week)
    late = [_late(teller, each) for each in found.carried]
    late += [_late_item(teller, each) for each in found.items]
    sections = [
        Section((words("td-carried"),), tuple(late)),
        Section((words("ta-heading"),), tuple(_waiting(teller, each) for each in found.to_accept)),
    ]
    if week:
        for day in dict.fromkeys(each.day for each in found.on):
            rows = [_on(teller, each) for each in found.on if each.day == day]
            sections.append(Section((words.full(day),), tuple(rows)))
    else:
        sections.append(Section((words("td-today"),), tuple(_on(teller, e) for e in found.on)))
    sections.append(Section((words("td-next"),), tuple(_next(teller, each) for each in found.next)))
    return to_do_list(teller, owner, ("what", "what"), sections)


def _late(teller: Teller, row: TaskStatus) -> Row:
    task, words = teller.task(row), teller.words
    said = remark(teller, row)
    what = said.what
    if not row.overdue and row.planned_finish is not None:
        calendar = teller.status.schedule.calendar
        n = workdays_after(calendar, row.planned_finish, teller.status.as_of)
        what = words("td-past", n=n) if n > 0 else what
    reported = reported_units(row)
    missing = tuple(unit for unit in row.missing if unit not in reported) or row.missing
    who = _who(teller, row, teller.own(task, missing))
    tone: Tone = "bad" if row.overdue else "notice"
    return Row((what, who, task.path, task.title, words.joined(said.why)), tone)


def _waiting(teller: Teller, waiting: ToAccept) -> Row:
    task = teller.task(waiting.row)
    who = _who(teller, waiting.row, waiting.units)
    what = teller.words("state-reported")
    return Row((what, who, task.path, task.title, say_to_accept(teller, waiting)), "notice")


def _late_item(teller: Teller, doing: Doing) -> Row:
    row, words = teller.row(doing.task), teller.words
    n = workdays_after(doing.item.timing.calendar, doing.day, teller.status.as_of)
    notes = [what_is_on(doing, words), *_notes(teller, row, doing)]
    notes.append(words("st-due", day=teller.day(doing.day)))
    return _row(teller, doing, words("st-overdue", n=max(1, n)), notes)


def _on(teller: Teller, doing: Doing) -> Row:
    row = teller.row(doing.task)
    return _row(teller, doing, what_is_on(doing, teller.words), _notes(teller, row, doing))


def _next(teller: Teller, doing: Doing) -> Row:
    """With its day; a milestone or a deadline with how many workdays away it is."""
    words, status = teller.words, teller.status
    row = teller.row(doing.task)
    notes = [what_is_on(doing, words)]
    if doing.kind in {"milestone", "due"}:
        n = workdays_after(status.schedule.calendar, status.as_of, doing.day)
        notes.append(words("td-in", count=words.workdays(n)))
        if row.forecast_finish is not None and row.forecast_finish > doing.day:
            notes.append(words("st-forecast", day=teller.day(row.forecast_finish)))
    notes += _notes(teller, row, doing)
    return _row(teller, doing, words.short(doing.day, status.as_of), notes)


def what_is_on(doing: Doing, words: Words) -> str:
    """`3/5`, `due`, `item`, `milestone`."""
    item = doing.item
    if item.kind == "work" and item.of > 1:
        return f"{item.day}/{item.of}"
    return words("work-once") if item.kind in {"work", "occurrence"} else words(item.kind)


def _row(teller: Teller, doing: Doing, what: str, notes: list[str]) -> Row:
    task, item, words = teller.plan.tasks[doing.task], doing.item, teller.words
    title = task.title
    if item.kind == "item":
        title = item.text
    elif item.kind == "occurrence":
        title = words("occurrence", title=task.title, n=item.day)
    row = teller.row(doing.task)
    who = _who(teller, row, doing.units)
    if item.item is not None:
        own = next((each.owner for each in task.checklist if each.id == item.item), None)
        who = owner_title(teller.plan, own or task.owner)
    tone: Tone = "notice" if item.kind == "due" or row.lamp in {"red", "yellow"} else "plain"
    return Row((what, who, task.path, title, words.joined(notes)), tone)


def _who(teller: Teller, row: TaskStatus, units: tuple[str, ...]) -> str:
    return bearer(teller.plan, teller.task(row).owner, units, teller.words)


def _units_of(teller: Teller, doing: Doing) -> str:
    """Whose part is open, by name; nobody is missing on a day that is still to come."""
    if doing.day > teller.status.as_of:
        return teller.words("td-to-report", n=len(doing.units))
    return teller.words("st-own-missing", n=len(doing.units), names=teller.some(doing.units))


def _notes(teller: Teller, row: TaskStatus, doing: Doing) -> list[str]:
    task, item = teller.task(row), doing.item
    notes = []
    if item.kind == "item":
        notes.append(task.title)
    if item.kind != "due":
        notes += [what_the_day_holds(teller.status.schedule, item) if item.kind == "work" else ""]
        notes += [clock(task.time), owner_title(teller.plan, task.place)]
    if item.kind not in {"item", "occurrence"}:
        notes += situation(teller, row)
    elif doing.units:
        notes.append(_units_of(teller, doing))
    if item.kind == "work" and row.due is not None and item.day != item.of:
        notes.append(teller.words("st-due", day=teller.day(row.due)))
    return [note for note in notes if note]
