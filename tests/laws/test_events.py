"""Laws of the lines in which reports are kept: there and back, and never a traceback."""

import json
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.app.reports import read_lines
from rectify_cli.progress.decode import NoEvent, decode
from rectify_cli.progress.encode import encode, lines_of
from rectify_cli.progress.events import KINDS, Event
from rectify_cli.progress.fold import fold, fold_all
from rectify_cli.progress.pack import packs
from rectify_cli.progress.record_name import content_hash, hash_in
from rectify_cli.progress.ulid import ALPHABET, LENGTH, moment_of, short_names, ulids
from rectify_cli.store.report_files import ReportFile

_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
_DAYS = st.dates(date(1970, 1, 1), date(2199, 12, 31))
_OF_A_YEAR = st.dates(date(2021, 1, 1), date(2021, 12, 31))
_IDS = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


@st.composite
def _events(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(KINDS))
    event = Event(
        id=draw(_IDS),
        at=f"{draw(_OF_A_YEAR)}T{draw(st.times()):%H:%M:%S.%f}Z",
        by=draw(_TEXTS),
        kind=kind,
        on=draw(_DAYS),
        task=draw(_TEXTS),
        unit=draw(st.none() | _TEXTS),
        occurrence=draw(st.none() | _DAYS),
        after=tuple(draw(st.lists(_IDS, max_size=3))),
        note=draw(st.none() | _TEXTS),
        evidence=draw(st.none() | _TEXTS),
    )
    match kind:
        case "progress":
            return event._replace(percent=draw(st.integers(0, 100)))
        case "count":
            if draw(st.booleans()):
                return event._replace(add=draw(st.integers(-(10**12), 10**12)))
            return event._replace(total=draw(st.integers(0, 10**12)))
        case "item":
            return event._replace(item=draw(_TEXTS), ticked=draw(st.booleans()))
        case "block" | "drop":
            return event._replace(why=draw(st.none() | _TEXTS))
        case "undo":
            return event._replace(undoes=tuple(draw(st.lists(_IDS, min_size=1, max_size=3))))
    return event


@given(_events())
def test_an_event_comes_back_from_its_line_as_it_was(event: Event) -> None:
    line = encode(event)
    assert "\n" not in line
    assert decode(line) == event
    assert decode(f"  {line}\r") == event


@given(st.binary(max_size=300))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    events, wrong = read_lines("p.yaml", "p.progress/x", ReportFile("x.jsonl", data))
    assert events or wrong or not data.strip()


@given(_events(), st.data())
def test_a_damaged_line_is_named_or_is_a_report(event: Event, data: st.DataObject) -> None:
    line = encode(event)
    at = data.draw(st.integers(0, len(line)))
    put = data.draw(st.text(max_size=3))
    back = decode(line[:at] + put + line[at + data.draw(st.integers(0, 3)) :])
    if isinstance(back, NoEvent):
        assert str(back.why)
    else:
        assert decode(encode(back)) == back


@given(_events(), _DAYS, st.none() | st.integers(1, 200))
def test_one_report_comes_to_what_the_registers_say(
    event: Event, as_of: date, target: int | None
) -> None:
    done = event._replace(kind="done", percent=None, add=None, total=None, item=None, undoes=())
    for each in (event, done):
        for day in (as_of, each.on):
            assert fold([each], day, target) == fold_all([each], day, target)


_LINE = '{"v":1,"id":"01KJT000000000000000000001","at":"2026-03-04T08:00:00Z","by":"lee"'
_REST = ',"task":"a","kind":"count","on":"2026-03-04"'


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f'{_LINE}{_REST},"total":1,"total":2}}', "a key stands twice"),
        (f'{_LINE}{_REST},"total":NaN}}', "NaN is no number of a report"),
        (f'{_LINE}{_REST},"total":-Infinity}}', "-Infinity is no number of a report"),
        (f'{_LINE}{_REST},"total":1e999}}', "'total' is no whole number of a sensible size"),
        (f'{_LINE}{_REST},"total":{"9" * 5000}}}', "it is not whole JSON"),
        (f'{_LINE}{_REST},"total":true}}', "'total' is no whole number of a sensible size"),
        (f'{_LINE}{_REST},"total":1,"note":"\\ud800"}}', "'note' has half a character"),
        (f'{_LINE}{_REST},"total":1,"mood":"good"}}', "'mood' is not known here"),
        (f"{_LINE}{_REST}", "it is not whole JSON"),
        ("[" * 100_000, "it is not whole JSON"),
        ("[" * 100_001, "it has more than 100000 characters"),
        ('{"v":' * 20_000, "it is not whole JSON"),
        ("<<<<<<< HEAD", "git left a merge conflict here"),
        ("7", "it is no report, but other JSON"),
        ('{"v":2}', "it was written by a newer rectify (format 2)"),
        ('{"v":true}', "it lacks its version (v)"),
    ],
    ids=range(16),
)
def test_what_is_no_report_is_refused_by_name(line: str, why: str) -> None:
    answer = decode(line)
    assert isinstance(answer, NoEvent)
    assert str(answer.why) == why


@given(st.integers(-5, 1 << 49), st.binary(min_size=10, max_size=10), st.integers(1, 40))
def test_names_sort_as_they_were_given_and_tell_their_moment(
    moment: int, random: bytes, count: int
) -> None:
    names = ulids(moment, random, count)
    assert list(names) == sorted(set(names))
    assert all(len(name) == LENGTH and set(name) <= set(ALPHABET) for name in names)
    assert {moment_of(name) for name in names} == {min(max(moment, 0), (1 << 48) - 1)}


@given(st.lists(_IDS, unique=True, max_size=30))
def test_a_short_name_is_the_end_of_one_name_alone(names: list[str]) -> None:
    for name, short in short_names(names).items():
        assert [each for each in names if each.endswith(short)] == [name]


@given(st.lists(_events(), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_packing_loses_nothing_and_knows_no_order(events: list[Event], random: object) -> None:
    contents = [lines_of([event]) for event in events]
    once = packs("2021-03", contents)
    shuffled = [*contents, contents[0]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    shuffled[0] = shuffled[0].replace(b"\n", b"\r\n")
    assert packs("2021-03", shuffled) == once
    assert packs("2021-03", [*once.values(), contents[-1]]) == once
    assert all(content_hash(data) == hash_in(name) for name, data in once.items())
    lines = b"".join(once.values()).decode().splitlines()
    kept = [decode(line) for line in b"".join(once.values()).decode().split("\n") if line]
    assert sorted(map(str, kept)) == sorted({str(event) for event in events})
    assert lines


def test_a_line_never_says_what_json_does_not_know() -> None:
    with pytest.raises(ValueError, match="JSON"):
        encode(Event("x" * 8, "2021-03-08T01:02:03Z", "a", "count", date(2021, 3, 8), "t",
                     total=math.inf))  # type: ignore[arg-type]  # fmt: skip
    event = Event("x" * 8, "2021-03-08T01:02:03Z", "甲\u202e", "note", date(2021, 3, 8), "t")
    assert json.loads(encode(event))["by"] == "甲\u202e"
    assert "\u202e" not in encode(event)
