"""What differs between two states of a plan as a table: a section for each kind of change.

For a person, tasks of one phase that move alike are one row, and words are counted; a pipe and a
file get every row.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from rectify_cli.progress.baseline import KeptTask
from rectify_cli.report.plan_diff import Change, Moved, PlanDiff, UnitsChange
from rectify_cli.report.plan_diff_causes import Cause
from rectify_cli.report.plan_diff_words import (
    Names,
    clipped,
    deadline_said,
    first_line,
    signed,
    stretch,
    stretches,
    what_moved,
    why,
)
from rectify_cli.report.table import Cell, Column, Report, Row, Section
from rectify_cli.report.words import Words

_LEAST_TOGETHER = 3
_MOST_NAMES = 5
_FOLDABLE = frozenset({"follows", "around", "plan-start", "calendar"})
_OWNERS = frozenset({"owner", "lead", "accept"})

_Key = tuple[str, int | None, int | None]
"""A phase, and by how many workdays start and finish have moved."""


class _Look:
    """How rows are shown: in which words, under which names, whether alike ones are one.

    Near the day `near` no year is said.
    """

    def __init__(self, diff: PlanDiff, language: str, *, whole: bool) -> None:
        self.words = Words(language)
        self.names = Names(diff, self.words, ids=whole)
        self.whole = whole
        kept = diff.new.kept or diff.old.kept
        self.near = date.min if kept is None else kept.start


def plan_diff_table(diff: PlanDiff, language: str, *, whole: bool, titled: bool) -> Report:
    """The view of a difference.

    Args:
        diff: What differs.
        language: The reader's.
        whole: Every row and every word, as a machine wants it.
        titled: The plan's title above, as a document needs it; else the answer is the first line.
    """
    look = _Look(diff, language, whole=whole)
    words = look.words
    kept = diff.new.kept or diff.old.kept
    answer = first_line(diff, words)
    headed = titled and kept is not None
    made = ((words(f"diff-{name}"), tuple(rows(diff, look))) for name, rows in _SECTIONS)
    return Report(
        title=kept.title if headed and kept is not None else answer,
        language=language,
        columns=(
            Column("task", words("diff-task")),
            Column("title", words("title"), "key"),
            Column("days", words("diff-days"), "number"),
            Column("what", words("diff-what")),
            Column("why", words("diff-why"), "note"),
        ),
        group=(Column("change", words("diff-change")),),
        sections=[Section((name,), rows, (name,)) for name, rows in made if rows],
        facts=((answer,),) if headed else (),
    )


def _row(look: _Look, task: KeptTask | None, what: str, remark: str = "") -> Row:
    name, title = look.words("diff-plan"), ""
    if task is not None and task.path:
        name = look.names.task(task.path)
        title = task.title if name == task.path else task.path
    return Row((name, title, None, what, remark))


def _with_days(row: Row, days: int | None, words: Words) -> Row:
    shown: Cell = None if days is None else signed(days) + words("diff-shift-short", n=abs(days))
    return row._replace(cells=(*row.cells[:2], shown, *row.cells[3:]))


def _moved(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    groups = {} if look.whole else _groups(diff.moved)
    told: set[_Key] = set()
    for each in diff.moved:
        key = _key(each)
        if key in told:
            continue
        group = groups.get(key, ())
        if len(group) >= _LEAST_TOGETHER:
            told.add(key)
            yield _group_row(key, group, look)
            continue
        what = what_moved(each.was, each.now, look.near, look.words)
        remark = why(each.causes, look.words, look.names, whole=look.whole)
        yield _with_days(
            _row(look, each.task, _of_units(what, each.units, look), remark),
            each.finish_days,
            look.words,
        )


def _of_units(what: str, units: Sequence[str] | None, look: _Look) -> str:
    """With the number of units, where it is not said of the task as a whole."""
    if units is None:
        return what
    return look.words.joined((what, look.words("diff-of-units", n=len(units))))


def _key(moved: Moved) -> _Key:
    return moved.task.path.partition(".")[0], moved.start_days, moved.finish_days


def _groups(moved: Sequence[Moved]) -> dict[_Key, list[Moved]]:
    """The moves of one phase by the same days, for reasons that a plan does not say of the task."""
    found: dict[_Key, list[Moved]] = {}
    mixed = set()
    for each in moved:
        key = _key(each)
        found.setdefault(key, []).append(each)
        alone = each.start_days is None or "." not in each.task.path
        if alone or not all(cause.kind in _FOLDABLE for cause in each.causes):
            mixed.add(key)
    return {key: group for key, group in found.items() if key not in mixed}


def _group_row(key: _Key, group: Sequence[Moved], look: _Look) -> Row:
    inside = {each.task.path for each in group}
    causes: dict[Cause, None] = {}
    for each in group:
        causes |= dict.fromkeys(cause for cause in each.causes if cause.task not in inside)
    phase, start, finish = key
    was, now = (
        (min(each[0] for each in sides), max(each[1] for each in sides))
        for sides in (
            [each.was for each in group if each.was is not None],
            [each.now for each in group if each.now is not None],
        )
    )
    name = look.words("diff-group", title=look.names.task(phase), n=len(inside))
    what = stretches(was, now, look.near, look.words)
    remark = why(tuple(causes), look.words, look.names, whole=False)
    return _with_days(Row((name, phase, None, what, remark)), finish or start, look.words)


def _deadlines(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    for each in diff.deadlines:
        what, remark = deadline_said(each, look.words)
        yield _row(look, each.task, _of_units(what, each.units, look), remark)


def _added(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    for task in diff.added:
        yield _row(look, task, _told(task, look))


def _removed(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    for task in diff.removed:
        n = diff.reports.get(task.path, 0)
        had = look.words("diff-had-reports", n=n) if n else look.words("diff-had-none")
        yield _row(look, task, _told(task, look), had)


def _told(task: KeptTask, look: _Look) -> str:
    """A task that only one side has: its title, who has it, its days."""
    start, finish = task.start, task.finish
    days = None if start is None or finish is None else (start, finish)
    units = [each for dates in task.dates for each in dates.units or ()]
    if units:
        who = look.words("diff-of-units", n=len(units))
    else:
        who = "" if task.owner is None else look.names.owner(task.owner)
    known = task.title in {task.path.rpartition(".")[2], look.names.task(task.path)}
    said = ("" if known else task.title, who, stretch(days, look.near, look.words))
    return look.words.joined(filter(None, said))


def _renamed(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    for each in diff.renamed:
        n = diff.reports.get(each.old.path, 0)
        remark = ""
        if n:
            label = "diff-follow" if each.by_was else "diff-lost"
            remark = look.words(label, n=n, was=each.old.path)
        yield Row((each.old.path, each.new.title, None, f"> {each.new.path}", remark))


def _owners(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    return _changes(diff.owners, look)


def _units(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    for each in diff.units:
        yield _row(look, each.task, look.words.joined(_unit_words(each, look)))


def _unit_words(change: UnitsChange, look: _Look) -> Iterator[str]:
    words = look.words
    for label, units in (("diff-joined", change.added), ("diff-left", change.removed)):
        if units:
            shown = units if look.whole else units[:_MOST_NAMES]
            names = words.listed(map(look.names.owner, shown))
            if len(units) > len(shown):
                names = words("diff-and-more", names=names, n=len(units) - len(shown))
            yield words(label, n=len(units), names=names)


def _details(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    return _changes(diff.details, look)


def _words(diff: PlanDiff, look: _Look) -> Iterator[Row]:
    if look.whole:
        yield from _changes(diff.words, look)
        return
    counts = {
        name: sum(each.field == field for each in diff.words)
        for field, name in (("title", "diff-titles"), ("note", "diff-notes"))
    }
    said = [look.words(name, n=n) for name, n in counts.items() if n]
    if said:
        yield Row((look.words.joined(said), "", None, "", ""))


def _changes(changes: Iterable[Change], look: _Look) -> Iterator[Row]:
    for each in changes:
        was, now = each.was, each.now
        if each.field in _OWNERS:
            was, now = (None if name is None else look.names.owner(name) for name in (was, now))
        said = look.words(
            "diff-value",
            field=look.words(f"diff-key-{each.field}"),
            was=clipped(was, look.words, whole=look.whole),
            now=clipped(now, look.words, whole=look.whole),
        )
        yield _row(look, each.task, said)


_SECTIONS: tuple[tuple[str, Callable[[PlanDiff, _Look], Iterator[Row]]], ...] = (
    ("moved", _moved),
    ("deadline", _deadlines),
    ("added", _added),
    ("removed", _removed),
    ("renamed", _renamed),
    ("owner", _owners),
    ("units", _units),
    ("details", _details),
    ("words", _words),
)
