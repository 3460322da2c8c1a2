"""Which calendar a task works in: what is written is laid over what the plan says.

A spec says how a calendar is made; the floor of the workdays makes it, once for each equal spec.
"""

from rectify_cli.plan.document import CalendarDocument
from rectify_cli.plan.model import CalendarSpec, FrozenCalendar, Overlay, Owner

MONDAY_TO_FRIDAY = frozenset(range(5))


def calendar_over(
    base: CalendarSpec | None, written: CalendarDocument | None, frozen: FrozenCalendar | None
) -> CalendarSpec:
    """The calendar that is written, over `base`; over Monday to Friday where that is None.

    A week, a country or a frozen file replaces that of the base (a country its subdivision and
    frozen days too, which are no other country's); days off and workdays lie over its own.
    """
    spec = base or CalendarSpec(MONDAY_TO_FRIDAY, None, None, None, ())
    if written is None:
        return spec
    country, subdivision, days = spec.country, spec.subdivision, spec.frozen
    if written.country is not None:
        country, subdivision, days = written.country.value, None, None
    if written.subdivision is not None:
        subdivision, days = written.subdivision.value, None
    return CalendarSpec(
        week=spec.week if written.week is None else frozenset(written.week),
        country=country,
        subdivision=subdivision,
        frozen=frozen or days,
        overlays=_with(spec, Overlay(written.days_off, written.workdays)),
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
    overlays = _with(plan, Overlay(days_off=owner.days_off))
    return CalendarSpec(
        plan.week, plan.country, plan.subdivision, plan.frozen, overlays, where=plan.where
    )


def _with(spec: CalendarSpec, overlay: Overlay) -> tuple[Overlay, ...]:
    if not overlay.days_off and not overlay.workdays:
        return spec.overlays
    return (*spec.overlays, overlay)
