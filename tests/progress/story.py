"""A plan, what was reported of it, and how it stands: for tests that tell a story in a few lines.

A line of reports is `2021-03-08 done kickoff`, with `unit=x`, `for=2021-03-05`, `by=li` and the
kind's own words behind it: a percent, `+40` or a total, an item, `why=…`. A writer has seen every
report above, unless it says `unseen` (nothing) or `sees=1,3` (by number, from 1).
"""

import re
from collections.abc import Sequence
from datetime import date

from rectify_cli.plan.model import Plan
from rectify_cli.progress.assess import assess
from rectify_cli.progress.events import KINDS, Event, EventKind
from rectify_cli.progress.ledger import Stored, gather
from rectify_cli.progress.status import Status, TaskStatus
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.calendars import Calendars
from tests.pipeline import in_english, schedule_of

_KINDS: dict[str, EventKind] = {kind: kind for kind in KINDS}
_WORD = re.compile(r"""(?:[^\s"]|"[^"]*")+""")


def id_of(number: int) -> str:
    return f"01F0000000000000000000{number:04d}"


def reports(text: str, plan_file: str = "plan.yaml") -> list[Stored]:
    """The events of a story's lines."""
    found: list[Stored] = []
    for line in text.splitlines():
        words = [word.replace('"', "") for word in _WORD.findall(line.partition("#")[0])]
        if words:
            found.append(Stored(_event(words, [each.event for each in found]), plan_file))
    return found


def _event(words: Sequence[str], earlier: Sequence[Event]) -> Event:
    day, kind, *rest = words
    number = len(earlier) + 1
    values = dict(word.split("=", 1) for word in rest if "=" in word)
    plain = [word for word in rest if "=" not in word and word != "unseen"]
    task = None if kind == "undo" else plain.pop(0)
    seen = [each.id for each in earlier]
    if "sees" in values:
        seen = [id_of(int(each)) for each in values["sees"].split(",")]
    word = plain[0] if plain else None
    count = int(word) if kind == "count" and word is not None else None
    is_added = word is not None and word[0] in "+-"
    return Event(
        id=id_of(number),
        at=values.get("at", f"{day}T08:00:00Z"),
        by=values.get("by", "li"),
        kind=_KINDS[kind.removeprefix("un") if kind == "unitem" else kind],
        on=date.fromisoformat(day),
        task=task,
        unit=values.get("unit"),
        occurrence=date.fromisoformat(values["for"]) if "for" in values else None,
        after=() if "unseen" in rest else tuple(seen),
        percent=int(word) if kind == "progress" and word is not None else None,
        add=count if is_added else None,
        total=None if is_added else count,
        item=word if kind in {"item", "unitem"} else None,
        ticked=kind != "unitem",
        why=values.get("why"),
        undoes=(id_of(int(word)),) if kind == "undo" and word is not None else (),
        note=values.get("note"),
    )


def assessed(schedule: Schedule, stored: Sequence[Stored], as_of: date) -> Status:
    """How a scheduled plan stands."""
    plan = schedule.plan
    calendars = Calendars(plan.start, in_english)
    return assess(schedule, calendars.of, gather(plan, stored), as_of)


def told(plan: str, lines: str, as_of: str) -> Status:
    """How a plan stands on a day after what was reported."""
    return assessed(schedule_of(plan), reports(lines), date.fromisoformat(as_of))


def row(status: Status, path: str) -> TaskStatus:
    """The row of a task, by its path."""
    plan: Plan = status.schedule.plan
    return next(status.rows[task.index] for task in plan.tasks if task.path == path)
