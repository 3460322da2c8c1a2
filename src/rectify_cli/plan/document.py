"""What a plan file says, a model a thing: `plan.bind` makes these, `plan.resolve` reads them.

Every field takes its syntax node through the reader of its form, so that a bad value is reported
where it stands and dropped alone. The order of the fields and their descriptions are those of the
JSON Schema.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.document_parts import (
    CalendarDocument,
    CheckDocument,
    ChecklistDocument,
    DefaultsDocument,
    GroupMember,
    LampsDocument,
    OverrideDocument,
    OwnerDocument,
    SelectorDocument,
)
from rectify_cli.plan.form import Form
from rectify_cli.plan.forms import (
    Alap,
    CountTarget,
    Date,
    Day,
    DayOffRule,
    DayTexts,
    Duration,
    Language,
    Length,
    Line,
    Links,
    Name,
    Names,
    Note,
    NumberLabel,
    Path,
    Paths,
    Percent,
    Positive,
    Recurrence,
    Reference,
    References,
    Tags,
    Texts,
    ThreePoints,
    Time,
    Timezone,
    Title,
    Urls,
    Uses,
    Version,
    Whole,
    ref,
)
from rectify_cli.plan.part import Part, part
from rectify_cli.plan.read_part import one_of, whole_mapping
from rectify_cli.plan.read_things import (
    read_checklist,
    read_groups,
    read_includes,
    read_overrides,
    read_owners,
)
from rectify_cli.plan.reading import Reading
from rectify_cli.plan.written import Entry, Text, WrittenItem
from rectify_cli.syntax.node import Mapping, Node

_read_any_calendar = one_of(CalendarDocument)


def _read_calendar(node: Node, reading: Reading) -> CalendarDocument | None:
    """A calendar; a part of a country says nothing without the country."""
    calendar = _read_any_calendar(node, reading)
    if calendar is None or calendar.subdivision is None or calendar.country is not None:
        return calendar
    if "country" not in calendar.bad:
        message = say("a calendar with a subdivision lacks 'country'")
        reading.complain("missing-key", node, message, say("add country: GB"))
    return calendar


def _read_plan_calendar(node: Node, reading: Reading) -> CalendarDocument | None:
    """The plan's calendar, which says how many workdays a week has: what `1w` means after it."""
    calendar = _read_calendar(node, reading)
    if calendar is not None and calendar.week:
        reading.set_week(len(calendar.week))
    return calendar


Calendar = Annotated[CalendarDocument | None, Form(_read_calendar, ref("calendar"))]
PlanCalendar = Annotated[CalendarDocument | None, Form(_read_plan_calendar, ref("calendar"))]
Defaults = Annotated[DefaultsDocument | None, Form(one_of(DefaultsDocument), ref("defaults"))]


@part
class PhaseDocument(Part):
    """A phase, or a task with tasks of its own: dates come from what it holds."""

    noun: ClassVar[Message] = say("a phase")
    example: ClassVar[Message] = say("{title: Study, tasks: {}}")

    title: Title = Field(default=None, description="The name that people read; default: the id.")
    no: NumberLabel = Field(default=None, description="A hand-given number, accepted as #1.")
    start: Date = Field(default=None, description="Nothing in it starts earlier.")
    after: Links = Field(default=(), description="What all in it waits for (FS or SS).")
    deadline: Date = Field(default=None, description="Caps all in it; never moves a task.")
    owner: Name = Field(default=None, description="Responsible unit of tasks that name none.")
    lead: Name = Field(default=None, description="Responsible leader of tasks that name none.")
    calendar: Calendar = Field(default=None, description="Calendar of tasks that have none.")
    accept: Name = Field(default=None, description="Who accepts what is reported done.")
    report_every: Length = Field(default=None, description="How often its tasks are reported on.")
    tags: Tags = Field(default=(), description="Words to select by; added to its tasks' own.")
    participants: Names = Field(default=(), description="Owners or groups that take part.")
    document: Path = Field(default=None, description="A file beside the plan; must exist.")
    links: Urls = Field(default=(), description="Addresses: http, https or mailto.")
    deliverable: Line = Field(default=None, description="What comes out of it.")
    note: Note = Field(default=None, description="Free text.")
    was: References = Field(default=(), description="Its former paths: reports follow.")
    defaults: Defaults = Field(
        default=None, description="What tasks in this phase take that do not say."
    )
    tasks: Annotated[Mapping | None, Form(whole_mapping, ref("tasks"))] = Field(
        default=None, description="The tasks in it, keyed by id."
    )


@part
class TaskDocument(Part):
    """A task: work, a meeting, a milestone, a fan-out over units, a recurrence."""

    noun: ClassVar[Message] = say("a task")
    example: ClassVar[Message] = say("{title: Kick-off, duration: 1d}")

    title: Title = Field(default=None, description="The name that people read; default: the id.")
    no: NumberLabel = Field(default=None, description="A hand-given number, accepted as #1.")
    owner: Name = Field(default=None, description="Responsible unit.")
    lead: Name = Field(default=None, description="Responsible leader, a person.")
    participants: Names = Field(default=(), description="Owners or groups that take part.")
    on: Date = Field(default=None, description="Pinned to this day (with duration: from it).")
    start: Date = Field(default=None, description="Starts no earlier than this.")
    finish: Date = Field(
        default=None, description="Pinned finish; with start a window. For a limit: deadline."
    )
    duration: Duration = Field(
        default=None, description="3d workdays, 1w weeks of work, 0d a milestone, or to-deadline."
    )
    deadline: Date = Field(
        default=None, description="A limit, checked; never moves the task. kickoff + 2d works."
    )
    after: Links = Field(
        default=(), description="What it waits for: x, [x, y SS + 1d], {task: x, link: FF}."
    )
    schedule: Alap = Field(default=None, description="As soon (default) or as late as possible.")
    each: Names = Field(default=(), description="Fan-out: one instance for each of these units.")
    except_: Names = Field(
        default=(), alias="except", description="Units that the fan-out leaves out."
    )
    overrides: Annotated[
        tuple[Entry[OverrideDocument], ...], Form(read_overrides, ref("overrides"))
    ] = Field(default=(), description="What is different for single units of the fan-out.")
    complete_at: Percent = Field(
        default=None, description="Share of units that makes the fan-out done; default 100%."
    )
    repeat: Recurrence = Field(
        default=None, description="Occurs again and again: {every: week, on: fri} or an RRULE."
    )
    on_day_off: DayOffRule = Field(
        default=None,
        description="An occurrence on a day off moves earlier (default), later, or "
        "is dropped (skip).",
    )
    time: Time = Field(default=None, description="Clock times within the day: 09:00-11:30.")
    place: Line = Field(default=None, description="Where: an owner or free text.")
    uses: Uses = Field(default=(), description="How much of which owner it uses: {hall: 1}.")
    checklist: Annotated[tuple[WrittenItem, ...], Form(read_checklist, ref("checklist"))] = Field(
        default=(), description="What is to be ticked off: texts, or {id, item, owner, due}."
    )
    days: DayTexts = Field(
        default=(), description="What each workday holds: {1: Opening, 2-4: Study, 5: Test}."
    )
    document: Path = Field(default=None, description="A file beside the plan; must exist.")
    links: Urls = Field(default=(), description="Addresses: http, https or mailto.")
    deliverable: Line = Field(default=None, description="What comes out of it.")
    target: CountTarget = Field(
        default=None, description="A count to be reached: {count: 150, unit: suggestions}."
    )
    accept: Name = Field(
        default=None, description="Whose acceptance makes it done; a unit's word: reported."
    )
    report_every: Length = Field(default=None, description="How often it is reported on.")
    estimate: ThreePoints = Field(
        default=None, description="Three lengths: optimistic, likely, pessimistic."
    )
    weight: Positive = Field(default=None, description="Weight in roll-ups; default: duration.")
    priority: Whole = Field(default=None, description="Who goes first in levelling; higher wins.")
    calendar: Calendar = Field(
        default=None, description="Its own calendar, in place of the plan's."
    )
    tags: Tags = Field(default=(), description="Words to select by.")
    note: Note = Field(default=None, description="Free text.")
    was: References = Field(default=(), description="Its former paths: reports follow.")
    tasks: Annotated[Mapping | None, Form(whole_mapping, ref("tasks"))] = Field(
        default=None, description="Tasks in it, which make it a summary."
    )


@part
class PlanDocument(Part):
    """A whole plan."""

    noun: ClassVar[Message] = say("a plan")
    example: ClassVar[Message] = say("{rectify: 1, title: A plan, start: 2021-03-05}")

    rectify: Version = Field(description="The format's version: 1.", examples=["1"])
    title: Title = Field(description="The plan's name.", examples=["What the plan is called"])
    start: Day = Field(
        description="The first day; nothing starts earlier unless pinned.", examples=["2021-03-05"]
    )
    deadline: Date = Field(default=None, description="The plan's own deadline.")
    goal: Reference = Field(
        default=None, description="The task that float is measured against; default: the last."
    )
    timezone: Timezone = Field(
        default=None, description="Such as Asia/Shanghai; for today and clock times only."
    )
    language: Language = Field(default=None, description="Of products and screens: en or zh.")
    calendar: PlanCalendar = Field(default=None, description="Which days are worked.")
    defaults: Defaults = Field(default=None, description="What tasks take that do not say.")
    lamps: Annotated[LampsDocument | None, Form(one_of(LampsDocument), ref("lamps"))] = Field(
        default=None, description="When a lamp changes colour."
    )
    check: Annotated[CheckDocument | None, Form(one_of(CheckDocument), ref("check"))] = Field(
        default=None, description="How rectify check looks at this plan."
    )
    owners: Annotated[tuple[Entry[OwnerDocument], ...], Form(read_owners, ref("owners"))] = Field(
        default=(), description="Everyone and everything that carries work, keyed by id."
    )
    owners_from: Paths = Field(
        default=(), description="More owners, a row each: .csv (UTF-8 or GB18030) or .xlsx."
    )
    groups: Annotated[
        tuple[Entry[tuple[GroupMember, ...]], ...], Form(read_groups, ref("groups"))
    ] = Field(default=(), description="Named sets of owners, for fan-out and roll-up.")
    include: Annotated[tuple[Entry[Text], ...], Form(read_includes, ref("include"))] = Field(
        default=(), description="Whole plans that are mounted as phases: {id: file}."
    )
    phases: Annotated[Mapping | None, Form(whole_mapping, ref("phases"))] = Field(
        default=None, description="The phases, keyed by id."
    )
    tasks: Annotated[Mapping | None, Form(whole_mapping, ref("tasks"))] = Field(
        default=None, description="Tasks outside phases, keyed by id."
    )
    assertions: Texts = Field(
        default=(), alias="assert", description="What must hold: study.finish <= 2021-04-30."
    )


__all__ = [
    "CalendarDocument",
    "CheckDocument",
    "ChecklistDocument",
    "DefaultsDocument",
    "GroupMember",
    "LampsDocument",
    "OverrideDocument",
    "OwnerDocument",
    "PhaseDocument",
    "PlanDocument",
    "SelectorDocument",
    "TaskDocument",
]
