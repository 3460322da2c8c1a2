"""What people call owners, units and tasks in a view."""

from collections.abc import Iterable

from rectify_cli.plan.model import Plan, TimeRange
from rectify_cli.report.words import Words


def owner_title(plan: Plan, name: str | None) -> str:
    """An owner's title; a name that is no owner's is text, and stays."""
    if name is None:
        return ""
    owner = plan.owners.get(name)
    return name if owner is None else owner.title


def owner_titles(plan: Plan, names: Iterable[str], words: Words) -> str:
    """Several owners' titles; a group keeps its id."""
    return words.listed(owner_title(plan, name) for name in names)


def bearer(plan: Plan, owner: str | None, units: tuple[str, ...], words: Words) -> str:
    """Who does it: the owner; of a fan-out the one unit, or how many."""
    if not units:
        return owner_title(plan, owner)
    if len(units) == 1:
        return owner_title(plan, units[0])
    return words("units", n=len(units))


def clock(time: TimeRange | None) -> str:
    """`09:00-11:30`, or `09:00` where no end is known."""
    if time is None:
        return ""
    begin = time.begin.strftime("%H:%M")
    return begin if time.end is None else f"{begin}-{time.end.strftime('%H:%M')}"
