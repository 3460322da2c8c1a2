"""Mending plans: the edits that findings offer become texts, which are checked, then written.

An edit is kept only if its finding is gone with it and no new error has come; a warning that the
error hid (a missed deadline) may come to light. Whatever else stands in a file stays as it is.
"""

import codecs
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from rectify_cli.app.check import Checked, check_plans
from rectify_cli.app.here import Here
from rectify_cli.app.report_findings import without_reports
from rectify_cli.app.silence import asked_for
from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.replace import replace_file
from rectify_cli.syntax.decode import decode
from rectify_cli.syntax.patch import Edit, Patch

_MOST_TRIALS = 64
"""How often plans are checked again before what is left is left to their author."""
_TABLES = (".csv", ".xlsx")

Place = tuple[str, str, int, int]
Patches = Mapping[str, Patch]


class FixedFile(Struct):
    """A file's bytes as they are, and as they are with its edits; the path is as findings say."""

    path: str
    before: bytes
    after: bytes


class Fixed(Struct):
    """What was found at first, what is found with the edits, and in how many places they are."""

    first: Checked
    checked: Checked
    files: tuple[FixedFile, ...]
    mended: int


class Unwritten(Struct):
    """A file that could not be written, and why."""

    path: str
    why: Message


def fix_plans(
    paths: Sequence[Path], here: Here, select: Collection[str], ignore: Collection[str]
) -> Fixed:
    """The plans with their safe edits; nothing is written. Only findings asked for are mended."""
    first = check_plans(paths, here)
    checked = first._replace(findings=without_reports(first.findings))
    bench = _Bench(paths, here)
    mended = 0
    while True:
        kept, better = bench.round(checked, asked_for(checked.findings, select, ignore))
        if better is None:
            break
        checked, mended = better, mended + len(kept)
    files = tuple(
        FixedFile(path, bench.originals[path], after)
        for path, after in sorted(bench.edited.items())
    )
    checked = check_plans(paths, here, edited=bench.edited) if mended else first
    return Fixed(
        first._replace(findings=asked_for(first.findings, select, ignore)),
        checked._replace(findings=asked_for(checked.findings, select, ignore)),
        files,
        mended,
    )


def write_fixed(files: Iterable[FixedFile], here: Here) -> list[Unwritten]:
    """Write the files, each as a whole; one that has changed since it was read is left alone."""
    unwritten = []
    for file in files:
        path = here.folder / file.path
        now = read_file(path)
        if now == file.after:
            continue
        if now != file.before:
            unwritten.append(Unwritten(file.path, say("it has changed meanwhile")))
            continue
        try:
            replace_file(path, file.after)
        except OSError as error:
            unwritten.append(Unwritten(file.path, why_not_written(error)))
    return unwritten


class _Bench:
    """Where texts are tried: the files as they were read, and as they are with the edits so far."""

    def __init__(self, paths: Sequence[Path], here: Here) -> None:
        self.originals: dict[str, bytes] = {}
        self.edited: dict[str, bytes] = {}
        self._paths = paths
        self._here = here
        self._trials = 0

    def round(
        self, checked: Checked, findings: Iterable[Finding]
    ) -> tuple[list[Finding], Checked | None]:
        """Those whose edits are kept, and what is then found; None where nothing is better.

        All edits are tried together; where that brings an error, one half of them, then the other.
        """
        kept: list[Finding] = []
        better = None
        waiting = [self._mendable(checked, findings)]
        while waiting and self._trials < _MOST_TRIALS:
            part = waiting.pop()
            if not part:
                continue
            tried = self._try(checked, [*kept, *part])
            if tried is not None:
                kept += part
                better, edited = tried
            elif len(part) > 1:
                half = len(part) // 2
                waiting += [part[half:], part[:half]]
        if better is not None:
            self.edited |= edited
        return kept, better

    def _try(
        self, checked: Checked, findings: Sequence[Finding]
    ) -> tuple[Checked, dict[str, bytes]] | None:
        self._trials += 1
        patches = _patches(findings, checked.sources)
        edited = {path: self._encoded(path, patch.text) for path, patch in patches.items()}
        after = check_plans(self._paths, self._here, edited=self.edited | edited, reports=False)
        is_better = _is_better(checked, after, patches, findings)
        return (after, edited) if is_better else None

    def _mendable(self, checked: Checked, findings: Iterable[Finding]) -> list[Finding]:
        """The errors with an edit in a file that can be edited, none of which overlap."""
        found: list[Finding] = []
        end = ("", 0, 0)
        for span, finding in sorted(
            ((each.edit.span, each) for each in findings if each.edit and each.is_error),
            key=lambda pair: pair[0],
        ):
            begin = (span.path, span.line, span.column)
            if begin >= end and self._is_open(span.path, checked):
                found.append(finding)
                end = (span.path, span.end_line, span.end_column)
        return found

    def _is_open(self, path: str, checked: Checked) -> bool:
        """Whether a file is one that is edited, and still says what was checked."""
        if path.casefold().endswith(_TABLES) or path not in checked.sources:
            return False
        if path not in self.originals:
            data = read_file(self._here.folder / path)
            if isinstance(data, Unreadable):
                return False
            source, _ = decode(path, data)
            if source is None or source.text != checked.sources[path].text:
                return False
            self.originals[path] = data
        return True

    def _encoded(self, path: str, text: str) -> bytes:
        has_mark = self.originals[path].startswith(codecs.BOM_UTF8)
        return (codecs.BOM_UTF8 if has_mark else b"") + text.encode()


def _patches(findings: Iterable[Finding], sources: Mapping[str, SourceText]) -> dict[str, Patch]:
    edits: dict[str, list[Edit]] = defaultdict(list)
    for finding in findings:
        if finding.edit is not None:
            span, text = finding.edit.span, finding.edit.text
            source = sources[span.path]
            begin = source.offset(span.line, span.column)
            end = source.offset(span.end_line, span.end_column)
            edits[span.path].append(Edit(begin, end, text))
    return {path: Patch(sources[path].text, tuple(each)) for path, each in edits.items()}


def _is_better(
    before: Checked, after: Checked, patches: Patches, mended: Iterable[Finding]
) -> bool:
    """Whether every one of the mended is gone, and no error stands where none stood before."""
    left = Counter(_place(each) for each in before.findings if each.is_error)
    left -= Counter(_place(each) for each in mended)
    now = Counter(
        _place_before(each, after.sources, patches) for each in after.findings if each.is_error
    )
    return now <= left


def _place(finding: Finding) -> Place:
    return finding.rule, finding.span.path, finding.span.line, finding.span.column


def _place_before(finding: Finding, sources: Mapping[str, SourceText], patches: Patches) -> Place:
    """The place of a finding in an edited text, as it was before; edits keep to their lines."""
    span = finding.span
    patch = patches.get(span.path)
    if patch is None:
        return _place(finding)
    begin = sources[span.path].offset(span.line, 1)
    column = patch.origin(begin + span.column - 1) - patch.origin(begin) + 1
    return finding.rule, span.path, span.line, column
