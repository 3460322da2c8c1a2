"""Which files a plan names beside itself, and the walk through them, before it can be resolved.

The plan floor opens nothing: whoever calls `gather` hands in a `Reader` that does, and gets back
`Files` for `resolve`. Included plans are walked too, with their own files.
"""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from types import MappingProxyType
from typing import Any, Literal, Protocol, TypeVar

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.bind import Document
from rectify_cli.plan.include import (
    MAX_FILES,
    include_cycle,
    outside,
    path_inside,
    too_deep,
    too_many,
    too_many_copies,
    too_many_tasks,
    too_much_copied,
)
from rectify_cli.plan.model import FrozenCalendar
from rectify_cli.plan.owners import OwnerEntry
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Mapping, Node, Sequence

FileKind = Literal["include", "owners", "frozen", "document"]
Key = tuple[str, str]
"""The path of the file that names another (as its `SourceText` has it), and what it writes."""

T = TypeVar("T")

MAX_TASKS = 1_000_000
MAX_COPIES = 20_000
"""How many tasks may stand in a plan a second time, since a file is included several times."""
MAX_COPIED = 400_000
"""And how many keys and values: a task may list thousands of items, units or names."""

Mount = tuple[int, int]
"""Where a plan is included: the number of the plan that says so, and its place in the text."""


_NONE: Map[Any, Any] = MappingProxyType({})


class WantedFile(Struct):
    """A file that a plan names: `path` is relative to the top plan's folder, with `/`."""

    kind: FileKind
    path: str
    written: Text


class Files(Struct):
    """What was found in the files that plans name; one that is not here could not be read.

    `broken` are the texts of included files that are there and are no plan. `paths` are those of
    all files that were asked for, relative to the top plan's folder, each once, the top plan
    first. `mounts` numbers the included plans that are taken in, the top plan being 0; what is not
    among them is beyond a bound, a circle, or could not be read.
    """

    plans: Map[Key, Document] = _NONE
    owners: Map[Key, tuple[OwnerEntry, ...]] = _NONE
    calendars: Map[Key, FrozenCalendar] = _NONE
    broken: Map[Key, str] = _NONE
    paths: tuple[str, ...] = ()
    mounts: Map[Mount, int] = _NONE


class Reader(Protocol):
    """Opens files for `gather`; one that it cannot read is its finding (`include.missing`)."""

    def plan(self, wanted: WantedFile) -> tuple[Document | None, list[Finding]]:
        """Another plan."""

    def owners(self, wanted: WantedFile) -> tuple[tuple[OwnerEntry, ...] | None, list[Finding]]:
        """A table of owners."""

    def calendar(self, wanted: WantedFile) -> tuple[FrozenCalendar | None, list[Finding]]:
        """A frozen calendar."""

    def document(self, wanted: WantedFile) -> list[Finding]:
        """Nothing but whether there is such a file."""

    def text(self, wanted: WantedFile) -> str:
        """What stands in a file that is no plan; empty where it cannot be opened."""


def key_of(written: Text) -> Key:
    """How `Files` knows a file that is named."""
    return (written.source.path, written.text)


def named_files(document: Document) -> Iterator[tuple[FileKind, Text]]:
    """The files that one plan file names, in the order in which they are wanted."""
    plan = document.plan
    yield from (("owners", path) for path in plan.owners_from)
    if plan.calendar is not None and plan.calendar.frozen is not None:
        yield "frozen", plan.calendar.frozen
    for task in document.tasks:
        calendar = task.fields.calendar
        if calendar is not None and calendar.frozen is not None:
            yield "frozen", calendar.frozen
        if task.fields.document is not None:
            yield "document", task.fields.document
    yield from (("include", entry.value) for entry in plan.include)


def wanted_files(document: Document, path: str) -> tuple[list[WantedFile], list[Finding]]:
    """The files that one plan file names; those outside the top plan's folder are findings.

    `path` is that of the plan file itself, relative to the folder of the top plan.
    """
    wanted: list[WantedFile] = []
    findings: list[Finding] = []
    for kind, written in named_files(document):
        inside = path_inside(path, written.text)
        if inside is None:
            findings.append(outside(path, written))
        else:
            wanted.append(WantedFile(kind, inside, written))
    return wanted, findings


def gather(top: Document, path: str, reader: Reader) -> tuple[Files, list[Finding]]:
    """Everything that a plan and those it includes name, read once each.

    `path` is the top plan's own, relative to its folder: its file name.
    """
    walk = _Walk(reader)
    walk.paths[path] = None
    waiting = [_Visit(0, top, (path,))]
    while waiting and not walk.is_full:
        waiting.extend(reversed(walk.visit(waiting.pop())))
    files = Files(
        walk.plans, walk.owners, walk.calendars, walk.broken, tuple(walk.paths), walk.mounts
    )
    return files, walk.findings


class _Visit(Struct):
    """A plan to walk into: its number among the mounts, and the paths that lead to it."""

    number: int
    document: Document
    chain: tuple[str, ...]


class _Walk:
    """What a walk through files has found so far."""

    def __init__(self, reader: Reader) -> None:
        self.plans: dict[Key, Document] = {}
        self.owners: dict[Key, tuple[OwnerEntry, ...]] = {}
        self.calendars: dict[Key, FrozenCalendar] = {}
        self.broken: dict[Key, str] = {}
        self.paths: dict[str, None] = {}
        self.mounts: dict[Mount, int] = {}
        self.findings: list[Finding] = []
        self.is_full = False
        self._reader = reader
        self._read: dict[tuple[FileKind, str], Key] = {}
        self._unreadable: set[tuple[FileKind, str]] = set()
        self._asked = 0
        self._tasks = 0
        self._copies = 0
        self._copied = 0
        self._sizes: dict[str, int] = {}

    def visit(self, visit: _Visit) -> list[_Visit]:
        """Read what one plan file names; gives the plans that it includes."""
        wanted, findings = wanted_files(visit.document, visit.chain[-1])
        self.findings += findings
        included: list[_Visit] = []
        for each in wanted:
            self.paths[each.path] = None
            if each.kind == "owners":
                self._keep(each, self._reader.owners, self.owners)
            elif each.kind == "frozen":
                self._keep(each, self._reader.calendar, self.calendars)
            elif each.kind == "document":
                self.findings += self._reader.document(each)
            elif not self.is_full:
                inner = self._include(each, visit.chain)
                if inner is not None:
                    number = len(self.mounts) + 1
                    self.mounts[visit.number, each.written.start] = number
                    included.append(_Visit(number, inner, (*visit.chain, each.path)))
        return included

    def _include(self, wanted: WantedFile, chain: tuple[str, ...]) -> Document | None:
        refusal = include_cycle(chain, wanted.path, wanted.written) or too_deep(
            chain, wanted.written
        )
        self._asked += 1
        if self._asked > MAX_FILES:
            # One finding says it, and nothing further is walked into.
            refusal = refusal or too_many(wanted.written)
            self.is_full = True
        if refusal is not None:
            self.findings.append(refusal)
            return None
        is_copy = ("include", wanted.path) in self._read
        document = self._keep(wanted, self._reader.plan, self.plans)
        if document is None:
            self.broken[key_of(wanted.written)] = self._reader.text(wanted)
            return None
        self._tasks += len(document.tasks)
        if is_copy:
            self._copies += len(document.tasks)
            if wanted.path not in self._sizes:
                self._sizes[wanted.path] = _size(document.plan.where)
            self._copied += self._sizes[wanted.path]
        if self._tasks > MAX_TASKS:
            refusal = too_many_tasks(wanted.written, MAX_TASKS)
        elif self._copies > MAX_COPIES:
            refusal = too_many_copies(wanted.written, MAX_COPIES)
        elif self._copied > MAX_COPIED:
            refusal = too_much_copied(wanted.written, MAX_COPIED)
        if refusal is None:
            return document
        self.findings.append(refusal)
        self.is_full = True
        return None

    def _keep(
        self,
        wanted: WantedFile,
        read: Callable[[WantedFile], tuple[T | None, list[Finding]]],
        kept: dict[Key, T],
    ) -> T | None:
        """Read a file, once; one that cannot be opened is asked for again where it is named."""
        file = (wanted.kind, wanted.path)
        before = self._read.get(file)
        if before is not None:
            kept[key_of(wanted.written)] = kept[before]
            return kept[before]
        if file in self._unreadable:
            return None
        found, findings = read(wanted)
        self.findings += findings
        if found is None and all(each.span.path != key_of(wanted.written)[0] for each in findings):
            # What is wrong stands in the file itself, and is said there.
            self._unreadable.add(file)
        if found is not None:
            self._read[file] = key_of(wanted.written)
            kept[key_of(wanted.written)] = found
        return found


def _size(root: Node) -> int:
    """How many keys and values a tree holds."""
    found = 0
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            found += len(node.values)
            waiting.extend(node.values.values())
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        else:
            found += 1
    return found
