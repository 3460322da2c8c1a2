"""The links between a project's rows."""

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Lag, LinkType, RelativeDate, Task
from rectify_cli.report.project_rows import Row, Rows


class RowLink(Struct):
    """A dependency on another row, by where it stands."""

    row: int
    type: LinkType
    lag: Lag


class _Wanted(Struct):
    task: int
    type: LinkType
    lag: Lag
    same: bool


def links_of(rows: Rows, at: int) -> list[RowLink]:
    """The links that lead into a row: its task's, and a relative start, which is one.

    Those of a fan-out in parts lead into every part; those of what is around, into that.
    """
    row = rows.rows[at]
    if row.form == "fan-out" or row.recurring or row.occurrence is not None:
        return []
    found: dict[tuple[int, LinkType, Lag], None] = {}
    for wanted in _wanted(row):
        for pred in _preds(rows, row, wanted):
            if pred != at:
                found[pred, wanted.type, wanted.lag] = None
    return [RowLink(*each) for each in found]


def _wanted(row: Row) -> list[_Wanted]:
    task = row.task
    links = [_Wanted(link.task, link.type, link.lag, link.same) for link in task.links]
    relative = _relative_start(task, row)
    return [*links, relative] if relative is not None else links


def _relative_start(task: Task, row: Row) -> _Wanted | None:
    """`start: x + 2d` as a link: a finish's date begins one day before its end."""
    override = task.overrides.get(row.units[0]) if row.units else None
    dates = task.dates if override is None or override.dates is None else override.dates
    rule = dates.start
    if not isinstance(rule, RelativeDate) or rule.task is None or dates.finish is not None:
        return None
    if rule.point == "start":
        return _Wanted(rule.task, "SS", rule.lag, same=False)
    return _Wanted(rule.task, "FS", rule.lag._replace(days=rule.lag.days - 1), same=False)


def _preds(rows: Rows, row: Row, wanted: _Wanted) -> list[int]:
    own = rows.own.get(wanted.task)
    if own is None or rows.rows[own].task.repeat is not None:
        return []
    leaves = rows.leaves.get(wanted.task, [])
    if not leaves or leaves == [own]:
        return [own]
    if wanted.same:
        mine = set(row.units)
        return [leaf for leaf in leaves if mine & set(rows.rows[leaf].units)]
    # The last of the parts counts: a summary's finish is that, its start is the first one's.
    return [own] if wanted.type in {"FS", "FF"} else leaves
