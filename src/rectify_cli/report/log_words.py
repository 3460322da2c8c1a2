"""How a report is called in words: its kind, and what it says in figures or words of its own."""

from rectify_cli.progress.events import Event
from rectify_cli.report.words import Words


def said_kind(event: Event, words: Words) -> str:
    """`done`, `progress`, `ticked`: the kind of a report."""
    if event.kind == "item" and not event.ticked:
        return words("logged-unticked")
    return words(f"logged-{event.kind}")


def said_value(event: Event) -> str:
    """`40%`, `+3`, `= 156`, an item, a reason; empty where the kind says it all."""
    if event.percent is not None:
        return f"{event.percent}%"
    if event.add is not None:
        return f"{event.add:+}"
    if event.total is not None:
        return f"= {event.total}"
    return event.why or event.item or ""
