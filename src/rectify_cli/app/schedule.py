"""A plan file → its calendars and its schedule, with every finding that is to be shown.

A plan that was dated before, with nothing changed since, comes from the cache (`app.kept`).
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from rectify_cli.app.here import Here
from rectify_cli.app.inputs import Edited, printed_path
from rectify_cli.app.load import Loaded, Unread, load_plan
from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct
from rectify_cli.schedule.model import Schedule
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.workdays.calendars import Calendars

_NOTHING_EDITED: Edited = MappingProxyType({})


class Verdict(Struct):
    """What is wrong with a plan, the texts that it says so of, and what the plan asks of a check.

    `language` is None where there is no plan.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]
    language: str | None
    strict: bool


def verdict_of(loaded: Loaded, findings: tuple[Finding, ...]) -> Verdict:
    """The verdict on a plan in which this was found."""
    plan = loaded.plan or loaded.startless
    language, strict = (None, False) if plan is None else (plan.language, plan.strict)
    return Verdict(findings, loaded.sources, language, strict)


class Scheduled(Struct):
    """A plan with its dates. `schedule` is None where there can be none.

    `findings` are those of all stages that nobody silenced, in file order. `calendars` gives the
    calendar of every spec of the plan, to whoever dates it again (a forecast); None without a plan.
    """

    loaded: Loaded
    schedule: Schedule | None
    findings: tuple[Finding, ...]
    calendars: Calendars | None = None

    @property
    def has_errors(self) -> bool:
        """Whether the plan is broken, so that its dates are those of what could be read."""
        return any(finding.is_error for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        """Its findings and texts alone."""
        return verdict_of(self.loaded, self.findings)


def load_and_schedule(
    path: Path, here: Here, edited: Edited = _NOTHING_EDITED
) -> Scheduled | Unread:
    """Load the plan at a path and date it, some files' texts taken for what `edited` has."""
    data = _top(path, here, edited)
    if data is None:
        return _anew(path, here, edited)
    from rectify_cli.app.kept import entries  # noqa: PLC0415 - it keeps what is made here

    top = entries.Top(path, here, data)
    key = top.key
    known = None if key is None else entries.recall_scheduled(top, key)
    if known is not None:
        return known
    scheduled = _anew(path, here, {printed_path(path): data})
    if key is None or isinstance(scheduled, Unread):
        return scheduled
    if entries.was_asked_for(top, key):
        entries.keep_scheduled(top, key, scheduled)
    else:
        entries.keep_verdict(top, key, scheduled.loaded, scheduled.verdict)
    return scheduled


def judge(path: Path, here: Here, edited: Edited = _NOTHING_EDITED) -> Verdict | Unread:
    """Only what is wrong with the plan at a path, which is known with less."""
    data = _top(path, here, edited)
    if data is None:
        judged = _judged_anew(path, here, edited)
        return judged if isinstance(judged, Unread) else judged[1]
    from rectify_cli.app.kept import entries  # noqa: PLC0415 - it keeps what is made here

    top = entries.Top(path, here, data)
    key = top.key
    known = None if key is None else entries.recall_verdict(top, key)
    if known is not None:
        return known
    judged = _judged_anew(path, here, {printed_path(path): data})
    if isinstance(judged, Unread):
        return judged
    loaded, verdict = judged
    if key is not None:
        entries.keep_verdict(top, key, loaded, verdict)
    return verdict


def _judged_anew(path: Path, here: Here, edited: Edited) -> tuple[Loaded, Verdict] | Unread:
    loaded = load_plan(path, here.folder, edited)
    if isinstance(loaded, Unread):
        return loaded
    from rectify_cli.app.dating import findings_of  # noqa: PLC0415 - costly, and seldom needed

    return loaded, verdict_of(loaded, findings_of(loaded, here))


def _top(path: Path, here: Here, edited: Edited) -> bytes | None:
    """The bytes of a plan that may be in the cache, or be kept there."""
    if edited or here.cache is None:
        return None
    data = read_file(here.folder / path)
    return None if isinstance(data, Unreadable) else data


def _anew(path: Path, here: Here, edited: Edited) -> Scheduled | Unread:
    loaded = load_plan(path, here.folder, edited)
    if isinstance(loaded, Unread):
        return loaded
    from rectify_cli.app.dating import date_plan  # noqa: PLC0415 - costly, and seldom needed

    schedule, findings, calendars = date_plan(loaded, here)
    return Scheduled(loaded, schedule, findings, calendars)
