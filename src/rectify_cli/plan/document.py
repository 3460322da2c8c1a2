"""What a plan file says, a model a thing: `plan.bind` makes these, `plan.resolve` reads them.

Every field takes its syntax node through the reader of its form, so that a bad value is reported
where it stands and dropped alone. The order of the fields and their descriptions are those of the
JSON Schema.
"""

from typing import Annotated, ClassVar

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
from rectify_cli.plan.part import Part, field, part
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

    title: Title = field("The name that people read; default: the id.", default=None)
    no: NumberLabel = field("A hand-given number, accepted as #1.", default=None)
    start: Date = field("Nothing in it starts earlier.", default=None)
    after: Links = field("What all in it waits for (FS or SS).", default=())
    deadline: Date = field("Caps all in it; never moves a task.", default=None)
    owner: Name = field("Responsible unit of tasks that name none.", default=None)
    lead: Name = field("Responsible leader of tasks that name none.", default=None)
    calendar: Calendar = field("Calendar of tasks that have none.", default=None)
    accept: Name = field("Who accepts what is reported done.", default=None)
    report_every: Length = field("How often its tasks are reported on.", default=None)
    tags: Tags = field("Words to select by; added to its tasks' own.", default=())
    participants: Names = field("Owners or groups that take part.", default=())
    document: Path = field("A file beside the plan; must exist.", default=None)
    links: Urls = field("Addresses: http, https or mailto.", default=())
    deliverable: Line = field("What comes out of it.", default=None)
    note: Note = field("Free text.", default=None)
    was: References = field("Its former paths: reports follow.", default=())
    defaults: Defaults = field("What tasks in this phase take that do not say.", default=None)
    tasks: Annotated[Mapping | None, Form(whole_mapping, ref("tasks"))] = field(
        "The tasks in it, keyed by id.", default=None
    )


@part
class TaskDocument(Part):
    """A task: work, a meeting, a milestone, a fan-out over units, a recurrence."""

    noun: ClassVar[Message] = say("a task")
    example: ClassVar[Message] = say("{title: Kick-off, duration: 1d}")

    title: Title = field("The name that people read; default: the id.", default=None)
    no: NumberLabel = field("A hand-given number, accepted as #1.", default=None)
    owner: Name = field("Responsible unit.", default=None)
    lead: Name = field("Responsible leader, a person.", default=None)
    participants: Names = field("Owners or groups that take part.", default=())
    on: Date = field("Pinned to this day (with duration: from it).", default=None)
    start: Date = field("Starts no earlier than this.", default=None)
    finish: Date = field("Pinned finish; with start a window. For a limit: deadline.", default=None)
    duration: Duration = field(
        "3d workdays, 1w weeks of work, 0d a milestone, or to-deadline.", default=None
    )
    deadline: Date = field(
        "A limit, checked; never moves the task. kickoff + 2d works.", default=None
    )
    after: Links = field("What it waits for: x, [x, y SS + 1d], {task: x, link: FF}.", default=())
    schedule: Alap = field("As soon (default) or as late as possible.", default=None)
    each: Names = field("Fan-out: one instance for each of these units.", default=())
    except_: Names = field("Units that the fan-out leaves out.", default=(), alias="except")
    overrides: Annotated[
        tuple[Entry[OverrideDocument], ...], Form(read_overrides, ref("overrides"))
    ] = field("What is different for single units of the fan-out.", default=())
    complete_at: Percent = field(
        "Share of units that makes the fan-out done; default 100%.", default=None
    )
    repeat: Recurrence = field(
        "Occurs again and again: {every: week, on: fri} or an RRULE.", default=None
    )
    on_day_off: DayOffRule = field(
        "An occurrence on a day off moves earlier (default), later, or is dropped (skip).",
        default=None,
    )
    time: Time = field("Clock times within the day: 09:00-11:30.", default=None)
    place: Line = field("Where: an owner or free text.", default=None)
    uses: Uses = field("How much of which owner it uses: {hall: 1}.", default=())
    checklist: Annotated[tuple[WrittenItem, ...], Form(read_checklist, ref("checklist"))] = field(
        "What is to be ticked off: texts, or {id, item, owner, due}.", default=()
    )
    days: DayTexts = field(
        "What each workday holds: {1: Opening, 2-4: Study, 5: Test}.", default=()
    )
    document: Path = field("A file beside the plan; must exist.", default=None)
    links: Urls = field("Addresses: http, https or mailto.", default=())
    deliverable: Line = field("What comes out of it.", default=None)
    target: CountTarget = field(
        "A count to be reached: {count: 150, unit: suggestions}.", default=None
    )
    accept: Name = field("Whose acceptance makes it done; a unit's word: reported.", default=None)
    report_every: Length = field("How often it is reported on.", default=None)
    estimate: ThreePoints = field("Three lengths: optimistic, likely, pessimistic.", default=None)
    weight: Positive = field("Weight in roll-ups; default: duration.", default=None)
    priority: Whole = field("Who goes first in levelling; higher wins.", default=None)
    calendar: Calendar = field("Its own calendar, in place of the plan's.", default=None)
    tags: Tags = field("Words to select by.", default=())
    note: Note = field("Free text.", default=None)
    was: References = field("Its former paths: reports follow.", default=())
    tasks: Annotated[Mapping | None, Form(whole_mapping, ref("tasks"))] = field(
        "Tasks in it, which make it a summary.", default=None
    )


@part
class PlanDocument(Part):
    """A whole plan."""

    noun: ClassVar[Message] = say("a plan")
    example: ClassVar[Message] = say("{rectify: 1, title: A plan, start: 2021-03-05}")

    rectify: Version = field("The format's version: 1.", example="1")
    title: Title = field("The plan's name.", example="What the plan is called")
    start: Day = field("The first day; nothing starts earlier unless pinned.", example="2021-03-05")
    deadline: Date = field("The plan's own deadline.", default=None)
    goal: Reference = field(
        "The task that float is measured against; default: the last.", default=None
    )
    timezone: Timezone = field(
        "Such as Asia/Shanghai; for today and clock times only.", default=None
    )
    language: Language = field("Of products and screens: en or zh.", default=None)
    calendar: PlanCalendar = field("Which days are worked.", default=None)
    defaults: Defaults = field("What tasks take that do not say.", default=None)
    lamps: Annotated[LampsDocument | None, Form(one_of(LampsDocument), ref("lamps"))] = field(
        "When a lamp changes colour.", default=None
    )
    check: Annotated[CheckDocument | None, Form(one_of(CheckDocument), ref("check"))] = field(
        "How rectify check looks at this plan.", default=None
    )
    owners: Annotated[tuple[Entry[OwnerDocument], ...], Form(read_owners, ref("owners"))] = field(
        "Everyone and everything that carries work, keyed by id.", default=()
    )
    owners_from: Paths = field(
        "More owners, a row each: .csv (UTF-8 or GB18030) or .xlsx.", default=()
    )
    groups: Annotated[
        tuple[Entry[tuple[GroupMember, ...]], ...], Form(read_groups, ref("groups"))
    ] = field("Named sets of owners, for fan-out and roll-up.", default=())
    include: Annotated[tuple[Entry[Text], ...], Form(read_includes, ref("include"))] = field(
        "Whole plans that are mounted as phases: {id: file}.", default=()
    )
    phases: Annotated[Mapping | None, Form(whole_mapping, ref("phases"))] = field(
        "The phases, keyed by id.", default=None
    )
    tasks: Annotated[Mapping | None, Form(whole_mapping, ref("tasks"))] = field(
        "Tasks outside phases, keyed by id.", default=None
    )
    assertions: Texts = field(
        "What must hold: study.finish <= 2021-04-30.", default=(), alias="assert"
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
