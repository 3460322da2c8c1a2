"""Which command lines only show: what they say may be said again while nothing has changed."""

_VIEWS = frozenset({"status", "today", "week", "next", "brief"})
_PLAN_VIEWS = frozenset({"show", "why", "chart"})


def is_view(words: tuple[str, ...]) -> bool:
    """Whether a command line, without its global options, is one that only shows."""
    if not words or words[0] == "--json":
        return True
    return words[0] in _VIEWS or (words[0] == "plan" and not _PLAN_VIEWS.isdisjoint(words[1:2]))
