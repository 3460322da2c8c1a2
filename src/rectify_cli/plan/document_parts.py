"""The smaller parts of a plan file: calendar, owner, group, checklist item, override, settings."""

from typing import Annotated, ClassVar

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
from rectify_cli.plan.part import Part, field, part
from rectify_cli.plan.read_ignore import read_ignores
from rectify_cli.plan.written import IgnoredRule, Text


@part
class CalendarDocument(Part):
    """Which days are worked: `calendar:` of the plan or of a task."""

    noun: ClassVar[Message] = say("a calendar")
    example: ClassVar[Message] = say("{country: CN}")

    country: Country = field(
        "Two-letter country code: its public holidays and make-up workdays.", default=None
    )
    subdivision: Line = field(
        "The state or province, where holidays differ within the country.", default=None
    )
    week: Week = field("The weekdays that are worked; default mon to fri.", default=None)
    days_off: DayLabels = field(
        "Further days off: dates, ranges 2021-03-15..2021-03-17, or a mapping of these "
        "to what they are called.",
        default=(),
    )
    workdays: DayLabels = field("Extra workdays; they win over every day off.", default=())
    frozen: Path = field(
        "A file that `rectify calendar freeze` wrote: dates then never move with a library update.",
        default=None,
    )


@part
class OwnerDocument(Part):
    """Someone or something that carries work: a unit, a team, a person, a place."""

    noun: ClassVar[Message] = say("an owner")
    example: ClassVar[Message] = say("{title: Great hall, kind: place}")

    title: Title = field("The name that people read; default: the id.", default=None)
    kind: Name = field("What it is: unit (default), team, person, place, …", default=None)
    parent: Name = field("The owner that it belongs to.", default=None)
    lead: Name = field("The person who leads it.", default=None)
    email: Email = field("Where reminders go.", default=None)
    capacity: Amount = field(
        "How much of it can be used at once; beyond it is an overload.", default=None
    )
    days_off: DayLabels = field("Its own days off, over the plan's.", default=())
    joined: Day = field("The first day that it counts.", default=None)
    left: Day = field("The last day that it counts.", default=None)
    tags: Tags = field("Words to select it by.", default=())
    was: References = field("Its former ids: reports follow.", default=())


@part
class SelectorDocument(Part):
    """A part of a group: the owners that fit all that it names."""

    noun: ClassVar[Message] = say("a selector")
    example: ClassVar[Message] = say("{kind: organ}")

    kind: Name = field("Owners of this kind.", default=None)
    parent: Name = field("Owners below this one, at any depth.", default=None)
    tags: Tags = field("Owners that have all of these tags.", default=())


@part
class ChecklistDocument(Part):
    """One item of a task's checklist; written as a text alone, it has no more than that."""

    noun: ClassVar[Message] = say("a checklist item")
    example: ClassVar[Message] = say("{item: Materials printed, due: start - 2d}")

    id: Id = field("A short name, so that its text may change.", default=None)
    item: Title = field("What is to be done.", example="Materials printed")
    owner: Name = field("Who does it; default: the task's owner.", default=None)
    due: Date = field("When: a date, or counted: start - 2d.", default=None)


@part
class OverrideDocument(Part):
    """What is different for one unit of a fan-out."""

    noun: ClassVar[Message] = say("an override")
    example: ClassVar[Message] = say("{deadline: 2021-03-10}")

    deadline: Date = field("The unit's own deadline.", default=None)
    start: Date = field("The unit starts no earlier than this.", default=None)
    duration: Duration = field("The unit's own duration.", default=None)
    on: Date = field("The unit's own day.", default=None)
    finish: Date = field("The unit's own finish.", default=None)
    lead: Name = field("The unit's own leader.", default=None)


@part
class DefaultsDocument(Part):
    """What tasks take that do not say."""

    noun: ClassVar[Message] = say("a set of defaults")
    example: ClassVar[Message] = say("{duration: 1d, report_every: 1w}")

    duration: Duration = field(
        "Duration of a task with no duration, day or window; else 1d.", default=None
    )
    report_every: Length = field(
        "How often tasks are reported on; silence beyond it is stale.", default=None
    )


@part
class LampsDocument(Part):
    """When a lamp changes colour."""

    noun: ClassVar[Message] = say("a setting of lamps")
    example: ClassVar[Message] = say("{due_soon: 3d}")

    due_soon: WorkdayLength = field(
        "Blue this many workdays before the due day; default 3d.", default=None
    )


@part
class CheckDocument(Part):
    """How `rectify check` looks at this plan."""

    noun: ClassVar[Message] = say("a setting of checks")
    example: ClassVar[Message] = say("{strict: true}")

    strict: Flag = field("Warnings fail the check too.", default=None)
    ignore: Annotated[tuple[IgnoredRule, ...], Form(read_ignores, ref("ignore"))] = field(
        "Rules that are silenced: a mapping of rule to the reason.", default=()
    )


GroupMember = Text | SelectorDocument
