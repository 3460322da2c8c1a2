"""Event → its one canonical line of JSON: the same event, the same bytes, on every machine."""

import json
import re
from collections.abc import Iterable

from rectify_cli.progress.events import Event

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
# What would look like something else, or like nothing, to who reads the line in a review; and half
# characters, which no file can hold: `decode` refuses them by name.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def encode(event: Event) -> str:
    """The line of an event, without its line end; what is not set is left out.

    Keys stand in one order, characters of every script as they are, so that a reviewer can read
    it; what cannot be seen is written as an escape.
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
    line = _ENCODER.encode(values)
    if line.isascii() and "\x7f" not in line:
        return line
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def lines_of(events: Iterable[Event]) -> bytes:
    """The content of a file: a line for each event, in the order given."""
    return "".join(encode(event) + "\n" for event in events).encode("utf-8")
