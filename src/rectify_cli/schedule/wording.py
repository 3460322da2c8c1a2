"""How findings of this floor say days, lengths and links."""

from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LINKS = {
    "FS": "starts after {name} has finished",
    "SS": "starts after {name} has started",
    "FF": "finishes after {name} has finished",
    "SF": "finishes after {name} has started",
}


def day_words(day: date) -> str:
    """A day with its weekday: `Mon 2026-05-11`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}"


def workdays_words(count: int) -> str:
    """`1 workday`, `3 workdays`."""
    return f"{count} workday" if count == 1 else f"{count} workdays"


def link_words(link: str, name: str) -> str:
    """What a link asks for: `starts after kickoff has finished`."""
    return _LINKS[link].format(name=name)


def dated_words(ordinal: int) -> str:
    """A day, given as its ordinal, with its weekday behind it: `2026-05-11 (Mon)`."""
    day = date.fromordinal(ordinal)
    return f"{day.isoformat()} ({_WEEKDAYS[day.weekday()]})"
