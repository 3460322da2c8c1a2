"""Draft → the text of a plan file, laid out as people write one.

Whatever text stands in a draft comes back from the loader as it was, save what no plan may hold:
characters that steer or hide, blanks at a text's ends, line breaks in what is one line.
"""

import re
from collections.abc import Iterator
from datetime import date

from rectify_cli.intake.draft import (
    DraftCalendar,
    DraftMap,
    DraftOwner,
    DraftPhase,
    DraftPlan,
    DraftTask,
    More,
    Value,
)
from rectify_cli.syntax.characters import without_forbidden
from rectify_cli.syntax.flow import key_text, scalar_text

_SCHEMA_LINE = "# yaml-language-server: $schema=plan.schema.json"
_PLAIN_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_STEP = "  "
_MULTILINE = {"note"}

_Lines = Iterator[str]


def plan_text(draft: DraftPlan) -> str:
    """The plan file's text, its lines ended by LF."""
    lines = [_SCHEMA_LINE, *(f"# {_one_line(each)}".rstrip() for each in draft.remarks), ""]
    lines += _head(draft)
    if draft.owners:
        lines += ["", "owners:", *map(_owner, draft.owners)]
    if draft.phases:
        lines += ["", "phases:"]
        for phase in draft.phases:
            lines += _phase(phase)
    if draft.tasks:
        lines += ["", "tasks:", *_tasks(draft.tasks, 1)]
    return "\n".join(lines) + "\n"


def inline(value: Value) -> str:
    """A value on one line, as it stands behind its key: `[a, "b: c"]`, `{count: 3}`."""
    if isinstance(value, date | int):  # ISO 8601 is how a date prints itself
        return str(value)
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, DraftMap):
        inner = (f"{_key(key)}: {inline(each)}" for key, each in value.entries)
        return "{" + ", ".join(inner) + "}"
    return "[" + ", ".join(map(inline, value)) + "]"


def _scalar(text: str, *, many: bool = False) -> str:
    return scalar_text(_lines_kept(text) if many else _one_line(text))


def _key(text: str) -> str:
    """A key; ids and days stand as they are, since keys are texts to every reader of plans."""
    return key_text(_one_line(text))


def _one_line(text: str) -> str:
    return " ".join(without_forbidden(" ".join(text.splitlines())).split())


def _lines_kept(text: str) -> str:
    return without_forbidden("\n".join(text.splitlines())).strip()


def _pairs(*pairs: tuple[str, Value | None]) -> More:
    """The pairs that say something."""
    return tuple((key, value) for key, value in pairs if value is not None and value != ())


def _line(depth: int, key: str, value: Value) -> str:
    said = _scalar(value, many=key in _MULTILINE) if isinstance(value, str) else inline(value)
    return f"{_STEP * depth}{key}: {said}"


def _head(draft: DraftPlan) -> _Lines:
    yield "rectify: 1"
    for key, value in _pairs(
        ("title", draft.title),
        ("start", draft.start),
        ("deadline", draft.deadline),
        ("timezone", draft.timezone),
        ("language", draft.language),
    ):
        yield _line(0, key, value)
    calendar = _calendar(draft.calendar)
    if calendar:
        yield "calendar:"
        yield from (_line(1, key, value) for key, value in calendar)
    if draft.default_duration is not None:
        yield f"defaults: {{duration: {_scalar(draft.default_duration)}}}"
    yield from (_line(0, key, value) for key, value in draft.more)


def _calendar(calendar: DraftCalendar) -> More:
    return _pairs(
        ("country", calendar.country),
        ("subdivision", calendar.subdivision),
        ("week", calendar.week),
        ("days_off", _named_days(calendar.days_off)),
        ("workdays", _named_days(calendar.workdays)),
        *calendar.more,
    )


def _named_days(days: tuple[tuple[date | str, str], ...]) -> Value | None:
    if not any(_one_line(name) for _, name in days):
        return tuple(day for day, _ in days)
    shown = (day.isoformat() if isinstance(day, date) else day for day, _ in days)
    return DraftMap(tuple((day, name) for day, (_, name) in zip(shown, days, strict=True)))


def _owner(owner: DraftOwner) -> str:
    said = _pairs(
        ("title", owner.title),
        ("kind", owner.kind),
        ("parent", owner.parent),
        ("lead", owner.lead),
        ("email", owner.email),
        *owner.more,
    )
    return _STEP + f"{_key(owner.id)}: {inline(DraftMap(said))}"


def _phase(phase: DraftPhase) -> _Lines:
    yield f"{_STEP}{_key(phase.id)}:"
    said = _pairs(
        ("title", phase.title),
        ("no", _number(phase.no)),
        ("start", phase.start),
        ("deadline", phase.deadline),
        ("after", _one_or_all(phase.after)),
        ("owner", phase.owner),
        ("lead", phase.lead),
        ("tags", phase.tags),
        ("note", phase.note),
        *phase.more,
    )
    yield from (_line(2, key, value) for key, value in said)
    if phase.tasks:
        yield f"{_STEP * 2}tasks:"
        yield from _tasks(phase.tasks, 3)
    elif not said:
        yield f"{_STEP * 2}tasks: {{}}"


def _tasks(tasks: tuple[DraftTask, ...], depth: int) -> _Lines:
    """The lines of tasks and of all in them; what waits stands on a stack, its depth with it."""
    waiting = [(task, depth) for task in reversed(tasks)]
    while waiting:
        task, depth = waiting.pop()
        said = task_fields(task)
        if not said and not task.children:
            yield f"{_STEP * depth}{_key(task.id)}: {{}}"
            continue
        yield f"{_STEP * depth}{_key(task.id)}:"
        yield from (_line(depth + 1, key, value) for key, value in said)
        if task.children:
            yield f"{_STEP * (depth + 1)}tasks:"
            waiting += [(child, depth + 2) for child in reversed(task.children)]


def task_lines(task: DraftTask, depth: int) -> list[str]:
    """The lines of one task and all in it, indented by two blanks a level."""
    return list(_tasks((task,), depth))


def owner_line(owner: DraftOwner) -> str:
    """The line of one owner below `owners:`."""
    return _owner(owner)


def task_fields(task: DraftTask) -> More:
    """What a task says, by the language's keys, in the order in which it is written."""
    return _pairs(
        ("title", task.title),
        ("no", _number(task.no)),
        ("owner", task.owner),
        ("lead", task.lead),
        ("participants", task.participants),
        ("each", _one_or_all(task.each)),
        ("except", task.except_),
        ("complete_at", task.complete_at),
        ("on", task.on),
        ("start", task.start),
        ("finish", task.finish),
        ("after", _one_or_all(task.after)),
        ("duration", task.duration),
        ("deadline", task.deadline),
        ("deliverable", task.deliverable),
        *task.more,
        ("tags", task.tags),
        ("note", task.note),
    )


def _number(label: str | None) -> Value | None:
    """A number to print: `no: 7` as people write it, and `"007"` as it must be kept."""
    return int(label) if label is not None and _PLAIN_NUMBER.fullmatch(label) else label


def _one_or_all(values: tuple[Value, ...]) -> Value | None:
    return values[0] if len(values) == 1 else values
