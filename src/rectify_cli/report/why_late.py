"""Why a task is to be expected on its days: the chain of drivers, and what was reported on the way.

What happened stands in a forecast in place of what is written: a task that was begun, done or not
yet begun does not stand where the plan's text put it, and is told by its reports instead.
"""

from collections.abc import Iterator, Mapping
from math import ceil

from rectify_cli.progress.completion import started
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.chain import Step, chain
from rectify_cli.report.names import owner_title
from rectify_cli.report.record import Record
from rectify_cli.report.shares import percent
from rectify_cli.report.table import Report, Row, Section
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Timing
from rectify_cli.workdays.count import workdays_after, workdays_between


def why_late(status: Status, timing: Timing, view: Report) -> Report:
    """The view of a forecast's timing (`why`), with what was reported, and how late it is.

    Floats are the plan's, and say nothing of the forecast: they are left out.
    """
    words = Words(view.language)
    first, *others = view.sections
    said = list(_told(status, timing, words))
    rows = [
        row if text is None else Row((row.cells[0], text, ""), row.tone, row.details)
        for row, text in zip(first.rows, said, strict=True)
        if text != ""
    ]
    sections = (Section(first.heading, tuple(rows), first.head, first.tone), *others)
    return view._replace(sections=sections, notes=tuple(_lateness(status, timing, words)))


def why_late_record(status: Status, timing: Timing, record: Record) -> Record:
    """The same for machines: `planned_start`, `planned_finish`, and the text of every step."""
    planned = status.schedule.timings[timing.index]
    told = _told(status, timing, Words("en"))
    steps = record["chain"]
    assert isinstance(steps, list)  # noqa: S101 - as `why_record` makes it
    chained = [
        step if text is None else {**step, "kind": "actual", "text": text, **_NO_PLACE}
        for step, text in zip(steps, told, strict=True)
        if text != "" and isinstance(step, Mapping)
    ]
    return {
        **record,
        "planned_start": planned.start,
        "planned_finish": planned.finish,
        "chain": chained,
    }


_NO_PLACE = {"path": None, "line": None}


def _told(status: Status, timing: Timing, words: Words) -> Iterator[str | None]:
    """What is said of each step: None as the plan has it, empty where it was said just before."""
    before: str | None = None
    for step in chain(status.forecast, timing):
        text = _step(status, step, words)
        yield "" if text is not None and text == before else text
        before = text


def _step(status: Status, step: Step, words: Words) -> str | None:
    at = step.timing
    if at.summary or at.occurrences is not None:
        return None
    row = status.rows[at.task]
    path = status.schedule.plan.tasks[at.task].path
    text = _of_units(status, row, at, words) if at.units else _of_task(status, row, at, words)
    if text is None and step.before is None:
        of_end = step.point == "finish"
        text = (_past_deadline if of_end else _not_begun)(status, row, at, words)
    if text is None:
        return None
    said = words("late-step", task=path, said=text)
    block = row.facts.block
    if block is None or not row.is_open:
        return said
    since = words("st-blocked-since", day=words.short(block.on, status.as_of))
    if block.why:
        since = words("st-because-of", said=since, why=block.why)
    return words.joined([said, since])


def _of_task(status: Status, row: TaskStatus, at: Timing, words: Words) -> str | None:
    """What its reports say of a task that is no fan-out; None where it was not begun."""
    task = status.schedule.plan.tasks[at.task]
    if row.state == "done":
        return words("late-done", day=words.short(at.finish, status.as_of))
    if row.state == "reported" and row.facts.complete_on is not None:
        day = words.short(row.facts.complete_on, status.as_of)
        return words("late-reported", day=day, who=owner_title(status.schedule.plan, task.accept))
    if not started(row.facts):
        return None
    begun = words.short(at.start, status.as_of)
    if _is_measured(row):
        planned = status.schedule.timings[at.index]
        left = ceil(planned.duration * (1 - row.share))
        share = percent(row.share)
        if planned.pinned and at.finish == planned.finish:
            finish = words.short(at.finish, status.as_of)
            return words("late-window", day=begun, share=share, finish=finish)
        return words("late-share", day=begun, share=share, count=words.workdays(left))
    if at.finish == status.as_of:
        return words("late-ends-now", day=begun, today=words.short(at.finish, status.as_of))
    return words("late-begun", day=begun, finish=words.short(at.finish, status.as_of))


def _is_measured(row: TaskStatus) -> bool:
    facts = row.facts
    return facts.percent is not None or facts.count is not None or facts.itemised


def _of_units(status: Status, row: TaskStatus, at: Timing, words: Words) -> str | None:
    """What their reports say of the units of a fan-out that share a timing."""
    parts = [row.units[unit] for unit in at.units or () if unit in row.units]
    counting = [each for each in parts if each.counts]
    n, k = len(counting), sum(each.state == "done" for each in counting)
    begun = any(started(each.facts) for each in row.units.values()) or started(row.facts)
    if not counting or not (begun or row.state in {"done", "reported"}):
        return None
    said = words("late-units", k=k, n=n)
    if k == n or row.state == "done":
        return words("late-units-done", said=said, day=words.short(at.finish, status.as_of))
    if at.finish == status.schedule.timings[at.index].finish:
        return words("late-units-planned", said=said, day=words.short(at.finish, status.as_of))
    left = workdays_between(at.calendar, status.as_of, at.finish)
    return words("late-units-left", said=said, count=words.workdays(left))


def _not_begun(status: Status, row: TaskStatus, at: Timing, words: Words) -> str | None:
    """Nobody began what should have begun: it starts on the day of the view at the earliest."""
    planned = status.schedule.timings[at.index]
    if at.start <= planned.start or at.start < status.as_of or not row.is_open:
        return None
    near = status.as_of
    return words(
        "late-not-begun",
        planned=words.short(planned.start, near),
        day=words.short(at.start, near),
    )


def _past_deadline(status: Status, row: TaskStatus, at: Timing, words: Words) -> str | None:
    """What works until its deadline, and has it behind it, ends on the day of the view."""
    deadline = status.schedule.timings[at.index].deadline
    if deadline is None or at.finish <= deadline or not row.is_open:
        return None
    near = status.as_of
    return words(
        "late-past-deadline",
        deadline=words.short(deadline, near),
        day=words.short(at.finish, near),
    )


def _lateness(status: Status, timing: Timing, words: Words) -> Iterator[str]:
    planned = status.schedule.timings[timing.index]
    near = status.as_of
    first, last = words.short(planned.start, near), words.short(planned.finish, near)
    span = first if planned.start == planned.finish else words("to", first=first, last=last)
    n = workdays_after(timing.calendar, planned.finish, timing.finish)
    key = "late-by" if n > 0 else "late-early" if n < 0 else "late-kept"
    yield words(key, span=span, count=words.workdays(abs(n)))
