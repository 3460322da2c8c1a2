"""What the resolution of one plan file's tasks has at hand: its references, owners and groups."""

from datetime import date

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.dates_of import DateReader
from rectify_cli.plan.fan_out import FanOut, Groups
from rectify_cli.plan.inherit import Down
from rectify_cli.plan.links_of import LinkReader
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.plan.owners import Owners
from rectify_cli.plan.references import Speaker


class Resolving(Struct):
    """The tables that tasks are resolved by, and the one list that findings are added to."""

    dates: DateReader
    links: LinkReader
    owners: Owners
    groups: Groups
    findings: list[Finding]


class Place(Struct):
    """Where a task stands: what `Task` says of it beside its own fields."""

    number: int
    path: str
    parent: int | None
    children: tuple[int, ...]
    floor: date
    plan_calendar: CalendarSpec | None


class Turn(Struct):
    """What a task, phase or summary is resolved with when its turn has come.

    `down` is what comes down to it, `calendar` its own, `fanned` its units if it has `each`.
    """

    at: Resolving
    place: Place
    speaker: Speaker
    down: Down
    calendar: CalendarSpec | None
    fanned: FanOut | None
