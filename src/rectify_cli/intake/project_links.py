"""The links of a project file as a plan writes them."""

from collections.abc import Iterable
from datetime import timedelta

from rectify_cli.foundation.finding import Message, say
from rectify_cli.intake.draft import DraftMap, Value
from rectify_cli.intake.project_days import FileDays
from rectify_cli.intake.project_file import ELAPSED, FileLink, FileTask, ProjectFile
from rectify_cli.intake.project_tree import Node, Tree

_DAY = timedelta(days=1)
_FS = 1
_TYPES = {0: "FF", 1: "FS", 2: "SF", 3: "SS"}
_PERCENT = {19, 20, 51, 52}
_TENTHS_OF_A_DAY = 14_400


def links_of(
    file: ProjectFile, tree: Tree, node: Node, rows: Iterable[FileTask], calendar: FileDays
) -> tuple[tuple[Value, ...], list[Message]]:
    """What a node waits for: the links of its rows; and what could not be taken over as it is."""
    found: dict[Value, None] = {}
    left: list[Message] = []
    same = set(node.row.kept.get("same", "").split())
    for row in rows:
        for link in row.links:
            pred = tree.of.get(link.uid)
            if pred is None or link.type not in _TYPES:
                left.append(say("{row}: a link to a row that is not in the file", row=row.name))
                continue
            if pred is node or _is_around(pred, node):
                continue
            if node.children and link.type in {0, 2}:
                left.append(say("{row}: an FF or SF link into a summary", row=row.name))
                continue
            lag, whole = _lag(link, pred.row, file.minutes_per_day)
            if not whole and link.type == _FS:
                lag = _fitting(lag, pred.row, row, calendar)
            if not whole:
                left.append(say("{row}: a lag that is no whole days", row=row.name))
            if not lag and _share_a_day(link, pred.row, row):
                lag = "- 1d"
            is_same = pred.row.kept.get("path") in same
            found[_written(pred, _TYPES[link.type], lag, is_same=is_same)] = None
    return tuple(found), left


def _fitting(lag: str, pred: FileTask, row: FileTask, calendar: FileDays) -> str:
    """A lag that was rounded, or the next one to it, by which the row keeps its date."""
    if row.start is None or pred.finish is None or lag.startswith("-") or lag.endswith("ed"):
        return lag
    between = calendar.between(pred.finish.date() + _DAY, row.start.date() - _DAY)
    rounded = int(lag.strip("+ d") or 0)
    return f"+ {between}d" if between and abs(between - rounded) == 1 else lag


def _share_a_day(link: FileLink, pred: FileTask, row: FileTask) -> bool:
    """Whether a row begins on the day on which the one before it ends, which hours allow.

    In days it would begin on the next; a lag of a day less keeps its date.
    """
    if link.type != _FS or row.minutes == 0 or row.start is None or pred.finish is None:
        return False
    return row.start.date() == pred.finish.date() and "form" not in row.kept


def _is_around(outer: Node, inner: Node) -> bool:
    at: Node | None = inner.parent
    while at is not None:
        if at is outer:
            return True
        at = at.parent
    return False


def _lag(link: FileLink, before: FileTask, minutes_per_day: int) -> tuple[str, bool]:
    """The lag as the language writes it, without its sign's blanks; whether nothing was rounded.

    One in per cent is of how long the row before it takes.
    """
    elapsed = link.format in ELAPSED
    unit = _TENTHS_OF_A_DAY if elapsed else minutes_per_day * 10
    lag = abs(link.lag)
    if link.format in _PERCENT:
        lag = lag * (before.minutes or 0) // 10
    days = (lag * 2 + unit) // (2 * unit)
    sign = "-" if link.lag < 0 else "+"
    text = f"{sign} {days}{'ed' if elapsed else 'd'}" if days else ""
    return text, days * unit == lag


def _written(pred: Node, kind: str, lag: str, *, is_same: bool) -> Value:
    if not is_same:
        return " ".join(filter(None, (pred.path, "" if kind == "FS" else kind, lag)))
    entries: list[tuple[str, Value]] = [("task", pred.path)]
    if kind != "FS":
        entries.append(("link", kind))
    if lag:
        entries.append(("lag", lag.removeprefix("+ ").replace("- ", "-")))
    return DraftMap((*entries, ("each", "same")))
