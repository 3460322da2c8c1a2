"""The first lines of the status: the day, how much is done, where it will end and why then."""

from datetime import date

from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.report.attention import leaves
from rectify_cli.report.blame import late_before
from rectify_cli.report.remarks import deadlines_missed
from rectify_cli.report.shares import percent, percents
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.count import workdays_after, workdays_between

Fact = tuple[str, ...]


def status_headline(teller: Teller) -> tuple[Fact, ...]:
    """Lines of facts, each in parts; the title is not among them."""
    status, words = teller.status, teller.words
    when = day_in_plan(status.schedule, status.as_of, words)
    lines: list[Fact] = [(words.joined([words("st-as-of", day=words.full(status.as_of)), when]),)]
    lines += [(part,) for part in (*_shares(teller), _finish(teller), _worst(teller)) if part]
    if teller.held is not None:
        from rectify_cli.report.against import against_said  # noqa: PLC0415 - start-up

        lines.append((against_said(teller.held, status, words),))
    return tuple(lines)


def day_in_plan(schedule: Schedule, day: date, words: Words) -> str:
    """`workday 31 of 55`; before the plan when it starts, after it when its last day was."""
    if day < schedule.start:
        return words("st-before", day=words.full(schedule.start))
    if schedule.finish is None:
        return words("st-nothing-dated")
    if day > schedule.finish:
        return words("st-after", day=words.full(schedule.finish))
    number = workdays_between(schedule.calendar, schedule.start, day)
    key = "st-number" if schedule.calendar.is_workday(day.toordinal()) else "st-day-off"
    return words(key, n=number, all=schedule.workdays)


def _shares(teller: Teller) -> list[str]:
    status, words = teller.status, teller.words
    said = [words("st-shares", share=percent(status.share), expected=percent(status.expected))]
    points = percents(status.expected) - percents(status.share)
    if points:
        said = [
            words.joined([*said, words("st-points" if points > 0 else "st-ahead", n=abs(points))])
        ]
    said[0] += words("full-stop")
    if not status.ledger_size:
        said.append(words("st-nothing-said"))
    return said


def _finish(teller: Teller) -> str:
    """When it will end, how far from the plan, and what makes it late."""
    status, words = teller.status, teller.words
    if status.forecast_finish is None or status.slip is None:
        return ""
    day = words.full(status.forecast_finish)
    if not status.slip:
        return words("st-finish-as-planned", day=day)
    if status.slip < 0:
        return words("st-finish-early", day=day, count=words.workdays(-status.slip))
    count = words.workdays(status.slip)
    because = _because(teller, _last(status))
    return words("st-finish-late", day=day, count=count, because=because)


def _last(status: Status) -> TaskStatus | None:
    """The task with which the forecast ends."""
    ending = [row for row in leaves(status) if row.forecast_finish == status.forecast_finish]
    return next((row for row in ending if row.slip), next(iter(ending), None))


def _because(teller: Teller, row: TaskStatus | None) -> str:
    if row is None:
        return ""
    late = late_before(teller.status, row)
    name = teller.name(late[-1] if late else row.index)
    return teller.words("st-because-clause", name=name)


def _worst(teller: Teller) -> str:
    """The task that will pass its deadline by most, by how much, and because of what."""
    words = teller.words
    late = [row for row in leaves(teller.status) if _will_be_late(row)]
    if not late:
        return ""
    worst = max(late, key=lambda row: (deadlines_missed(teller, row), -row.index))
    day = worst.forecast_finish
    assert day is not None  # noqa: S101 - it was compared with a deadline
    late_tasks = late_before(teller.status, worst)
    said = words(
        "st-worst",
        title=teller.task(worst).title,
        day=teller.day(day),
        count=words.workdays(deadlines_missed(teller, worst)),
        because=words("st-because-clause", name=teller.name(late_tasks[-1])) if late_tasks else "",
    )
    if len(late) > 1:
        said += words("st-worst-more", n=len(late) - 1)
    return said + words("full-stop")


def _will_be_late(row: TaskStatus) -> bool:
    return "forecast-late" in row.reasons and row.lamp != "red"


def slip_said(slip: int | None, words: Words) -> str:
    """`+3d`, `-2d`; nothing where it ends as planned."""
    return "" if not slip else words("st-slip", n=f"{slip:+}")


def late_by(status: Status, deadline: date | None) -> int:
    """By how many of the plan's workdays its forecast passes a deadline; 0 where it does not."""
    finish = status.forecast_finish
    if finish is None or deadline is None or finish <= deadline:
        return 0
    return workdays_after(status.schedule.calendar, deadline, finish)
