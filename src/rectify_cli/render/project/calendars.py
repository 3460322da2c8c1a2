"""The calendars of a project's XML: the base ones, and one laid over the first per resource."""

from collections.abc import Iterator, Sequence

from rectify_cli.render.office.texts import office_text
from rectify_cli.render.project.elements import leaf
from rectify_cli.report.project import ProjectResource
from rectify_cli.report.project_calendars import ProjectCalendar, ProjectException

_WORKING = (
    "<WorkingTimes>"
    "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>"
    "</WorkingTimes>"
)
_NAME = 255
_NOT_IN_NAMES = str.maketrans("[],;", "()  ")


def calendars(
    made: Sequence[ProjectCalendar], resources: Sequence[ProjectResource]
) -> Iterator[str]:
    """All calendars."""
    yield "<Calendars>\n"
    for calendar in made:
        yield "".join(_calendar(calendar))
    for resource in resources:
        yield "<Calendar>" + leaf("UID", len(made) + resource.uid)
        yield leaf("Name", office_text(resource_name(resource.owner.title), _NAME))
        yield leaf("IsBaseCalendar", 0) + leaf("BaseCalendarUID", 1)
        yield from _exceptions(
            [
                ProjectException(day.first, day.last, works=False, name=day.label)
                for day in resource.owner.days_off
            ]
        )
        yield "</Calendar>\n"
    yield "</Calendars>\n"


def resource_name(title: str) -> str:
    """A name that Microsoft Project takes for a resource: it lists names with units in brackets."""
    return title.translate(_NOT_IN_NAMES)


def _calendar(calendar: ProjectCalendar) -> Iterator[str]:
    yield "<Calendar>" + leaf("UID", calendar.uid) + leaf("Name", calendar.name)
    yield leaf("IsBaseCalendar", 1) + leaf("BaseCalendarUID", -1) + "<WeekDays>"
    for number in range(7):
        # Its week begins on a Sunday, which is 1.
        works = (number - 1) % 7 in calendar.week
        yield "<WeekDay>" + leaf("DayType", number + 1) + leaf("DayWorking", works)
        yield (_WORKING if works else "") + "</WeekDay>"
    yield "</WeekDays>"
    yield from _exceptions(calendar.exceptions)
    yield "</Calendar>\n"


def _exceptions(exceptions: Sequence[ProjectException]) -> Iterator[str]:
    if exceptions:
        yield "<Exceptions>"
        for exception in exceptions:
            yield from _exception(exception)
        yield "</Exceptions>"


def _exception(exception: ProjectException) -> Iterator[str]:
    yield "<Exception>" + leaf("EnteredByOccurrences", 0) + "<TimePeriod>"
    yield leaf("FromDate", f"{exception.first}T00:00:00")
    yield leaf("ToDate", f"{exception.last}T23:59:00") + "</TimePeriod>"
    yield leaf("Occurrences", (exception.last - exception.first).days + 1)
    yield leaf("Name", office_text(exception.name, _NAME)) + leaf("Type", 1)
    yield leaf("DayWorking", exception.works)
    yield (_WORKING if exception.works else "") + "</Exception>"
