"""Which calendar a task works in.

A spec says how a calendar is made; the floor of the workdays makes it, once for each equal spec.
"""

from typing import TYPE_CHECKING

from rectify_cli.plan.model import CalendarSpec, FrozenCalendar, Overlay, Owner

if TYPE_CHECKING:  # the documents' library is costly, and a plan from the cache needs none of it
    from rectify_cli.plan.document import CalendarDocument

MONDAY_TO_FRIDAY = frozenset(range(5))


def written_calendar(
    written: "CalendarDocument | None", frozen: FrozenCalendar | None
) -> CalendarSpec:
    """The calendar that is written; Monday to Friday where nothing is.

    A task's calendar stands for itself, as a plan's does: a contractor's holidays are no matter of
    the plan's.
    """
    if written is None:
        return CalendarSpec(MONDAY_TO_FRIDAY, None, None, None, ())
    overlay = Overlay(written.days_off, written.workdays)
    return CalendarSpec(
        week=MONDAY_TO_FRIDAY if written.week is None else frozenset(written.week),
        country=None if written.country is None else written.country.text,
        subdivision=None if written.subdivision is None else written.subdivision.text,
        frozen=frozen,
        overlays=(overlay,) if overlay.days_off or overlay.workdays else (),
        where=written.where,
    )


def calendar_for(
    plan: CalendarSpec, task: CalendarSpec | None, owner: Owner | None
) -> CalendarSpec:
    """The calendar of a task: its own, else its owner's days off over the plan's.

    `owner` is the unit, for an instance of a fan-out. A leader's days off do not count.
    """
    if task is not None:
        return task
    if owner is None or not owner.days_off:
        return plan
    overlays = (*plan.overlays, Overlay(days_off=owner.days_off))
    return CalendarSpec(
        plan.week, plan.country, plan.subdivision, plan.frozen, overlays, where=plan.where
    )
