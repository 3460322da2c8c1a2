"""Where and when a command runs: all that a use case may know of the machine."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path

from rectify_cli.foundation.struct import Struct
from rectify_cli.store.cache import Cache, users_cache
from rectify_cli.store.witness import holds_until


class Here(Struct):
    """The working folder and the home folder, what `--plan` or `RECTIFY_PLAN` names, and the rest.

    `cache` is None where none is to be used; `now` is a moment that knows its zone. `project` is
    the folder that a CI system checked out, `summary` the file that GitHub shows of this step.
    `by` is what `RECTIFY_BY` says, `login` the name that the user logged in with.
    """

    folder: Path
    home: Path | None
    plan: str | None
    cache: Cache | None
    now: datetime
    project: Path | None = None
    summary: Path | None = None
    by: str | None = None
    login: str | None = None


def surroundings(environment: Mapping[str, str], plan: str | None) -> Here:
    """The surroundings of this process; `OSError` where its working folder is gone."""
    try:
        home = Path.home()
    except RuntimeError:
        home = None
    named = plan or environment.get("RECTIFY_PLAN") or None
    folder = Path.cwd()
    summary = environment.get("GITHUB_STEP_SUMMARY")
    return Here(
        folder,
        home,
        named,
        users_cache(environment, home),
        datetime.now(UTC),
        _project(environment, folder),
        Path(summary) if summary else None,
        environment.get("RECTIFY_BY"),
        next(filter(None, map(environment.get, ("LOGNAME", "USER", "USERNAME"))), None),
    )


def _project(environment: Mapping[str, str], folder: Path) -> Path | None:
    """What a CI system checked out, if the working folder lies in it."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        checked_out = environment.get(name)
        if checked_out:
            project = Path(os.path.realpath(checked_out))
            if folder.is_relative_to(project):
                return project
    return None


def today_in(here: Here, timezone: str) -> date:
    """The day that it is in a time zone; in an unknown one, the day in UTC."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few commands ask

    zone: tzinfo
    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = UTC
    day = here.now.astimezone(zone).date()
    holds_until(datetime.combine(day + timedelta(1), time(), zone).timestamp())
    return day
