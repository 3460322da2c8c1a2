"""The rows of a project file as a tree, each with the id it has in the plan.

A row that is a part of a task (of a fan-out, or one occurrence) belongs to that task's node.
"""

from dataclasses import dataclass, field
from unicodedata import category, normalize

from rectify_cli.foundation.ids import MAX_ID, is_id
from rectify_cli.intake.project_file import FileTask
from rectify_cli.intake.project_match import Places


@dataclass(slots=True)
class Node:
    """A row that becomes a phase, a summary or a task; `parts` are the rows that it is made of.

    `known` is the path of the plan's task that it is, where there is such a plan.
    """

    row: FileTask
    parent: "Node | None"
    id: str
    path: str
    known: str | None = None
    children: list["Node"] = field(default_factory=list)
    parts: list[FileTask] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    @property
    def words(self) -> list[str]:
        """What rectify said of the row when it wrote it."""
        return self.row.kept.get("form", "").split()

    @property
    def in_parts(self) -> bool:
        """Whether the rows below it are parts of one task."""
        return "fan-out" in self.words or "repeat" in self.words


@dataclass(slots=True)
class Tree:
    """All nodes, parents before children; `of` finds the node of a row, `whole` is row 0."""

    whole: FileTask | None = None
    nodes: list[Node] = field(default_factory=list)
    of: dict[int, Node] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


def tree_of(tasks: tuple[FileTask, ...], places: Places) -> Tree:
    """The tree. A level that is left out counts as the next one below.

    `places` are those of the plan that the file goes into.
    """
    tree = Tree(taken=set(places.ids))
    stack: list[tuple[int, Node]] = []
    for row in tasks:
        if row.level <= 0:
            tree.whole = tree.whole or row
            continue
        if not row.active:
            continue
        while stack and stack[-1][0] >= row.level:
            stack.pop()
        parent = stack[-1][1] if stack else None
        if parent is not None and parent.in_parts:
            parent.parts.append(row)
            tree.of[row.uid] = parent
            stack.append((row.level, parent))
            continue
        node = _node(tree, row, parent, places)
        stack.append((row.level, node))
    return tree


def _node(tree: Tree, row: FileTask, parent: Node | None, places: Places) -> Node:
    kept = row.kept.get("path", "")
    known = places.take(kept, row.name, None if parent is None else parent.path)
    if known is not None:
        name, path = known.rpartition(".")[2], known
    else:
        taken = tree.taken if parent is None else parent.taken
        name = _free(kept.rpartition(".")[2], taken) or new_id(
            row.name, f"task-{row.number or row.uid}", taken
        )
        path = name if parent is None else f"{parent.path}.{name}"
    node = Node(row, parent, name, path, known, taken=set(places.ids))
    if parent is not None:
        parent.children.append(node)
    tree.nodes.append(node)
    tree.of[row.uid] = node
    return node


def _free(name: str, taken: set[str]) -> str | None:
    if not name or not is_id(name) or name.casefold() in taken:
        return None
    taken.add(name.casefold())
    return name


def new_id(title: str, otherwise: str, taken: set[str]) -> str:
    """An id that a title makes, which is none of those taken; it is one of them then."""
    text = normalize("NFKC", title).casefold()
    kept = "".join(each if category(each)[0] in "LMN" else " " for each in text)
    base = "-".join(kept.split())[: MAX_ID - 8].strip("-")
    if not is_id(base) or not base or base[0].isdigit():
        base = otherwise
    found, count = base, 1
    while found.casefold() in taken:
        count += 1
        found = f"{base}-{count}"
    taken.add(found.casefold())
    return found
