"""A report as a value: what somebody said of a task, of a unit's part in it, of one occurrence.

The first type of the progress floor. `encode` and `decode` turn events into lines and back, the
ledger gathers them. An event is never changed: a correction is a new one.
"""

from datetime import date
from typing import Literal, get_args

from rectify_cli.foundation.struct import Struct

EventKind = Literal[
    "start",
    "done",
    "progress",
    "count",
    "item",
    "block",
    "unblock",
    "note",
    "reopen",
    "drop",
    "close",
    "accept",
    "return",
    "undo",
]

KINDS: tuple[EventKind, ...] = get_args(EventKind)

VERSION = 1
"""The format of an event that this program writes, and the newest that it reads."""


class Event(Struct):
    """One report.

    `id` is a ULID (an import: a hash of the source, in the same alphabet), `at` the moment of
    recording in UTC (`2021-03-08T01:02:03.456Z`), `on` the day that it is true of. `task` is the
    path within the plan file beside which the event is kept; None for an `undo` alone.
    `occurrence` is an occurrence's nominal date (`for` in a line). `after` names the latest events
    that the writer had seen of the task and the unit.

    `percent` belongs to `progress`; `add` or `total` to `count`; `item` and `ticked` to `item`;
    `why` to `block` and `drop`; `undoes` (ids) to `undo`.
    """

    id: str
    at: str
    by: str
    kind: EventKind
    on: date
    task: str | None = None
    unit: str | None = None
    occurrence: date | None = None
    after: tuple[str, ...] = ()
    percent: int | None = None
    add: int | None = None
    total: int | None = None
    item: str | None = None
    ticked: bool = True
    why: str | None = None
    undoes: tuple[str, ...] = ()
    note: str | None = None
    evidence: str | None = None
    v: int = VERSION
