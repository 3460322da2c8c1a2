"""A plan file and everything that it names → a resolved plan, with what is wrong on the way.

Read, decode, parse, bind, gather the files that it names, resolve: each stage hands its findings
on, and only a top file that cannot be opened at all ends the way at once.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from rectify_cli.app.inputs import Asked, Edited, Inputs, printed_path
from rectify_cli.foundation.finding import Finding, Message
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.source import SourceText, Span
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.store.read import Unreadable, files_beside, read_file


class Unread(Struct):
    """A plan file that could not be opened, and why; `near`: a file beside it, perhaps meant."""

    path: Path
    why: Message
    near: str | None = None


class Loaded(Struct):
    """What a plan file says.

    `plan` is None where its text is no plan at all, or says no start: then `startless` is as much
    of one as can be checked. `sources` are the texts that were read, by the
    path that findings name. `asked` are the files beside it that were asked for.
    """

    path: str
    plan: Plan | None
    sources: Mapping[str, SourceText]
    findings: tuple[Finding, ...]
    asked: tuple[Asked, ...] = ()
    startless: Plan | None = None


def load_plan(path: Path, folder: Path, edited: Edited = MappingProxyType({})) -> Loaded | Unread:
    """Load the plan at a path, which is relative to the working folder.

    `edited` are texts to take for those of files, by the path that findings name.
    """
    shown = printed_path(path)
    data = edited[shown] if shown in edited else read_file(folder / path)
    if isinstance(data, Unreadable):
        if data.rule != "too-large":
            return Unread(path, data.why, _near(path, folder))
        whole = Finding("too-large", Span(shown, 1, 1, 1, 1), data.why)
        return Loaded(shown, None, {}, (whole,))
    return load_data(path, shown, data, Inputs(folder / path.parent, path.parent, edited))


def _near(path: Path, folder: Path) -> str | None:
    near = did_you_mean(path.name, files_beside(folder / path, (folder / path).parent))
    return None if near is None else printed_path(path.with_name(near))


def load_data(path: Path, shown: str, data: bytes, inputs: Inputs) -> Loaded:
    """Load a plan whose bytes are here; the files that it names are opened by `inputs`."""
    # Costly, and not needed for a plan that is known already.
    from rectify_cli.app.plan_files import PlanFiles, read_document  # noqa: PLC0415
    from rectify_cli.plan.resolve import resolve  # noqa: PLC0415
    from rectify_cli.plan.wanted import gather  # noqa: PLC0415

    files = PlanFiles(inputs)
    document, findings = read_document(shown, data, files)
    if document is None:
        return Loaded(shown, None, files.sources, tuple(findings))
    gathered, missing = gather(document, path.name, files)
    plan, wrong = resolve(document, gathered)
    found, asked = (*findings, *missing, *wrong), tuple(inputs.asked)
    if plan.lacks_start:
        return Loaded(shown, None, files.sources, found, asked, startless=plan)
    return Loaded(shown, plan, files.sources, found, asked)
