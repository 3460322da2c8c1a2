"""What a table changes in a plan, as a table: each cell as it is, and as it is to be."""

from collections.abc import Iterator

from rectify_cli.app.plan_into import Into, Kept
from rectify_cli.plan.model import Task
from rectify_cli.report.labels.of_plan_table import LABELS
from rectify_cli.report.plan_diff_table import plan_diff_table
from rectify_cli.report.table import Column, Report, Row, Section
from rectify_cli.report.words import Words


def into_view(into: Into, table: str, language: str) -> Report:
    """The changed cells, the new tasks, and the tasks without a row."""
    words = Words(language)
    counts = words(
        "into-counts",
        rows=into.rows,
        changed=sum(each.task is not None for each in into.changed),
        added=len(into.added),
        kept=len(into.kept),
    )
    gone = sum(each.goes for each in into.kept)
    going = (words("into-going", n=gone),) if gone else ()
    return Report(
        title=words("into-title", table=table, plan=into.plan.title),
        language=language,
        columns=tuple(Column(key, words(f"into-{key}")) for key in ("task", "field", "old", "new")),
        sections=(Section((), tuple(_rows(into, words))),),
        facts=((counts, *going),),
        headed=True,
    )


def dates_view(into: Into, language: str, *, whole: bool) -> Report | None:
    """What becomes of the plan's dates, `whole` as a machine wants it; None where they stay."""
    if into.diff is None or into.diff.is_empty:
        return None
    return plan_diff_table(into.diff, language, whole=whole, titled=False)


def _rows(into: Into, words: Words) -> Iterator[Row]:
    for change in into.changed:
        for at, key in enumerate(change.keys):
            name = change.name if at == 0 else ""
            yield Row((name, _field(key.key, words), key.old or "-", key.new or "-"))
    for task in into.added:
        yield Row((task.title or task.id, words("into-added"), "", ""), "good")
    for kept in into.kept:
        yield Row((_name(kept.task), _kept(kept, words), "", ""), "bad" if kept.goes else "notice")


def _kept(kept: Kept, words: Words) -> str:
    if kept.goes:
        return words("into-gone")
    return words("into-reports", n=kept.reports) if kept.reports else words("into-kept")


def _field(key: str, words: Words) -> str:
    """What a column of this key is called; the key itself where no table has one."""
    label = f"written-{key}"
    return words(label) if label in LABELS else key


def _name(task: Task) -> str:
    return f"{task.no}  {task.title}" if task.no else task.title
