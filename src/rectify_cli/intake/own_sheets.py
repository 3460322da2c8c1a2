"""The sheets beside the tasks in a workbook that `rectify` wrote: the plan, its owners, its phases.

They are known by their headings, so that a sheet of somebody else's that bears such a name is none.
"""

from datetime import date

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import is_id
from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.draft import DraftDate, DraftMap, DraftOwner, DraftPhase, More, Value
from rectify_cli.intake.flow_value import flow_value
from rectify_cli.intake.grid import GridValue, Remark, Sheet

_PLAN = ({"key", "键"}, {"value", "值"})
_OWNER = "kind"
_PHASE_SHEETS = {"phases", "环节"}
_TEXTS = {"title", "note", "lead", "owner", "parent", "kind", "email", "no", "deliverable"}


class OwnSheets(Struct):
    """What stood in them: the plan's keys, its owners, its phases without tasks."""

    plan: tuple[tuple[str, Value], ...] = ()
    owners: tuple[DraftOwner, ...] = ()
    phases: tuple[DraftPhase, ...] = ()
    rest: tuple[Sheet, ...] = ()

    def said(self, key: str) -> Value | None:
        """A key of the plan's own."""
        return dict(self.plan).get(key)


def take_own_sheets(sheets: tuple[Sheet, ...], remarks: list[Remark]) -> OwnSheets:
    """The sheets of a workbook, those of ours read; nothing of them where none is the plan's."""
    plan = next((sheet for sheet in sheets if _is_plan(sheet)), None)
    if plan is None:
        return OwnSheets(rest=sheets)
    owners: list[DraftOwner] = []
    phases: list[DraftPhase] = []
    rest = []
    for sheet in sheets:
        heads = _headings(sheet)
        if sheet is plan:
            continue
        if heads[:2] == ["id", "title"] and _OWNER in heads:
            owners += [_owner(dict(said)) for said in _records(sheet, heads, remarks)]
        elif heads[:2] == ["id", "title"] and sheet.name in _PHASE_SHEETS:
            phases += [_phase(dict(said)) for said in _records(sheet, heads, remarks)]
        else:
            rest.append(sheet)
    pairs = tuple(_pairs(plan, remarks))
    return OwnSheets(pairs, tuple(owners), tuple(phases), tuple(rest))


def _is_plan(sheet: Sheet) -> bool:
    heads = _headings(sheet)
    return len(heads) >= 2 and heads[0] in _PLAN[0] and heads[1] in _PLAN[1]


def _headings(sheet: Sheet) -> list[str]:
    return [str(value or "").strip() for value in (sheet.rows[0] if sheet.rows else ())]


def _pairs(sheet: Sheet, remarks: list[Remark]) -> list[tuple[str, Value]]:
    found = []
    for number in range(1, len(sheet.rows)):
        key, value = sheet.value(number, 0), sheet.value(number, 1)
        if isinstance(key, str) and value is not None:
            read = _value(key, value, _Cell(sheet.name, number, 1), remarks)
            if read is not None:
                found.append((key, read))
    return found


def _records(
    sheet: Sheet, heads: list[str], remarks: list[Remark]
) -> list[tuple[tuple[str, Value], ...]]:
    """The rows as pairs of heading and value; a row without a good id is remarked on."""
    found = []
    for number in range(1, len(sheet.rows)):
        said: list[tuple[str, Value]] = []
        for column, key in enumerate(heads):
            value = sheet.value(number, column)
            if not key or value is None:
                continue
            read = _value(key, value, _Cell(sheet.name, number, column), remarks)
            if read is not None:
                said.append((key, read))
        name = sheet.value(number, 0)
        if name is not None and is_id(str(name)):
            found.append(tuple(said))
        elif said:
            why = say("'{text}' is no id", text=str(name or "")[:40])
            fix = say("write letters, digits, - and _")
            remarks.append(Remark(why, fix, sheet.name, number, 0))
    return found


class _Cell(Struct):
    sheet: str
    row: int
    column: int


def _value(key: str, value: GridValue, cell: _Cell, remarks: list[Remark]) -> Value | None:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, float):
        return str(value)
    if key == "id" or key in _TEXTS:
        return str(value)
    if isinstance(value, int):
        return value
    read = flow_value(value)
    if read is None:
        why = say("'{text}' is no value of the plan language", text=value[:40])
        remarks.append(Remark(why, say("write it as in a plan file"), *cell))
    return read


def _text(said: dict[str, Value], key: str) -> str | None:
    value = said.pop(key, None)
    return None if value is None else str(value)


def _day(said: dict[str, Value], key: str) -> DraftDate | None:
    value = said.pop(key, None)
    return value if isinstance(value, str | date) else None


def _several(value: Value | None) -> tuple[Value, ...]:
    if value is None or isinstance(value, DraftMap):
        return () if value is None else (value,)
    return value if isinstance(value, tuple) else (value,)


def _owner(said: dict[str, Value]) -> DraftOwner:
    id_ = str(said.pop("id"))
    title, kind, parent, lead, email = (
        _text(said, key) for key in ("title", "kind", "parent", "lead", "email")
    )
    return DraftOwner(id_, title, kind, parent, lead, email, _left(said))


def _phase(said: dict[str, Value]) -> DraftPhase:
    id_ = str(said.pop("id"))
    return DraftPhase(
        id=id_,
        title=_text(said, "title"),
        no=_text(said, "no"),
        start=_day(said, "start"),
        deadline=_day(said, "deadline"),
        after=_several(said.pop("after", None)),
        owner=_text(said, "owner"),
        lead=_text(said, "lead"),
        tags=tuple(map(str, _several(said.pop("tags", None)))),
        note=_text(said, "note"),
        more=_left(said),
    )


def _left(said: dict[str, Value]) -> More:
    return tuple(said.items())
