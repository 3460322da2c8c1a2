"""Rows → tasks in their phases and summaries, with ids, owners, dates and links."""

import re
from collections.abc import Sequence

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import is_id
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.cell_dates import Years
from rectify_cli.intake.draft import (
    DraftMap,
    DraftOwner,
    DraftPhase,
    DraftTask,
    More,
    Value,
)
from rectify_cli.intake.flow_value import flow_value
from rectify_cli.intake.grid import GridValue, Remark
from rectify_cli.intake.known import Known, Named, Path
from rectify_cli.intake.new_ids import NewIds, id_of
from rectify_cli.intake.own_sheets import OwnSheets
from rectify_cli.intake.row_dates import DateReader, RowDates
from rectify_cli.intake.table_lengths import TO_DEADLINE, lengths_of, until_deadline
from rectify_cli.intake.table_match import matched
from rectify_cli.intake.table_names import TableNames
from rectify_cli.intake.table_owners import TableOwners
from rectify_cli.intake.table_rows import TableRow

_MAX_TITLE = 200
_MAX_NO = 64
_PLAIN_TEXTS = ("time", "place", "document")
_VALUES = (
    "schedule", "overrides", "repeat", "on_day_off", "uses", "checklist", "days", "links", "target",
    "report_every", "estimate", "weight", "priority", "calendar", "was",
)  # fmt: skip
_LISTS = {"links", "was"}
_COUNT = re.compile(r"(\d{1,9})\s*(\S{0,20})")
_TAGS = re.compile(r"[、,，;；\n]")


class ReadTasks(Struct):
    """The tasks of a table, the dates of those that hold no others, and what lengths default to."""

    owners: tuple[DraftOwner, ...]
    phases: tuple[DraftPhase, ...]
    tasks: tuple[DraftTask, ...]
    leaves: tuple[RowDates, ...]
    default_duration: str | None


class TableTasks:
    """One table that is being read."""

    def __init__(
        self,
        rows: Sequence[TableRow],
        own: OwnSheets,
        known: Known,
        years: Years,
        remarks: list[Remark],
    ) -> None:
        self._own = own
        self._remarks = remarks
        self._as_written = bool(own.plan) or any({"id", "on"} <= set(row.columns) for row in rows)
        rows = rows if self._as_written else _numbered(rows)
        self._rows = rows
        groups = known.groups
        own_groups = own.said("groups")
        if isinstance(own_groups, DraftMap):
            groups = (*groups, *(key for key, _ in own_groups.entries))
        self._owners = TableOwners([*known.owners, *own.owners], groups)
        self._known = known
        self._known_names = TableNames(known.tasks, known.phases)
        there = [DraftPhase(each.path[0], each.title) for each in known.phases]
        self._phases = {each.id: each for each in (*there, *own.phases)}
        self._ids = NewIds((*self._phases, *(each.path[-1] for each in known.tasks)))
        self._phase_ids: dict[str, str] = {}
        self._paths = self._all_paths()
        named = {each.path: each for each in known.tasks}
        for row, path in zip(rows, self._paths, strict=True):
            named[path] = Named(path, self._title(row), row.text("no"))
        self._names = TableNames(
            named.values(),
            [Named((each.id,), each.title or each.id) for each in self._phases.values()],
        )
        self._dates = DateReader(years, self._names.expression, remarks, self._as_written)

    def read(self) -> ReadTasks:
        """The tasks; what could not be read is remarked on."""
        drafted: dict[Path, tuple[DraftTask, RowDates]] = {}
        for row, path in zip(self._rows, self._paths, strict=True):
            dates = self._dates.read(row)
            drafted[path] = (self._task(row, path, dates), dates)
        parents = {path[:at] for path in drafted for at in range(len(path))}
        leaves = {path: dates for path, (_, dates) in drafted.items() if path not in parents}
        default, short = None, frozenset[Path]()
        if not self._own.plan and not self._known.is_plan:
            default, short = lengths_of(leaves, self._remarks)
        lengths = dict.fromkeys(short, "1d")
        if self._known.is_plan and not self._own.plan:
            there = {each.path for each in self._known.tasks}
            new = {path: dates for path, dates in leaves.items() if path not in there}
            lengths |= dict.fromkeys(until_deadline(new), TO_DEADLINE)
        grown = {
            path: task._replace(duration=lengths.get(path, task.duration))
            for path, (task, _) in drafted.items()
        }
        phases, tasks = self._grown(grown)
        owners = (*self._own.owners, *self._owners.new)
        return ReadTasks(owners, phases, tasks, tuple(leaves.values()), default)

    def _all_paths(self) -> list[Path]:
        """Where each row stands: as its id says, else by its phase and an id made of its title."""
        taken: set[Path] = set()
        paths: list[Path | None] = []
        phases = {each.title: each.path[0] for each in self._known.phases}
        there = matched(self._rows, self._known_names, phases)
        for row, known in zip(self._rows, there, strict=True):
            path = known or self._given(row)
            if path in taken:
                why = say("another row is the same task: '{id}'", id=".".join(path))
                field = "id" if "id" in row.cells else "title"
                self._remarks.append(row.remark(field, why, say("give the task another id")))
                path = None
            if path is not None:
                taken.add(path)
                self._ids.keep(path[-1])
            paths.append(path)
        self._look_at_phases(there)
        return [
            path if path is not None else self._made(row)
            for row, path in zip(self._rows, paths, strict=True)
        ]

    def _look_at_phases(self, there: Sequence[Path | None]) -> None:
        """A phase that all of its rows call otherwise has another title; a row alone has moved."""
        titles = {each.path[0]: each.title for each in self._known.phases}
        said: dict[str, set[str]] = {}
        for row, path in zip(self._rows, there, strict=True):
            if path is not None and len(path) > 1 and path[0] in titles and row.phase:
                said.setdefault(path[0], set()).add(row.phase)
        every = [name for names in said.values() for name in names]
        for phase, names in said.items():
            new = next(iter(names))
            if len(names) == 1 and new not in titles.values() and every.count(new) == 1:
                self._phases[phase] = self._phases[phase]._replace(title=new[:_MAX_TITLE])
                titles[phase] = new
        for row, path in zip(self._rows, there, strict=True):
            if path is None or not row.phase or row.phase == titles.get(path[0], row.phase):
                continue
            why = say("it stands in '{phase}' in the file; move it by hand", phase=row.phase[:40])
            self._remarks.append(row.remark("phase", why))

    def _given(self, row: TableRow) -> Path | None:
        text = row.text("id")
        if text is None:
            return None
        parts = tuple(text.split("."))
        if not all(map(is_id, parts)):
            why = say("'{text}' is no id", text=text[:40])
            self._remarks.append(row.remark("id", why, say("write letters, digits, - and _")))
            return None
        if len(parts) > 1:
            phase = row.text("phase") if self._as_written else row.phase
            if phase is not None and parts[0] not in self._phases:
                self._phases[parts[0]] = DraftPhase(parts[0], phase)
            return parts
        return parts if self._as_written else (*self._phase_of(row), parts[0])

    def _made(self, row: TableRow) -> Path:
        title = row.text("title") or ""
        otherwise = id_of(f"task-{row.text('no') or row.number + 1}") or f"task-{row.number + 1}"
        return (*self._phase_of(row), self._ids.take(title, otherwise))

    def _phase_of(self, row: TableRow) -> Path:
        if row.phase is None:
            return ()
        if row.phase not in self._phase_ids:
            known = next((p.id for p in self._phases.values() if p.title == row.phase), None)
            made = known or self._ids.take(row.phase, f"phase-{len(self._phases) + 1}")
            self._phases.setdefault(made, DraftPhase(made, row.phase[:_MAX_TITLE]))
            self._phase_ids[row.phase] = made
        return (self._phase_ids[row.phase],)

    def _title(self, row: TableRow) -> str:
        return row.text("title") or row.text("id") or ""

    def _task(self, row: TableRow, path: Path, dates: RowDates) -> DraftTask:
        title = row.text("title")
        note = row.cells.get("note")
        said = None if note is None else str(note)
        if title is not None and len(title) > _MAX_TITLE:
            said = "\n".join(filter(None, (title, said)))
            title = title[: _MAX_TITLE - 1] + "…"
            why = say("a title has at most {n} characters; all of it is in the note", n=_MAX_TITLE)
            self._remarks.append(row.remark("title", why, lost=False))
        owner, *others = self._owners.all_in(row.text("owner")) or (None,)
        lead, *deputies = self._owners.all_in(row.text("lead"), "person") or (None,)
        with_them = self._owners.all_in(row.text("participants"))
        for field, more in (("owner", others), ("lead", deputies)):
            if more:
                why = say("the first is responsible; the others take part")
                self._remarks.append(row.remark(field, why, lost=False))
        no = row.text("no")
        return DraftTask(
            id=path[-1],
            title=title,
            no=None if no is None else no[:_MAX_NO],
            owner=owner,
            lead=lead,
            participants=tuple(
                dict.fromkeys(each for each in (*others, *deputies, *with_them) if each)
            ),
            on=dates.on,
            start=dates.start,
            finish=dates.finish,
            deadline=dates.deadline,
            duration=dates.duration,
            after=self._names.links(row, path, self._remarks, as_written=self._as_written),
            each=self._owners.all_in(row.text("each")),
            except_=self._owners.all_in(row.text("except")),
            complete_at=self._share(row),
            deliverable=row.text("deliverable"),
            tags=tuple(filter(None, (t.strip() for t in _TAGS.split(row.text("tags") or "")))),
            note=said,
            more=self._more(row),
        )

    def _share(self, row: TableRow) -> str | None:
        value = row.cells.get("complete_at")
        if isinstance(value, int | float) and 0 < value <= 1:
            return f"{round(value * 100)}%"
        return row.text("complete_at")

    def _more(self, row: TableRow) -> More:
        found: list[tuple[str, Value]] = []
        accept = self._owners.all_in(row.text("accept"))
        found += [("accept", accept[0])] if accept else []
        for field in _PLAIN_TEXTS:
            text = row.text(field)
            found += [] if text is None else [(field, text)]
        for field in _VALUES:
            value = row.cells.get(field)
            if value is None:
                continue
            read = _value(field, value)
            if read is None:
                why = say("'{text}' is no value of the plan language", text=str(value)[:40])
                fix = say("write it as in a plan file")
                self._remarks.append(row.remark(field, why, fix))
            else:
                found.append((field, read))
        return tuple(found)

    def _grown(
        self, drafted: dict[Path, DraftTask]
    ) -> tuple[tuple[DraftPhase, ...], tuple[DraftTask, ...]]:
        """The tree of the tasks: the deepest are hung on what is above them, level after level."""
        for path in list(drafted):
            for length in range(len(path) - 1, 0, -1):
                above = path[:length]
                if above not in drafted and not (length == 1 and above[0] in self._phases):
                    drafted[above] = DraftTask(above[0] if length == 1 else above[-1])
        below: dict[Path, list[DraftTask]] = {}
        order = {path: at for at, path in enumerate(drafted)}
        for path in sorted(drafted, key=lambda each: (-len(each), order[each])):
            task = drafted[path]._replace(children=tuple(below.pop(path, ())))
            below.setdefault(path[:-1], []).append(task)
        phases = tuple(
            phase._replace(tasks=tuple(below.pop((phase.id,), ())))
            for phase in self._phases.values()
        )
        return phases, tuple(below.get((), ()))


def _numbered(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """Rows whose ids are plain numbers, as project programs give them: these are their numbers."""
    ids = [row.text("id") for row in rows]
    if any("no" in row.columns for row in rows) or not all(each and each.isdigit() for each in ids):
        return rows
    return [
        row._replace(
            cells={"no" if key == "id" else key: value for key, value in row.cells.items()},
            columns={"no" if key == "id" else key: at for key, at in row.columns.items()},
        )
        for row in rows
    ]


def _value(field: str, value: GridValue) -> Value | None:
    if isinstance(value, float):
        return str(value)
    if field == "target" and isinstance(value, int | str) and not str(value).startswith("{"):
        match = _COUNT.fullmatch(str(value))
        if match is None:
            return None
        unit: More = (("unit", match[2]),) if match[2] else ()
        return DraftMap((("count", int(match[1])), *unit))
    if isinstance(value, str):
        parts = [part.strip() for part in value.split(";")]
        is_list = field in _LISTS and len(parts) > 1 and "[" not in value
        if is_list:
            return tuple(filter(None, parts))
        return flow_value(value)
    return value
