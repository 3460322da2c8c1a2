"""What is kept of a plan: what was found in it, and apart from that the plan with its dates.

`rectify check` asks for the first, every view for the second. That is kept where the very same plan
is asked for again: who edits it between two views has no use for it. Both say which files were
asked for on the way and what came of it; where one of these answers is another today, there is no
entry.
"""

from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rectify_cli import __version__
from rectify_cli.app.here import Here
from rectify_cli.app.inputs import Asked, Inputs, answer
from rectify_cli.app.load import Loaded
from rectify_cli.app.national import national_from
from rectify_cli.app.schedule import Scheduled, Verdict
from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import CalendarSpec, Plan
from rectify_cli.schedule.model import Schedule
from rectify_cli.store.cache import holds, keep, recall
from rectify_cli.store.installed import installed_version
from rectify_cli.store.own_code import code_that_dates
from rectify_cli.syntax.decode import decode
from rectify_cli.workdays.calendars import Calendars

if TYPE_CHECKING:
    from rectify_cli.app.kept.tables import Tables

_MOST_TIMINGS = 20_000
"""A larger schedule would take more memory to be kept than it is worth."""
_MOST_FINDINGS = 5_000
_TABLES = (".csv", ".xlsx")
_Findings = tuple[Finding, ...]
_READ_PROBLEMS = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What comes of an entry that some other program has put there."""


class Top(Struct):
    """The plan file that is asked for: its path as it is shown, its folder, its bytes."""

    path: Path
    here: Here
    data: bytes

    @property
    def key(self) -> str | None:
        """What an entry is known by; None where nothing can be kept."""
        libraries = installed_version("holidays")
        code = code_that_dates()
        if self.here.cache is None or libraries is None or code is None:
            return None
        content = sha256(self.data).hexdigest()
        return f"plan {__version__} {code} {libraries} {content} {self.path.name}"

    def inputs(self) -> Inputs:
        """The files beside it, as they are today."""
        return Inputs(self.here.folder / self.path.parent, self.path.parent, {})


def keep_verdict(top: Top, key: str, loaded: Loaded, verdict: Verdict) -> None:
    """Keep what was found in a plan."""
    if len(verdict.findings) > _MOST_FINDINGS:
        return
    packed = _Packed(top, loaded)
    findings: object = []
    # Most plans are in order, and then nothing is loaded to write what was found.
    if verdict.findings:
        from rectify_cli.app.kept.codec import NotKept  # noqa: PLC0415 - see above

        try:
            findings = packed.row(_Findings, verdict.findings)
        except NotKept:
            return
    rows = {"findings": findings, "language": verdict.language, "strict": verdict.strict}
    keep(top.here.cache, _verdict(key), packed.value(rows))


def was_asked_for(top: Top, key: str) -> bool:
    """Whether this very plan was asked for before."""
    return holds(top.here.cache, _verdict(key))


def keep_scheduled(top: Top, key: str, scheduled: Scheduled) -> None:
    """Keep a plan with its dates, and what was found in it."""
    loaded, schedule = scheduled.loaded, scheduled.schedule
    if loaded.plan is None or schedule is None or len(schedule.timings) > _MOST_TIMINGS:
        return
    from rectify_cli.app.kept.codec import NotKept  # noqa: PLC0415 - seldom kept

    try:
        packed = _Packed(top, loaded)
        rows = {
            "findings": packed.row(_Findings, scheduled.findings),
            "loading": packed.row(_Findings, loaded.findings),
            "plan": packed.row(Plan, loaded.plan),
            "schedule": packed.row(Schedule, schedule),
        }
        tables = packed.tables
        # Rows of specs bring no new specs, but names perhaps.
        encode, _ = tables.codec.record(CalendarSpec)
        rows["specs"] = [encode(each) for each in tables.specs]
        rows["names"] = tables.names
    except NotKept:
        return
    keep(top.here.cache, f"{key} dated", packed.value(rows))


def _verdict(key: str) -> str:
    return f"{key} verdict"


def recall_verdict(top: Top, key: str) -> Verdict | None:
    """What was found in this very plan before; None where that is not known."""
    value = recall(top.here.cache, _verdict(key))
    if value is None:
        return None
    try:
        unpacked = _unpacked(top, value)
        if unpacked is None:
            return None
        paths, sources, rows = unpacked
        kept = rows["findings"]
        findings = _tables(paths, sources).codec.decode(_Findings, kept) if kept else ()
        return Verdict(findings, sources, rows["language"], rows["strict"])
    except _READ_PROBLEMS:
        return None


def recall_scheduled(top: Top, key: str) -> Scheduled | None:
    """This very plan with its dates, as it was made before; None where it is not known."""
    value = recall(top.here.cache, f"{key} dated")
    if value is None:
        return None
    try:
        unpacked = _unpacked(top, value)
        if unpacked is None:
            return None
        paths, sources, rows = unpacked
        return _scheduled(top, _tables(paths, sources), sources, rows)
    except _READ_PROBLEMS:
        return None


def _scheduled(
    top: Top, tables: "Tables", sources: dict[str, SourceText], rows: dict[str, Any]
) -> Scheduled:
    tables.names.extend(map(tuple, rows["names"]))
    _, spec_of = tables.codec.record(CalendarSpec)
    tables.specs.extend(spec_of(row) for row in rows["specs"])
    plan: Plan = tables.codec.decode(Plan, rows["plan"])
    tables.plan = plan
    calendars = Calendars(plan.start, national_from(top.here.cache, plan.language))
    tables.calendars = calendars
    loading = tables.codec.decode(_Findings, rows["loading"])
    loaded = Loaded(plan.path, plan, sources, loading, tuple(rows["asked"]))
    schedule = tables.codec.decode(Schedule, rows["schedule"])
    findings = tables.codec.decode(_Findings, rows["findings"])
    return Scheduled(loaded, schedule, findings, calendars)


class _Packed:
    """An entry that is being written."""

    def __init__(self, top: Top, loaded: Loaded) -> None:
        inputs = top.inputs()
        self._asked = loaded.asked
        self._names = [top.path.name, *dict.fromkeys(each.path for each in loaded.asked)]
        self._paths = [inputs.shown(name) for name in self._names]
        self._sources = loaded.sources

    @cached_property
    def tables(self) -> "Tables":
        """The tables that rows point into."""
        return _tables(self._paths, dict(self._sources))

    def row(self, hint: Any, value: object) -> object:  # noqa: ANN401 - the value's type
        """A value as JSON."""
        row: object = self.tables.codec.encode(hint, value)
        return row

    def value(self, rows: dict[str, object]) -> dict[str, object]:
        """The whole entry. A plan's text is in its file; a table's text was made from its cells."""
        number = {path: at for at, path in enumerate(self._paths)}
        texts = [
            [number[path], source.text if path.casefold().endswith(_TABLES) else None]
            for path, source in self._sources.items()
        ]
        return {**rows, "asked": self._asked, "names_of_files": self._names, "texts": texts}


def _unpacked(
    top: Top,
    value: Any,  # noqa: ANN401 - JSON
) -> tuple[list[str], dict[str, SourceText], dict[str, Any]] | None:
    """An entry's paths, texts and rows, if its files are what they were."""
    inputs = top.inputs()
    found: dict[str, bytes] = {top.path.name: top.data}
    for how, path, known in value["asked"]:
        data = inputs.look(path) if how == "look" else inputs.read(path)
        if answer(data) != known:
            return None
        if how == "read" and isinstance(data, bytes):
            found[path] = data
    value["asked"] = [Asked(*each) for each in value["asked"]]
    names = value["names_of_files"]
    paths = [inputs.shown(name) for name in names]
    sources: dict[str, SourceText] = {}
    for number, text in value["texts"]:
        path = paths[number]
        source = None if text is None else SourceText(path, text)
        if source is None:
            source, _ = decode(path, found[names[number]])
        if source is None:
            return None
        sources[path] = source
    return paths, sources, value


def _tables(paths: list[str], sources: dict[str, SourceText]) -> "Tables":
    from rectify_cli.app.kept.tables import Tables  # noqa: PLC0415 - start-up

    return Tables(paths, sources)
