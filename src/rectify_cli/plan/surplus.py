"""Dates that are given twice over, or that contradict each other, where they are written."""

from datetime import date

from rectify_cli.foundation.finding import Finding, Message, Related, say
from rectify_cli.plan.document import OverrideDocument, PhaseDocument, PlanDocument, TaskDocument
from rectify_cli.plan.written import ToDeadline, WrittenDate, WrittenLength

Writing = TaskDocument | OverrideDocument


def surplus(written: Writing, *, repeats: bool) -> Finding | None:
    """The finding about a date or duration that says what others have said already."""
    if repeats:
        return _of_repeating(written)
    on, start, finish, duration = written.on, written.start, written.finish, written.duration
    if written.bad:
        on, start, finish, duration = _in_order(written)
    if on is not None and start is not None:
        return _over_specified(written, "start", "on", say("on: is the day it starts"))
    if on is not None and finish is not None:
        fix = say("keep on:, with a duration: if it takes longer than a day")
        return _over_specified(written, "finish", "on", fix)
    if duration is None or (finish is None and (on is None or duration != "to-deadline")):
        return None
    if finish is None:
        return _over_specified(written, "duration", "on", say("write on: with 3d, or start:"))
    if start is not None:
        fix = say("take one of start:, finish: and duration: away")
        return _over_specified(written, "duration", "finish", fix)
    if duration == "to-deadline":
        fix = say("write deadline: for the limit, or a duration such as 3d")
        return _over_specified(written, "duration", "finish", fix)
    return None


def start_after_finish(written: Writing, start: date, finish: date) -> Finding:
    """The finding about a window whose edges are the wrong way round."""
    return Finding(
        "start-after-finish",
        written.where.at("start"),
        say("the start, {start}, is after the finish, {finish}", start=start, finish=finish),
        say("change the two round, or correct one of them"),
        (Related(written.where.at("finish"), say("the finish")),),
    )


def deadline_before_start(
    written: Writing | PhaseDocument | PlanDocument, deadline: date, start: date
) -> Finding:
    """The finding about a deadline that has passed when the work begins."""
    return Finding(
        "deadline-before-start",
        written.where.at("deadline"),
        say(
            "the deadline, {deadline}, is before the start, {start}", deadline=deadline, start=start
        ),
        say("write {start} or a later day", start=start),
    )


def _in_order(
    written: Writing,
) -> tuple[
    WrittenDate | None, WrittenDate | None, WrittenDate | None, WrittenLength | ToDeadline | None
]:
    """`on`, `start`, `finish` and `duration`, without those under mistyped keys."""
    bad = written.bad
    return (
        None if "on" in bad else written.on,
        None if "start" in bad else written.start,
        None if "finish" in bad else written.finish,
        None if "duration" in bad else written.duration,
    )


def _of_repeating(written: Writing) -> Finding | None:
    for key, value in (("on", written.on), ("duration", written.duration)):
        if value is not None:
            message = say("a repeating task has its days from repeat:, not from {key}:", key=key)
            fix = say("write start: and finish:, between which it repeats")
            return Finding("over-specified", written.where.at(key), message, fix)
    return None


def _over_specified(written: Writing, surplus: str, besides: str, fix: Message) -> Finding:
    message = say("{surplus}: says again what {besides}: says", surplus=surplus, besides=besides)
    related = Related(written.where.at(besides), say("the other"))
    return Finding("over-specified", written.where.at(surplus), message, fix, (related,))
