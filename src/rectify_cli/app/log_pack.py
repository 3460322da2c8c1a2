"""`rectify log pack`: the loose files of a closed month become one, and no report is lost.

The pack is written, and durable, before the first file goes: a crash at any point leaves every
report in one file at least, and a report that stands in two is one report. What is damaged stays
as it is.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC

from rectify_cli.app.here import Here
from rectify_cli.app.reports import plan_files, read_lines
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.pack import lines_in, packs
from rectify_cli.progress.record_folder import progress_folder
from rectify_cli.progress.record_name import is_pack
from rectify_cli.report.record import Record
from rectify_cli.store.pack_files import remove_packed, sweep
from rectify_cli.store.record_file import NewFile, write_new_files
from rectify_cli.store.report_files import ReportFile, read_report_files
from rectify_cli.store.signals import signals_held


class Packed(Struct):
    """A month of one plan file: how many files there were, and how many reports they hold.

    `wrong` are files that stay, damaged or not to be removed.
    """

    plan_file: str
    month: str
    files: int
    reports: int
    wrong: tuple[str, ...] = ()


class AllPacked(Struct):
    """What was packed, and how many temporary files were swept away.

    `why` is set where it could not all be written: what stands before it in `months` was.
    """

    months: tuple[Packed, ...]
    swept: int
    why: Message | None = None


def pack_logs(plan: Plan, here: Here, *, dry: bool) -> AllPacked:
    """Pack every month before the present one (in UTC), of a plan and of those it includes."""
    present = f"{here.now.astimezone(UTC):%Y-%m}"
    done: list[Packed] = []
    swept = 0
    for plan_file in plan_files(plan):
        shown = progress_folder(plan_file)
        files, _ = read_report_files(here.folder / shown)
        for month, of_month in _closed(files, present):
            packed, why = _pack(plan_file, month, of_month, here, dry=dry)
            if why is not None:
                return AllPacked(tuple(done), swept, why)
            if packed is not None:
                done.append(packed)
        swept += sweep(here.folder / shown, here.now.timestamp(), dry=dry)
    return AllPacked(tuple(done), swept)


def packed_record(packed: AllPacked, *, dry: bool) -> Record:
    """The same for machines."""
    return {
        "format": 1,
        "dry_run": dry,
        "months": [
            {
                "plan": each.plan_file,
                "month": each.month,
                "files": each.files,
                "reports": each.reports,
                "left": list(each.wrong),
            }
            for each in packed.months
        ],
        "swept": packed.swept,
    }


def _closed(files: Sequence[ReportFile], present: str) -> Iterator[tuple[str, list[ReportFile]]]:
    months: dict[str, list[ReportFile]] = {}
    for file in files:
        month, slash, _ = file.name.partition("/")
        if slash and len(month) == len(present) and month < present:
            months.setdefault(month, []).append(file)
    yield from sorted(months.items())


def _pack(
    plan_file: str, month: str, files: Sequence[ReportFile], here: Here, *, dry: bool
) -> tuple[Packed | None, Message | None]:
    """One month; None of both where it is packed already."""
    shown = progress_folder(plan_file)
    loose: list[ReportFile] = []
    packed: set[bytes] = set()
    damaged: list[str] = []
    reports: set[str] = set()
    for file in files:
        events, wrong = read_lines(plan_file, f"{shown}/{file.name}", file)
        if wrong:
            damaged.append(f"{shown}/{file.name}")
        elif is_pack(file.name):
            packed.update(lines_in(file.data))
        else:
            loose.append(file)
            reports |= {each.event.id for each in events}
    if not loose:
        return None, None
    left = [file.data for file in loose if not packed.issuperset(lines_in(file.data))]
    wanted = packs(month, left)
    needless = [file.name for file in loose]
    answer = Packed(plan_file, month, len(loose), len(reports), tuple(damaged))
    if dry:
        return answer, None
    folder = here.folder / shown
    with signals_held():
        new = [NewFile(folder, name, data) for name, data in wanted.items()]
        written = write_new_files(new)
        if any(each != "durable" for each in written.certainty):
            why = written.why or say("the disk reports an error")
            return None, say("{month} was not packed, nothing was removed: {why}",
                             month=month, why=why)  # fmt: skip
        stuck = remove_packed(folder, needless)
    return answer._replace(wrong=(*damaged, *(f"{shown}/{name}" for name in stuck))), None
