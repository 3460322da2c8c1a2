"""Two states of a plan → what differs, as facts: moved, added, removed, renamed, deadlines, owners.

`app.plan_diff` brings the two sides together, `plan_diff_causes` says why something moved,
`plan_diff_table` and `plan_diff_record` show it. Workdays are those of one calendar for both sides,
so that the sides may be swapped and every sign with them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.baseline import (
    Baseline,
    KeptTask,
    by_unit,
    deadlines_apart,
    workdays_moved,
)
from rectify_cli.progress.baseline_match import match
from rectify_cli.report.plan_diff_causes import Cause, Causes, Stretch
from rectify_cli.workdays.calendar import Calendar


class Side(Struct):
    """A state of the plan, and what was typed for it; `kept` None: it could not be read as one."""

    name: str
    kept: Baseline | None
    errors: int = 0


class Moved(Struct):
    """A task whose dates differ; `units` are those units of a fan-out that move alike, else None.

    `was` and `now` are start and finish, None where that side has no dates for it; `start_days` and
    `finish_days` are in workdays, later > 0.
    """

    task: KeptTask
    units: tuple[str, ...] | None
    was: Stretch | None
    now: Stretch | None
    start_days: int | None
    finish_days: int | None
    causes: tuple[Cause, ...]


class PhaseMoved(Struct):
    """A phase whose finish differs."""

    task: KeptTask
    was: date | None
    now: date | None
    days: int | None


class DeadlineChange(Struct):
    """A deadline that is another one, or is missed on one side only; `task` None: the plan's.

    `was_late` and `now_late` are the workdays by which it is missed, 0 where it is kept.
    """

    task: KeptTask | None
    units: tuple[str, ...] | None
    was: date | None
    now: date | None
    was_late: int
    now_late: int
    finish_days: int | None = None


class Renamed(Struct):
    """A task under another path; `by_was`: the plan says so itself, and old reports follow."""

    old: KeptTask
    new: KeptTask
    by_was: bool


class Change(Struct):
    """A field of a task (`owner`, `title`, `place`) that says something else."""

    task: KeptTask
    field: str
    was: str | None
    now: str | None


class UnitsChange(Struct):
    """The units of a fan-out that are new, and those that are gone."""

    task: KeptTask
    added: tuple[str, ...]
    removed: tuple[str, ...]


class PlanDiff(Struct):
    """All that differs, each list in the order of the new plan; what is gone in the old one's.

    `moved`, `added` and `removed` are of leaf tasks; `finish_days` is None where a side has no
    finish. `reports` has how many reports name an old path that is no longer there, `owner_titles`
    what owners are called, where that is known.
    """

    old: Side
    new: Side
    finish_days: int | None = None
    phases: tuple[PhaseMoved, ...] = ()
    moved: tuple[Moved, ...] = ()
    deadlines: tuple[DeadlineChange, ...] = ()
    added: tuple[KeptTask, ...] = ()
    removed: tuple[KeptTask, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    owners: tuple[Change, ...] = ()
    units: tuple[UnitsChange, ...] = ()
    words: tuple[Change, ...] = ()
    details: tuple[Change, ...] = ()
    reports: Mapping[str, int] = {}
    owner_titles: Mapping[str, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether both sides say the same."""
        return self.finish_days in {0, None} and not any(
            (self.phases, self.moved, self.deadlines, self.added, self.removed, self.renamed,
             self.owners, self.units, self.words, self.details)
        )  # fmt: skip

    @property
    def comparable(self) -> bool:
        """Whether both sides could be read."""
        return self.old.kept is not None and self.new.kept is not None


def plan_diff(old: Side, new: Side, calendar: Calendar | None) -> PlanDiff:
    """What differs between two states; nothing but the sides where one could not be read.

    Args:
        old: The earlier state.
        new: The later one.
        calendar: The one to count workdays in; None only where neither side could be read.
    """
    was, now = old.kept, new.kept
    if was is None or now is None or calendar is None:
        return PlanDiff(old, new)
    pairs = match(was.tasks, now.tasks)
    found = sorted((place, at) for at, place in pairs.items())
    both = [(was.tasks[at], now.tasks[place]) for place, at in found]
    taken = set(pairs.values())
    return PlanDiff(
        old,
        new,
        workdays_moved(calendar, was.finish, now.finish),
        phases=tuple(_phases(both, calendar)),
        moved=tuple(_moved(both, Causes(was, now, both), calendar)),
        deadlines=tuple(_deadlines(was, now, both, calendar)),
        added=_leaves(task for at, task in enumerate(now.tasks) if at not in taken),
        removed=_leaves(task for at, task in enumerate(was.tasks) if at not in pairs),
        renamed=tuple(_renamed(both)),
        owners=tuple(_owners(both)),
        units=tuple(_units(both)),
        words=tuple(_words(was, now, both)),
        details=tuple(_details(both)),
    )


Pairs = Sequence[tuple[KeptTask, KeptTask]]


def _leaves(tasks: Iterable[KeptTask]) -> tuple[KeptTask, ...]:
    return tuple(task for task in tasks if task.kind == "task")


def _phases(both: Pairs, calendar: Calendar) -> Iterator[PhaseMoved]:
    for old, new in both:
        if new.kind == "phase" and old.finish != new.finish:
            days = workdays_moved(calendar, old.finish, new.finish)
            yield PhaseMoved(new, old.finish, new.finish, days)


def _moved(both: Pairs, causes: Causes, calendar: Calendar) -> Iterator[Moved]:
    for old, new in both:
        if new.kind != "task":
            continue
        was, now = by_unit(old.dates), by_unit(new.dates)
        alike: dict[tuple[Stretch | None, Stretch | None, tuple[Cause, ...]], list[str | None]] = {}
        for unit in now or was:
            # A unit that only one side has is no move; a task without any dates on a side is one.
            if (unit not in was and was) or (unit not in now and now):
                continue
            before, after = was.get(unit), now.get(unit)
            old_dates = None if before is None else (before.start, before.finish)
            new_dates = None if after is None else (after.start, after.finish)
            if old_dates != new_dates:
                why = () if before is None or after is None else causes.of(old, new, before, after)
                alike.setdefault((old_dates, new_dates, why), []).append(unit)
        for (old_dates, new_dates, why), units in alike.items():
            named = tuple(unit for unit in units if unit is not None) or None
            started, finished = (
                None
                if old_dates is None or new_dates is None
                else workdays_moved(calendar, old_dates[point], new_dates[point])
                for point in (0, 1)
            )
            yield Moved(new, named, old_dates, new_dates, started, finished, why)


def _deadlines(
    was: Baseline, now: Baseline, both: Pairs, calendar: Calendar
) -> Iterator[DeadlineChange]:
    late = _late(calendar, was.finish, was.deadline), _late(calendar, now.finish, now.deadline)
    if was.deadline != now.deadline or (late[0] > 0) != (late[1] > 0):
        days = workdays_moved(calendar, was.finish, now.finish)
        yield DeadlineChange(None, None, was.deadline, now.deadline, *late, days)
    for old, new in both:
        yield from _deadlines_of(old, new, calendar)


def _deadlines_of(old: KeptTask, new: KeptTask, calendar: Calendar) -> Iterator[DeadlineChange]:
    """Units that have another deadline together; units that miss one now, or kept one, together."""
    changed: set[str | None] = set()
    was, now = by_unit(old.dates), by_unit(new.dates)
    for units, before, after in deadlines_apart(old, new):
        each = units or (None,)
        changed |= set(each)
        yield DeadlineChange(
            new,
            units,
            before,
            after,
            max(_late(calendar, was[unit].finish, before) for unit in each),
            max(_late(calendar, now[unit].finish, after) for unit in each),
            _days(calendar, old, new),
        )
    missed: dict[tuple[date | None, int, int], list[str]] = {}
    for unit, dates in now.items():
        if unit in was and unit not in changed:
            late = tuple(_late(calendar, each.finish, each.deadline) for each in (was[unit], dates))
            if (late[0] > 0) != (late[1] > 0):
                missed.setdefault((dates.deadline, late[0], late[1]), []).append(unit or "")
    for (deadline, before_late, after_late), named in missed.items():
        units = tuple(filter(None, named)) or None
        days = _days(calendar, old, new)
        yield DeadlineChange(new, units, deadline, deadline, before_late, after_late, days)


def _days(calendar: Calendar, old: KeptTask, new: KeptTask) -> int | None:
    return workdays_moved(calendar, old.finish, new.finish)


def _late(calendar: Calendar, finish: date | None, deadline: date | None) -> int:
    """The workdays by which a finish passes a deadline, at least 1 if it does; 0 if it is kept."""
    if finish is None or deadline is None or finish <= deadline:
        return 0
    return max(workdays_moved(calendar, deadline, finish) or 0, 1)


def _renamed(both: Pairs) -> Iterator[Renamed]:
    """What has another path, but not what only stands in something that was renamed."""
    paths = {old.path: new.path for old, new in both}
    for old, new in both:
        outer, _, name = old.path.rpartition(".")
        expected = f"{paths[outer]}.{name}" if outer in paths else old.path
        if new.path != expected:
            yield Renamed(old, new, old.path in new.was or new.path in old.was)


def _owners(both: Pairs) -> Iterator[Change]:
    yield from _where_said(
        (new, {"owner": old.owner, "lead": old.lead}, {"owner": new.owner, "lead": new.lead})
        for old, new in both
    )


def _details(both: Pairs) -> Iterator[Change]:
    yield from _where_said((new, dict(old.details), dict(new.details)) for old, new in both)


Fields = Mapping[str, str | None]


def _where_said(tasks: Iterable[tuple[KeptTask, Fields, Fields]]) -> Iterator[Change]:
    """The fields that differ; a change that came down from around a task is told there alone."""
    seen: dict[tuple[str, str], tuple[str | None, str | None]] = {}
    for task, was, now in tasks:
        outer = task.path.rpartition(".")[0]
        for field in dict.fromkeys((*was, *now)):
            change = was.get(field), now.get(field)
            if change[0] == change[1]:
                continue
            seen[task.path, field] = change
            if seen.get((outer, field)) != change:
                yield Change(task, field, *change)


def _units(both: Pairs) -> Iterator[UnitsChange]:
    for old, new in both:
        was, now = by_unit(old.dates), by_unit(new.dates)
        if not was or not now:
            continue
        added = tuple(unit for unit in now if unit is not None and unit not in was)
        removed = tuple(unit for unit in was if unit is not None and unit not in now)
        if added or removed:
            yield UnitsChange(new, added, removed)


def _words(was: Baseline, now: Baseline, both: Pairs) -> Iterator[Change]:
    if was.title != now.title:
        plan = KeptTask("", "phase", now.title)
        yield Change(plan, "title", was.title, now.title)
    for old, new in both:
        if old.title != new.title and not _follows_id(old, new):
            yield Change(new, "title", old.title, new.title)
        if old.note != new.note:
            yield Change(new, "note", old.note, new.note)


def _follows_id(old: KeptTask, new: KeptTask) -> bool:
    """Whether the titles are but the ids, which have changed."""
    return all(task.title == task.path.rpartition(".")[2] for task in (old, new))
