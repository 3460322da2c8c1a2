"""What `rectify undo` says back: what was taken back, whose it was, and how to bring it back."""

from collections.abc import Mapping, Sequence

from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Stored
from rectify_cli.report.log_words import said_kind
from rectify_cli.report.words import Words

_TASKS = 3


def undo_lines(
    reports: Sequence[Stored],
    tasks: Sequence[str],
    undo: Event,
    names: Mapping[str, str],
    language: str,
    *,
    dry_run: bool,
) -> list[str]:
    """The answer, a sentence a line.

    Args:
        reports: What was taken back, in the order of their ids.
        tasks: What they are of, each task once, by its path in the whole plan.
        undo: The first of the reports that do it.
        names: Short names of all reports, these too.
        language: The language of the screen.
        dry_run: Nothing was written.
    """
    words = Words(language)
    first = reports[0].event
    key = "undo-one" if len(reports) == 1 else "undo-several"
    if all(each.event.kind == "undo" for each in reports):
        key = "undo-restores"
    taken = words(
        key,
        name=names[first.id],
        n=len(reports),
        what=_what(reports[0].event, tasks, words),
        by=first.by,
        day=words.full(first.on),
    )
    last = "undo-dry" if dry_run else "undo-recorded"
    return [taken, words(last, name=names[undo.id], by=undo.by)]


def _what(first: Event, tasks: Sequence[str], words: Words) -> str:
    shown = [*tasks[:_TASKS]]
    if len(tasks) > _TASKS:
        shown.append(words("more", n=len(tasks) - _TASKS))
    return f"{said_kind(first, words)} {words.listed(shown)}".rstrip()
