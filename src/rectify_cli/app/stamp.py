"""What a command's new reports are called and when they were written."""

import os
from collections.abc import Iterable
from datetime import UTC

from rectify_cli.app.here import Here
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.ledger import Stored
from rectify_cli.progress.ulid import RANDOM_BYTES, moment_of, ulids

_A_DAY = 24 * 60 * 60 * 1000


class Stamp(Struct):
    """The moment of a command in UTC, as events have it, and a name for each of its reports."""

    at: str
    ids: tuple[str, ...]


def stamp(count: int, by: str, stored: Iterable[Stored], here: Here) -> Stamp:
    """Names for so many reports, later than all that this writer has written yet.

    A clock that went back a few hours does not put a writer's new report before the old ones; one
    that was years ahead once is not followed.
    """
    now = int(here.now.timestamp() * 1000)
    own = (moment_of(each.event.id) for each in stored if each.event.by == by)
    latest = max((moment for moment in own if moment is not None and moment < now + _A_DAY),
                 default=0)  # fmt: skip
    at = here.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return Stamp(at, ulids(max(now, latest + 1), os.urandom(RANDOM_BYTES), count))
