"""A plan's text, resolved, without a disk: files are a mapping of path to text."""

from dataclasses import dataclass, field

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.source import SourceText
from rectify_cli.intake.from_csv import read_csv
from rectify_cli.plan.bind import Document, bind
from rectify_cli.plan.include import missing
from rectify_cli.plan.model import FrozenCalendar, Plan, Task
from rectify_cli.plan.owner_rows import owners_from_table
from rectify_cli.plan.owners import OwnerEntry
from rectify_cli.plan.read_frozen import read_frozen
from rectify_cli.plan.resolve import resolve
from rectify_cli.plan.wanted import Files, WantedFile, gather
from rectify_cli.syntax.parse import parse

HEAD = "rectify: 1\ntitle: Test\nstart: 2021-03-01\ndeadline: 2021-12-31\n"


def document_of(text: str, path: str = "plan.yaml") -> Document:
    root, found = parse(SourceText(path, text))
    assert root is not None, found
    document, found = bind(root)
    assert document is not None, found
    return document


@dataclass
class InMemory:
    """Files as a mapping; `opened` lists what was asked for."""

    texts: dict[str, str]
    opened: list[str] = field(default_factory=list)

    def _source(self, wanted: WantedFile) -> SourceText | None:
        self.opened.append(wanted.path)
        text = self.texts.get(wanted.path)
        return None if text is None else SourceText(wanted.path, text)

    def plan(self, wanted: WantedFile) -> tuple[Document | None, list[Finding]]:
        source = self._source(wanted)
        if source is None:
            return None, [missing(wanted.written, say("there is no such file"))]
        root, findings = parse(source)
        if root is None:
            return None, findings
        document, found = bind(root)
        return document, findings + found

    def owners(self, wanted: WantedFile) -> tuple[tuple[OwnerEntry, ...] | None, list[Finding]]:
        source = self._source(wanted)
        if source is None:
            return None, [missing(wanted.written, say("there is no such file"))]
        table, findings = read_csv(source)
        assert table is not None
        owners, found = owners_from_table(table)
        return owners, findings + found

    def calendar(self, wanted: WantedFile) -> tuple[FrozenCalendar | None, list[Finding]]:
        source = self._source(wanted)
        if source is None:
            return None, [missing(wanted.written, say("there is no such file"))]
        root, _ = parse(source)
        assert root is not None
        return read_frozen(root, wanted.path)

    def document(self, wanted: WantedFile) -> list[Finding]:
        if wanted.path in self.texts:
            return []
        return [missing(wanted.written, say("there is no such file"))]

    def text(self, wanted: WantedFile) -> str:
        return self.texts.get(wanted.path, "")


def resolve_text(
    text: str, files: dict[str, str] | None = None
) -> tuple[Plan | None, list[Finding]]:
    root, parsed = parse(SourceText("plan.yaml", text))
    assert root is not None, parsed
    document, bound = bind(root)
    assert document is not None, bound
    gathered, unread = (
        (Files(), []) if files is None else gather(document, "plan.yaml", InMemory(files))
    )
    plan, findings = resolve(document, gathered)
    return plan, [*parsed, *bound, *unread, *findings]


def plan_of(text: str, files: dict[str, str] | None = None) -> Plan:
    """The plan, which has no errors."""
    plan, findings = resolve_text(text, files)
    errors = [told(each) for each in findings if each.is_error]
    assert not errors, errors
    assert plan is not None
    return plan


def told(finding: Finding) -> str:
    span = finding.span
    place = f"{span.path}:{span.line}:{span.column}"
    return f"{place} {finding.rule}: {finding.message} | {finding.fix}"


def rules_of(text: str, files: dict[str, str] | None = None) -> list[tuple[str, int]]:
    """Rule and line of each finding, in order."""
    _, findings = resolve_text(text, files)
    return sorted((each.rule, each.span.line) for each in findings)


def task(plan: Plan, path: str) -> Task:
    return next(each for each in plan.tasks if each.path == path)
