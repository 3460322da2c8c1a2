"""A starter plan: a template with the start date put in, written where no plan stands yet.

Beside it stands the schema that its first line names, so that editors know the language.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from rectify_cli.app.here import Here, today_in
from rectify_cli.app.national import national_from
from rectify_cli.app.schema import schema_text
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.replace import create_file
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.count import on_or_after
from rectify_cli.workdays.national import UnknownPlace

TEMPLATES: dict[str, str] = {
    "starter": "an office moves: ten tasks, two phases",
    "programme": "three phases, many units, weekly returns",
    "audit": "findings, remedied and proved by a date",
    "release": "a release with volunteers",
}
STARTER = "starter"
PLAN_FILE = "plan.yaml"
SCHEMA_FILE = "plan.schema.json"

_FOLDER = Path(__file__).parent / "templates"
_SLOT = re.compile(r"@(start|first|country|\+[0-9]+)@")
_LONGEST = timedelta(days=260)
_WEEK = frozenset(range(5))
_COUNTRY = "CN"


class Started(Struct):
    """The file that was written, and the day that the plan starts on."""

    path: Path
    start: date


class NotStarted(Struct):
    """Why nothing was written."""

    why: Message


def next_monday(today: date) -> date:
    """The first Monday after a day."""
    return today + timedelta(days=7 - today.weekday())


def write_starter(
    folder: Path, template: str, language: str, start: date | None, here: Here
) -> Started | NotStarted:
    """Write a plan and its schema into a folder, which is made if need be.

    Nothing is ever overwritten: where a plan stands nothing is done, and a schema is left as it is.
    """
    path = here.folder / folder / PLAN_FILE
    shown = folder / PLAN_FILE
    start = start or next_monday(today_in(here, "Asia/Shanghai" if language == "zh" else "UTC"))
    text = starter_plan(template, language, start, here)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create_file(path, text.encode("utf-8"))
        write_schema(path.parent)
    except FileExistsError:
        return NotStarted(say("{path} is there already; nothing was written", path=shown))
    except (OSError, ValueError) as error:
        why = why_not_written(error)
        return NotStarted(say("{path} cannot be written: {why}", path=shown, why=why))
    return Started(shown, start)


def write_schema(folder: Path) -> None:
    """Write the schema beside a plan; one that is there is left as it is."""
    # Without it the plan is a plan all the same; an editor only knows less.
    with suppress(OSError):
        create_file(folder / SCHEMA_FILE, schema_text().encode("utf-8"))


def starter_plan(template: str, language: str, start: date, here: Here) -> str:
    """The text of a template for a plan that starts on a day."""
    data = read_file(_FOLDER / f"{template}.{language}.yaml")
    assert not isinstance(data, Unreadable)  # noqa: S101 - it is part of the package
    announced = language == "zh" and _is_announced(start, here)
    spec = CalendarSpec(_WEEK, _COUNTRY if announced else None, None, None, ())
    calendar = Calendars(start, national_from(here.cache, language)).of(spec)
    first = on_or_after(calendar, start)
    return _SLOT.sub(_filler(start, first, announced=announced), data.decode("utf-8"))


def _filler(start: date, first: date, *, announced: bool) -> Callable[[re.Match[str]], str]:
    def fill(slot: re.Match[str]) -> str:
        match slot[1]:
            case "start":
                return start.isoformat()
            case "first":
                return first.isoformat()
            case "country" if announced:
                return f"  country: {_COUNTRY}               # 法定节假日和调休"
            case "country":
                return f"  # country: {_COUNTRY}             # 有关年份的放假安排公布后去掉开头的 #"
            case days:
                return (start + timedelta(days=int(days))).isoformat()

    return fill


def _is_announced(start: date, here: Here) -> bool:
    """Whether the country's days of all years that the plan may touch are known."""
    years = start.year, (start + _LONGEST).year
    days = national_from(here.cache, "zh")(_COUNTRY, None, *years)
    return not isinstance(days, UnknownPlace) and not days.unpublished
