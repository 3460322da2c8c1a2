"""MS Project XML → its parts as they stand there: rows, calendars, resources, assignments.

Nothing is believed of the file: its size is bounded before it is parsed, entities are refused, and
a value that cannot be read is none.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 64 * 1024 * 1024
MAX_ELEMENTS = 3_000_000
MAX_ROWS = 100_000
MAX_LEVEL = 60


class FileLink(NamedTuple):
    """A link from the row `uid`; `lag` is in tenths of a minute, or of a per cent by its format."""

    uid: int
    type: int
    lag: int
    format: int


class FileTask(NamedTuple):
    """A row; `number` is the one that is seen beside it. Lengths are in minutes.

    `delayed`: levelling moved it past what its links ask.
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


class FileException(NamedTuple):
    """Days that differ from a week; `plain`: every day of the period, and no pattern in it."""

    first: datetime
    last: datetime
    works: bool
    name: str
    plain: bool


class FileCalendar(NamedTuple):
    """A calendar; `week` says of each weekday (Monday 0) that the file names whether it works."""

    uid: int
    base: int
    week: dict[int, bool]
    exceptions: tuple[FileException, ...]


class FileResource(NamedTuple):
    """A resource; `type` is 1 for people and what works like them."""

    uid: int
    name: str
    type: int
    code: str
    group: str
    email: str
    calendar: int
    kept: dict[str, str]


class ProjectFile(NamedTuple):
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
        if not _flag(element, "IsNull") and element.findtext("UID") is not None
    )
    calendars = (_calendar(element) for element in root.iterfind("Calendars/Calendar"))
    return ProjectFile(
        title=_text(root, "Title") or _text(root, "Name"),
        start=_instant(root, "StartDate"),
        calendar=_number(root, "CalendarUID", 1),
        minutes_per_day=max(1, _number(root, "MinutesPerDay", 480)),
        tasks=tasks,
        calendars={calendar.uid: calendar for calendar in calendars},
        resources=tuple(
            _resource(element, aliases)
            for element in root.iterfind("Resources/Resource")
            if not _flag(element, "IsNull") and _number(element, "UID", 0) > 0
        ),
        assignments=tuple(
            (_number(element, "TaskUID", -1), _number(element, "ResourceUID", -1))
            for element in root.iterfind("Assignments/Assignment")
        ),
    )


def _aliases(root: "Element") -> dict[str, str]:
    """A custom field's number → the name after `rectify` in its alias."""
    found = {}
    for element in root.iterfind("ExtendedAttributes/ExtendedAttribute"):
        alias = _text(element, "Alias")
        if alias.startswith("rectify "):
            found[_text(element, "FieldID")] = alias.removeprefix("rectify ")
    return found


def _task(element: "Element", aliases: dict[str, str]) -> FileTask:
    baseline = element.find("Baseline")
    dates = (None, None)
    return FileTask(
        uid=_number(element, "UID", 0),
        number=_number(element, "ID", 0),
        name=_text(element, "Name"),
        level=_number(element, "OutlineLevel", 1),
        start=_instant(element, "Start"),
        finish=_instant(element, "Finish"),
        minutes=_minutes(_text(element, "Duration")),
        constraint=_number(element, "ConstraintType", 0),
        constraint_at=_instant(element, "ConstraintDate"),
        deadline=_instant(element, "Deadline"),
        calendar=_number(element, "CalendarUID", -1),
        manual=_flag(element, "Manual"),
        active=_text(element, "Active") != "0",
        percent=_number(element, "PercentComplete", 0),
        begun=_instant(element, "ActualStart"),
        delayed=_number(element, "LevelingDelay", 0) > 0,
        priority=_number(element, "Priority", 500),
        note=_text(element, "Notes"),
        links=tuple(_links(element)),
        kept=_kept(element, aliases),
        baseline=dates
        if baseline is None
        else (_instant(baseline, "Start"), _instant(baseline, "Finish")),
    )


def _links(element: "Element") -> Iterator[FileLink]:
    for link in element.iterfind("PredecessorLink"):
        yield FileLink(
            _number(link, "PredecessorUID", -1),
            _number(link, "Type", 1),
            _number(link, "LinkLag", 0),
            _number(link, "LagFormat", 7),
        )


def _kept(element: "Element", aliases: dict[str, str]) -> dict[str, str]:
    return {
        aliases[number]: _text(kept, "Value")
        for kept in element.iterfind("ExtendedAttribute")
        if (number := _text(kept, "FieldID")) in aliases
    }


def _calendar(element: "Element") -> FileCalendar:
    week: dict[int, bool] = {}
    exceptions = []
    for day in element.iterfind("WeekDays/WeekDay"):
        number = _number(day, "DayType", -1)
        if 1 <= number <= 7:
            week[(number - 2) % 7] = _flag(day, "DayWorking")
        elif number == 0:
            exceptions.append(_exception(day))
    exceptions += map(_exception, element.iterfind("Exceptions/Exception"))
    return FileCalendar(
        _number(element, "UID", -1),
        _number(element, "BaseCalendarUID", -1),
        week,
        tuple(each for each in exceptions if each is not None),
    )


def _exception(element: "Element") -> FileException | None:
    first, last = _instant(element, "TimePeriod/FromDate"), _instant(element, "TimePeriod/ToDate")
    if first is None or last is None or last < first:
        return None
    days = (last.date() - first.date()).days + 1
    times = _number(element, "Occurrences", days)
    # A period counts as a whole, unless it is there for so many times only.
    whole = not _flag(element, "EnteredByOccurrences") or times in {0, days}
    plain = _number(element, "Type", 1) == 1 and _number(element, "Period", 1) <= 1 and whole
    return FileException(first, last, _flag(element, "DayWorking"), _text(element, "Name"), plain)


def _resource(element: "Element", aliases: dict[str, str]) -> FileResource:
    return FileResource(
        uid=_number(element, "UID", 0),
        name=_text(element, "Name"),
        type=_number(element, "Type", 1),
        code=_text(element, "Code"),
        group=_text(element, "Group"),
        email=_text(element, "EmailAddress"),
        calendar=_number(element, "CalendarUID", -1),
        kept=_kept(element, aliases),
    )


def _text(element: "Element", path: str) -> str:
    return (element.findtext(path) or "").strip()


def _flag(element: "Element", path: str) -> bool:
    return _text(element, path).lower() in {"1", "true"}


def _number(element: "Element", path: str, otherwise: int) -> int:
    text = _text(element, path)
    try:
        found = int(float(text)) if len(text) < 20 else otherwise
    except (ValueError, OverflowError):
        return otherwise
    return found


def _instant(element: "Element", path: str) -> datetime | None:
    """A date and time without a zone, in a year that a plan can have."""
    try:
        found = datetime.fromisoformat(_text(element, path)).replace(tzinfo=None)
    except ValueError:
        return None
    return found if 1970 <= found.year <= 2199 else None


def _minutes(text: str) -> int | None:
    """`PT16H0M0S` in minutes."""
    hours, mark, rest = text.removeprefix("PT").partition("H")
    minutes = rest.partition("M")[0]
    try:
        return int(hours) * 60 + int(float(minutes or 0)) if mark and len(text) < 40 else None
    except ValueError:
        return None
