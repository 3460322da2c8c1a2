"""A plan file and those that it includes become one list of tasks, each with its scope of names.

An included plan is mounted as a phase of its id, after the tasks of the file that includes it.
"""

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.bind import BoundTask, Document
from rectify_cli.plan.wanted import Files, key_of
from rectify_cli.plan.written import Entry, Text
from rectify_cli.syntax.node import Mapping, Scalar


class Scope(Struct):
    """One plan file where it is mounted: its names, owners and groups are its own.

    `prefix` is the path of the phase that mounts it, whose index is `mount`; empty and None for
    the top plan. `around` is the number of the scope that includes it, `walked` its own number in
    `Files.mounts`.
    """

    number: int
    document: Document
    prefix: str
    mount: int | None
    around: int | None
    walked: int = 0

    @property
    def week_days(self) -> int:
        """How many workdays `1w` means in this file."""
        calendar = self.document.plan.calendar
        return len(calendar.week) if calendar is not None and calendar.week else 5


class Laid:
    """All tasks, laid out flat: parents before children, each known by its place in these lists.

    `bound[i]` is None where task i is an included plan's phase; `wheres[i]` is where task i is
    defined and `keys[i]` its id. `unread` are the phases of plans that could not be read.
    """

    def __init__(self) -> None:
        self.scopes: list[Scope] = []
        self.bound: list[BoundTask | None] = []
        self.paths: list[str] = []
        self.parents: list[int | None] = []
        self.scope_of: list[int] = []
        self.mounted: dict[int, int] = {}
        self.keys: list[Scalar] = []
        self.wheres: list[Mapping] = []
        self.unread: set[int] = set()
        self.findings: list[Finding] = []

    def children(self) -> list[list[int]]:
        """The tasks directly in each task."""
        found: list[list[int]] = [[] for _ in self.paths]
        for task, parent in enumerate(self.parents):
            if parent is not None:
                found[parent].append(task)
        return found


def lay_out(top: Document, files: Files) -> Laid:
    """Every task of a plan and of the plans that it includes."""
    laid = Laid()
    seen: dict[str, Scalar] = {}
    waiting = _open(laid, Scope(0, top, "", None, None), seen)
    while waiting:
        around, entry = waiting.pop()
        walked = files.mounts.get((around.walked, entry.value.start))
        document = None if walked is None else files.plans[key_of(entry.value)]
        index = _mount(laid, around, entry, document, seen)
        if index is not None and walked is not None and document is not None:
            path, number = laid.paths[index], len(laid.scopes)
            scope = Scope(number, document, path, index, around.number, walked)
            waiting.extend(_open(laid, scope, seen))
    return laid


def _open(laid: Laid, scope: Scope, seen: dict[str, Scalar]) -> list[tuple[Scope, Entry[Text]]]:
    """Lay out what one plan file defines itself; gives what it includes, the last first."""
    laid.scopes.append(scope)
    if scope.mount is not None:
        laid.mounted[scope.mount] = scope.number
    _add_tasks(laid, scope, seen)
    return [(scope, entry) for entry in reversed(scope.document.plan.include)]


def _add_tasks(laid: Laid, scope: Scope, seen: dict[str, Scalar]) -> None:
    places: list[int | None] = []
    prefix, number, mount = scope.prefix, scope.number, scope.mount
    for bound in scope.document.tasks:
        name, key, around, _, fields = bound
        if around is None:
            parent, path = mount, f"{prefix}.{name}" if prefix else name
        else:
            parent = places[around]
            if parent is None:
                places.append(None)
                continue
            path = f"{laid.paths[parent]}.{name}"
        if path in seen:
            places.append(None)
            laid.findings.append(_twice(path, key, seen[path]))
            continue
        seen[path] = key
        places.append(len(laid.paths))
        laid.bound.append(bound)
        laid.paths.append(path)
        laid.parents.append(parent)
        laid.scope_of.append(number)
        laid.keys.append(key)
        laid.wheres.append(fields.where)


def _mount(
    laid: Laid,
    around: Scope,
    entry: Entry[Text],
    document: Document | None,
    seen: dict[str, Scalar],
) -> int | None:
    """Lay out the phase of an included plan, None if there is none to fill it; gives its place."""
    path = f"{around.prefix}.{entry.name}" if around.prefix else entry.name
    if path in seen:
        laid.findings.append(_twice(path, entry.key, seen[path]))
        return None
    seen[path] = entry.key
    index = len(laid.paths)
    including = around.document.plan.where
    mapping = including.values.get("include")
    where = mapping if isinstance(mapping, Mapping) else including
    laid.bound.append(None)
    laid.paths.append(path)
    laid.parents.append(around.mount)
    laid.scope_of.append(around.number)
    laid.keys.append(entry.key)
    laid.wheres.append(where if document is None else document.plan.where)
    if document is None:
        laid.unread.add(index)
    return index


def _twice(path: str, key: Scalar, first: Scalar) -> Finding:
    message = say("'{name}' stands twice at this place", name=path)
    related = Related(first.span, say("the first"))
    fix = say("give one of the two another id")
    return Finding("duplicate-key", key.span, message, fix, (related,))
