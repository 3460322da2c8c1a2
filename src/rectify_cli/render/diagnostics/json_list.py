"""A long JSON list, a line a member."""

from collections.abc import Iterable


def json_list(members: Iterable[str]) -> str:
    """A list of what is JSON already; an empty one in one line."""
    lines = ",\n".join(members)
    return f"[\n{lines}\n]" if lines else "[]"
