"""What a plan file says of a thing, key by key, as text on one line each: what a cell can hold.

A list of names is written with `; ` between them, as people do it in tables; whatever else is no
plain text is written as the language writes it, so that it can be read again.
"""

from rectify_cli.plan.model import DayLabel
from rectify_cli.syntax.flow import flow_text, key_text, scalar_text
from rectify_cli.syntax.node import Mapping, Node, Scalar

BETWEEN = "; "
_LISTS = frozenset({"after", "participants", "each", "except", "tags"})
_SIGNS = frozenset(';,、，；\n{}[]"')


def written_fields(where: Mapping, *, names_apart: bool = True) -> dict[str, str]:
    """The keys of a mapping with their values as text; what holds tasks or owners is left out.

    `names_apart`: lists of names are written as in tables, else as in the language.
    """
    return {
        key: _text(key, node, names_apart=names_apart)
        for key, node in where.values.items()
        if key not in {"tasks", "phases", "owners"}
    }


def _text(key: str, node: Node, *, names_apart: bool) -> str:
    if isinstance(node, Scalar):
        return node.text
    if names_apart and key in _LISTS and not isinstance(node, Mapping):
        parts = [each.text if isinstance(each, Scalar) else flow_text(each) for each in node.items]
        plain = [each.text for each in node.items if isinstance(each, Scalar)]
        if not any(_SIGNS & set(text) for text in plain):
            return BETWEEN.join(parts)
    return flow_text(node)


def labelled_days(days: tuple[DayLabel, ...]) -> str:
    """Days off as the language writes them: `[2021-03-22]`, `{2021-03-15..2021-03-17: audit}`."""
    names = [
        str(each.first) if each.first == each.last else f"{each.first}..{each.last}"
        for each in days
    ]
    if not any(each.label for each in days):
        return "[" + ", ".join(names) + "]"
    pairs = zip(names, days, strict=True)
    inner = (f"{key_text(name)}: {scalar_text(day.label)}" for name, day in pairs)
    return "{" + ", ".join(inner) + "}"


def listed(texts: tuple[str, ...]) -> str:
    """Texts as a list of the language; empty where there are none."""
    return "[" + ", ".join(map(scalar_text, texts)) + "]" if texts else ""
