"""The task book (任务书): for each task who answers for it, by when, with what, and how.

A value with nothing of any format in it: `render.book` makes Word files, pages and PDF of it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Task
from rectify_cli.report.book_facts import Fact, checklist_of, deadlines_of, facts_of, lead_titles
from rectify_cli.report.edition import Edition
from rectify_cli.report.headline import headline
from rectify_cli.report.names import bearer
from rectify_cli.report.selection import Shown, shown
from rectify_cli.report.source import Source
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Timing


class Entry(Struct):
    """One task of the book.

    `facts` are told in full; `owner`, `lead` and `deadline` in short, for the list of all tasks.
    `plan` is the Markdown text of its implementation plan: None where it links none.
    """

    number: str
    title: str
    owner: str
    lead: str
    deadline: str
    facts: tuple[Fact, ...]
    checklist: tuple[str, ...] = ()
    plan: str | None = None

    @property
    def name(self) -> str:
        """Its number and its title."""
        return f"{self.number}  {self.title}" if self.number else self.title


class Chapter(Struct):
    """The tasks of a phase, or those outside phases."""

    title: str
    facts: tuple[str, ...]
    entries: tuple[Entry, ...]


class Book(Struct):
    """The whole book; `facts` stand below its title, each in parts."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, ...], ...]
    chapters: tuple[Chapter, ...]
    edition: Edition | None = None


def task_book(source: Source) -> Book:
    """The book of what a selection leaves; days that were asked for keep the tasks on them."""
    schedule, words = source.schedule, Words(source.language)
    plan = schedule.plan
    left = shown(schedule, source.selection)
    kept = [task for task in plan.tasks if task.kind == "task" and _timings(source, task, left)]
    chapters = []
    for phase, tasks in groupby(kept, plan.phase_of):
        title = words("book-without-phase") if phase is None else phase.title
        facts = () if phase is None else _phase_facts(source, phase, words)
        entries = tuple(_entry(source, task, left, words) for task in tasks)
        chapters.append(Chapter(title, facts, entries))
    alone = len(chapters) == 1 and not any(task.kind == "phase" for task in plan.tasks)
    return Book(
        title=plan.title,
        subtitle=words("book-title"),
        language=source.language,
        facts=headline(schedule, source.selection, words),
        chapters=tuple(chapter._replace(title="") if alone else chapter for chapter in chapters),
        edition=source.edition,
    )


def _timings(source: Source, task: Task, left: Shown) -> Sequence[Timing | None]:
    """The dates of a task that are shown; a task without dates is there by a None."""
    first, last = source.selection.first, source.selection.last
    timings = source.schedule.by_task[task.index]
    if not timings:
        whole = source.selection.is_everything
        return (None,) if whole else ()
    return [
        timing
        for timing in timings
        if (timing.index in left.units or timing.index in left.items)
        and (last is None or timing.start <= last)
        and (first is None or max(timing.finish, timing.deadline or timing.finish) >= first)
    ]


def _phase_facts(source: Source, phase: Task, words: Words) -> tuple[str, ...]:
    def facts() -> Iterator[str]:
        for timing in source.schedule.by_task[phase.index][:1]:
            yield words("to", first=words.full(timing.start), last=words.full(timing.finish))
            if timing.deadline is not None:
                yield words("deadline", day=words.full(timing.deadline))

    return tuple(facts())


def _entry(source: Source, task: Task, left: Shown, words: Words) -> Entry:
    plan = source.schedule.plan
    timings = [timing for timing in _timings(source, task, left) if timing is not None]
    units = tuple(unit for timing in timings for unit in left.units_of(timing))
    text = None
    if task.document is not None:
        text = source.text_of(task)
        if text is None:
            text = words("book-no-text", file=task.document)
    return Entry(
        number=task.no or "",
        title=task.title,
        owner=bearer(plan, task.owner, units, words),
        lead=lead_titles(plan, task, timings, words),
        deadline=deadlines_of(plan, timings, words, in_full=False),
        facts=tuple(facts_of(plan, task, timings, units, words)),
        checklist=tuple(checklist_of(source.schedule, task, words)),
        plan=text,
    )
