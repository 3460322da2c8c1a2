"""What a file says otherwise of the owners and of the plan itself, key by key."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rectify_cli.app.into_changes import KeyChange
from rectify_cli.intake.draft import DraftOwner, DraftPlan, Value
from rectify_cli.intake.flow_value import flow_value, value_of
from rectify_cli.intake.write_plan import inline
from rectify_cli.plan.as_written import labelled_days, listed, written_fields
from rectify_cli.plan.model import Owner, Plan

_TEXTS = ("title", "kind", "parent", "lead", "email")
_FROM_FILES = frozenset({"rectify", "owners_from", "phases", "tasks", "owners"})


def owner_changes(there: Owner, said: DraftOwner, base: DraftOwner | None) -> Iterator[KeyChange]:
    """What a file says otherwise of an owner; what it does not say stays.

    `base` is what a project file of the plan would say of it, where the file is one.
    """
    for key in _TEXTS:
        new, old = getattr(said, key), getattr(there, key)
        if new is not None and new != old and (base is None or new != getattr(base, key)):
            yield KeyChange(key, old, inline(new))
    known = {} if base is None else dict(base.more)
    for key, value in said.more:
        old = _written(there, key)
        if inline(value) != old and (base is None or value != known.get(key)):
            yield KeyChange(key, old, inline(value))


def _written(owner: Owner, key: str) -> str | None:
    """A key of an owner as the language writes it; None where it says nothing."""
    value = getattr(owner, key, None)
    if not value:
        return None
    if key == "days_off":
        text = labelled_days(owner.days_off)
    elif isinstance(value, date):
        return value.isoformat()
    elif isinstance(value, Fraction):
        return str(value.numerator) if value.denominator == 1 else str(float(value))
    else:
        text = listed(tuple(map(str, value)))
    read = flow_value(text)
    return None if read is None else inline(read)


def plan_changes(plan: Plan, said: DraftPlan, base: DraftPlan | None) -> Iterator[KeyChange]:
    """What a file says otherwise of the plan; what it does not say stays.

    `base` is what a project file of the plan would say, where the file is one: it tells title,
    start and deadline.
    """
    wanted: dict[str, Value | None] = {
        "title": said.title,
        "start": said.start,
        "deadline": said.deadline,
    }
    then: dict[str, Value | None] = {}
    if base is None:
        wanted |= {"timezone": said.timezone, "language": said.language, **dict(said.more)}
    else:
        then = {"title": base.title, "start": base.start, "deadline": base.deadline}
    shown = written_fields(plan.where)
    for key, value in wanted.items():
        if value is None or key in _FROM_FILES or value == then.get(key):
            continue
        node = plan.where.values.get(key)
        there = None if node is None else value_of(node)
        if there is None or (inline(there) != inline(value) and str(there) != str(value)):
            yield KeyChange(key, shown.get(key), inline(value))
