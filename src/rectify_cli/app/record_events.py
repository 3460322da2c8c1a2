"""Reports → files beside their plans, each whole and durable, or the truth about what is not.

The one way in which a report is written. `read_reports` (app/reports.py) reads them back.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from rectify_cli.app.here import Here
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.decode import NoEvent, decode
from rectify_cli.progress.encode import encode, lines_of
from rectify_cli.progress.events import Event
from rectify_cli.progress.ledger import Stored
from rectify_cli.progress.record_folder import progress_folder
from rectify_cli.progress.record_name import record_name
from rectify_cli.store import signals
from rectify_cli.store.record_file import NewFile, Written, write_new_files


class Recorded(Struct):
    """All of it is there, and outlives a power cut. `files` are where, as people write paths."""

    files: tuple[str, ...]


class NotRecorded(Struct):
    """Why not all of it is sure to be there: a sentence that says what is, and what is not.

    `recorded` are the reports that are there all the same (the disk did not confirm them, or a
    later plan file failed). The command ends with 2.
    """

    why: Message
    recorded: tuple[Stored, ...] = ()


def record(reports: Sequence[Stored], here: Here) -> Recorded | NotRecorded:
    """Write a command's reports, a file for each plan file that they belong to.

    All files are written under temporary names before the first is renamed, so that a full disk
    leaves none of them. Signals wait meanwhile; a caller that goes on to say what was recorded
    holds them off around both, with `signals_held`. The same reports again are the same file.

    Args:
        reports: What to write; `plan_file` is the plan file's path, relative to `here.folder`.
        here: The working folder.
    """
    by_file: dict[str, list[Event]] = {}
    for each in reports:
        by_file.setdefault(each.plan_file, []).append(each.event)
    if not by_file:
        return Recorded(())
    unreadable = next(filter(None, map(_why_unreadable, reports)), None)
    if unreadable is not None:
        return NotRecorded(say("nothing was recorded: {why}", why=unreadable))
    new = [_new_file(plan_file, events, here) for plan_file, events in by_file.items()]
    with signals.signals_held():
        written = write_new_files(new)
    return _truth(written, reports, list(by_file), new)


def signals_held() -> AbstractContextManager[None]:
    """Hold off Ctrl-C, TERM and HUP: `record`, and then what is said of it, go inside."""
    return signals.signals_held()


def _why_unreadable(report: Stored) -> Message | None:
    """Why a report would not be read back as it is: half a character in a note, perhaps."""
    back = decode(encode(report.event))
    if isinstance(back, NoEvent):
        return back.why
    return None if back == report.event else say("it would not be read back as it is")


def _new_file(plan_file: str, events: Sequence[Event], here: Here) -> NewFile:
    content = lines_of(events)
    folder = here.folder / progress_folder(plan_file)
    return NewFile(folder, record_name(events[0], content), content)


def _truth(
    written: Written, reports: Sequence[Stored], plan_files: list[str], new: list[NewFile]
) -> Recorded | NotRecorded:
    why = written.why
    if why is None:
        names = [f"{progress_folder(file)}/{each.name}"
                 for file, each in zip(plan_files, new, strict=True)]  # fmt: skip
        return Recorded(tuple(names))
    there = [file for file, each in zip(plan_files, written.certainty, strict=True)
             if each != "absent"]  # fmt: skip
    recorded = tuple(each for each in reports if each.plan_file in there)
    if not there:
        return NotRecorded(say("nothing was recorded: {why}", why=why))
    if len(there) == len(plan_files):
        return NotRecorded(say("recorded, not confirmed durable: {why}", why=why), recorded)
    lost = [file for file in plan_files if file not in there]
    message = say(
        "recorded beside {there}, not beside {lost}: {why}",
        there=", ".join(there),
        lost=", ".join(lost),
        why=why,
    )
    return NotRecorded(message, recorded)
