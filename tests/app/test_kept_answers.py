"""A view is said again only while all that it looked at is as it was: it never tells of yesterday.

Each change is made behind the back of answers that were kept; what is said then is compared with
what a run without a cache says.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

import pytest

import rectify_cli
from rectify_cli.app import here as here_module
from rectify_cli.cli import dispatch as dispatch_module
from tests.commands.program import Ran, rectify, write

_PLAN = """\
rectify: 1
title: A plan with everything beside it
timezone: UTC
start: 2026-03-02
deadline: 2026-04-03
owners: {a: {title: Ana}}
owners_from: units.csv
include: {inner: inner/plan.yaml}
tasks:
  first: {title: The first, no: 1, owner: a, duration: 3d, document: notes/first.md}
  second: {title: The second, no: 2, owner: u1, after: first, duration: 2d}
"""
_INNER = """\
rectify: 1
title: Inner
start: 2026-03-09
tasks:
  deep: {title: Deep, owner: a, duration: 2d}
"""
_VIEWS = (
    (),
    ("--json",),
    ("status",),
    ("status", "--json", "--as-of", "2026-03-04"),
    ("status", "--against", "agreed"),
    ("today", "--as-of", "2026-03-03"),
    ("week",),
    ("next",),
    ("brief", "--as-of", "2026-03-10"),
    ("plan", "show", "first"),
    ("plan", "why", "second"),
    ("plan", "chart"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "work"
    write(place, "plan.yaml", _PLAN)
    write(place, "units.csv", "id,title,kind\nu1,Unit one,unit\n")
    write(place, "inner/plan.yaml", _INNER)
    write(place, "notes/first.md", "# First\n")
    assert _say(place, "done", "first", "--by", "a", "--on", "2026-03-04").code == 0
    assert _say(place, "baseline", "set", "agreed").code == 0
    return place


def _say(folder: Path, *words: str, **environment: str) -> Ran:
    return rectify(folder, *words, **environment)


def _kept(folder: Path, *words: str, **environment: str) -> Ran:
    """The same with a cache."""
    cache = str(folder.parent / "cache")
    return rectify(folder, *words, XDG_CACHE_HOME=cache, RECTIFY_NO_CACHE="", **environment)


def _edit(name: str, old: str, new: str) -> Callable[[Path], object]:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _report_torn(folder: Path) -> None:
    [path] = (folder / "plan.progress").rglob("*.jsonl")
    path.write_bytes(path.read_bytes()[:-9])


def _linked_away(folder: Path) -> None:
    (folder / "plan.progress").rename(folder.parent / "elsewhere")
    (folder / "plan.progress").symlink_to(folder.parent / "elsewhere")


def _same_size_same_time(folder: Path) -> None:
    path = folder / "plan.yaml"
    before = path.stat()
    _edit("plan.yaml", "duration: 3d", "duration: 4d")(folder)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


_CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a length": _edit("plan.yaml", "duration: 2d", "duration: 9d"),
    "a length, the file's time and size as before": _same_size_same_time,
    "a fault": _edit("plan.yaml", "after: first", "after: frist"),
    "the language": _edit("plan.yaml", "rectify: 1", "rectify: 1\nlanguage: zh"),
    "a unit's title": _edit("units.csv", "Unit one", "Unit two"),
    "the included plan": _edit("inner/plan.yaml", "2d", "12d"),
    "the included plan is gone": lambda folder: (folder / "inner/plan.yaml").unlink(),
    "a document is gone": lambda folder: (folder / "notes/first.md").unlink(),
    "a report": lambda folder: _say(folder, "done", "second", "--by", "a", "--on", "2026-03-05"),
    "a report on the included plan": lambda folder: _say(
        folder, "start", "inner.deep", "--by", "a", "--on", "2026-03-09"
    ),
    "a report is taken back": lambda folder: _say(folder, "undo", "--by", "a"),
    "a torn report": _report_torn,
    "reports of a stranger": lambda folder: write(folder, "plan.progress/2026-03/x.jsonl", "{}\n"),
    "reports lead elsewhere": _linked_away,
    "a baseline": lambda folder: _say(folder, "baseline", "drop", "agreed"),
    "a second plan": lambda folder: write(folder, "plans/b.yaml", _INNER),
    "the plan is gone": lambda folder: (folder / "plan.yaml").unlink(),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_after_a_change_a_view_says_what_it_would_say_anew(
    folder: Path, change: Callable[[Path], object]
) -> None:
    for view in _VIEWS:
        _kept(folder, *view)
    change(folder)
    for view in _VIEWS:
        assert _kept(folder, *view) == _say(folder, *view), view


@pytest.mark.parametrize(
    "environment",
    [{"RECTIFY_PLAN": "inner/plan.yaml"}, {"FORCE_COLOR": "1"}, {"GITHUB_ACTIONS": "true"}],
    ids=str,
)
def test_an_answer_is_that_of_its_surroundings(folder: Path, environment: dict[str, str]) -> None:
    for view in _VIEWS:
        _kept(folder, *view)
        assert _kept(folder, *view, **environment) == _say(folder, *view, **environment)
    inner = folder / "inner"
    for view in _VIEWS:
        assert _kept(inner, *view) == _say(inner, *view)


def test_an_unchanged_view_is_not_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [_kept(folder, *view) for view in _VIEWS]

    def never(*_: object) -> int:
        raise AssertionError("made again")

    monkeypatch.setattr(dispatch_module, "dispatch", never)
    for view, said in zip(_VIEWS, before, strict=True):
        if said.code != 2:  # a Stop is cheap, and said anew
            assert _kept(folder, *view) == said, view


def test_with_the_day_the_answer_ends(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _at(monkeypatch, "2026-03-04T23:59:59+00:00")
    first = _kept(folder, "today")
    _at(monkeypatch, "2026-03-05T00:00:00+00:00")
    assert _kept(folder, "today") == _say(folder, "today") != first
    _at(monkeypatch, "2026-03-04T12:00:00+00:00")
    assert _kept(folder, "today") == first


def _at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, _: object = None) -> Self:
            return cls.fromisoformat(moment)

    monkeypatch.setattr(here_module, "datetime", Clock)


def test_thousands_of_reports_are_not_looked_at_twice(folder: Path) -> None:
    for number in range(600):
        write(folder, f"plan.progress/2026-03/{number}.jsonl", "{}\n")
    assert _kept(folder, "status") == _say(folder, "status")
    assert not (folder.parent / "cache" / "rectify" / "answers").exists()


@pytest.mark.parametrize("name", ["from", "until", "seen", "code", "said"])
@pytest.mark.parametrize("value", [None, [], "x", [[1]], [["stands"]]], ids=str)
def test_a_foreign_entry_counts_for_nothing(folder: Path, name: str, value: object) -> None:
    said = _kept(folder, "status")
    [path] = (folder.parent / "cache" / "rectify" / "answers").iterdir()
    head, _, body = path.read_bytes().partition(b"\n")
    entry = json.loads(body)
    if (name, value) in (("until", None), ("seen", []), ("said", [])):
        return  # what a run may have left
    entry[name] = value
    _forge(path, head, json.dumps(entry).encode())
    assert _kept(folder, "status") == said


def _forge(path: Path, head: bytes, body: bytes) -> None:
    from hashlib import sha256  # noqa: PLC0415 - as the cache does

    key = json.loads(head)["key"]
    path.write_bytes(
        json.dumps({"key": key, "digest": sha256(body).hexdigest()}).encode() + b"\n" + body
    )


_LISTENING = """\
import json, os, sys
opened = set()
def hear(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str):
        opened.add(os.path.realpath(arguments[0]))
    if event in ("subprocess.Popen", "os.exec", "os.posix_spawn"):
        opened.add(event)
from rectify_cli.cli.main import main
sys.addaudithook(hear)
main(sys.argv[2:], dict(os.environ))
open(sys.argv[1], "w").write(json.dumps(sorted(opened)))
"""


@pytest.mark.parametrize("view", _VIEWS, ids=" ".join)
def test_everything_that_a_view_opens_was_witnessed(folder: Path, view: tuple[str, ...]) -> None:
    """An independent ear: what the interpreter itself says was opened."""
    heard = folder.parent / "heard.json"
    environment = os.environ | {
        "PYTHONPATH": str(Path(rectify_cli.__file__).parents[1]),
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "RECTIFY_NO_CACHE": "",
    }
    command = [sys.executable, "-P", "-c", _LISTENING, str(heard), *view]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    opened = {Path(path) for path in json.loads(heard.read_text()) if path.startswith(str(folder))}
    [entry] = (folder.parent / "cache" / "rectify" / "answers").iterdir()
    seen = json.loads(entry.read_bytes().partition(b"\n")[2])["seen"]
    assert folder / "plan.yaml" in opened
    assert opened <= {Path(path).resolve() for how, path, _ in seen if how == "stands"}
    assert not [path for path in json.loads(heard.read_text()) if "/" not in path]
