"""Event → its one canonical line of JSON: the same event, the same bytes, on every machine."""

import json

from rectify_cli.progress.events import Event


def encode(event: Event) -> str:
    """The line of an event, without its line end; what is not set is left out.

    Keys stand in one order, characters of every script as they are, so that a reviewer can read it.
    """
    values: dict[str, object] = {"v": event.v, "id": event.id, "at": event.at, "by": event.by}
    optional: tuple[tuple[str, object], ...] = (
        ("task", event.task),
        ("unit", event.unit),
        ("for", None if event.occurrence is None else event.occurrence.isoformat()),
    )
    values |= {name: value for name, value in optional if value is not None}
    values |= {"kind": event.kind, "on": event.on.isoformat()}
    optional = (
        ("percent", event.percent),
        ("add", event.add),
        ("total", event.total),
        ("item", event.item),
        ("ticked", event.ticked if event.kind == "item" else None),
        ("why", event.why),
        ("undoes", list(event.undoes) or None),
        ("note", event.note),
        ("evidence", event.evidence),
        ("after", list(event.after) or None),
    )
    values |= {name: value for name, value in optional if value is not None}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
