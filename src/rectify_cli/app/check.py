"""Checking plans: every finding of each, in one value."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from rectify_cli.app.here import Here
from rectify_cli.app.inputs import Edited
from rectify_cli.app.load import Unread
from rectify_cli.app.report_findings import report_findings
from rectify_cli.app.schedule import judge
from rectify_cli.app.silence import asked_for
from rectify_cli.foundation.finding import Finding, in_file_order
from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.diagnostics.found import Found


class Checked(Struct):
    """What was found in plans.

    `unread` are the plans that could not be opened. `strict`: one of the plans asks that warnings
    fail the check. `language` is the first plan's.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, SourceText]
    plans: int
    strict: bool
    language: str
    unread: Sequence[Unread]


def check_plans(
    paths: Sequence[Path],
    here: Here,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    edited: Edited = MappingProxyType({}),
    *,
    reports: bool = True,
) -> Checked:
    """All findings in the plans, each place once though several plans include it.

    `edited` are texts to take for those of files, by the path that findings name. `reports`: in
    the reports beside the plans too.
    """
    parts: list[Sequence[Finding]] = []
    sources: dict[str, SourceText] = {}
    unread: list[Unread] = []
    languages: list[str] = []
    strict = False
    for path in paths:
        verdict = judge(path, here, edited)
        if isinstance(verdict, Unread):
            unread.append(verdict)
            continue
        parts.append(verdict.findings)
        if reports:
            parts.append(report_findings(path, here, edited, verdict))
        sources |= verdict.sources
        if verdict.language is not None:
            languages.append(verdict.language)
            strict = strict or verdict.strict
    return Checked(
        asked_for(_together(parts), select, ignore),
        sources,
        len(paths) - len(unread),
        strict,
        languages[0] if languages else "en",
        unread,
    )


def _together(parts: Sequence[Sequence[Finding]]) -> Sequence[Finding]:
    """The findings of all plans and reports in file order, as those of each are already."""
    said = [part for part in parts if part]
    return said[0] if len(said) == 1 else in_file_order(chain.from_iterable(said))


def found_by(checked: Checked, here: Here, *, strict: bool) -> Found:
    """What every format is made from; `strict` asks for what a plan may ask for too."""
    return Found(
        checked.findings,
        checked.sources,
        checked.plans,
        strict or checked.strict,
        here.folder.as_posix(),
        (here.project or here.folder).as_posix(),
    )
