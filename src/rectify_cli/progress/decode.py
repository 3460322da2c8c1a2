"""A line of JSON → an event, or why it is none. Strict: what is odd is named, never guessed at.

Lines come from other people's machines and from newer programs: keys that stand twice, numbers
that JSON does not know, half characters, depth, and unknown kinds and versions end here.
"""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NoReturn

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.events import KINDS, VERSION, Event, EventKind

MAX_LINE = 100_000
"""Characters of one event; a note has at most 20,000."""
MAX_TEXT = 20_000
MAX_NUMBER = 10**12

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_LENGTH = 10
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_ID = re.compile("[0-9A-Za-z-]{8,64}")
_KINDS: dict[str, EventKind] = {kind: kind for kind in KINDS}
_TEXTS = frozenset({"task", "unit", "item", "why", "note", "evidence"})
_NUMBERS = frozenset({"percent", "add", "total"})
_KNOWN = frozenset(
    {"v", "id", "at", "by", "kind", "on", "for", "after", "ticked", "undoes", *_TEXTS, *_NUMBERS}
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_HALF = re.compile("[\ud800-\udfff]")
_BLANKS = " \t\r\n"
"""What may stand around JSON."""
_NEEDED: dict[EventKind, str] = {"item": "item", "undo": "undoes"}
_FIRST, _LAST = date(1970, 1, 1), date(2199, 12, 31)


class NoEvent(Struct):
    """Why a line is no event. `newer`: it may be one to a later version of the program."""

    why: Message
    newer: bool = False


class _Wrong(Exception):  # noqa: N818 - the way out of reading one line, caught below
    def __init__(self, why: Message, *, newer: bool = False) -> None:
        super().__init__(str(why))
        self.answer = NoEvent(why, newer)


def decode(line: str) -> Event | NoEvent:
    """Read one line; blanks around it, and the carriage return of a converted file, are nothing."""
    if len(line) > MAX_LINE:
        return NoEvent(say("it has more than {n} characters", n=MAX_LINE))
    if line.startswith(_CONFLICT):
        return NoEvent(say("git left a merge conflict here"))
    try:
        text = line.strip(_BLANKS)
        values, end = _DECODER.raw_decode(text)
        if end == len(text):
            return _event(values) if isinstance(values, dict) else _OTHER_JSON
    except _Wrong as wrong:
        return wrong.answer
    except (ValueError, RecursionError):
        pass
    return NoEvent(say("it is not whole JSON"))


_OTHER_JSON = NoEvent(say("it is no report, but other JSON"))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _Wrong(say("a key stands twice"))
    return values


def _no_number(name: str) -> object:
    raise _Wrong(say("{name} is no number of a report", name=name))


# Made once: eighteen thousand lines of a big programme each take a tenth less.
_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)


def _event(values: dict[str, object]) -> Event:
    version = values.get("v")
    if type(version) is not int or version < 1:
        raise _Wrong(say("it lacks its version ({key})", key="v"))
    if version > VERSION:
        why = say("it was written by a newer rectify (format {n})", n=version)
        raise _Wrong(why, newer=True)
    kind = values.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise _Wrong(say("'{kind}' is not a kind of report known here", kind=str(kind)[:40]),
                     newer=isinstance(kind, str))  # fmt: skip
    if not _KNOWN.issuperset(values):
        unknown = min(values.keys() - _KNOWN)
        raise _Wrong(say("'{key}' is not known here", key=unknown[:40]), newer=True)
    # What has a name in a call takes its time, and a report says few of all things.
    said: dict[str, Any] = {}
    for key in values:
        if key in _READERS:
            name, read = _READERS[key]
            said[name] = read(values, key)
    event = Event(
        _matching(values, "id", _ID),
        _moment(values),
        _text(values, "by") or _missing("by"),
        _KINDS[kind],
        _day(values, "on") or _missing("on"),
        **said,
    )
    _fits_its_kind(event)
    return event


def _fits_its_kind(event: Event) -> None:
    """Each kind has what it lives on; a percent and a total lie within their bounds."""
    kind = event.kind
    if event.task is None and kind != "undo":
        _missing("task")
    needed = _NEEDED.get(kind)
    if needed is not None and not getattr(event, needed):
        _missing(needed)
    if kind == "progress" and event.percent is None:
        _missing("percent")
    if kind == "count" and (event.add is None) == (event.total is None):
        _missing("total")
    if event.percent is not None and not 0 <= event.percent <= 100:
        raise _Wrong(say("{n} is no per cent", n=event.percent))
    if event.total is not None and event.total < 0:
        raise _Wrong(say("a total is not below zero"))


def _missing(key: str) -> NoReturn:
    raise _Wrong(say("it lacks '{key}'", key=key))


def _matching(values: dict[str, object], key: str, form: re.Pattern[str]) -> str:
    value = values.get(key)
    if not isinstance(value, str) or form.fullmatch(value) is None:
        raise _Wrong(say("'{key}' has not its form", key=key))
    return value


def _moment(values: dict[str, object]) -> str:
    value = _matching(values, "at", _AT)
    if not _is_moment(value[:19]):
        raise _Wrong(say("'{key}' is no day", key="at"))
    return value


# The reports of a command share their moment, and those of a programme a few hundred days.
@lru_cache(maxsize=1024)
def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _text(values: dict[str, object], key: str) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise _Wrong(say("'{key}' is no text, or too long a one", key=key))
    if not value.isascii() and _HALF.search(value) is not None:
        raise _Wrong(say("'{key}' has half a character", key=key))
    return value


def _day(values: dict[str, object], key: str) -> date | None:
    value = values.get(key)
    if value is None:
        return None
    day = _day_of(value) if isinstance(value, str) and len(value) == _DAY_LENGTH else None
    if day is None:
        raise _Wrong(say("'{key}' is no day", key=key))
    return day


@lru_cache(maxsize=1024)
def _day_of(text: str) -> date | None:
    if _DAY.fullmatch(text) is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _FIRST <= day <= _LAST else None


def _number(values: dict[str, object], key: str) -> int | None:
    value = values.get(key)
    if value is None:
        return None
    if type(value) is not int or abs(value) > MAX_NUMBER:
        raise _Wrong(say("'{key}' is no whole number of a sensible size", key=key))
    return value


def _flag(values: dict[str, object], key: str) -> bool:
    value = values.get(key, True)
    if not isinstance(value, bool):
        raise _Wrong(say("'{key}' is neither true nor false", key=key))
    return value


def _ids(values: dict[str, object], key: str) -> tuple[str, ...]:
    value = values.get(key)
    if value is None:
        return ()
    if isinstance(value, list) and len(value) <= 10_000:
        ids = tuple(each for each in value if isinstance(each, str) and _ID.fullmatch(each))
        if len(ids) == len(value):
            return ids
    raise _Wrong(say("'{key}' is no list of reports", key=key))


_Read = Callable[[dict[str, object], str], object]
_READERS: dict[str, tuple[str, _Read]] = {
    **{key: (key, _text) for key in _TEXTS},
    **{key: (key, _number) for key in _NUMBERS},
    "for": ("occurrence", _day),
    "after": ("after", _ids),
    "ticked": ("ticked", _flag),
    "undoes": ("undoes", _ids),
}
"""What a report may leave out, by its key: the field of `Event`, and how it is read."""
