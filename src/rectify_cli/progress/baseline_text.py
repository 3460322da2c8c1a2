"""A baseline as a file: canonical JSON, a line for each task, so that a change of it can be read.

Reading is strict: what is odd is named, never guessed at, since others' plans are measured by it.
"""

import json
import re
from datetime import date
from typing import NoReturn, TypeVar, cast

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Kind
from rectify_cli.progress.baseline import Agreed, Baseline, KeptTask
from rectify_cli.progress.baseline_terms import Terms

VERSION = 1
_KEY = "rectify_baseline"
_KINDS = ("phase", "summary", "task")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})", re.MULTILINE)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HALF = re.compile("[\ud800-\udfff]")
_MOST_WORKDAYS = 10**7

_Kind = TypeVar("_Kind")


class NoBaseline(Struct):
    """Why a text is no baseline."""

    why: Message


class _Wrong(Exception):  # noqa: N818 - the way out of reading one file, caught below
    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


def baseline_text(baseline: Baseline) -> str:
    """The file's text; the same baseline gives the same bytes."""
    head = {
        _KEY: VERSION,
        "title": baseline.title,
        "day": baseline.day,
        "start": baseline.start,
        "finish": baseline.finish,
        "deadline": baseline.deadline,
    }
    lines = [f"{_json(key)}: {_json(value)}" for key, value in head.items() if value is not None]
    tasks = ",\n".join(_json(_task(each)) for each in baseline.tasks)
    return "{\n" + ",\n".join(lines) + ',\n"tasks": [\n' + tasks + "\n]\n}\n"


def read_baseline(text: str) -> Baseline | NoBaseline:
    """What a file's text says; the texts of the half after a newer version are not looked at."""
    if _CONFLICT.search(text):
        return NoBaseline(say("git left a merge conflict here"))
    try:
        values = _DECODER.decode(text.removeprefix("\ufeff"))
        if not isinstance(values, dict) or _KEY not in values:
            return NoBaseline(say("it is no baseline, but other JSON"))
        return _baseline(values)
    except _Wrong as wrong:
        return NoBaseline(wrong.why)
    except (ValueError, RecursionError):
        return NoBaseline(say("it is not whole JSON"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _task(task: KeptTask) -> dict[str, object]:
    said: dict[str, object] = {
        "path": task.path,
        "kind": task.kind,
        "title": task.title,
        "owner": task.owner,
        "lead": task.lead,
        "note": task.note,
        "dates": [_agreed(each) for each in task.dates],
        "terms": dict(task.terms),
        "details": dict(task.details),
        "was": task.was,
    }
    return {key: value for key, value in said.items() if value}


def _agreed(dates: Agreed) -> dict[str, object]:
    said: dict[str, object] = {
        "units": dates.units,
        "start": dates.start,
        "finish": dates.finish,
        "duration": dates.duration,
        "deadline": dates.deadline,
        "follows": dates.follows or None,
    }
    return {key: value for key, value in said.items() if value is not None}


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _Wrong(say("a key stands twice"))
    return values


def _no_number(name: str) -> NoReturn:
    raise _Wrong(say("{name} is no number of a baseline", name=name))


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)


def _baseline(values: dict[str, object]) -> Baseline:
    version = values[_KEY]
    if type(version) is int and version > VERSION:
        raise _Wrong(say("it was written by a newer rectify (format {n})", n=version))
    if type(version) is not int or version != VERSION:
        raise _lacks_form(_KEY)
    tasks = tuple(_read_task(each) for each in _list(values, "tasks", dict))
    if len({task.path for task in tasks}) < len(tasks):
        raise _Wrong(say("a task stands twice"))
    return Baseline(
        _text(values, "title"),
        _day(values, "day"),
        _day(values, "start"),
        _day_or_none(values, "finish"),
        _day_or_none(values, "deadline"),
        tasks,
    )


def _read_task(values: dict[str, object]) -> KeptTask:
    kind = values.get("kind")
    if kind not in _KINDS:
        raise _lacks_form("kind")
    return KeptTask(
        _text(values, "path"),
        cast("Kind", kind),
        _text(values, "title") if "title" in values else "",
        _text_or_none(values, "owner"),
        _text_or_none(values, "lead"),
        _text_or_none(values, "note"),
        tuple(_read_agreed(each) for each in _list(values, "dates", dict)),
        _terms(values, "terms"),
        _terms(values, "details"),
        _texts(values, "was"),
    )


def _read_agreed(values: dict[str, object]) -> Agreed:
    start, finish = _day(values, "start"), _day(values, "finish")
    duration = values.get("duration")
    if type(duration) is not int or not 0 <= duration <= _MOST_WORKDAYS:
        raise _lacks_form("duration")
    return Agreed(
        _texts(values, "units") if "units" in values else None,
        start,
        finish,
        duration,
        _day_or_none(values, "deadline"),
        _texts(values, "follows"),
    )


def _terms(values: dict[str, object], key: str) -> Terms:
    found = values.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise _lacks_form(key)
    return tuple((_whole(name, key), _whole(text, key)) for name, text in found.items())


def _list(values: dict[str, object], key: str, kind: type[_Kind]) -> list[_Kind]:
    found = values.get(key, [])
    if not isinstance(found, list) or not all(type(each) is kind for each in found):
        raise _lacks_form(key)
    return found


def _texts(values: dict[str, object], key: str) -> tuple[str, ...]:
    return tuple(_whole(each, key) for each in _list(values, key, str))


def _text(values: dict[str, object], key: str) -> str:
    found = values.get(key)
    if not isinstance(found, str):
        raise _lacks_form(key)
    return _whole(found, key)


def _text_or_none(values: dict[str, object], key: str) -> str | None:
    return _text(values, key) if values.get(key) is not None else None


def _whole(text: str, key: str) -> str:
    if _HALF.search(text):
        raise _Wrong(say("'{key}' has half a character", key=key))
    return text


def _day(values: dict[str, object], key: str) -> date:
    text = _text(values, key)
    if not _DAY.fullmatch(text):
        raise _Wrong(say("'{key}' is no day", key=key))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _Wrong(say("'{key}' is no day", key=key)) from None


def _day_or_none(values: dict[str, object], key: str) -> date | None:
    return _day(values, key) if values.get(key) is not None else None


def _lacks_form(key: str) -> _Wrong:
    return _Wrong(say("'{key}' has not its form", key=key))
