"""How far a task is, in words: units, counts, percents, items of a checklist."""

from collections.abc import Iterator
from math import floor

from rectify_cli.plan.model import Task
from rectify_cli.progress.standing import is_over
from rectify_cli.progress.status import OccurrenceStatus, TaskStatus
from rectify_cli.report.shares import percent
from rectify_cli.report.teller import NAMED, Teller


def say_measure(teller: Teller, row: TaskStatus) -> str:
    """How far it is: `11 of 12 units, missing 1: crm`; empty where nothing measures it."""
    task = teller.task(row)
    if row.occurrences:
        return _occurrences(teller, row)
    if task.units is not None:
        return _units(teller, task, (row.done, row.total), row.missing, reported_units(row))
    by_percent = row.facts.percent is not None and row.facts.count is None
    if task.target is not None and not by_percent:
        return _counted(teller, row, task)
    parts = []
    if row.facts.percent is not None:
        parts.append(_against_expected(teller, row))
    if task.checklist:
        parts.append(say_checklist(teller, row, task))
    return teller.words.joined(parts)


def say_checklist(teller: Teller, row: TaskStatus, task: Task) -> str:
    """`checklist 4 of 6, missing: a, b`."""
    left = [item.text for item in task.checklist if item.id not in row.facts.ticked]
    done = len(task.checklist) - len(left)
    said = teller.words("st-checklist", n=done, all=len(task.checklist))
    if not left:
        return said
    names = teller.words.listed(left[:NAMED])
    if len(left) > NAMED:
        names = teller.words("st-and-more", names=names, n=len(left) - NAMED)
    return teller.words.joined([said, teller.words("st-lacking", names=names)])


def expected_count(row: TaskStatus, target: int) -> int:
    """How many a count should have come to by the as-of day."""
    return floor(row.expected * target)


def open_occurrences(row: TaskStatus, teller: Teller) -> Iterator[OccurrenceStatus]:
    """The occurrences up to the as-of day that lack somebody, the earliest first.

    One that enough units did (`complete_at`) lacks nobody any more; of a part of the units that
    is known by its lacking none of them (`own_part`).
    """
    task = teller.task(row)
    for each in row.occurrences:
        if each.day > teller.status.as_of or each.done == each.total:
            continue
        if teller.picks(task) or not is_over(task, each):
            yield each


def reported_units(row: TaskStatus) -> frozenset[str]:
    """The units of a fan-out that reported their part done, which nobody accepted yet."""
    return frozenset(
        unit.unit for unit in row.units.values() if unit.counts and unit.state == "reported"
    )


def reported_in(occurrence: OccurrenceStatus) -> frozenset[str | None]:
    """The same of one occurrence; None is the task itself, where it is no fan-out."""
    if occurrence.done == occurrence.total:
        return frozenset()
    missing = occurrence.missing or (None,)
    facts = ((unit, occurrence.facts.get(unit)) for unit in missing)
    return frozenset(
        unit for unit, each in facts if each is not None and each.complete_on is not None
    )


def _units(
    teller: Teller,
    task: Task,
    counts: tuple[int, int],
    missing: tuple[str, ...],
    reported: frozenset[str],
) -> str:
    """`counts`: how many are done, of how many; whoever is only `reported` to be is not missing."""
    words, done, total = teller.words, *counts
    own = tuple(unit for unit in teller.own(task, missing) if unit not in reported)
    waiting = len(teller.own(task, tuple(reported)))
    if teller.picks(task):
        said = words("st-units-to-accept", n=waiting) if waiting else ""
        left = words("st-own-missing", n=len(own), names=teller.some(own)) if own else ""
        return words.joined(filter(None, (said, left)))
    said = words("st-units", n=done, all=total)
    if waiting:
        said = words.joined([said, words("st-units-to-accept", n=waiting)])
    if not own or (not done and not waiting and total > NAMED):
        return said
    return words.joined([said, words("st-missing", n=len(own), names=teller.some(own))])


def _occurrences(teller: Teller, row: TaskStatus) -> str:
    """The earliest occurrence that lacks somebody, and how many others do; else how many are."""
    words, task = teller.words, teller.task(row)
    lacking = [
        each
        for each in open_occurrences(row, teller)
        if not each.missing or teller.own(task, each.missing)
    ]
    if not lacking:
        due = [each for each in row.occurrences if each.day <= teller.status.as_of]
        return words("st-occurrences", n=len(due), all=len(row.occurrences))
    first = lacking[0]
    parts = [words("st-occurrence", day=teller.day(first.nominal))]
    if first.missing:
        counts = (first.done, first.total)
        reported = frozenset(unit for unit in reported_in(first) if unit is not None)
        parts.append(_units(teller, task, counts, first.missing, reported))
    if len(lacking) > 1:
        parts.append(words("st-more-occurrences", n=len(lacking) - 1))
    return words.joined(parts)


def _counted(teller: Teller, row: TaskStatus, task: Task) -> str:
    assert task.target is not None  # noqa: S101 - asked just before
    count, unit = task.target.count, task.target.unit
    words = teller.words
    said = words("st-count", n=row.done, all=count, unit=unit)
    if row.state in {"done", "dropped"}:
        return said
    return words.joined([said, words("st-count-expected", n=expected_count(row, count))])


def _against_expected(teller: Teller, row: TaskStatus) -> str:
    said = percent(row.share)
    if row.state in {"done", "dropped"}:
        return said
    return teller.words.joined([said, teller.words("st-expected", share=percent(row.expected))])
