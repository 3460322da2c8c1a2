"""Why a task needs attention, in words: what is wrong in a few, then all that explains it."""

from collections.abc import Callable
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.events import Event
from rectify_cli.progress.standing import spoken_of
from rectify_cli.progress.status import Conflict, Reason, TaskStatus
from rectify_cli.report.blame import late_before, late_holders
from rectify_cli.report.measures import expected_count, say_measure
from rectify_cli.report.names import owner_title
from rectify_cli.report.shares import percents
from rectify_cli.report.teller import Teller
from rectify_cli.workdays.count import workdays_after

_BLOCKS_NAMED = 2
_CONFLICTS_NAMED = 2


class Remark(Struct):
    """`what` is the matter in a word or two, `why` in parts; `code` names it for machines."""

    code: str
    what: str
    why: tuple[str, ...]


def remark(teller: Teller, row: TaskStatus) -> Remark:
    """What is to be said of a task first: its gravest reason, else its state."""
    if row.reasons:
        code: str = row.reasons[0]
        what = _WHAT[row.reasons[0]](teller, row)
    elif row.conflicts:
        code, what = "conflict", teller.words("st-conflict")
    else:
        code, what = row.state, teller.words(f"state-{row.state}")
    return Remark(code, what, tuple(part for part in _why(teller, row) if part))


def situation(teller: Teller, row: TaskStatus) -> list[str]:
    """How far it is, what blocks it, what it waits for."""
    parts = (say_measure(teller, row), _blocks(teller, row), _waits(teller, row))
    return [part for part in parts if part]


def say_conflict(teller: Teller, conflict: Conflict) -> str:
    """`li says 40%, wang says 60%: …`: both writers and what they say, of whose part or when."""
    shown, other = (_said(teller, each) for each in (conflict.shown, conflict.other))
    said = teller.words(
        "st-conflict-of",
        shown=shown,
        other=other,
        by=conflict.shown.by,
        by_other=conflict.other.by,
    )
    about = []
    for event in (conflict.shown, conflict.other):
        about += [] if event.unit is None else [owner_title(teller.plan, event.unit)]
        about += [] if event.occurrence is None else [teller.day(event.occurrence)]
    if not about:
        return said
    return teller.words("st-conflict-about", of=" ".join(dict.fromkeys(about)), said=said)


def _why(teller: Teller, row: TaskStatus) -> list[str]:
    words = teller.words
    if row.state == "done":
        return [_done(teller, row), _partly(teller, row)]
    if row.state == "dropped":
        drop = row.facts.drop
        return [] if drop is None else [_event(teller, "st-dropped-on", drop)]
    parts = [say_measure(teller, row), _blocks(teller, row)]
    if row.state == "reported":
        to = owner_title(teller.plan, teller.task(row).accept)
        parts.append(words("st-to-accept", who=to))
    if "stale" in row.reasons or (row.state == "not-reported" and not last_word(row)):
        parts.append(_silence(teller, row))
    parts += [_waits(teller, row), _dates(teller, row), _cause(teller, row)]
    parts += [say_conflict(teller, each) for each in row.conflicts[:_CONFLICTS_NAMED]]
    if len(row.conflicts) > _CONFLICTS_NAMED:
        parts.append(words("st-more-conflicts", n=len(row.conflicts) - _CONFLICTS_NAMED))
    return parts


def _done(teller: Teller, row: TaskStatus) -> str:
    day = done_day(row)
    return "" if day is None else teller.words("st-done-on", day=teller.day(day))


def done_day(row: TaskStatus) -> date | None:
    """Since when a task is done, or reported to be; what is done stands in the forecast there."""
    if row.state == "done" and row.forecast_finish is not None:
        return row.forecast_finish
    return row.facts.accepted_on or row.facts.complete_on or row.facts.closed_on


def _partly(teller: Teller, row: TaskStatus) -> str:
    """Of a fan-out that was closed or is done by a part of its units: how many did it."""
    if not row.missing:
        return ""
    return say_measure(teller, row)


def _blocks(teller: Teller, row: TaskStatus) -> str:
    """Since when the task, or its first units that are, have been blocked, and why."""
    if row.facts.block is not None:
        return _event(teller, "st-blocked-since", row.facts.block)
    blocked = [
        unit
        for unit in row.missing
        if unit in row.units
        and row.units[unit].facts.block is not None
        and (not teller.picks(teller.task(row)) or unit in (teller.below or ()))
    ]
    said = []
    for unit in blocked[:_BLOCKS_NAMED]:
        event = row.units[unit].facts.block
        assert event is not None  # noqa: S101 - chosen for it
        title = owner_title(teller.plan, unit)
        said.append(f"{title} {_event(teller, 'st-blocked-since', event)}")
    if len(blocked) > _BLOCKS_NAMED:
        said.append(teller.words("st-more-blocked", n=len(blocked) - _BLOCKS_NAMED))
    return teller.words.joined(said)


def _event(teller: Teller, key: str, event: Event) -> str:
    said = teller.words(key, day=teller.day(event.on))
    return teller.words("st-because-of", said=said, why=event.why) if event.why else said


def _silence(teller: Teller, row: TaskStatus) -> str:
    """Since when nobody has said anything, and who should."""
    last = last_word(row)
    owner = owner_title(teller.plan, teller.task(row).owner)
    if last is not None:
        return teller.words("st-silent-since", day=teller.day(last))
    if row.planned_start is None:
        return ""
    key = "st-silent-by" if owner else "st-silent"
    return teller.words(key, day=teller.day(row.planned_start), who=owner)


def last_word(row: TaskStatus) -> date | None:
    """The day of the latest report of a task, or of any part of it."""
    every = [row.facts, *(unit.facts for unit in row.units.values())]
    every += [facts for each in row.occurrences for facts in spoken_of(each.facts)]
    return max((each.last_word for each in every if each.last_word is not None), default=None)


def _waits(teller: Teller, row: TaskStatus) -> str:
    if row.state != "waiting":
        return ""
    late = late_holders(teller.status, row)
    held = late or row.held_by
    names = teller.words.listed(teller.name(each) for each in held[:2])
    if len(held) > 2:
        names = teller.words("st-and-more", names=names, n=len(held) - 2)
    key = "st-waits-late" if late else "st-waits"
    return teller.words(key, n=len(held), names=names)


def _dates(teller: Teller, row: TaskStatus) -> str:
    """When it was to be done, and when it will be, where that is another day."""
    words = teller.words
    parts = []
    if row.deadline is not None:
        parts.append(words("st-deadline", day=teller.day(row.deadline)))
    elif row.due is not None and row.due != row.planned_finish:
        parts.append(words("st-due", day=teller.day(row.due)))
    elif row.planned_finish is not None:
        parts.append(words("st-planned", day=teller.day(row.planned_finish)))
    if "forecast-late" in row.reasons and not row.overdue:
        around = _deadline_around(teller, row)
        if around is not None:
            parts.append(words("st-deadline-around", day=teller.day(around)))
    planned = row.deadline or row.planned_finish
    if row.forecast_finish is not None and row.forecast_finish != planned and not row.overdue:
        inside = row.deadline is not None and row.forecast_finish < row.deadline
        if not inside or (row.slip is not None and row.slip > 0):
            parts.append(words("st-forecast", day=teller.day(row.forecast_finish)))
    return words.joined(parts)


def _deadline_around(teller: Teller, row: TaskStatus) -> date | None:
    """The deadline that the forecast passes, where it is not the task's own."""
    finish = row.forecast_finish
    if finish is None or (row.deadline is not None and row.deadline < finish):
        return None
    around = teller.plan.around(teller.task(row))
    found = [teller.status.rows[each.index].deadline for each in around]
    missed = (day for day in (*found, teller.status.schedule.deadline) if day and day < finish)
    return next(missed, None)


def _cause(teller: Teller, row: TaskStatus) -> str:
    """The nearest and the first of the tasks that make it late, unless it waits for them."""
    if not {"forecast-late", "forecast-slips"} & set(row.reasons):
        return ""
    late = late_before(teller.status, row)
    if not late or (row.state == "waiting" and len(late) == 1):
        return ""
    nearest, first = teller.name(late[0]), teller.name(late[-1])
    if row.state == "waiting" or nearest == first:
        return teller.words("st-because", name=first)
    return teller.words("st-because-chain", name=nearest, first=first)


def _said(teller: Teller, event: Event) -> str:
    """What a report says, in a few words: `40%`, `done`, `+12`."""
    words = teller.words
    match event.kind:
        case "progress":
            return f"{event.percent}%"
        case "count":
            return f"{event.add:+}" if event.total is None else words("said-total", n=event.total)
        case "item":
            key = "said-ticked" if event.ticked else "said-unticked"
            return words(key, item=event.item or "")
        case kind:
            return words(f"said-{kind}")


def _overdue(teller: Teller, row: TaskStatus) -> str:
    return teller.words("st-overdue", n=row.overdue)


def _not_reported(teller: Teller, row: TaskStatus) -> str:
    return teller.words("st-not-reported", n=_workdays_since(teller, row, row.planned_start))


def _stale(teller: Teller, row: TaskStatus) -> str:
    return teller.words("st-stale", n=_workdays_since(teller, row, last_word(row)))


def _forecast_late(teller: Teller, row: TaskStatus) -> str:
    """How many workdays after its own deadline, else after the nearest around it, it will end."""
    days = deadlines_missed(teller, row)
    return teller.words("st-late", n=days) if days else teller.words("st-late-some")


def deadlines_missed(teller: Teller, row: TaskStatus) -> int:
    """By how many workdays the forecast passes the task's deadline, or the nearest around it."""
    finish = row.forecast_finish
    if finish is None:
        return 0
    around = [
        teller.status.rows[each.index].deadline for each in teller.plan.around(teller.task(row))
    ]
    found = [row.deadline, *around, teller.status.schedule.deadline]
    missed = [day for day in found if day is not None and day < finish]
    return _workdays(teller, row, missed[0], finish) if missed else 0


def _slips(teller: Teller, row: TaskStatus) -> str:
    return teller.words("st-slips", n=row.slip or 0)


def _behind(teller: Teller, row: TaskStatus) -> str:
    """By how many of what is counted, else by how many points."""
    target = teller.task(row).target
    if target is not None and row.facts.count is not None:
        short = expected_count(row, target.count) - row.done
        if short > 0:
            return teller.words("st-behind-count", n=short, unit=target.unit)
    return teller.words("st-behind", n=max(1, percents(row.expected) - percents(row.share)))


def _due_soon(teller: Teller, row: TaskStatus) -> str:
    days = 0 if row.due is None else _workdays(teller, row, teller.status.as_of, row.due)
    return teller.words("st-due-in", n=days) if days > 0 else teller.words("st-due-today")


def _workdays_since(teller: Teller, row: TaskStatus, day: date | None) -> int:
    return 0 if day is None else max(0, _workdays(teller, row, day, teller.status.as_of))


def _workdays(teller: Teller, row: TaskStatus, first: date, last: date) -> int:
    """Workdays after `first` up to `last` in the calendar of the task."""
    timings = teller.status.schedule.by_task[row.index]
    calendar = timings[0].calendar if timings else teller.status.schedule.calendar
    return workdays_after(calendar, first, last)


_WHAT: dict[Reason, Callable[[Teller, TaskStatus], str]] = {
    "overdue": _overdue,
    "blocked": lambda teller, _: teller.words("state-blocked"),
    "forecast-late": _forecast_late,
    "stale": _stale,
    "not-reported": _not_reported,
    "behind": _behind,
    "forecast-slips": _slips,
    "red-below": lambda teller, _: teller.words("st-red-below"),
    "due-soon": _due_soon,
}
