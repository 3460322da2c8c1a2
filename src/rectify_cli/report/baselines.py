"""The baselines of a plan as a table and as a record: what `rectify baseline list` shows."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.baseline import Baseline
from rectify_cli.report.record import Record
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words

FORMAT = 1


class Listed(Struct):
    """A baseline and its file; None, and why, where it cannot be read."""

    name: str
    path: str
    baseline: Baseline | None
    why: Message | None = None


def task_count(baseline: Baseline) -> int:
    """How many tasks it holds, phases and summaries aside."""
    return sum(task.kind == "task" for task in baseline.tasks)


def baselines_table(listed: Sequence[Listed], title: str, language: str) -> Report:
    """A row for each that can be read: its name, day, tasks, finish."""
    words = Words(language)
    rows = tuple(
        Row((each.name, words.full(each.baseline.day), task_count(each.baseline),
             each.baseline.finish, each.baseline.title))
        for each in listed
        if each.baseline is not None
    )  # fmt: skip
    return Report(
        title=title,
        language=language,
        columns=(
            Column("name", words("baseline-name")),
            Column("day", words("baseline-day")),
            Column("tasks", words("baseline-tasks"), "number"),
            Column("finish", words("baseline-finish"), "date"),
            Column("plan", words("baseline-plan")),
        ),
        sections=[Section(rows=rows)] if rows else [],
        facts=((words("baseline-title") if rows else words("baseline-none"),),),
    )


def baselines_record(listed: Sequence[Listed], plan_file: str) -> Record:
    """The same for machines, those that cannot be read too."""
    return {
        "format": FORMAT,
        "plan": plan_file,
        "baselines": [_entry(each) for each in listed],
    }


def _entry(listed: Listed) -> Record:
    kept = listed.baseline
    return {
        "name": listed.name,
        "path": listed.path,
        "title": None if kept is None else kept.title,
        "day": None if kept is None else kept.day,
        "tasks": None if kept is None else task_count(kept),
        "start": None if kept is None else kept.start,
        "finish": None if kept is None else kept.finish,
        "deadline": None if kept is None else kept.deadline,
        "error": None if listed.why is None else str(listed.why),
    }
