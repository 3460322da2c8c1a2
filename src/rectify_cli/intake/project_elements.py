"""Values of a project file's elements. Nothing is believed: what cannot be read is none."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def text_in(element: "Element", path: str) -> str:
    """The text of an element below, without what is around it; empty where there is none."""
    return (element.findtext(path) or "").strip()


def flag_in(element: "Element", path: str) -> bool:
    """Whether an element below says yes."""
    return text_in(element, path).lower() in {"1", "true"}


def number_in(element: "Element", path: str, otherwise: int) -> int:
    """The whole number of an element below, `otherwise` where there is none that can be read."""
    text = text_in(element, path)
    try:
        found = int(float(text)) if len(text) < 20 else otherwise
    except (ValueError, OverflowError):
        return otherwise
    return found


def instant_in(element: "Element", path: str) -> datetime | None:
    """A date and time without a zone, in a year that a plan can have."""
    try:
        found = datetime.fromisoformat(text_in(element, path)).replace(tzinfo=None)
    except ValueError:
        return None
    return found if 1970 <= found.year <= 2199 else None


def minutes_of(text: str) -> int | None:
    """`PT16H0M0S` in minutes."""
    hours, mark, rest = text.removeprefix("PT").partition("H")
    minutes = rest.partition("M")[0]
    try:
        return int(hours) * 60 + int(float(minutes or 0)) if mark and len(text) < 40 else None
    except ValueError:
        return None
