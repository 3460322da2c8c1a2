"""The files that a plan names, opened through `store`: the reader that `plan.wanted` asks for."""

from rectify_cli.app.inputs import Inputs
from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.source import SourceText
from rectify_cli.intake.owner_table import read_table
from rectify_cli.plan.bind import Document
from rectify_cli.plan.include import missing
from rectify_cli.plan.model import FrozenCalendar
from rectify_cli.plan.owner_rows import owners_from_table
from rectify_cli.plan.owners import OwnerEntry
from rectify_cli.plan.read_source import read_source
from rectify_cli.plan.wanted import WantedFile
from rectify_cli.store.read import Unreadable
from rectify_cli.syntax.decode import decode
from rectify_cli.syntax.parse import parse


class PlanFiles:
    """Opens files for one plan, and keeps their texts, by the path that findings name."""

    def __init__(self, inputs: Inputs) -> None:
        self.sources: dict[str, SourceText] = {}
        self._inputs = inputs

    def plan(self, wanted: WantedFile) -> tuple[Document | None, list[Finding]]:
        """Another plan."""
        data = self._inputs.read(wanted.path)
        if isinstance(data, Unreadable):
            return None, [_unreadable(wanted, data)]
        return read_document(self._inputs.shown(wanted.path), data, self)

    def owners(self, wanted: WantedFile) -> tuple[tuple[OwnerEntry, ...] | None, list[Finding]]:
        """A table of owners."""
        path = self._inputs.shown(wanted.path)
        data = self._inputs.read(wanted.path)
        if isinstance(data, Unreadable):
            return None, [_unreadable(wanted, data)]
        table, findings = read_table(path, data)
        if table is None:
            return None, findings
        if table.source.text:
            self.sources[path] = table.source
        owners, wrong_rows = owners_from_table(table)
        return owners, [*findings, *wrong_rows]

    def calendar(self, wanted: WantedFile) -> tuple[FrozenCalendar | None, list[Finding]]:
        """A frozen calendar."""
        path = self._inputs.shown(wanted.path)
        data = self._inputs.read(wanted.path)
        if isinstance(data, Unreadable):
            return None, [_unreadable(wanted, data)]
        source, findings = decode(path, data)
        if source is None:
            return None, findings
        self.sources[path] = source
        root, wrong = parse(source)
        if root is None:
            return None, findings + wrong
        from rectify_cli.plan.read_frozen import read_frozen  # noqa: PLC0415 - start-up

        frozen, wrong_days = read_frozen(root, wanted.path)
        return frozen, [*findings, *wrong, *wrong_days]

    def document(self, wanted: WantedFile) -> list[Finding]:
        """Whether there is such a file, which is not read."""
        answer = self._inputs.look(wanted.path)
        return [_unreadable(wanted, answer)] if isinstance(answer, Unreadable) else []

    def text(self, wanted: WantedFile) -> str:
        """What stands in a file that is no plan; empty where it cannot be opened."""
        source = self.sources.get(self._inputs.shown(wanted.path))
        if source is not None:
            return source.text
        data = self._inputs.read(wanted.path)
        return "" if isinstance(data, Unreadable) else data.decode("utf-8", "replace")


def read_document(
    path: str, data: bytes, files: PlanFiles
) -> tuple[Document | None, list[Finding]]:
    """The document in a file's bytes; its text is kept with the files."""
    source, findings = decode(path, data)
    if source is None:
        return None, findings
    files.sources[path] = source
    document, wrong = read_source(source)
    return document, findings + wrong


def _unreadable(wanted: WantedFile, unreadable: Unreadable) -> Finding:
    match unreadable.rule:
        case "path-outside":
            message = say("'{path}' leads out of the plan's folder", path=wanted.path)
            fix = say("put the file itself there, not a link to one elsewhere")
            return Finding("path-outside", wanted.written.span, message, fix)
        case "too-large":
            message = say("'{path}': {why}", path=wanted.path, why=unreadable.why)
            return Finding("too-large", wanted.written.span, message)
        case _:
            return missing(wanted.written, unreadable.why, unreadable.near)
