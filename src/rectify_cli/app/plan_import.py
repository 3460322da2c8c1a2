"""`rectify plan import FILE`: a table or an MS Project file → the text of a plan file, checked."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from rectify_cli.app.here import Here, today_in
from rectify_cli.app.inputs import printed_path
from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import Verdict, judge
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.columns import HEADINGS, IGNORED
from rectify_cli.intake.from_project import PROJECT_FIELDS, read_project
from rectify_cli.intake.grid import Remark
from rectify_cli.intake.grid_csv import read_csv_grid
from rectify_cli.intake.grid_xlsx import read_xlsx_grid
from rectify_cli.intake.known import Known
from rectify_cli.intake.project_file import MAX_BYTES as MAX_PROJECT_BYTES
from rectify_cli.intake.table_draft import Drafted, Wishes, draft_from
from rectify_cli.intake.write_plan import plan_text
from rectify_cli.store.read import Unreadable, read_file
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.replace import create_file

__all__ = [
    "Imported",
    "NotImported",
    "Options",
    "Remark",
    "gathered",
    "import_plan",
    "read_draft",
    "read_mapping",
    "write_imported",
]

_ZIP = b"PK\x03\x04"
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_TEXT_ENDINGS = {".csv", ".txt", ".tsv"}
_PROJECT_ENDING = ".xml"
_BOOK_ENDINGS = {".xlsx", ".xlsm", ".xltx"}
MAX_TABLE_BYTES = 32 * 1024 * 1024


class Options(Struct):
    """What was asked for beside the file. `known` is what the plan has that it goes into."""

    start: date | None = None
    columns: Mapping[str, str] = MappingProxyType({})
    sheet: str | None = None
    country: str | None = None
    known: Known = Known()


class Imported(Struct):
    """A plan's text, what was remarked on while the table was read, and what a check says of it."""

    text: str
    drafted: Drafted
    verdict: Verdict

    @property
    def is_whole(self) -> bool:
        """Whether everything was taken over, and the plan checks clean."""
        lost = any(remark.lost for remark in self.drafted.remarks)
        return not lost and not any(each.is_error for each in self.verdict.findings)


class NotImported(Struct):
    """Why nothing was made of a file."""

    why: Message


def is_project(name: str) -> bool:
    """Whether a file is one of MS Project, by its ending."""
    return Path(name).suffix.casefold() == _PROJECT_ENDING


def read_mapping(said: Sequence[str]) -> Mapping[str, str] | Message:
    """What `--map COLUMN=FIELD` says; or what is wrong with it."""
    found = {}
    for each in said:
        column, sign, field = each.rpartition("=")
        column, field = column.strip(), field.strip().replace("-", "_") or IGNORED
        field = IGNORED if field == "_" else field
        if not sign or not column:
            return say("'{text}' is no mapping: write COLUMN=FIELD, such as D=deadline", text=each)
        if field != IGNORED and field not in HEADINGS:
            near = did_you_mean(field, HEADINGS)
            if near is not None:
                return say("there is no field '{name}'; did you mean '{near}'?", name=field,
                           near=near)  # fmt: skip
            names = ", ".join(HEADINGS)
            return say("there is no field '{name}'; there are: {names}", name=field, names=names)
        found[column] = field
    return found


def read_draft(name: str, here: Here, options: Options) -> Drafted | NotImported:
    """The draft in a file, which is relative to the working folder; or why there is none."""
    base = Path(name).name
    if base.startswith("~$"):
        return NotImported(
            say("a lock file: somebody has {name} open", name=base.removeprefix("~$"))
        )
    limit = MAX_PROJECT_BYTES if is_project(name) else MAX_TABLE_BYTES
    data = read_file(here.folder / name, limit=limit)
    if isinstance(data, Unreadable):
        return NotImported(say("{path} cannot be read: {why}", path=name, why=data.why))
    if is_project(name):
        return _of_project(name, data, options.known)
    ending = Path(name).suffix.casefold()
    if data.startswith((_ZIP, _OLD_FORMAT)) or ending in _BOOK_ENDINGS:
        grid = read_xlsx_grid(data)
    elif ending in _TEXT_ENDINGS:
        grid = read_csv_grid(name, data)
    else:
        grid = say("{name}: what can be imported ends in .csv, .xlsx or .xml", name=base)
    if isinstance(grid, Message):
        return NotImported(say("{path} cannot be imported: {why}", path=name, why=grid))
    wishes = Wishes(
        name=Path(name).stem,
        today=today_in(here, "UTC"),
        start=options.start,
        columns=options.columns,
        sheet=options.sheet,
        country=options.country,
        known=options.known,
    )
    drafted = draft_from(grid, wishes)
    if isinstance(drafted, Message):
        return NotImported(say("{path} cannot be imported: {why}", path=name, why=drafted))
    return drafted


def _of_project(name: str, data: bytes, known: Known) -> Drafted | NotImported:
    """The draft that an MS Project file makes. Progress is no part of a plan, and so not lost."""
    read = read_project(name, data, known)
    if read.draft is None:
        why = read.findings[0].message
        return NotImported(say("{path} cannot be imported: {why}", path=name, why=why))
    return Drafted(read.draft, read.tasks, PROJECT_FIELDS, read.remarks)


def import_plan(name: str, to: Path, here: Here, options: Options) -> Imported | NotImported:
    """The plan that a file makes, as it would stand at `to`."""
    drafted = read_draft(name, here, options)
    if isinstance(drafted, NotImported):
        return drafted
    text = plan_text(drafted.draft)
    verdict = judge(to, here, {printed_path(to): text.encode("utf-8")})
    if isinstance(verdict, Unread):
        return NotImported(say("{path} cannot be read: {why}", path=to, why=verdict.why))
    return Imported(text, drafted, verdict)


def write_imported(text: str, to: Path, here: Here) -> NotImported | None:
    """Write the plan where none stands yet; None where that went well."""
    path = here.folder / to
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create_file(path, text.encode("utf-8"))
    except FileExistsError:
        return NotImported(say("{path} is there already; nothing was written", path=to))
    except (OSError, ValueError) as error:
        why = why_not_written(error)
        return NotImported(say("{path} cannot be written: {why}", path=to, why=why))
    return None


def gathered(remarks: Sequence[Remark]) -> list[tuple[Remark, int]]:
    """The remarks in order, those that say the same of many cells once, with how many they are."""
    counts: dict[Message, int] = {}
    firsts: list[Remark] = []
    for remark in remarks:
        if remark.lost or remark.message not in counts:
            firsts.append(remark)
        counts[remark.message] = counts.get(remark.message, 0) + 1
    return [(each, 1 if each.lost else counts[each.message]) for each in firsts]
