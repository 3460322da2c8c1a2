"""The recording commands as they are typed: what is refused, what is said back, what is kept."""

import json
import os
import pty
import re
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rectify_cli.progress.decode import NoEvent, decode
from rectify_cli.progress.record_name import content_hash, hash_in
from tests.commands.program import Ran, rectify, write

_PLAN = """\
rectify: 1
title: A small plan
start: 2026-03-02
deadline: 2026-04-24
owners:
  ana: {title: Ana}
  crm: {title: Customers, kind: system}
  hr: {title: Staff, kind: system}
  wiki: {title: Wiki, kind: system}
groups: {systems: {kind: system}}
phases:
  fix:
    tasks:
      access: {each: systems, duration: 5d}
      logging: {title: Logs kept a year, no: 2, owner: ana, duration: 5d}
      opinions: {owner: ana, duration: 20d, target: {count: 200, unit: opinions}}
      return: {owner: ana, repeat: {every: week, on: fri}}
      slides: {owner: ana, duration: 2d, checklist: [Text, {id: print, item: Printed}]}
      report: {owner: ana, duration: 2d, after: logging, accept: crm}
"""
_BY = ("--by", "lee", "--on", "2026-03-06")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", _PLAN)
    return tmp_path


def _report(folder: Path, *words: str) -> Ran:
    return rectify(folder, *words, *(() if "--on" in words else _BY))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jsonl"))


_REFUSED = [
    (("done", "loging"), "no task 'loging'; did you mean 'fix.logging'?"),
    (("done", "access"), "fix.access has 3 units: say whose part is meant"),
    (("done", "access", "--unit", "wikki"), "did you mean 'wiki'?"),
    (("done", "access", "--unit", "ana"), "ana is not among the units of fix.access"),
    (("done", "access", "--group", "system"), "did you mean 'systems'?"),
    (("done", "logging", "--unit", "crm"), "fix.logging is no fan-out: it has no units"),
    (("done", "fix"), "fix"),
    (("progress", "logging", "101"), "101"),
    (("progress", "logging", "half"), "per cent"),
    (("count", "logging", "5"), "fix.logging counts nothing: it has no target"),
    (("count", "opinions", "--total", "-1"), "below zero"),
    (("count", "opinions", "-1"), "below zero"),
    (("count", "opinions", "-5"), "0 - 5 = -5: a count is not below zero"),
    (("count", "opinions", "10", "--total", "5"), "say how many were added, or how many there are"),
    (("done", "access", "--group", "nothing"), "no group 'nothing'\n  systems\n"),
    (("count", "opinions", "many"), "'many' is no whole number"),
    (("tick", "slides", "Txt"), "did you mean"),
    (("tick", "slides"), "which item"),
    (("block", "logging"), "why"),
    (("close", "logging"), "fix.logging"),
    (("accept", "report"), "fix.report"),
    (("return", "logging"), "fix.logging"),
    (("done", "logging", "--for", "2026-03-06"), "fix.logging"),
    (("done", "return", "--for", "2026-03-05"), "2026-03-05"),
    (("done", "logging", "--on", "2199-01-01", "--by", "lee"), "is still to come"),
    (("done", "logging", "--on", "3/5", "--by", "lee"), "3/5"),
    (("done", "logging", "access"), "say whose part is meant"),
    (("done", "logging", "--units-from", "none.txt"), "none.txt"),
]


@pytest.mark.parametrize(("words", "why"), _REFUSED, ids=[" ".join(words) for words, _ in _REFUSED])
def test_what_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    folder: Path, words: tuple[str, ...], why: str
) -> None:
    ran = _report(folder, *words)
    assert (ran.code, ran.out, _files(folder)) == (2, "", [])
    assert why in ran.err
    assert ran.err.rstrip().endswith("nothing was recorded") or "3/5" in words


def test_nothing_is_written_unless_all_of_a_command_is_valid(folder: Path) -> None:
    ran = _report(folder, "done", "access", "--unit", "crm", "--unit", "nobody")
    assert (ran.code, _files(folder)) == (2, [])
    assert _report(folder, "done", "access", "--all-units", "--except", "wiki").code == 0
    assert len(_files(folder)) == 1


def test_what_may_begin_is_said_where_something_ended(folder: Path) -> None:
    slides = _PLAN.replace("report: {owner: ana, duration: 2d, after: logging",
                           "report: {owner: ana, duration: 2d, after: slides")  # fmt: skip
    write(folder, "plan.yaml", slides)
    assert "ready now: fix.report" in _report(folder, "done", "slides").out
    assert "ready now" not in _report(folder, "tick", "slides", "Text").out
    assert _report(folder, "reopen", "slides").code == 0
    dropped = _report(folder, "drop", "slides", "no projector").out
    assert "fix.slides: dropped: no projector; ready now: fix.report" in dropped


def test_one_reason_for_many_units_is_said_once(tmp_path: Path) -> None:
    each = _PLAN.replace("return: {owner: ana,", "return: {each: systems,")
    write(tmp_path, "plan.yaml", each)
    ran = _report(tmp_path, "done", "return", "--all-units", "--for", "2026-03-05")
    assert (ran.code, ran.err.count("no occurrence on Thu 2026-03-05")) == (2, 1)


def test_who_left_without_doing_it_is_not_counted_where_it_is_asked_whose(tmp_path: Path) -> None:
    plan = _PLAN.replace("kind: system}", "kind: system, left: 2026-03-04}", 1)
    write(tmp_path, "plan.yaml", plan)
    assert _report(tmp_path, "done", "access", "--unit", "hr").code == 0
    assert "(at 1 of 2)" in _report(tmp_path, "done", "access").err
    closed = _report(tmp_path, "close", "access")
    assert "1 of 2 units; 1 missing: wiki" in closed.out


def test_a_line_of_several_units_is_recorded_whole_or_held_back(tmp_path: Path) -> None:
    plan = _PLAN.replace("kind: system}", "kind: system, left: 2026-03-04}", 1)
    write(tmp_path, "plan.yaml", plan)
    write(tmp_path, "list.txt", "hr, crm\nwiki\n")
    ran = _report(tmp_path, "done", "access", "--units-from", "list.txt", "--json")
    assert [each["line"] for each in json.loads(ran.out)["held"]] == [1]
    write(tmp_path, "list.txt", "hr, wiki\n")
    assert "2 of 2 units" in _report(tmp_path, "done", "access", "--units-from", "list.txt").out


def test_a_dry_run_says_the_same_and_writes_nothing(folder: Path) -> None:
    dry = _report(folder, "count", "opinions", "40", "--dry-run")
    assert (dry.code, _files(folder)) == (0, [])
    assert "--dry-run" in dry.out
    real = _report(folder, "count", "opinions", "40")
    assert dry.out.splitlines()[0] == real.out.splitlines()[0]
    assert "fix.opinions: 0 + 40 = 40 of 200" in real.out


def test_what_was_expected_by_today_is_said_so(folder: Path) -> None:
    ran = rectify(folder, "count", "opinions", "116", "--by", "lee")
    assert ran.out.startswith(
        "fix.opinions: 0 + 116 = 116 of 200. 200 expected by today. Behind by 84.\n"
    )
    assert "expected by Fri 2026-03-06" in _report(folder, "count", "opinions", "--total", "1").out


def test_the_answer_for_machines(folder: Path) -> None:
    ran = _report(folder, "done", "access", "--unit", "crm", "--json")
    answer = json.loads(ran.out)
    assert (answer["recorded"], answer["dry_run"], answer["by"]) == (1, False, "lee")
    (task,) = answer["tasks"]
    assert task == {
        "id": "fix.access",
        "title": "access",
        "state": "active",
        "lamp": task["lamp"],
        "done": 1,
        "total": 3,
        "missing": ["hr", "wiki"],
    }
    assert answer["held"] == []


def test_a_list_is_read_whatever_its_encoding(folder: Path) -> None:
    chinese = _PLAN.replace("title: Wiki", "title: 维基").replace("title: Staff", "title: 人事")
    write(folder, "plan.yaml", chinese)
    (folder / "list.txt").write_bytes("1. 维基 已完成\r\n2. 人事\r\n".encode("gb18030"))
    ran = _report(folder, "done", "access", "--units-from", "list.txt")
    assert ran.code == 0, ran.err
    assert "fix.access: 2 of 3 units; 1 missing: crm" in ran.out


def test_a_list_with_a_doubtful_line_is_not_recorded_where_nobody_can_be_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rectify_cli.cli.reporting_run.ask_terminal", lambda _: None)
    write(folder, "list.txt", "crm\nhr tomorrow\n")
    ran = _report(folder, "done", "access", "--units-from", "list.txt", "--json")
    assert (ran.code, _files(folder)) == (2, [])
    assert ran.err.splitlines()[:2] == [
        "rectify: 1 line is held back:",
        "  line 2  hr tomorrow  'tomorrow' follows: not guessed, please check",
    ]
    answer = json.loads(ran.out)
    assert answer["recorded"] == 0
    assert answer["held"][0]["line"] == 2


_PASTED = "\n1. crm\n2. hr tomorrow\n\n3. wiki\n\n"


@pytest.mark.parametrize(("answer", "code", "files"), [("y\n", 0, 1), ("n\n", 2, 0), ("\n", 2, 0)])
def test_a_pasted_list_is_asked_about_at_a_terminal(
    folder: Path, answer: str, code: int, files: int
) -> None:
    seen, ended = _at_a_terminal(
        folder,
        ("done", "access", "--units-from", "-", *_BY),
        [("an empty line ends it", _PASTED), ("[y/N]", answer)],
    )
    assert "Fri 2026-03-06    1 line is held back:" in seen
    assert "Record the other 2 units? Then 2 of 3, 1 missing. [y/N]" in seen
    assert (ended, len(_files(folder))) == (code, files), seen


def _at_a_terminal(
    folder: Path, words: tuple[str, ...], script: list[tuple[str, str]]
) -> tuple[str, int]:
    """What a command shows on a terminal, where each text is typed once its prompt is there."""
    source = str(Path(__file__).resolve().parents[2] / "src")
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = {**kept, "PYTHONPATH": source, "HOME": str(folder), "TERM": "dumb"}
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        command = [sys.executable, "-m", "rectify_cli", *words]
        os.execve(sys.executable, command, environment)  # noqa: S606 - it becomes the program
    seen, waiting, end = b"", list(script), time.monotonic() + 20
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        if waiting and waiting[0][0].encode() in seen:
            os.write(terminal, waiting.pop(0)[1].encode())
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return seen.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def _city(tmp_path: Path) -> Path:
    root = Path(__file__).resolve().parents[2] / "plans"
    for path in sorted(root.rglob("*")):
        if path.is_file() and ".progress" not in path.parts:
            target = tmp_path / "plans" / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


def test_the_story_of_the_first_days(tmp_path: Path) -> None:
    folder = _city(tmp_path)
    plan = ("--plan", "plans/wuwei.yaml", "--lang", "en")

    def said(*words: str) -> str:
        ran = rectify(folder, *plan, *words, "--by", "office")
        assert ran.code == 0, ran.err
        return ran.out

    def row(day: str, task: str) -> dict[str, object]:
        ran = rectify(folder, *plan, "--as-of", day, "status", "--json")
        rows = json.loads(ran.out)["rows"]
        return next(each for each in rows if each["id"].endswith(task))

    assert row("2021-03-09", "unit-kickoffs")["done"] == 0
    said("done", "study.kickoff", "--on", "2021-03-05")
    late = ("甲县公安局", "乙县法院", "丙县政法委")
    but = [word for unit in late for word in ("--except", unit)]
    answer = said("done", "unit-kickoffs", "--all-units", *but, "--on", "2021-03-08")
    assert "308 of 311 units; 3 missing" in answer
    listed = [word for unit in late for word in ("--unit", unit)]
    assert "311 of 311 units" in said("done", "unit-kickoffs", *listed, "--on", "2021-03-09")

    before, after = row("2021-03-08", "unit-kickoffs"), row("2021-03-09", "unit-kickoffs")
    assert (before["done"], before["total"], before["state"]) == (308, 311, "active")
    assert set(late) == set(before["missing"])  # type: ignore[call-overload]
    assert (after["done"], after["total"], after["state"]) == (311, 311, "done")
    assert after["done_on"] == "2021-03-09"
    assert row("2021-03-04", "study.kickoff")["state"] != "done"


def test_an_addition_that_was_typed_again_is_counted_and_told(folder: Path) -> None:
    first = _report(folder, "count", "opinions", "+40", *_BY)
    again = _report(folder, "count", "opinions", "+40", *_BY)
    name = first.out.split("Recorded as ")[1][:4]
    told = f"+40 for Fri 2026-03-06 was recorded before, as {name}; undo one if it is the same"
    assert told not in first.out
    assert "40 + 40 = 80 of 200" in again.out
    assert told in again.out.splitlines()
    for other in (("+41", *_BY), ("+40", "--by", "kim", *_BY[2:]), ("+40", *_BY, "--note", "B")):
        assert "recorded before" not in _report(folder, "count", "opinions", *other).out
    assert rectify(folder, "undo", "--by", "kim").code == 0
    assert "recorded before" not in _report(folder, "count", "opinions", "+40", "--by", "kim",
                                            "--on", "2026-03-06").out  # fmt: skip


def test_units_that_reported_wait_for_acceptance(tmp_path: Path) -> None:
    write(tmp_path, "plan.yaml", _PLAN.replace("access: {", "access: {accept: ana, "))
    ran = _report(tmp_path, "done", "access", "--all-units", *_BY)
    said = "fix.access (3 units): reported done, waits for acceptance by Ana; 0 of 3 units"
    assert said in ran.out


@pytest.mark.parametrize(
    ("count", "target"),
    [(156, 200), (149, 150), (260, 300)],
)
def test_counters_stand_against_their_target_and_their_pace(
    tmp_path: Path, count: int, target: int
) -> None:
    write(
        tmp_path,
        "plan.yaml",
        "rectify: 1\ntitle: Counted\nstart: 2021-03-08\nowners: {a: {title: A}}\n"
        "tasks:\n  counted: {owner: a, start: 2021-03-08, finish: 2021-04-16, "
        f"deadline: 2021-04-16, target: {{count: {target}, unit: pieces}}}}\n",
    )
    ran = rectify(tmp_path, "count", "counted", "--total", str(count), "--by", "a",
                  "--on", "2021-03-26")  # fmt: skip
    expected = target * 15 // 30
    assert f"counted: {count} of {target}. {expected} expected by Fri 2021-03-26." in ran.out
    assert f"Ahead by {count - expected}." in ran.out
    status = rectify(tmp_path, "--as-of", "2021-03-26", "status", "--json").out
    (row,) = json.loads(status)["rows"]
    assert (row["done"], row["total"], row["lamp"]) == (count, target, "green")


_UNITS = st.sampled_from(
    [(), ("--unit", "crm"), ("--all-units",), ("--unit", "wiki"), ("--unit", "x")]
)
_TASKS = st.sampled_from(
    ["access", "logging", "opinions", "return", "slides", "report", "fix", "no"]
)
_DAYS = st.sampled_from(["2026-03-02", "2026-03-06", "2026-03-13", "2026-04-30", "2199-01-01"])


_VERBS = (
    *("start", "done", "progress", "count", "tick", "block", "unblock"),
    *("note", "reopen", "drop", "close", "accept", "return", "undo"),
)


@st.composite
def _commands(draw: st.DrawFn) -> tuple[str, ...]:
    verb = draw(st.sampled_from(_VERBS))
    words: tuple[str, ...] = () if verb == "undo" else (draw(_TASKS),)
    match verb:
        case "progress":
            words += (draw(st.sampled_from(["0", "60", "100", "101"])),)
        case "count":
            words += (draw(st.sampled_from(["0", "40", "+170", "-1", "-500"])),)
        case "tick":
            words += (draw(st.sampled_from(["Text", "print", "none"])),)
        case "block" | "drop" | "note":
            words += (draw(st.sampled_from(["no room", "  ", "\u202ereversed\n"])),)
    if verb == "undo":
        return (verb,)
    if verb != "close":
        words += draw(_UNITS)
    return (verb, *words, "--on", draw(_DAYS))


@settings(max_examples=60, deadline=None)
@given(st.lists(_commands(), min_size=1, max_size=8))
def test_after_any_commands_the_store_is_whole_and_the_refused_wrote_nothing(
    commands: list[tuple[str, ...]],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, "plan.yaml", _PLAN)
        known: list[Path] = []
        for words in commands:
            ran = rectify(folder, *words, "--by", "lee", RECTIFY_TRACEBACK="1")
            files = _files(folder)
            assert ran.code in {0, 2}, ran.err
            if ran.code == 2:
                assert files == known, (words, ran.err)
            known = files
        for path in known:
            assert content_hash(path.read_bytes()) == hash_in(path.name)
            assert not any(isinstance(decode(line), NoEvent) for line in _lines(path))
        leftover = [each for each in folder.rglob("*") if each.name.endswith(".tmp")]
        assert not leftover
        assert rectify(folder, "check").code == 0
        assert rectify(folder, "status", "--json", RECTIFY_TRACEBACK="1").code == 0


def _lines(path: Path) -> Iterator[str]:
    return filter(None, re.split("\n", path.read_text(encoding="utf-8")))
