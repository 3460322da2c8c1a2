"""The ids in a plan file, read without understanding it: what a shell completes while one types.

The tree of the text is enough, so that nothing is resolved, dated or even valid.
"""

from rectify_cli.app.here import Here
from rectify_cli.app.which_plan import NoPlan, which_plan
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.syntax.decode import decode
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.parse import parse


class PlanWords(Struct):
    """The paths of tasks, summaries and phases with their titles, and the ids of owners."""

    tasks: dict[str, str]
    phases: dict[str, str]
    owners: dict[str, str]


NO_WORDS = PlanWords({}, {}, {})


def plan_words(here: Here) -> PlanWords:
    """The words of the one plan that is meant; none where there is none or it cannot be read."""
    path = which_plan(None, here)
    if isinstance(path, NoPlan):
        return NO_WORDS
    data = read_file(here.folder / path)
    source = None if isinstance(data, Unreadable) else decode("", data)[0]
    root = None if source is None else parse(source)[0]
    if not isinstance(root, Mapping):
        return NO_WORDS
    phases = _titles(root.values.get("phases"))
    return PlanWords(_tasks(root), phases, _titles(root.values.get("owners")))


def _tasks(root: Mapping) -> dict[str, str]:
    found: dict[str, str] = {}
    waiting: list[tuple[str, Node | None]] = [
        ("", root.values.get("tasks")),
        ("", root.values.get("phases")),
    ]
    while waiting:
        lead, node = waiting.pop()
        if not isinstance(node, Mapping):
            continue
        for name, title in _titles(node).items():
            found[lead + name] = title
            value = node.values[name]
            if isinstance(value, Mapping):
                waiting.append((f"{lead}{name}.", value.values.get("tasks")))
    return dict(sorted(found.items()))


def _titles(node: Node | None) -> dict[str, str]:
    """The keys of a mapping, each with the title that its value has."""
    if not isinstance(node, Mapping):
        return {}
    return {name: _title(value) for name, value in node.values.items()}


def _title(node: Node) -> str:
    title = node.values.get("title") if isinstance(node, Mapping) else None
    return title.text if isinstance(title, Scalar) else ""
