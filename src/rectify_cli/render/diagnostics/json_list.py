"""A long JSON list, a line a member: made member by member, it costs little beyond its text."""

import json
from collections.abc import Iterable


def json_list(members: Iterable[object]) -> str:
    """The list as JSON; an empty one in one line."""
    lines = ",\n".join(json.dumps(member, ensure_ascii=False) for member in members)
    return f"[\n{lines}\n]" if lines else "[]"
