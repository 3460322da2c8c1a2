"""The smaller parts of a plan file: calendar, owner, group, checklist item, override, settings."""

from typing import Annotated, ClassVar

from pydantic import Field

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.form import Form
from rectify_cli.plan.forms import (
    Amount,
    Country,
    Date,
    Day,
    DayLabels,
    Duration,
    Email,
    Flag,
    Id,
    Length,
    Line,
    Name,
    Path,
    References,
    Tags,
    Title,
    Week,
    WorkdayLength,
    ref,
)
from rectify_cli.plan.part import Part, part
from rectify_cli.plan.read_ignore import read_ignores
from rectify_cli.plan.written import IgnoredRule, Text


@part
class CalendarDocument(Part):
    """Which days are worked: `calendar:` of the plan or of a task."""

    noun: ClassVar[Message] = say("a calendar")
    example: ClassVar[Message] = say("{country: CN}")

    country: Country = Field(
        default=None,
        description="Two-letter country code: its public holidays and make-up workdays.",
    )
    subdivision: Line = Field(
        default=None, description="The state or province, where holidays differ within the country."
    )
    week: Week = Field(
        default=None, description="The weekdays that are worked; default mon to fri."
    )
    days_off: DayLabels = Field(
        default=(),
        description="Further days off: dates, ranges 2021-03-15..2021-03-17, or a mapping of these "
        "to what they are called.",
    )
    workdays: DayLabels = Field(
        default=(), description="Extra workdays; they win over every day off."
    )
    frozen: Path = Field(
        default=None,
        description="A file that `rectify calendar freeze` wrote: dates then never move with a "
        "library update.",
    )


@part
class OwnerDocument(Part):
    """Someone or something that carries work: a unit, a team, a person, a place."""

    noun: ClassVar[Message] = say("an owner")
    example: ClassVar[Message] = say("{title: Great hall, kind: place}")

    title: Title = Field(default=None, description="The name that people read; default: the id.")
    kind: Name = Field(
        default=None, description="What it is: unit (default), team, person, place, …"
    )
    parent: Name = Field(default=None, description="The owner that it belongs to.")
    lead: Name = Field(default=None, description="The person who leads it.")
    email: Email = Field(default=None, description="Where reminders go.")
    capacity: Amount = Field(
        default=None, description="How much of it can be used at once; beyond it is an overload."
    )
    days_off: DayLabels = Field(default=(), description="Its own days off, over the plan's.")
    joined: Day = Field(default=None, description="The first day that it counts.")
    left: Day = Field(default=None, description="The last day that it counts.")
    tags: Tags = Field(default=(), description="Words to select it by.")
    was: References = Field(default=(), description="Its former ids: reports follow.")


@part
class SelectorDocument(Part):
    """A part of a group: the owners that fit all that it names."""

    noun: ClassVar[Message] = say("a selector")
    example: ClassVar[Message] = say("{kind: organ}")

    kind: Name = Field(default=None, description="Owners of this kind.")
    parent: Name = Field(default=None, description="Owners below this one, at any depth.")
    tags: Tags = Field(default=(), description="Owners that have all of these tags.")


@part
class ChecklistDocument(Part):
    """One item of a task's checklist; written as a text alone, it has no more than that."""

    noun: ClassVar[Message] = say("a checklist item")
    example: ClassVar[Message] = say("{item: Materials printed, due: start - 2d}")

    id: Id = Field(default=None, description="A short name, so that its text may change.")
    item: Title = Field(description="What is to be done.", examples=["Materials printed"])
    owner: Name = Field(default=None, description="Who does it; default: the task's owner.")
    due: Date = Field(default=None, description="When: a date, or counted: start - 2d.")


@part
class OverrideDocument(Part):
    """What is different for one unit of a fan-out."""

    noun: ClassVar[Message] = say("an override")
    example: ClassVar[Message] = say("{deadline: 2021-03-10}")

    deadline: Date = Field(default=None, description="The unit's own deadline.")
    start: Date = Field(default=None, description="The unit starts no earlier than this.")
    duration: Duration = Field(default=None, description="The unit's own duration.")
    on: Date = Field(default=None, description="The unit's own day.")
    finish: Date = Field(default=None, description="The unit's own finish.")
    lead: Name = Field(default=None, description="The unit's own leader.")


@part
class DefaultsDocument(Part):
    """What tasks take that do not say."""

    noun: ClassVar[Message] = say("a set of defaults")
    example: ClassVar[Message] = say("{duration: 1d, report_every: 1w}")

    duration: Duration = Field(
        default=None, description="Duration of a task with no duration, day or window; else 1d."
    )
    report_every: Length = Field(
        default=None, description="How often tasks are reported on; silence beyond it is stale."
    )


@part
class LampsDocument(Part):
    """When a lamp changes colour."""

    noun: ClassVar[Message] = say("a setting of lamps")
    example: ClassVar[Message] = say("{due_soon: 3d}")

    due_soon: WorkdayLength = Field(
        default=None, description="Blue this many workdays before the due day; default 3d."
    )


@part
class CheckDocument(Part):
    """How `rectify check` looks at this plan."""

    noun: ClassVar[Message] = say("a setting of checks")
    example: ClassVar[Message] = say("{strict: true}")

    strict: Flag = Field(default=None, description="Warnings fail the check too.")
    ignore: Annotated[tuple[IgnoredRule, ...], Form(read_ignores, ref("ignore"))] = Field(
        default=(), description="Rules that are silenced: a mapping of rule to the reason."
    )


GroupMember = Text | SelectorDocument
