"""MS Project XML → its parts as they stand there: rows, calendars, resources, assignments.

Nothing is believed of the file: its size is bounded before it is parsed, entities are refused, and
a value that cannot be read is none.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.project_calendar import FileCalendar, read_calendar
from rectify_cli.intake.project_elements import (
    flag_in,
    instant_in,
    minutes_of,
    number_in,
    text_in,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 64 * 1024 * 1024
MAX_ELEMENTS = 3_000_000
MAX_ROWS = 100_000
MAX_LEVEL = 60
ELAPSED = frozenset({4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52})
"""The formats of lengths and lags in elapsed time; 20 and 52 are per cents of it."""


class FileLink(Struct):
    """A link from the row `uid`; `lag` is in tenths of a minute, or of a per cent by its format."""

    uid: int
    type: int
    lag: int
    format: int


class FileTask(Struct):
    """A row; `number` is the one that is seen beside it. Lengths are in minutes.

    `delayed`: levelling moved it past what its links ask. `elapsed`: its length counts days and
    nights, worked or not.
    """

    uid: int
    number: int
    name: str
    level: int
    start: datetime | None
    finish: datetime | None
    minutes: int | None
    constraint: int
    constraint_at: datetime | None
    deadline: datetime | None
    calendar: int
    manual: bool
    active: bool
    percent: int
    begun: datetime | None
    delayed: bool
    priority: int
    note: str
    links: tuple[FileLink, ...]
    kept: dict[str, str]
    baseline: tuple[datetime | None, datetime | None]
    elapsed: bool = False


class FileResource(Struct):
    """A resource; `type` is 1 for people and what works like them."""

    uid: int
    name: str
    type: int
    code: str
    group: str
    email: str
    calendar: int
    kept: dict[str, str]


class ProjectFile(Struct):
    """All of it. `minutes_per_day` is how long a day of a duration is."""

    title: str
    start: datetime | None
    calendar: int
    minutes_per_day: int
    tasks: tuple[FileTask, ...]
    calendars: dict[int, FileCalendar]
    resources: tuple[FileResource, ...]
    assignments: tuple[tuple[int, int], ...]


def read_project_file(path: str, data: bytes) -> tuple[ProjectFile | None, list[Finding]]:
    """The parts, or why the file cannot be read."""
    if len(data) > MAX_BYTES:
        large = say("the file has more than {n} MB", n=MAX_BYTES >> 20)
        return None, [_finding(path, "too-large", large)]
    root = _root(data)
    if isinstance(root, Message):
        return None, [_finding(path, "missing-file", root)]
    made = _project(root)
    if len(made.tasks) > MAX_ROWS or any(task.level > MAX_LEVEL for task in made.tasks):
        many = say("the project has more than {n} rows or {m} levels", n=MAX_ROWS, m=MAX_LEVEL)
        return None, [_finding(path, "too-large", many)]
    if made.start is None or not made.tasks:
        empty = say("the project has no start, or no tasks")
        return None, [_finding(path, "missing-key", empty)]
    return made, []


def _finding(path: str, rule: str, message: Message) -> Finding:
    fix = say("save it in Microsoft Project as XML (*.xml)")
    return Finding(rule, Span(path, 1, 1, 1, 1), message, fix)


def _root(data: bytes) -> "Element | Message":
    # Only who reads a project pays for it.
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import ParseError, iterparse  # noqa: PLC0415

    root: Element | None = None
    try:
        for count, (_, element) in enumerate(iterparse(BytesIO(data), ("start",), forbid_dtd=True)):
            if root is None:
                root = element
            if count > MAX_ELEMENTS:
                return say("the file has more than {n} elements", n=MAX_ELEMENTS)
    except DefusedXmlException:
        return say("the file declares entities, which are refused")
    except (ParseError, ValueError, LookupError):
        return say("this is no XML that can be read")
    if root is None:
        return say("this is no XML that can be read")
    if _local(root.tag) != "Project":
        return say("this is no MS Project file")
    # So that every tag below is known by its name alone.
    for element in root.iter():
        element.tag = _local(element.tag)
    return root


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _project(root: "Element") -> ProjectFile:
    aliases = _aliases(root)
    tasks = tuple(
        _task(element, aliases)
        for element in root.iterfind("Tasks/Task")
        if not flag_in(element, "IsNull")
        and not flag_in(element, "ExternalTask")
        and element.findtext("UID") is not None
    )
    calendars = (read_calendar(element) for element in root.iterfind("Calendars/Calendar"))
    return ProjectFile(
        title=text_in(root, "Title") or text_in(root, "Name"),
        start=instant_in(root, "StartDate"),
        calendar=number_in(root, "CalendarUID", 1),
        minutes_per_day=max(1, number_in(root, "MinutesPerDay", 480)),
        tasks=tasks,
        calendars={calendar.uid: calendar for calendar in calendars},
        resources=tuple(
            _resource(element, aliases)
            for element in root.iterfind("Resources/Resource")
            if not flag_in(element, "IsNull") and number_in(element, "UID", 0) > 0
        ),
        assignments=tuple(
            (number_in(element, "TaskUID", -1), number_in(element, "ResourceUID", -1))
            for element in root.iterfind("Assignments/Assignment")
        ),
    )


def _aliases(root: "Element") -> dict[str, str]:
    """A custom field's number → the name after `rectify` in its alias."""
    found = {}
    for element in root.iterfind("ExtendedAttributes/ExtendedAttribute"):
        alias = text_in(element, "Alias")
        if alias.startswith("rectify "):
            found[text_in(element, "FieldID")] = alias.removeprefix("rectify ")
    return found


def _task(element: "Element", aliases: dict[str, str]) -> FileTask:
    baseline = element.find("Baseline")
    dates = (None, None)
    return FileTask(
        uid=number_in(element, "UID", 0),
        number=number_in(element, "ID", 0),
        name=text_in(element, "Name"),
        level=number_in(element, "OutlineLevel", 1),
        start=instant_in(element, "Start"),
        finish=instant_in(element, "Finish"),
        minutes=minutes_of(text_in(element, "Duration")),
        constraint=number_in(element, "ConstraintType", 0),
        constraint_at=instant_in(element, "ConstraintDate"),
        deadline=instant_in(element, "Deadline"),
        calendar=number_in(element, "CalendarUID", -1),
        manual=flag_in(element, "Manual"),
        active=text_in(element, "Active") != "0",
        percent=number_in(element, "PercentComplete", 0),
        begun=instant_in(element, "ActualStart"),
        delayed=number_in(element, "LevelingDelay", 0) > 0,
        priority=number_in(element, "Priority", 500),
        note=text_in(element, "Notes"),
        links=tuple(_links(element)),
        kept=_kept(element, aliases),
        baseline=dates
        if baseline is None
        else (instant_in(baseline, "Start"), instant_in(baseline, "Finish")),
        elapsed=number_in(element, "DurationFormat", 7) in ELAPSED,
    )


def _links(element: "Element") -> Iterator[FileLink]:
    for link in element.iterfind("PredecessorLink"):
        yield FileLink(
            number_in(link, "PredecessorUID", -1),
            number_in(link, "Type", 1),
            number_in(link, "LinkLag", 0),
            number_in(link, "LagFormat", 7),
        )


def _kept(element: "Element", aliases: dict[str, str]) -> dict[str, str]:
    return {
        aliases[number]: text_in(kept, "Value")
        for kept in element.iterfind("ExtendedAttribute")
        if (number := text_in(kept, "FieldID")) in aliases
    }


def _resource(element: "Element", aliases: dict[str, str]) -> FileResource:
    return FileResource(
        uid=number_in(element, "UID", 0),
        name=text_in(element, "Name"),
        type=number_in(element, "Type", 1),
        code=text_in(element, "Code"),
        group=text_in(element, "Group"),
        email=text_in(element, "EmailAddress"),
        calendar=number_in(element, "CalendarUID", -1),
        kept=_kept(element, aliases),
    )
