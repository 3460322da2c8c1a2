"""Dropping, and taking up again what was dropped: it stands as it stood when it was dropped."""

import json
from pathlib import Path

import pytest

from tests.commands.program import Ran, rectify, write

_PLAN = """\
rectify: 1
title: A small plan
start: 2026-03-02
owners:
  crm: {kind: system}
  hr: {kind: system}
groups: {systems: {kind: system}}
tasks:
  access: {each: systems, duration: 5d}
  logs: {duration: 5d}
  return: {each: systems, repeat: {every: week, on: fri}, finish: 2026-03-13}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", _PLAN)
    return tmp_path


def _said(folder: Path, *words: str) -> Ran:
    return rectify(folder, *words, "--by", "lee", "--on", "2026-03-13")


def _told(folder: Path, line: str) -> str:
    ran = _said(folder, *line.split())
    assert ran.code == 0, ran.err
    return ran.out.splitlines()[0]


def _state(folder: Path, task: str) -> tuple[object, object]:
    out = rectify(folder, "status", "--json", "--as-of", "2026-03-13").out
    (row,) = [row for row in json.loads(out)["rows"] if row["id"] == task]
    return row["state"], row["done"]


def test_what_was_done_when_it_was_dropped_is_done_again(folder: Path) -> None:
    _told(folder, "done logs")
    _told(folder, "drop logs merged")
    assert _state(folder, "logs")[0] == "dropped"
    assert _told(folder, "reopen logs") == "logs: taken up again, done since Fri 2026-03-13"
    assert _state(folder, "logs") == ("done", 1)
    assert _told(folder, "reopen logs").startswith("logs: open again")
    assert _state(folder, "logs") == ("active", 0)


def test_a_unit_and_a_closed_fan_out_stand_as_they_stood(folder: Path) -> None:
    _told(folder, "done access --unit crm")
    _told(folder, "drop access --unit crm merged")
    assert _state(folder, "access") == ("active", 0)
    assert _told(folder, "reopen access --unit crm").startswith(
        "access (crm): taken up again, done"
    )
    assert _state(folder, "access") == ("active", 1)
    _told(folder, "close access")
    _told(folder, "drop access merged")
    assert _told(folder, "reopen access").startswith("access: taken up again, done since")
    assert _state(folder, "access") == ("done", 1)


@pytest.mark.parametrize("words", ["drop access merged", "drop access --unit crm merged"])
def test_a_drop_that_is_taken_back_was_never_said(folder: Path, words: str) -> None:
    _told(folder, "done access --unit crm")
    before = rectify(folder, "status", "--json", "--as-of", "2026-03-13").out
    _told(folder, words)
    assert rectify(folder, "status", "--json", "--as-of", "2026-03-13").out != before
    assert rectify(folder, "undo", "--by", "lee").code == 0
    assert rectify(folder, "status", "--json", "--as-of", "2026-03-13").out == before


_OF_PARTS = [
    ("access", "done access --unit hr"),
    ("access", "done access --all-units"),
    ("access", "reopen access --unit crm"),
    ("access", "block access ill --unit hr"),
    ("access", "close access"),
    ("return", "done return --unit hr"),
    ("return", "done return --unit hr --for 2026-03-06"),
    ("return", "reopen return --unit crm --for 2026-03-06"),
]


@pytest.mark.parametrize(("task", "line"), _OF_PARTS, ids=[line for _, line in _OF_PARTS])
def test_all_of_what_was_dropped_is_taken_up_before_a_part_of_it(
    folder: Path, task: str, line: str
) -> None:
    _told(folder, "done access --unit crm")
    _told(folder, "done return --unit crm --for 2026-03-06")
    _told(folder, f"drop {task} merged")
    refused = _said(folder, *line.split())
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.splitlines() == [
        f"rectify: {task} was dropped on Fri 2026-03-13",
        f"  take it up again:  rectify reopen {task}",
        "nothing was recorded",
    ]
    _told(folder, f"reopen {task}")
    _told(folder, line)


def test_of_what_was_dropped_only_words_are_taken(folder: Path) -> None:
    _told(folder, "drop access merged --unit hr")
    for line in ("done access --unit hr", "block access ill --unit hr"):
        refused = _said(folder, *line.split()).err
        assert "access (hr) was dropped on Fri 2026-03-13" in refused
        assert "rectify reopen access --unit hr" in refused
    assert _told(folder, "note access later --unit hr") == "access (hr): noted"
    again = _told(folder, "drop access merged --unit hr")
    assert again == "access (hr): dropped: merged already, since Fri 2026-03-13"
    assert _told(folder, "done access --all-units") == "access (crm): done; 1 of 1 unit"
