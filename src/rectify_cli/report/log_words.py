"""How a report is called in words: its kind, and what it says in figures or words of its own."""

from rectify_cli.plan.model import Task
from rectify_cli.progress.events import Event
from rectify_cli.report.words import Words


def said_kind(event: Event, words: Words) -> str:
    """`done`, `progress`, `ticked`: the kind of a report."""
    if event.kind == "item" and not event.ticked:
        return words("logged-unticked")
    return words(f"logged-{event.kind}")


def said_value(event: Event, task: Task | None) -> str:
    """`40%`, `+3`, `= 156`, an item, a reason; empty where the kind says it all.

    An item is called by its text where its task is given, else by its id, as it is typed.
    """
    if event.percent is not None:
        return f"{event.percent}%"
    if event.add is not None:
        return f"{event.add:+}"
    if event.total is not None:
        return f"= {event.total}"
    if event.item is not None and task is not None:
        return next((each.text for each in task.checklist if each.id == event.item), event.item)
    return event.why or event.item or ""
