"""Records as JSON: streams and fans say what plain lists would, and nothing in a text acts."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.render.record.to_json import to_json
from rectify_cli.report.record import HOLE, Fan, Record, Stream

NAMES = st.lists(st.text(max_size=8), max_size=5)


def read(record: Record) -> object:
    return json.loads("".join(to_json(record)))


@given(NAMES, st.text(max_size=20))
def test_law_a_fan_is_its_record_once_a_name(names: list[str], text: str) -> None:
    fan = Fan({"text": text, "unit": HOLE, "drivers": [{"unit": HOLE}], "n": 3}, names)
    assert read({"items": Stream([{"text": "before"}, fan, {"text": "after"}])}) == {
        "items": [
            {"text": "before"},
            *({"text": text, "unit": n, "drivers": [{"unit": n}], "n": 3} for n in names),
            {"text": "after"},
        ]
    }


def test_a_fan_of_many_names_is_written_in_parts() -> None:
    names = [f"u{number}" for number in range(12_000)]
    texts = list(to_json({"items": Stream([Fan({"unit": HOLE}, names)])}))
    assert max(map(len, texts)) < 100_000
    assert json.loads("".join(texts)) == {"items": [{"unit": name} for name in names]}


def test_a_line_a_member() -> None:
    record: Record = {"format": 1, "items": Stream([{"a": 1}, {"a": 2}]), "none": Stream([])}
    assert "".join(to_json(record)) == (
        '{"format": 1,\n"items": [\n{"a": 1},\n{"a": 2}\n],\n"none": []}\n'
    )


def test_streams_in_members() -> None:
    record = {"days": Stream([{"date": date(2021, 3, 5), "items": Stream([{"a": 1}])}])}
    assert "".join(to_json(record)) == (
        '{"days": [\n{"date": "2021-03-05", "items": [\n{"a": 1}\n]}\n]}\n'
    )
    assert "".join(to_json({})) == "{}\n"


def test_chinese_is_written_as_it_is_and_what_could_act_is_escaped() -> None:
    text = "".join(to_json({"title": "整顿\x1b[31m\u202e\x9b\u2028"}))
    assert "整顿" in text
    assert text.isprintable() or text.rstrip("\n").isprintable()
    assert json.loads(text) == {"title": "整顿\x1b[31m\u202e\x9b\u2028"}


def test_the_mark_of_a_hole_cannot_be_forged() -> None:
    forged = '\\u0000hole"\\x00hole'
    assert read({"items": Stream([Fan({"text": forged, "unit": HOLE}, ["u"])])}) == {
        "items": [{"text": forged, "unit": "u"}]
    }


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON for"):
        list(to_json({"a": object()}))  # type: ignore[dict-item]
    with pytest.raises(ValueError, match="Out of range"):
        list(to_json({"a": float("nan")}))
