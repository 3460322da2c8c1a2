"""What is written about when a task happens becomes `Dates`; what contradicts itself is reported.

`on` or `finish` alone is one day, a window's duration follows from its edges, and a task that says
nothing takes what `defaults` say, else one day (`docs/scheduling.md`).
"""

from collections.abc import Container
from datetime import date
from functools import lru_cache

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.document import OverrideDocument, TaskDocument
from rectify_cli.plan.lengths import lag_of, workdays_of
from rectify_cli.plan.model import DateRule, Dates, FixedDate, Lag, Point, RelativeDate
from rectify_cli.plan.read_date import POINTS
from rectify_cli.plan.references import Besides, References, Speaker
from rectify_cli.plan.surplus import start_after_finish, surplus
from rectify_cli.plan.written import ToDeadline, WrittenDate, WrittenDay, WrittenLength

Duration = WrittenLength | ToDeadline
Writing = TaskDocument | OverrideDocument

_POINTS = Besides(tuple(POINTS), tuple(POINTS))

ONE_DAY = Dates(duration=1)

DATING = frozenset({"on", "start", "finish", "duration"})


@lru_cache(maxsize=4096)
def _fixed(day: date) -> FixedDate:
    """A written day; equal ones are one record, for a large plan writes few that differ."""
    return FixedDate(day)


@lru_cache(maxsize=4096)
def _own_point(point: Point, lag: Lag) -> RelativeDate:
    """A date that counts from the task that says it; equal ones are one record."""
    return RelativeDate(None, point, lag)


@lru_cache(maxsize=4096)
def _without_days(duration: Duration | None, week_days: int) -> Dates:
    """The dates of a task that says no day, as most do; equal ones are one record."""
    if duration is None:
        return ONE_DAY
    if duration == "to-deadline":
        return Dates(to_deadline=True)
    return Dates(duration=workdays_of(duration, week_days))


class DateReader(Struct):
    """What it takes to read dates: the plan's references, and its repeating tasks."""

    references: References
    repeating: Container[int]

    def rule(self, written: WrittenDate, speaker: Speaker, *, linked: bool) -> DateRule | None:
        """The rule that a written date stands for; None, and a finding, where it stands for none.

        `linked`: the date is a link in the network, outside which repeating tasks stand.
        """
        if isinstance(written, WrittenDay):
            return _fixed(written.value)
        lag = lag_of(written.offset, speaker.week_days)
        if written.reference is None:
            return _own_point(written.point, lag)
        task = self.references.find(written.reference, written.where, speaker, _POINTS)
        if task is None:
            return None
        if task == speaker.task:
            return _own_point(written.point, lag)
        if linked and task in self.repeating:
            message = say("'{name}' repeats, and no date is linked to it", name=written.reference)
            fix = say("count from a task that does not repeat, or write the day")
            self.references.findings.append(Finding("bad-value", written.where.span, message, fix))
            return None
        return RelativeDate(task, written.point, lag)

    def dates(
        self, written: Writing, speaker: Speaker, default: Duration | None, *, repeats: bool
    ) -> tuple[Dates, bool]:
        """The dates of a task or of an override, and whether they are in doubt.

        `default` is the duration that `defaults` give; `repeats`: it is a repeating task.
        """
        if not (written.bad or repeats) and written.on is written.start is written.finish is None:
            return _without_days(lasting(written, default), speaker.week_days), False
        doubtful = not written.bad.isdisjoint(DATING)
        found = surplus(written, repeats=repeats)
        if found is not None:
            self.references.findings.append(found)
            return ONE_DAY, True
        on, start, finish = None, None, None
        if written.on is not None:
            on = self._own("on", written.on, written, speaker, linked=not repeats)
            doubtful |= on is None
        if written.start is not None:
            start = self._own("start", written.start, written, speaker, linked=not repeats)
            doubtful |= start is None
        if written.finish is not None:
            finish = self._own("finish", written.finish, written, speaker, linked=not repeats)
            doubtful |= finish is None
        if (
            isinstance(start, FixedDate)
            and isinstance(finish, FixedDate)
            and start.day > finish.day
        ):
            self.references.findings.append(start_after_finish(written, start.day, finish.day))
            doubtful = True
        duration = None if repeats else lasting(written, default)
        if duration == "to-deadline":
            return Dates(on, start, finish, None, to_deadline=True), doubtful
        days = None if duration is None else workdays_of(duration, speaker.week_days)
        one_day = duration is None and not repeats and (start is None or finish is None)
        return Dates(on, start, finish, 1 if one_day else days), doubtful

    def start_of_summary(self, written: WrittenDate, speaker: Speaker) -> DateRule | None:
        """The start of a phase or summary; None, and a finding, where it cannot be."""
        rule = self.rule(written, speaker, linked=True)
        if isinstance(rule, RelativeDate) and rule.task is None:
            self._report_own(written)
            return None
        return rule

    def _own(
        self, key: str, date: WrittenDate, written: Writing, speaker: Speaker, *, linked: bool
    ) -> DateRule | None:
        """A date of the task itself, which may hang on its own start only where that is given.

        None where its key is mistyped: what it names is asked for, and no more is made of it.
        """
        rule = self.rule(date, speaker, linked=linked)
        if key in written.bad:
            return None
        if not isinstance(rule, RelativeDate) or rule.task is not None:
            return rule
        if key == "finish" and rule.point == "start" and written.start is not None:
            return rule
        self._report_own(date)
        return None

    def _report_own(self, written: WrittenDate) -> None:
        message = say("this date is counted from itself")
        fix = say("count from another task, or write the day")
        self.references.findings.append(Finding("self-reference", written.where.span, message, fix))


def lasting(written: Writing, default: Duration | None) -> Duration | None:
    """The duration that holds: the written one, else that of `defaults` where they have a say."""
    if written.duration is not None:
        return written.duration
    return default if written.on is None and written.finish is None else None
