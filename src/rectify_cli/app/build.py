"""The schedule, workday by workday: for a screen, for a machine, into files."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.app.find_task import NoTask, find_task
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.render.formats import FORMATS, RecordFormat
from rectify_cli.report.catalogue import RECORDS, REPORTS
from rectify_cli.report.record import Record
from rectify_cli.report.selection import Selection
from rectify_cli.report.table import Report
from rectify_cli.schedule.model import Schedule
from rectify_cli.store.replace import replace_file_by_parts

_FIRST = date(1969, 1, 1)
_LAST = date(2199, 12, 31)
"""Written dates lie in 1970..2199; what is counted back from them, a little earlier."""
_AT_ONCE = 1 << 16
"""So many characters are encoded together."""


def select(
    schedule: Schedule,
    first: date | None,
    last: date | None,
    owner: str | None,
    phase: str | None,
) -> Selection | NoOwner | NoTask:
    """What a reader asked to see: days (both ends counted), and an owner and a phase as typed."""
    index = None
    if owner is not None:
        found = find_owner(schedule.plan, owner)
        if isinstance(found, NoOwner):
            return found
        owner = found.id
    if phase is not None:
        task = find_task(schedule.plan, phase)
        if isinstance(task, NoTask):
            return task
        index = task.index
    # Days on which nothing can be would only be walked through.
    first = None if first is None else max(first, _FIRST)
    last = None if last is None else min(last, max(_LAST, schedule.finish or _LAST))
    return Selection(first, last, owner, index)


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def build_report(schedule: Schedule, selection: Selection, language: str) -> Report:
    """The day-by-day view for a person."""
    return REPORTS["agenda"](schedule, selection, language)


def build_record(schedule: Schedule, selection: Selection) -> Record:
    """The schedule for a machine."""
    return RECORDS["schedule"](schedule, selection)


class NotWritten(NamedTuple):
    """Why a file was not written."""

    why: Message


def unknown_ending(files: Sequence[str]) -> NotWritten | None:
    """The first file whose ending says nothing that can be written, before any of them is."""
    for name in files:
        ending = Path(name).suffix.lower()
        if ending in FORMATS:
            continue
        known = ", ".join(FORMATS)
        near = did_you_mean(ending, FORMATS) if ending else None
        if near is not None:
            return NotWritten(
                say(
                    "{name}: '{ending}' is not a format; did you mean '{near}'?\n"
                    "a schedule is written as {known}",
                    name=name,
                    ending=ending,
                    near=near,
                    known=known,
                )
            )
        return NotWritten(
            say("{name}: the ending says the format; it is one of {known}", name=name, known=known)
        )
    return None


def write_schedule(
    schedule: Schedule, selection: Selection, language: str, name: str, folder: Path
) -> NotWritten | None:
    """Write what a selection leaves as the file's ending says; None where that went well."""
    texts = _texts(schedule, selection, language, Path(name).suffix.lower())
    try:
        replace_file_by_parts(folder / name, _encoded(texts))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return NotWritten(say("{name} cannot be written: {why}", name=name, why=why))
    return None


def _texts(schedule: Schedule, selection: Selection, language: str, ending: str) -> Iterator[str]:
    form = FORMATS[ending]
    if isinstance(form, RecordFormat):
        return form.write(RECORDS[form.view](schedule, selection))
    return form.write(REPORTS[form.view](schedule, selection, language))


def _encoded(texts: Iterator[str]) -> Iterator[bytes]:
    gathered: list[str] = []
    length = 0
    for text in texts:
        gathered.append(text)
        length += len(text)
        if length >= _AT_ONCE:
            yield "".join(gathered).encode("utf-8", "backslashreplace")
            gathered, length = [], 0
    yield "".join(gathered).encode("utf-8", "backslashreplace")
