"""The cells of a return as values: a state's word, a day, a per cent, a total; or what is wrong.

People type `60%`, `3月9日`, `2021/3/9` or `１２`; what can only mean one thing is taken.
"""

import re
import unicodedata
from datetime import date, datetime

from rectify_cli.app.clock import Clock
from rectify_cli.app.dates import NoDay, read_day
from rectify_cli.foundation.finding import Message, say
from rectify_cli.intake.from_return import CellValue, ReturnedRow
from rectify_cli.progress.returned import CellName, CellProblem, ReturnedLine, Said
from rectify_cli.report.returns import CHOICES
from rectify_cli.report.words import Words

_SAID: tuple[Said, ...] = ("done", "under-way", "blocked")
_WORDS: dict[str, Said] = {
    Words(language)(key).casefold(): said
    for language in ("en", "zh")
    for key, said in zip(CHOICES, _SAID, strict=True)
} | {"办结": "done", "完成": "done", "在办": "under-way"}
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_WHOLE = re.compile(r"[+]?([0-9]{1,12})(?:\.0*)?")


def read_cells(
    row: ReturnedRow, line: ReturnedLine, clock: Clock
) -> ReturnedLine | tuple[CellProblem, ...]:
    """A line with what its cells say; or everything that is wrong in them.

    Args:
        row: The row as it came back.
        line: What it is about, and how that stands.
        clock: Reads words for days backward: a return speaks of what was.
    """
    state = _state(row.cells["state"])
    on = _day(row.cells["on"], clock)
    percent = _percent(row.cells["percent"], shown=row.percent_shown)
    counted = "" if line.task.target is None else line.task.target.unit
    total = _total(row.cells["total"], counted)
    cells: tuple[tuple[CellName, object], ...] = (
        ("state", state), ("on", on), ("percent", percent), ("total", total)
    )  # fmt: skip
    problems = [CellProblem(name, value) for name, value in cells if isinstance(value, Message)]
    if problems:
        return tuple(problems)
    return line._replace(
        state=state if isinstance(state, str) else None,
        on=on if isinstance(on, date) else None,
        percent=percent if isinstance(percent, int) else None,
        total=total if isinstance(total, int) else None,
        note=_text(row.cells["note"]),
        evidence=_text(row.cells["evidence"]),
    )


def _state(value: CellValue) -> Said | Message | None:
    text = _text(value)
    if text is None:
        return None
    known = _WORDS.get(unicodedata.normalize("NFKC", text).strip().casefold())
    return known or say("'{text}' is not a state: choose one of the cell's list", text=text[:40])


def _day(value: CellValue, clock: Clock) -> date | Message | None:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value
    text = _text(value)
    if text is None:
        return None
    text = unicodedata.normalize("NFKC", text)
    parts = _DAY.fullmatch(text)
    if parts is not None:
        text = f"{int(parts[1]):04}-{int(parts[2]):02}-{int(parts[3]):02}"
    day = read_day(text, clock)
    return day.why if isinstance(day, NoDay) else day


def _percent(value: CellValue, *, shown: bool) -> int | Message | None:
    if shown and isinstance(value, int | float) and not isinstance(value, bool):
        value = value * 100
    text = _text(value)
    if text is None:
        return None
    bare = unicodedata.normalize("NFKC", text).removesuffix("%").strip()
    number = _whole(bare)
    if number is not None and number <= 100:
        return number
    return say("'{text}' is no per cent: write a whole number from 0 to 100", text=text[:40])


def _total(value: CellValue, counted: str) -> int | Message | None:
    text = _text(value)
    if text is None:
        return None
    found = _whole(unicodedata.normalize("NFKC", text).removesuffix(counted).strip())
    if found is None:
        return say("'{text}' is no total: write a whole number, 0 or more", text=text[:40])
    return found


def _whole(text: str) -> int | None:
    found = _WHOLE.fullmatch(text.replace(",", ""))
    return None if found is None else int(found[1])


def _text(value: CellValue) -> str | None:
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return text.removeprefix("'") or None
