"""What is no report is named: the key of the line that is wrong, and what is wrong with it."""

import json
from datetime import date

import pytest

from rectify_cli.progress.decode import MAX_TEXT, NoEvent, decode
from rectify_cli.progress.events import Event

_WHOLE: dict[str, object] = {
    "v": 1,
    "id": "01KJT000000000000000000001",
    "at": "2026-03-04T08:00:00Z",
    "by": "lee",
    "task": "a",
    "kind": "note",
    "on": "2026-03-04",
}


def _decoded(changes: dict[str, object]) -> Event | NoEvent:
    values = {**_WHOLE, **changes}
    return decode(json.dumps({key: value for key, value in values.items() if value is not ...}))


_WRONG: list[tuple[dict[str, object], str]] = [
    ({"v": ...}, "it lacks its version (v)"),
    ({"v": 0}, "it lacks its version (v)"),
    ({"kind": "fly"}, "'fly' is not a kind of report known here"),
    ({"kind": 7}, "'7' is not a kind of report known here"),
    ({"kind": ...}, "'None' is not a kind of report known here"),
    ({"id": "short"}, "'id' has not its form"),
    ({"id": "01KJT0000000000_0000000001"}, "'id' has not its form"),
    ({"id": ...}, "'id' has not its form"),
    ({"at": "2026-03-04 08:00:00Z"}, "'at' has not its form"),
    ({"at": "2026-03-04T08:00:00+01:00"}, "'at' has not its form"),
    ({"at": "2026-02-30T08:00:00Z"}, "'at' is no day"),
    ({"by": ...}, "it lacks 'by'"),
    ({"by": ""}, "it lacks 'by'"),
    ({"on": ...}, "it lacks 'on'"),
    ({"on": 20260304}, "'on' is no day"),
    ({"on": "20260304"}, "'on' is no day"),
    ({"on": "2026-02-30"}, "'on' is no day"),
    ({"on": "1969-12-31"}, "'on' is no day"),
    ({"on": "2200-01-01"}, "'on' is no day"),
    ({"for": "friday"}, "'for' is no day"),
    ({"task": ...}, "it lacks 'task'"),
    ({"task": ["a"]}, "'task' is no text, or too long a one"),
    ({"note": "x" * (MAX_TEXT + 1)}, "'note' is no text, or too long a one"),
    ({"kind": "item"}, "it lacks 'item'"),
    ({"kind": "item", "item": "x", "ticked": "yes"}, "'ticked' is neither true nor false"),
    ({"kind": "undo", "task": ...}, "it lacks 'undoes'"),
    ({"kind": "undo", "undoes": []}, "it lacks 'undoes'"),
    ({"kind": "undo", "undoes": "01KJT000000000000000000001"}, "'undoes' is no list of reports"),
    ({"after": [7]}, "'after' is no list of reports"),
    ({"after": ["no name"]}, "'after' is no list of reports"),
    ({"after": ["01KJT000000000000000000001"] * 10_001}, "it has more than 100000 characters"),
    ({"kind": "progress"}, "it lacks 'percent'"),
    ({"kind": "progress", "percent": 101}, "101 is no per cent"),
    ({"kind": "progress", "percent": -1}, "-1 is no per cent"),
    ({"kind": "progress", "percent": 60.0}, "'percent' is no whole number of a sensible size"),
    ({"kind": "count"}, "it lacks 'total'"),
    ({"kind": "count", "add": 1, "total": 1}, "it lacks 'total'"),
    ({"kind": "count", "total": -1}, "a total is not below zero"),
    ({"kind": "count", "add": 10**12 + 1}, "'add' is no whole number of a sensible size"),
]


@pytest.mark.parametrize(("changes", "why"), _WRONG, ids=[str(at) for at in range(len(_WRONG))])
def test_what_is_wrong_with_a_line_is_named(changes: dict[str, object], why: str) -> None:
    answer = _decoded(changes)
    assert isinstance(answer, NoEvent)
    assert str(answer.why) == why


_NEWER: list[tuple[dict[str, object], bool]] = [
    ({"v": 2}, True),
    ({"kind": "fly"}, True),
    ({"mood": "good"}, True),
    ({"kind": 7}, False),
    ({"on": "2026-02-30"}, False),
]


@pytest.mark.parametrize(("changes", "newer"), _NEWER)
def test_only_what_a_later_version_may_know_is_told_as_newer(
    changes: dict[str, object],
    newer: bool,  # noqa: FBT001 - pytest hands it by name
) -> None:
    answer = _decoded(changes)
    assert isinstance(answer, NoEvent)
    assert answer.newer == newer


_WIDEST: list[tuple[dict[str, object], str, object]] = [
    ({"on": "1970-01-01"}, "on", date(1970, 1, 1)),
    ({"on": "2199-12-31"}, "on", date(2199, 12, 31)),
    ({"at": "2026-03-04T08:00:00.123456Z"}, "at", "2026-03-04T08:00:00.123456Z"),
    ({"kind": "progress", "percent": 0}, "percent", 0),
    ({"kind": "progress", "percent": 100}, "percent", 100),
    ({"kind": "count", "total": 0}, "total", 0),
    ({"kind": "count", "add": -(10**12)}, "add", -(10**12)),
    ({"kind": "item", "item": "x"}, "ticked", True),
    ({"kind": "item", "item": "x", "ticked": False}, "ticked", False),
    ({"note": "x" * MAX_TEXT}, "note", "x" * MAX_TEXT),
    ({"note": None, "for": None, "after": None, "add": None}, "after", ()),
    ({"after": ["12345678"]}, "after", ("12345678",)),
    ({"kind": "undo", "undoes": ["12345678"], "task": ...}, "task", None),
]


@pytest.mark.parametrize(("changes", "key", "value"), _WIDEST)
def test_what_is_just_within_the_bounds_is_a_report(
    changes: dict[str, object], key: str, value: object
) -> None:
    event = _decoded(changes)
    assert isinstance(event, Event)
    assert getattr(event, key) == value
