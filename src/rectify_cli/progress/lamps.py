"""The lamp of every task (三色督办), and why it shows what it does."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Lag
from rectify_cli.progress.status import Lamp, Reason, State
from rectify_cli.workdays.calendar import Calendar, OutOfCalendar
from rectify_cli.workdays.shift import shift


class Look(Struct):
    """What a lamp is decided from.

    `deadlines` are its own and those around it. `late`: one of its parts passes a deadline of its
    own. `slips`: its forecast alone, passing the planned finish, is a warning. `behind` compares
    `share` with `expected_before`. `red_below`: a leaf below is red. `summary`: nobody reports of
    it, so that silence is no reason.
    """

    state: State
    due: date | None
    deadlines: Sequence[date]
    planned_finish: date | None
    forecast_finish: date | None
    calendar: Calendar
    overdue: bool = False
    late: bool = False
    stale: bool = False
    slips: bool = False
    measured: bool = False
    share: Fraction = Fraction(0)
    expected_before: Fraction = Fraction(0)
    red_below: bool = False
    summary: bool = False


def lamp_of(look: Look, as_of: date, due_soon: Lag) -> tuple[Lamp | None, tuple[Reason, ...]]:
    """The lamp on the evening of `as_of`, and every reason that holds, the gravest first."""
    if look.state == "dropped":
        return None, ()
    if look.state == "done":
        return "done", ()
    reasons = tuple(_reasons(look))
    if reasons:
        return ("red" if reasons[0] == "overdue" else "yellow"), reasons
    if look.due is not None and is_soon(look.due, as_of, look.calendar, due_soon):
        return "blue", ("due-soon",)
    return "green", ()


def _reasons(look: Look) -> list[Reason]:
    found: list[tuple[bool, Reason]] = [
        (look.overdue, "overdue"),
        (look.state == "blocked", "blocked"),
        (_passes_a_deadline(look), "forecast-late"),
        (look.stale, "stale"),
        (look.state == "not-reported" and not look.summary, "not-reported"),
        (look.measured and look.share < look.expected_before, "behind"),
        (look.slips and _slips(look), "forecast-slips"),
        (look.red_below, "red-below"),
    ]
    return [reason for holds, reason in found if holds]


def _passes_a_deadline(look: Look) -> bool:
    finish = look.forecast_finish
    return look.late or (finish is not None and any(finish > day for day in look.deadlines))


def _slips(look: Look) -> bool:
    finish, planned = look.forecast_finish, look.planned_finish
    return finish is not None and planned is not None and finish > planned


def is_soon(due: date, as_of: date, calendar: Calendar, due_soon: Lag) -> bool:
    """Whether a due day lies within a length from a day on (`lamps: due_soon`)."""
    try:
        return due.toordinal() <= shift(calendar, as_of.toordinal(), due_soon)
    except OutOfCalendar:
        return False
