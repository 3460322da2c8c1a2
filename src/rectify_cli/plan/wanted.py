"""Which files a plan names beside itself, and the walk through them, before it can be resolved.

The plan floor opens nothing: whoever calls `gather` hands in a `Reader` that does, and gets back
`Files` for `resolve`. Included plans are walked too, with their own files.
"""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeVar

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.bind import Document
from rectify_cli.plan.include import (
    MAX_FILES,
    include_cycle,
    outside,
    path_inside,
    too_deep,
    too_many,
)
from rectify_cli.plan.model import FrozenCalendar
from rectify_cli.plan.owners import OwnerEntry
from rectify_cli.plan.written import Text

FileKind = Literal["include", "owners", "frozen", "document"]
Key = tuple[str, str]
"""The path of the file that names another (as its `SourceText` has it), and what it writes."""

T = TypeVar("T")

MAX_TASKS = 1_000_000


class WantedFile(NamedTuple):
    """A file that a plan names: `path` is relative to the top plan's folder, with `/`."""

    kind: FileKind
    path: str
    written: Text


@dataclass(frozen=True, slots=True)
class Files:
    """What was found in the files that plans name; one that is not here could not be read.

    `broken` are the texts of included files that are there and are no plan. `paths` are those of
    all files that were asked for, relative to the top plan's folder, each once, the top plan
    first.
    """

    plans: Map[Key, Document] = field(default_factory=dict)
    owners: Map[Key, tuple[OwnerEntry, ...]] = field(default_factory=dict)
    calendars: Map[Key, FrozenCalendar] = field(default_factory=dict)
    broken: Map[Key, str] = field(default_factory=dict)
    paths: tuple[str, ...] = ()


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
    return (written.where.source.path, written.value)


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
        inside = path_inside(path, written.value)
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
    waiting: list[tuple[Document, tuple[str, ...]]] = [(top, (path,))]
    while waiting:
        document, chain = waiting.pop()
        included = walk.visit(document, chain)
        waiting.extend((inner, (*chain, inside)) for inner, inside in reversed(included))
    files = Files(walk.plans, walk.owners, walk.calendars, walk.broken, tuple(walk.paths))
    return files, walk.findings


class _Walk:
    """What a walk through files has found so far."""

    def __init__(self, reader: Reader) -> None:
        self.plans: dict[Key, Document] = {}
        self.owners: dict[Key, tuple[OwnerEntry, ...]] = {}
        self.calendars: dict[Key, FrozenCalendar] = {}
        self.broken: dict[Key, str] = {}
        self.paths: dict[str, None] = {}
        self.findings: list[Finding] = []
        self._reader = reader
        self._read: dict[tuple[FileKind, str], Key] = {}
        self._mounts = 0
        self._tasks = 0

    def visit(self, document: Document, chain: tuple[str, ...]) -> list[tuple[Document, str]]:
        """Read what one plan file names; gives the plans that it includes, with their paths."""
        wanted, findings = wanted_files(document, chain[-1])
        self.findings += findings
        included: list[tuple[Document, str]] = []
        for each in wanted:
            self.paths[each.path] = None
            if each.kind == "owners":
                self._keep(each, self._reader.owners, self.owners)
            elif each.kind == "frozen":
                self._keep(each, self._reader.calendar, self.calendars)
            elif each.kind == "document":
                self.findings += self._reader.document(each)
            else:
                inner = self._include(each, chain)
                if inner is not None:
                    included.append((inner, each.path))
        return included

    def _include(self, wanted: WantedFile, chain: tuple[str, ...]) -> Document | None:
        refusal = include_cycle(chain, wanted.path, wanted.written) or too_deep(
            chain, wanted.written
        )
        self._mounts += 1
        if refusal is None and self._mounts > MAX_FILES:
            refusal = too_many(wanted.written)
        if refusal is not None:
            # Beyond the bound, one finding says it.
            if self._mounts <= MAX_FILES + 1:
                self.findings.append(refusal)
            return None
        document = self._keep(wanted, self._reader.plan, self.plans)
        if document is None:
            self.broken[key_of(wanted.written)] = self._reader.text(wanted)
            return None
        self._tasks += len(document.tasks)
        if self._tasks > MAX_TASKS:
            message = say("the included plans have more than {most} tasks", most=MAX_TASKS)
            fix = say("split the programme into several")
            self.findings.append(Finding("too-large", wanted.written.where.span, message, fix))
            del self.plans[key_of(wanted.written)]
            return None
        return document

    def _keep(
        self,
        wanted: WantedFile,
        read: Callable[[WantedFile], tuple[T | None, list[Finding]]],
        kept: dict[Key, T],
    ) -> T | None:
        """Read a file, once; one that could not be read is asked for again where it is named."""
        before = self._read.get((wanted.kind, wanted.path))
        if before is not None:
            kept[key_of(wanted.written)] = kept[before]
            return kept[before]
        found, findings = read(wanted)
        self.findings += findings
        if found is not None:
            self._read[wanted.kind, wanted.path] = key_of(wanted.written)
            kept[key_of(wanted.written)] = found
        return found
