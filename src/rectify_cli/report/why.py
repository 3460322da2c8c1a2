"""Why a task is on its days: the chain back to a fixed date, its float, what does not bind."""

from datetime import date

from rectify_cli.report.chain import Step, chain, works_to_deadline
from rectify_cli.report.days_off import DaysOff, skipped_between, skipped_inside
from rectify_cli.report.place import say_place
from rectify_cli.report.room import Limit, Room, limit, not_binding, tightest
from rectify_cli.report.shorten import Shorten, shorten
from rectify_cli.report.step_words import say_step, say_ties
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.task_record import signed
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule, Timing


def why(schedule: Schedule, timing: Timing, language: str) -> Report:
    """The view of one timing; of a fan-out, of the units that share it."""
    words = Words(language)
    columns = (
        Column("date", words("date")),
        Column("text", words("text")),
        Column("line", words("written"), "note"),
    )
    rooms = not_binding(schedule, timing)
    sections = (
        Section((), tuple(_step_row(schedule, step, words) for step in chain(schedule, timing))),
        _rooms("broken", schedule, [room for room in rooms if room.days < 0], words),
        _rooms("not-binding", schedule, [room for room in rooms if room.days > 0], words),
    )
    return Report(
        title=_headline(schedule, timing, words),
        language=language,
        columns=columns,
        sections=tuple(section for section in sections if section.rows),
        notes=_notes(schedule, timing, words),
    )


def _headline(schedule: Schedule, timing: Timing, words: Words) -> str:
    title = schedule.task_of(timing).title
    first = words.full(timing.start)
    if timing.is_milestone or timing.start == timing.finish:
        return words("stands-on", title=title, first=first)
    last = words.short(timing.finish, timing.start)
    if timing.occurrences is not None:
        return words("recurs", title=title, first=first, last=last, n=len(timing.occurrences))
    count = words.workdays(timing.duration)
    return words("runs", title=title, first=first, last=last, count=count)


def _step_row(schedule: Schedule, step: Step, words: Words) -> Row:
    text, span = say_step(schedule, step, words)
    day = step.timing.finish if step.point == "finish" else step.timing.start
    details = say_ties(schedule, step, words)
    if step.before is not None and not step.before.summary and not step.timing.summary:
        inside = skipped_inside(step.before)
        if inside:
            task = schedule.task_of(step.before).path
            details.append(_say_skips("skips-inside", inside, words, task))
        between = skipped_between(step.before, step.timing)
        if between and step.driver is not None and step.driver.link == "FS":
            details.append(_say_skips("skips-between", between, words, ""))
    stamp = words.stamp(day, year=schedule.start.year != day.year)
    return Row((stamp, text, say_place(schedule.plan, span, words)), details=tuple(details))


def _say_skips(key: str, runs: list[DaysOff], words: Words, task: str) -> str:
    """`3 days off inside plan: 04-03 to 04-05 Tomb-Sweeping Day`."""
    texts = [
        f"{_span(run.first, run.last, words)} {words.listed(run.labels)}".strip() for run in runs
    ]
    return words(key, n=sum(run.count for run in runs), task=task, days=words.listed(texts))


def _span(first: date, last: date, words: Words) -> str:
    begin, end = first.isoformat()[5:], last.isoformat()[5:]
    return begin if first == last else words("to", first=begin, last=end)


def _rooms(key: str, schedule: Schedule, rooms: list[Room], words: Words) -> Section:
    rows = []
    for room in rooms:
        count = words.workdays(abs(room.days))
        said = words("too-late" if room.days < 0 else "ready-earlier", count=count)
        rows.append(Row((said, say_room(room, words), say_place(schedule.plan, room.where, words))))
    return Section((words(key),), tuple(rows))


def say_room(room: Room, words: Words) -> str:
    """`fix.access (FS + 1d)`, or the written start."""
    if room.before is None or room.link is None:
        return words("driver-start")
    lag = signed(room.link.lag)
    return words("link-name", task=room.before.path, link=room.link.type, lag=lag)


def _notes(schedule: Schedule, timing: Timing, words: Words) -> tuple[str, ...]:
    notes = []
    if timing.occurrences is None:
        if timing.pinned:
            notes.append(words("why-pinned"))
        if not timing.pinned and not works_to_deadline(schedule, timing):
            notes.append(_say_float(schedule, timing, words))
        found = shorten(schedule, timing)
        if found is not None:
            notes.append(_say_shorten(found, words))
    return tuple(notes)


def _say_float(schedule: Schedule, timing: Timing, words: Words) -> str:
    """The float, a summary's as that of the task that has the least."""
    at = tightest(schedule, timing)
    found = limit(schedule, timing)
    what = "" if found is None else say_limit(found, words)
    here = schedule.task_of(at)
    days = at.total_float
    day = words.short(at.late_finish, at.finish)
    count = words.workdays(abs(days))
    if not days and found is not None and found.kind == "goal" and found.task is here:
        return words("why-is-goal")
    key = "why-float" if days > 0 else "why-negative" if days < 0 else "why-no-float"
    said = words(key, n=days, count=count, day=day, what=what)
    return f"{here.path}: {said}" if at is not timing else said


def say_limit(found: Limit, words: Words) -> str:
    """`review passes its deadline 05-08`."""
    path = "" if found.task is None else found.task.path
    keys = {
        "deadline": "passes-deadline",
        "plan-deadline": "passes-plan-deadline",
        "pinned": "moves-pinned",
        "goal": "moves-goal",
        "finish": "moves-finish",
    }
    return words(keys[found.kind], task=path, day=found.day.isoformat())


def _say_shorten(found: Shorten, words: Words) -> str:
    tasks = words.either([task.path for task in found.tasks])
    if found.until is None:
        return words("shorten-any", tasks=tasks)
    count = words.workdays(found.until.days)
    return words("shorten", tasks=tasks, count=count, what=say_room(found.until, words))
