"""Where and when a command runs: all that a use case may know of the machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rectify_cli.store.cache import Cache, users_cache


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


def surroundings(environment: Mapping[str, str], plan: str | None) -> Here:
    """The surroundings of this process; `OSError` where its working folder is gone."""
    try:
        home = Path.home()
    except RuntimeError:
        home = None
    named = plan or environment.get("RECTIFY_PLAN") or None
    return Here(Path.cwd(), home, named, users_cache(environment, home), datetime.now(UTC))


def today_in(here: Here, timezone: str) -> date:
    """The day that it is in a time zone; in an unknown one, the day in UTC."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few commands ask

    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return here.now.astimezone(UTC).date()
    return here.now.astimezone(zone).date()
