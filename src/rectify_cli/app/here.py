"""Where and when a command runs: all that a use case may know of the machine."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rectify_cli.store.cache import Cache


@dataclass(frozen=True, slots=True)
class Here:
    """The working folder and the home folder, what `--plan` or `RECTIFY_PLAN` names, and the rest.

    `cache` is None where none is to be used; `now` is a moment that knows its zone.
    """

    folder: Path
    home: Path | None
    plan: str | None
    cache: Cache | None
    now: datetime


def today_in(here: Here, timezone: str) -> date:
    """The day that it is in a time zone; in an unknown one, the day in UTC."""
    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return here.now.astimezone(zone).date()
