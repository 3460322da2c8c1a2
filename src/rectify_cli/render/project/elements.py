"""The smallest parts of a project's XML."""

from datetime import datetime
from xml.sax.saxutils import escape


def leaf(name: str, value: str | int | datetime) -> str:
    """An element with a text; a truth is 1 or 0, an instant has no zone."""
    if isinstance(value, datetime):
        text = value.isoformat(timespec="seconds")
    elif isinstance(value, int):
        text = str(int(value))
    else:
        text = escape(value)
    return f"<{name}>{text}</{name}>"
