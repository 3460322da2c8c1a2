"""What the days of a country are called: moved days are named after the holiday they serve.

The library calls a day off that was gained by working on a weekend just that, and gives the
weekend day no name. People call both by the holiday: `劳动节` and `调休上班（劳动节）`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

_DELIMITER = "; "
_DAY = timedelta(days=1)
# The longest search for the holiday that a day belongs to; no block of days off is longer.
_BLOCK = 16


def moved_days(library: "HolidayBase") -> dict[date, date]:
    """Each day off that was gained by decree, with the day that is worked for it."""
    moved = {}
    data: dict[int, tuple[object, ...]] = getattr(library, "special_public_holidays", {})
    for year, entries in data.items():
        for entry in entries if isinstance(entries[0], tuple) else (entries,):
            match entry:
                case (int(month), int(day), int(from_month), int(from_day)):
                    moved[date(year, month, day)] = date(year, from_month, from_day)
                case (int(month), int(day), int(from_month), int(from_day), int(from_year)):
                    moved[date(year, month, day)] = date(from_year, from_month, from_day)
                case _:
                    continue
    return moved


def estimated_years(library: "HolidayBase") -> frozenset[int]:
    """The years in which the library has estimated a day off and says so in its name."""
    marks = _marks(library, "estimated_label", "observed_estimated_label")
    return frozenset(
        day.year
        for day, label in library.items()
        if any(_unmarked(name, marks) != name for name in label.split(_DELIMITER))
    )


def named_days_off(library: "HolidayBase", moved: dict[date, date]) -> dict[date, str]:
    """Each day off with its name, the weekend inside a decreed holiday among them."""
    off = {day: label for day, label in library.items() if day not in library.weekend_workdays}
    if not moved:
        return off
    holidays = _holidays(library, moved)
    for day, label in off.items():
        off[day] = holidays.get(day) or _holiday_near(day, library, holidays) or label
    return off | dict(_weekends_inside(library, off))


def named_workdays(library: "HolidayBase", moved: dict[date, date]) -> dict[date, str]:
    """Each make-up workday with the name of the holiday that it makes up for, empty if unknown."""
    holidays = _holidays(library, moved)
    gained = {worked: off for off, worked in moved.items()}
    return {
        day: _holiday_near(gained[day], library, holidays) or "" if day in gained else ""
        for day in library.weekend_workdays
    }


def _holidays(library: "HolidayBase", moved: dict[date, date]) -> dict[date, str]:
    """The days off that have a name of their own, without "in lieu"."""
    marks = _marks(library, "observed_label")
    return {
        day: _DELIMITER.join(_unmarked(name, marks) for name in label.split(_DELIMITER))
        for day, label in library.items()
        if day not in moved
    }


def _holiday_near(day: date, library: "HolidayBase", holidays: dict[date, str]) -> str | None:
    """The name of the nearest holiday in the block of free days around a day."""
    steps = [-_DAY, _DAY]
    for distance in range(1, _BLOCK):
        for step in list(steps):
            near = day + step * distance
            if near in holidays:
                return holidays[near]
            if near not in library and not _is_free_weekend(library, near):
                steps.remove(step)
    return None


def _weekends_inside(library: "HolidayBase", off: dict[date, str]) -> Iterator[tuple[date, str]]:
    """The weekend days that stand between two days off of one holiday."""
    for day, label in off.items():
        gap: list[date] = []
        after = day + _DAY
        while after not in off and len(gap) < 2 and _is_free_weekend(library, after):
            gap.append(after)
            after += _DAY
        names = off.get(after, "").split(_DELIMITER)
        shared = [name for name in label.split(_DELIMITER) if name in names]
        if shared:
            yield from ((each, shared[0]) for each in gap)


def _is_free_weekend(library: "HolidayBase", day: date) -> bool:
    return day.weekday() in library.weekend and day not in library.weekend_workdays


def _marks(library: "HolidayBase", *attributes: str) -> list[tuple[str, str]]:
    """What the library writes before and after a name that is observed or estimated."""
    templates = [getattr(library, attribute, None) for attribute in attributes]
    parts = [library.tr(template).partition("%s") for template in templates if template]
    return [(before, after) for before, _, after in parts]


def _unmarked(name: str, marks: list[tuple[str, str]]) -> str:
    for before, after in marks:
        if name.startswith(before) and name.endswith(after):
            return name[len(before) : len(name) - len(after)]
    return name
