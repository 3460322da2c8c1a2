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
_WORDS = frozenset({"title", "note"})
_FOLDABLE = frozenset({"follows", "around", "plan-start", "calendar"})

_Key = tuple[str, int | None, int | None]
"""A phase, and by how many workdays start and finish have moved."""
_Rows = Callable[[PlanDiff, Words, "_Look"], Iterator[Row]]


class _Look:
    """How rows are shown: whether alike ones are one, and the day near which no year is said."""

    def __init__(self, diff: PlanDiff, *, whole: bool) -> None:
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
    words = Words(language)
    look = _Look(diff, whole=whole)
    kept = diff.new.kept or diff.old.kept
    answer = first_line(diff, words)
    title = kept.title if titled and kept is not None else answer
    made = ((words(f"diff-{name}"), tuple(rows(diff, words, look))) for name, rows in _SECTIONS)
    return Report(
        title=title,
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
        facts=((answer,),) if titled and kept is not None else (),
    )


def _row(task: KeptTask | None, days: int | None, what: str, why_so: str, words: Words) -> Row:
    name, title = words("diff-plan"), ""
    if task is not None and task.path:
        name, title = task.path, task.title
    if words.language == "zh" and title and name.isascii():
        name, title = title, name  # ids that are no Chinese say little to who reads Chinese
    shown: Cell = None if days is None else f"{signed(days)}{abs(days)}d"
    return Row((name, title, shown, what, why_so))


def _moved(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    groups = {} if look.whole else _groups(diff.moved)
    told: set[_Key] = set()
    titles = _titles(diff)
    for each in diff.moved:
        key = _key(each)
        group = groups.get(key, ())
        if key in told:
            continue
        if len(group) >= _LEAST_TOGETHER:
            told.add(key)
            yield _group_row(key, group, titles, look, words)
            continue
        what = what_moved(each.was, each.now, look.near, words)
        if each.units is not None:
            what = words.joined((what, words("diff-of-units", n=len(each.units))))
        yield _row(
            each.task, each.finish_days, what, why(each.causes, words, whole=look.whole), words
        )


def _key(moved: Moved) -> _Key:
    return moved.task.path.partition(".")[0], moved.start_days, moved.finish_days


def _groups(moved: Sequence[Moved]) -> dict[_Key, list[Moved]]:
    """The moves of one phase by the same days, for reasons that a plan does not say of the task."""
    found: dict[_Key, list[Moved]] = {}
    mixed = set()
    for each in moved:
        key = _key(each)
        if each.start_days is None or "." not in each.task.path:
            mixed.add(key)
        if all(cause.kind in _FOLDABLE for cause in each.causes):
            found.setdefault(key, []).append(each)
        else:
            mixed.add(key)
    return {key: group for key, group in found.items() if key not in mixed}


def _group_row(
    key: _Key, group: Sequence[Moved], titles: dict[str, str], look: _Look, words: Words
) -> Row:
    inside = {each.task.path for each in group}
    causes: dict[Cause, None] = {}
    for each in group:
        causes |= dict.fromkeys(cause for cause in each.causes if cause.task not in inside)
    phase, start, finish = key
    title = titles.get(phase, phase) if words.language == "zh" else phase
    task = KeptTask(words("diff-group", title=title, n=len(inside)), "phase", "")
    was, now = (
        (min(each[0] for each in sides), max(each[1] for each in sides))
        for sides in (
            [each.was for each in group if each.was is not None],
            [each.now for each in group if each.now is not None],
        )
    )
    what = stretches(was, now, look.near, words)
    return _row(task, finish or start, what, why(tuple(causes), words, whole=False), words)


def _titles(diff: PlanDiff) -> dict[str, str]:
    return {} if diff.new.kept is None else {each.path: each.title for each in diff.new.kept.tasks}


def _deadlines(diff: PlanDiff, words: Words, _look: _Look) -> Iterator[Row]:
    for each in diff.deadlines:
        what, remark = deadline_said(each, words)
        if each.units is not None:
            what = words.joined((what, words("diff-of-units", n=len(each.units))))
        yield _row(each.task, None, what, remark, words)


def _added(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    for task in diff.added:
        yield _row(task, None, _told(task, words, look), "", words)


def _removed(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    for task in diff.removed:
        n = diff.reports.get(task.path, 0)
        had = words("diff-had-reports", n=n) if n else words("diff-had-none")
        yield _row(task, None, _told(task, words, look), had, words)


def _told(task: KeptTask, words: Words, look: _Look) -> str:
    start, finish = task.start, task.finish
    days = None if start is None or finish is None else (start, finish)
    units = [each for dates in task.dates for each in dates.units or ()]
    named = task.path.rpartition(".")[2] == task.title or words.language == "zh"
    return words.joined(
        filter(
            None,
            (
                "" if named else task.title,
                words("diff-of-units", n=len(units)) if units else task.owner,
                stretch(days, look.near, words),
            ),
        )
    )


def _renamed(diff: PlanDiff, words: Words, _look: _Look) -> Iterator[Row]:
    for each in diff.renamed:
        n = diff.reports.get(each.old.path, 0)
        remark = ""
        if n:
            remark = words("diff-follow" if each.by_was else "diff-lost", n=n, was=each.old.path)
        row = _row(each.new, None, f"> {each.new.path}", remark, words)
        yield row._replace(cells=(each.old.path, each.new.title, *row.cells[2:]))


def _owners(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    return _changes(diff.owners, words, look)


def _units(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    for each in diff.units:
        yield _row(each.task, None, words.joined(_unit_words(each, words, look)), "", words)


def _unit_words(change: UnitsChange, words: Words, look: _Look) -> Iterator[str]:
    for label, units in (("diff-joined", change.added), ("diff-left", change.removed)):
        if units:
            names = words.listed(units if look.whole else units[:_MOST_NAMES])
            if not look.whole and len(units) > _MOST_NAMES:
                names = words("diff-and-more", names=names, n=len(units) - _MOST_NAMES)
            yield words(label, n=len(units), names=names)


def _details(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    return _changes(diff.details, words, look)


def _words(diff: PlanDiff, words: Words, look: _Look) -> Iterator[Row]:
    if look.whole:
        yield from _changes(diff.words, words, look)
        return
    counts = {
        name: sum(each.field == field for each in diff.words)
        for field, name in (("title", "diff-titles"), ("note", "diff-notes"))
    }
    said = [words(name, n=n) for name, n in counts.items() if n]
    if said:
        yield Row((words.joined(said), "", None, "", ""))


def _changes(changes: Iterable[Change], words: Words, look: _Look) -> Iterator[Row]:
    for each in changes:
        field = words(each.field if each.field in _WORDS else f"diff-key-{each.field}")
        was, now = (clipped(text, words, whole=look.whole) for text in (each.was, each.now))
        yield _row(each.task, None, words("diff-value", field=field, was=was, now=now), "", words)


_SECTIONS: tuple[tuple[str, _Rows], ...] = (
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
