"""`rectify init --from`: a plan from what there is already, a table or last year's plan.

An old plan is taken as its text, comments too; its dates move together, so that the first is the
new start. What was reported of it stays with it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rectify_cli.app.here import Here
from rectify_cli.app.init import PLAN_FILE, write_schema
from rectify_cli.app.inputs import printed_path
from rectify_cli.app.load import Unread
from rectify_cli.app.plan_import import (
    Imported,
    NotImported,
    Options,
    import_plan,
    write_imported,
)
from rectify_cli.app.schedule import Verdict, load_and_schedule
from rectify_cli.foundation.finding import say
from rectify_cli.plan.model import Plan
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.patch import Edit, Patch
from rectify_cli.workdays.national import FIRST_YEAR, LAST_YEAR

_PLAN_ENDINGS = {".yaml", ".yml"}
_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STAY = frozenset({"calendar", "title", "note", "was", "links", "document", "joined", "left"})
"""Keys below which dates stay: holidays are of their year, and texts are not dates."""


def is_plan_file(name: str) -> bool:
    """Whether a file is a plan, by its ending, and no table."""
    return Path(name).suffix.casefold() in _PLAN_ENDINGS


def init_from_table(
    name: str, folder: Path, here: Here, options: Options
) -> Imported | NotImported:
    """Write the plan that a table makes, and its schema, into a folder."""
    to = folder / PLAN_FILE
    imported = import_plan(name, to, here, options)
    if isinstance(imported, NotImported):
        return imported
    failed = write_imported(imported.text, to, here)
    if failed is None:
        write_schema(here.folder / folder)
    return failed or imported


def init_from_plan(
    name: str, folder: Path, here: Here, start: date | None
) -> Verdict | NotImported:
    """Write an old plan, its dates moved to a new start; what a check says of it then."""
    here = here._replace(cache=None)
    old = load_and_schedule(Path(name), here)
    if isinstance(old, Unread):
        return NotImported(say("{path} cannot be read: {why}", path=name, why=old.why))
    plan = old.loaded.plan
    if plan is None:
        return NotImported(say("{path} is no plan that can be read", path=name))
    text = _moved(plan, start or plan.start)
    if text is None:
        return NotImported(
            say("the dates would leave the years {first} to {last}", first=FIRST_YEAR,
                last=LAST_YEAR)
        )  # fmt: skip
    to = folder / PLAN_FILE
    failed = write_imported(text, to, here)
    if failed is not None:
        return failed
    write_schema(here.folder / folder)
    new = load_and_schedule(to, here, {printed_path(to): text.encode("utf-8")})
    assert not isinstance(new, Unread)  # noqa: S101 - its text is given
    return new.verdict


def _moved(plan: Plan, start: date) -> str | None:
    """The plan's text with its dates as many days later as its start is; None: beyond all years."""
    by = start - plan.start
    text = plan.where.source.text
    edits = []
    for begin, end in _dates_in(plan.where):
        for match in _DAYS.finditer(text, begin, end):
            try:
                day = date.fromisoformat(match[0]) + timedelta(by.days)
            except (ValueError, OverflowError):
                return None
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                return None
            edits.append(Edit(match.start(), match.end(), day.isoformat()))
    return Patch(text, tuple(edits)).text


def _dates_in(root: Mapping) -> Iterator[tuple[int, int]]:
    """Where values and keys stand that may hold dates."""
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node.start, node.end
        elif isinstance(node, Mapping):
            for key, value in node.values.items():
                if _DAYS.match(key):
                    yield node.keys[key].start, node.keys[key].end
                if key not in _STAY:
                    waiting.append(value)
        else:
            waiting += node.items
