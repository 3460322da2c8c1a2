"""The only room that knows mpxj: a plan in, what its `MicrosoftScheduler` says out.

mpxj is Java, reached through jpype, and untyped; nothing of it leaves this file. A day is 08-12 and
13-17, so that a date's morning is 08:00 and its evening 17:00, and instants come back as the date
whose morning they are (an evening is the next day's morning).
"""

import importlib.util
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from tests.judges.small_plan import ALL_WEEK, Calendar, Lag, Link, Plan, Task

DAY = timedelta(days=1)
EVERY_DAY = Calendar(ALL_WEEK)
MORNING, EVENING = 8, 17
JAVA_NAMES = {
    "FS": "FINISH_START",
    "SS": "START_START",
    "FF": "FINISH_FINISH",
    "SF": "START_FINISH",
}


@dataclass(frozen=True)
class Instant:
    """The morning of `day`, or the evening of the day before."""

    day: date
    evening: bool = False


@dataclass(frozen=True)
class Times:
    """What mpxj says of one task; slacks in workdays of the task's calendar."""

    start: Instant
    finish: Instant
    late_start: Instant
    late_finish: Instant
    total_slack: int
    free_slack: int


def why_not() -> str | None:
    """Why mpxj cannot judge here; None: it can."""
    for package in ("jpype", "mpxj"):
        if importlib.util.find_spec(package) is None:
            return f"the Python package {package} is not installed"
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return "no Java runtime on the PATH, and no JAVA_HOME"
    return None


@lru_cache(maxsize=1)
def _java() -> Any:
    import jpype  # noqa: PLC0415 - optional, and slow to import
    import mpxj  # noqa: F401, PLC0415 - puts its jars on the class path

    if not jpype.isJVMStarted():
        jpype.startJVM(convertStrings=True)
    return jpype.JPackage("org").mpxj, jpype.JPackage("java").time


@dataclass(frozen=True)
class Asked:
    """What is asked of mpxj beside the plan, by task.

    `held` start no earlier than an instant, `stood` stand at one, `capped` finish no later.
    """

    held: Mapping[str, Instant] = field(default_factory=dict)
    stood: Mapping[str, Instant] = field(default_factory=dict)
    capped: Mapping[str, Instant] = field(default_factory=dict)


def schedule(plan: Plan, asked: Asked | None = None) -> dict[str, Times]:
    """What mpxj makes of a plan."""
    return _Project(plan, asked or Asked()).times()


class _Project:
    """One plan as an mpxj project, scheduled."""

    def __init__(self, plan: Plan, asked: Asked) -> None:
        self.mpxj, self.time = _java()
        self.plan = plan
        self.file = self.mpxj.ProjectFile()
        self.calendars: dict[Calendar, Any] = {}
        self.file.setDefaultCalendar(self._calendar(plan.calendar))
        self.begin = self._milestone(plan.start)
        self.tasks = {task.id: self._task(task) for task in plan.tasks}
        for task in plan.tasks:
            self._bind(task)
        for name, instant in asked.stood.items():
            self._constrain(self.tasks[name], "MUST_START_ON", self._instant(instant))
        for name, instant in asked.held.items():
            self._constrain(self.tasks[name], "START_NO_EARLIER_THAN", self._instant(instant))
        for name, instant in asked.capped.items():
            self.tasks[name].setDeadline(self._instant(instant))
        self.mpxj.cpm.MicrosoftScheduler().schedule(self.file, self._at(plan.start, MORNING))

    def times(self) -> dict[str, Times]:
        return {
            name: Times(
                _read(task.getStart()),
                _read(task.getFinish()),
                _read(task.getLateStart()),
                _read(task.getLateFinish()),
                _whole(task.getTotalSlack()),
                _whole(task.getFreeSlack()),
            )
            for name, task in self.tasks.items()
        }

    def _at(self, day: date, hour: int) -> Any:
        return self.time.LocalDateTime.of(day.year, day.month, day.day, hour, 0)

    def _instant(self, instant: Instant) -> Any:
        if instant.evening:
            return self._at(instant.day - DAY, EVENING)
        return self._at(instant.day, MORNING)

    def _length(self, amount: int, *, elapsed: bool = False) -> Any:
        unit = self.mpxj.TimeUnit
        return self.mpxj.Duration.getInstance(amount, unit.ELAPSED_DAYS if elapsed else unit.DAYS)

    def _calendar(self, calendar: Calendar) -> Any:
        if calendar in self.calendars:
            return self.calendars[calendar]
        made = self.file.addDefaultBaseCalendar()
        made.setName(f"calendar {len(self.calendars)}")
        for weekday in range(7):
            java_day = self.time.DayOfWeek.of(weekday + 1)
            made.setWorkingDay(java_day, weekday in calendar.week)
            self._set_hours(made.addCalendarHours(java_day), works=weekday in calendar.week)
        for day in {*calendar.days_off, *calendar.workdays}:
            java_date = self.time.LocalDate.of(day.year, day.month, day.day)
            self._set_hours(made.addCalendarException(java_date), works=calendar.works(day))
        self.calendars[calendar] = made
        return made

    def _set_hours(self, hours: Any, *, works: bool) -> None:
        hours.clear()
        for first, last in ((8, 12), (13, 17)) if works else ():
            local = self.time.LocalTime
            hours.add(self.mpxj.LocalTimeRange(local.of(first, 0), local.of(last, 0)))

    def _blank(self, duration: int, calendar: Calendar) -> Any:
        task = self.file.addTask()
        task.setDuration(self._length(duration))
        task.setRemainingDuration(self._length(duration))
        task.setActualDuration(self._length(0))
        task.setMilestone(duration == 0)
        task.setCalendar(self._calendar(calendar))
        return task

    def _milestone(self, day: date) -> Any:
        task = self._blank(0, EVERY_DAY)
        self._constrain(task, "MUST_START_ON", self._at(day, MORNING))
        return task

    def _constrain(self, task: Any, kind: str, instant: Any = None) -> None:
        task.setConstraintType(getattr(self.mpxj.ConstraintType, kind))
        task.setConstraintDate(instant)

    def _task(self, task: Task) -> Any:
        calendar = self.plan.calendar_of(task)
        made = self._blank(task.duration, calendar)
        cap = self.plan.cap(task)
        if cap is not None:
            made.setDeadline(self._at(cap, EVENING))
        not_before = self.plan.no_earlier_than(task)
        if task.window and task.start is not None:
            first = calendar.day(calendar.before(task.start))
            self._constrain(made, "MUST_START_ON", self._at(first, MORNING))
        elif task.on is not None:
            hour = MORNING if task.duration else EVENING
            self._constrain(made, "MUST_START_ON", self._at(task.on, hour))
        elif task.finish is not None:
            self._constrain(made, "MUST_FINISH_ON", self._at(task.finish, EVENING))
        elif task.alap:
            self._constrain(made, "AS_LATE_AS_POSSIBLE")
        elif not_before is not None:
            first = calendar.day(calendar.before(not_before))
            self._constrain(made, "START_NO_EARLIER_THAN", self._at(first, MORNING))
        return made

    def _bind(self, task: Task) -> None:
        """Give a task its links; one to the plan's start makes mpxj keep to it."""
        made = self.tasks[task.id]
        if not task.pinned:
            self._link(self.begin, made, "FS", self._length(0))
        for link in self.plan.leaf_links(task):
            if link.lag.elapsed and link.type in {"FF", "SF"} and link.lag.amount:
                self._link_by_day(link, made)
            else:
                self._link(self.tasks[link.on], made, link.type, self._lag(link.lag))

    def _lag(self, lag: Lag) -> Any:
        return self._length(lag.days(self.plan.week_days), elapsed=lag.elapsed)

    def _link(self, first: Any, then: Any, kind: str, lag: Any) -> None:
        type_ = getattr(self.mpxj.RelationType, JAVA_NAMES[kind])
        relation = self.mpxj.Relation.Builder().predecessorTask(first).type(type_).lag(lag)
        then.addPredecessor(relation)

    def _link_by_day(self, link: Link, then: Any) -> None:
        """Bind a finish by calendar days, which mpxj of itself takes from the start.

        A one-day task in a calendar without days off stands on the calendar day that the lag
        names, and the bound task finishes on its first workday that is not before that.
        """
        named = self._blank(1, EVERY_DAY)
        after_its_day = self._length(link.lag.days(self.plan.week_days) - 1)
        first = self.tasks[link.on]
        self._link(first, named, "FS" if link.type == "FF" else "SS", after_its_day)
        self._link(named, then, "SF", self._length(1))


def _read(moment: Any) -> Instant:
    read = datetime.fromisoformat(str(moment))
    if read.hour == EVENING:
        return Instant(read.date() + DAY, evening=True)
    if read.hour == MORNING:
        return Instant(read.date())
    raise ValueError(f"mpxj left whole days: {read}")


def _whole(duration: Any) -> int:
    """A slack in days; a zero may come in hours."""
    days = float(duration.getDuration())
    if abs(days - round(days)) > 1e-6:
        raise ValueError(f"mpxj left whole days: {duration}")
    return round(days)
