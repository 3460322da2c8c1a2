"""What comes down to a task from the phases, summaries and `defaults` around it."""

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.dates_of import Duration
from rectify_cli.plan.document import DefaultsDocument, PhaseDocument, PlanDocument
from rectify_cli.plan.lengths import lag_of
from rectify_cli.plan.model import CalendarSpec, Lag

MAX_TAGS = 200
"""How many tags a task may have, with those that come down to it."""

NOTHING: frozenset[str] = frozenset()

# What a task would be missing if it had come to nobody.
HANDED_DOWN = frozenset({"owner", "deadline", "defaults"})


class Down(Struct):
    """What a phase, a summary or the plan itself hands down.

    `doubtful`: what dates everything in it was in error (its start or links).
    `dropped`: keys that are missing from here on only because they were in error; the checks
    that would miss them stay silent.
    """

    owner: str | None = None
    lead: str | None = None
    accept: str | None = None
    calendar: CalendarSpec | None = None
    report_every: Lag | None = None
    tags: tuple[str, ...] = ()
    duration: Duration | None = None
    doubtful: bool = False
    dropped: frozenset[str] = NOTHING


def in_error(fields: PhaseDocument | PlanDocument) -> frozenset[str]:
    """The keys in error of what hands down; `defaults` that are read are told by their own."""
    return fields.bad - {"defaults"} if fields.defaults is not None else fields.bad


def with_defaults(down: Down, defaults: DefaultsDocument | None, week_days: int) -> Down:
    """The same, with what `defaults` say laid over it."""
    if defaults is None:
        return down
    return down._replace(
        duration=defaults.duration or down.duration,
        report_every=lag_of(defaults.report_every, week_days)
        if defaults.report_every
        else down.report_every,
        dropped=_dropped(down, defaults),
    )


def _dropped(down: Down, defaults: DefaultsDocument) -> frozenset[str]:
    """A duration that is in error here hides one from around, and one that is in order mends it."""
    if "duration" in defaults.bad:
        return down.dropped | {"defaults"}
    return down.dropped - {"defaults"} if defaults.duration is not None else down.dropped


def joined(outer: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Tags add up: those from around first, each once."""
    if not own or own == outer:
        return outer
    return tuple(dict.fromkeys(outer + own)) if outer or len(own) > 1 else own
