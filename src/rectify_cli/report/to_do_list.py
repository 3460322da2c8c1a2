"""What the lists of work that people read out have in common: their head, columns and end."""

from collections.abc import Iterable

from rectify_cli.report.status_headline import day_in_plan
from rectify_cli.report.table import Column, Report, Section
from rectify_cli.report.teller import Teller


def to_do_list(
    teller: Teller,
    owner: str | None,
    first: tuple[str, str],
    sections: Iterable[Section],
    notes: tuple[str, ...] = (),
) -> Report:
    """A list for an owner, or for all: sections that hold something, else that there is nothing.

    `first` is the key of the first column, and the key of its heading.
    """
    words, status = teller.words, teller.status
    plan = status.schedule.plan
    kept = tuple(section for section in sections if section.rows)
    key, heading = first
    return Report(
        title=plan.title if owner is None else plan.owners[owner].title,
        language=words.language,
        columns=(
            Column(key, words(heading)),
            Column("owner", words("owner")),
            Column("task", words("task"), "key"),
            Column("title", words("title")),
            Column("note", words("note"), "note"),
        ),
        sections=kept,
        facts=((words.full(status.as_of), day_in_plan(status.schedule, status.as_of, words)),),
        notes=notes if kept else (words("td-nothing"),),
    )
