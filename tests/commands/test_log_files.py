"""`rectify log pack` and `log check`, and what git does with reports: real files, real git."""

import json
import os
import random
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from rectify_cli.progress.record_name import pack_name
from rectify_cli.store import pack_files
from tests.commands.program import rectify, write
from tests.git_repository import commit, git, repository

_PLAN = """\
rectify: 1
title: A small plan
start: 2026-03-02
deadline: 2026-04-24
owners:
  ana: {title: Ana}
  crm: {title: Customers, kind: system}
  hr: {title: Staff, kind: system}
groups: {systems: {kind: system}}
tasks:
  access: {each: systems, duration: 5d}
  logging: {owner: ana, duration: 5d}
  opinions: {owner: ana, duration: 20d, target: {count: 200, unit: opinions}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "plan.yaml", _PLAN)
    return tmp_path


def _report(folder: Path, *words: str, by: str = "lee", on: str = "2026-03-06") -> None:
    day = () if words == ("undo",) else ("--on", on)
    ran = rectify(folder, *words, "--by", by, *day)
    assert ran.code == 0, ran.err


def _at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Set the clock of the machine that reports: it goes on by a second with every command."""
    seconds = count()

    class Clock(datetime):
        @classmethod
        def now(cls, _: object = None) -> datetime:  # type: ignore[override]
            return moment + timedelta(seconds=next(seconds))

    monkeypatch.setattr("rectify_cli.app.here.datetime", Clock)


_MARCH = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
_APRIL = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)


def _state(folder: Path) -> object:
    ran = rectify(folder, "--as-of", "2026-03-10", "status", "--json")
    record = json.loads(ran.out)
    return ran.code, record["rows"], record["plan"]


def _month(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jsonl"))


@pytest.fixture
def reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five reports of March, seen in April."""
    _at(monkeypatch, _MARCH)
    _report(folder, "done", "access", "--unit", "crm")
    _report(folder, "count", "opinions", "40")
    _report(folder, "count", "opinions", "16", by="kim")
    _report(folder, "start", "logging")
    _report(folder, "undo")
    _at(monkeypatch, _APRIL)
    return folder


def test_a_closed_month_becomes_one_file_and_nothing_changes(reported: Path) -> None:
    before, log = _state(reported), rectify(reported, "log", "--json").out
    dry = rectify(reported, "log", "pack", "--dry-run")
    assert (dry.code, len(_month(reported))) == (0, 5)
    assert dry.out == "plan.yaml 2026-03: would be one file in place of 5; reports: 5\n"
    ran = rectify(reported, "log", "pack", "--json")
    assert json.loads(ran.out)["months"] == [
        {"plan": "plan.yaml", "month": "2026-03", "files": 5, "reports": 5, "left": []}
    ]
    assert [path.name.split("-")[1] for path in _month(reported)] == ["pack"]
    assert (_state(reported), rectify(reported, "log", "--json").out) == (before, log)
    again = rectify(reported, "log", "pack")
    assert again.out == "there is nothing to pack: only months that are over are\n"
    assert len(_month(reported)) == 1


def test_the_present_month_is_left_alone(reported: Path) -> None:
    _report(reported, "note", "logging", "an April note")
    rectify(reported, "log", "pack")
    assert sorted(path.parent.name for path in _month(reported)) == ["2026-03", "2026-04"]


def test_what_comes_late_is_one_more_pack(reported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rectify(reported, "log", "pack")
    (first,) = _month(reported)
    _at(monkeypatch, _MARCH)
    _report(reported, "done", "access", "--unit", "hr")
    _report(reported, "done", "logging")
    _at(monkeypatch, _APRIL)
    before = _state(reported)
    assert rectify(reported, "log", "pack").code == 0
    assert first in _month(reported)
    assert (len(_month(reported)), _state(reported)) == (2, before)
    copy = first.with_name(first.name.replace(".jsonl", " (1).jsonl"))
    copy.write_bytes(first.read_bytes())
    assert rectify(reported, "log", "pack").code == 0
    assert (len(_month(reported)), _state(reported)) == (2, before)


def test_what_is_damaged_stays_and_is_named(reported: Path) -> None:
    first = _month(reported)[0]
    first.write_bytes(first.read_bytes()[:-20])
    ran = rectify(reported, "log", "pack")
    assert ran.code == 1
    assert first.relative_to(reported).as_posix() in ran.err
    assert first in _month(reported)
    assert len(_month(reported)) == 2


def test_two_reports_of_one_id_are_named(reported: Path) -> None:
    """A file that was edited and given the name that its new content asks for."""
    first = _month(reported)[0]
    forged = first.read_bytes().replace(b'"lee"', b'"kim"')
    assert forged != first.read_bytes()
    (first.parent / Path(pack_name("2026-03", forged)).name).write_bytes(forged)
    for words in (("check",), ("log", "check"), ("status",)):
        assert rectify(reported, *words).code == 1
    ran = rectify(reported, "check")
    assert ran.out.count("error[torn-report]: another report has the same id, ") == 1
    # A copy says the same, and is no other report.
    (first.parent / Path(pack_name("2026-03", forged)).name).unlink()
    copy = first.parent / Path(pack_name("2026-03", first.read_bytes())).name
    copy.write_bytes(first.read_bytes())
    assert rectify(reported, "check").code == 0


def test_packed_and_single_are_counted_once_wherever_a_crash_leaves_them(reported: Path) -> None:
    singles = {path: path.read_bytes() for path in _month(reported)}
    before = _state(reported)
    rectify(reported, "log", "pack")
    (pack,) = _month(reported)
    for seed in range(8):
        for path in random.Random(seed).sample(sorted(singles), seed % 6):
            path.write_bytes(singles[path])
        assert _state(reported) == before
        assert rectify(reported, "log", "pack").code == 0
        assert _month(reported) == [pack]


@pytest.mark.parametrize("at", range(5))
def test_a_crash_between_two_removals_loses_nothing(
    reported: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before, left = _state(reported), [at]

    class Crashing(type(Path())):  # type: ignore[misc]
        def unlink(self, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as Path has it
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            super().unlink(missing_ok)

    with monkeypatch.context() as patched:
        plain = pack_files.remove_packed
        patched.setattr(
            "rectify_cli.app.log_pack.remove_packed",
            lambda folder, names: plain(Crashing(folder), names),
        )
        assert rectify(reported, "log", "pack").code == 130
    assert len(_month(reported)) == 6 - at
    assert _state(reported) == before
    assert rectify(reported, "log", "pack").code == 0
    assert (len(_month(reported)), _state(reported)) == (1, before)


def test_old_temporary_files_are_swept_and_new_ones_are_not(reported: Path) -> None:
    old, new = (reported / "plan.progress" / "2026-03" / f".rectify-{n}-a.tmp" for n in (1, 2))
    for path, hours in ((old, 30), (new, 2)):
        path.write_bytes(b"{")
        moment = (_APRIL - timedelta(hours=hours)).timestamp()
        os.utime(path, (moment, moment))
    rectify(reported, "log", "pack")
    assert (old.exists(), new.exists()) == (False, True)


def test_reports_are_add_only_against_a_revision(reported: Path) -> None:
    repository(reported)
    commit(reported)
    assert rectify(reported, "log", "check", "--against", "HEAD").out == (
        "5 reports, all of them whole\n"
    )
    rectify(reported, "log", "pack")
    assert rectify(reported, "log", "check", "--against", "HEAD").code == 0
    (pack,) = _month(reported)
    whole = pack.read_bytes()
    pack.unlink()
    gone = rectify(reported, "log", "check", "--against", "HEAD", "--json")
    findings = json.loads(gone.out)["findings"]
    assert (gone.code, len(findings)) == (1, 5)
    assert "a report that HEAD has is gone" in findings[0]["message"]
    git(reported, "checkout", "HEAD", "--", "plan.progress")
    assert rectify(reported, "log", "check", "--against", "HEAD").code == 0
    pack.write_bytes(whole.replace(b'"add":40', b'"add":41'))
    edited = rectify(reported, "log", "check", "--against", "HEAD")
    assert edited.code == 1
    assert "changed after it was written" in edited.out
    unknown = rectify(reported, "log", "check", "--against", "nowhere")
    assert (unknown.code, unknown.out) == (2, "")


def test_a_check_of_the_log_names_what_is_gone_from_the_plan(reported: Path) -> None:
    write(reported, "plan.yaml", _PLAN.replace("opinions: {", "views: {"))
    ran = rectify(reported, "log", "check")
    assert ran.code == 1
    assert "2 reports name 'opinions'" in ran.out


@pytest.mark.parametrize("autocrlf", ["false", "true", "input"])
@pytest.mark.parametrize("writers", [("lee", "lee"), ("lee", "kim")])
def test_branches_merge_without_conflict_and_either_order_gives_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, autocrlf: str, writers: tuple[str, str]
) -> None:
    repository(folder)
    git(folder, "config", "core.autocrlf", autocrlf)
    _at(monkeypatch, _MARCH)
    _report(folder, "count", "opinions", "5")
    commit(folder, "begin")
    # Two people, two machines, whose clocks are two hours apart; both report on the same things.
    for branch, by, hours in (("one", writers[0], 0), ("two", writers[1], -2)):
        git(folder, "checkout", "-q", "-b", branch, "main")
        _at(monkeypatch, _MARCH + timedelta(hours=hours))
        _report(folder, "count", "opinions", "10", by=by)
        _report(folder, "done", "access", "--unit", "crm" if branch == "one" else "hr", by=by)
        _report(folder, "start" if branch == "one" else "done", "logging", by=by)
        commit(folder, branch)
    states = []
    for order in (("one", "two"), ("two", "one")):
        git(folder, "checkout", "-q", "-B", "all", "main")
        for branch in order:
            git(folder, "merge", "-q", "--no-edit", "--no-ff", branch)
        states.append(_state(folder))
        assert rectify(folder, "log", "check", "--against", "one").code == 0
        assert rectify(folder, "log", "check", "--against", "two").code == 0
    assert states[0] == states[1]
    rows = {row["id"]: row for row in states[0][1]}  # type: ignore[index]
    assert (rows["opinions"]["done"], rows["access"]["done"]) == (25, 2)


def test_branches_that_pack_the_same_month_merge(
    reported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(reported)
    commit(reported, "begin")
    before = _state(reported)
    git(reported, "checkout", "-q", "-b", "one")
    rectify(reported, "log", "pack")
    commit(reported, "packed")
    git(reported, "checkout", "-q", "-b", "two", "main")
    rectify(reported, "log", "pack")
    _report(reported, "note", "logging", "an April note", on="2026-04-08")
    commit(reported, "packed, and a report")
    git(reported, "merge", "-q", "--no-edit", "one")
    assert _state(reported)[1] == before[1]  # type: ignore[index]
    assert rectify(reported, "log", "check", "--against", "main").code == 0


def _two_branches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who had not seen each other contradict each other of everything that can be said."""
    repository(folder)
    _at(monkeypatch, _MARCH)
    _report(folder, "progress", "logging", "30")
    commit(folder, "begin")
    said = {
        "one": (("progress", "logging", "80"), ("count", "opinions", "--total", "60")),
        "two": (("progress", "logging", "50"), ("count", "opinions", "--total", "90")),
    }
    for branch, by, hours in (("one", "lee", 0), ("two", "kim", -2)):
        git(folder, "checkout", "-q", "-b", branch, "main")
        _at(monkeypatch, _MARCH + timedelta(hours=hours))
        for words in said[branch]:
            _report(folder, *words, by=by)
            commit(folder, branch)


@pytest.mark.parametrize(
    "way",
    [
        ("checkout -q -B all one", "merge -q --no-edit two"),
        ("checkout -q -B all two", "merge -q --no-edit one"),
        ("checkout -q -B all two", "rebase -q one"),
        ("checkout -q -B all one", "rebase -q two"),
        ("checkout -q -B all one", "cherry-pick two~1 two"),
        ("checkout -q -B all one", "merge -q --squash two"),
    ],
    ids=lambda way: way[1],
)
def test_who_contradicts_whom_is_shown_until_somebody_settles_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, way: tuple[str, ...]
) -> None:
    _two_branches(folder, monkeypatch)
    for step in way:
        git(folder, *step.split())
    rows = {row["id"]: row for row in _state(folder)[1]}  # type: ignore[index]
    by = {
        name: [(each["shown"]["by"], each["other"]["by"]) for each in row.get("conflicts", ())]
        for name, row in rows.items()
    }
    assert by == {"access": [], "logging": [("kim", "lee")], "opinions": [("lee", "kim")]}
    assert (rows["logging"]["share"], rows["opinions"]["done"]) == (0.5, 60)
    screen = rectify(folder, "--as-of", "2026-03-10", "status", "--all").out
    assert screen.count("the first counts until one reports again") == 2
    assert all(name in screen for name in ("lee", "kim"))
    settled = rectify(folder, "progress", "logging", "70", "--by", "ann", "--on", "2026-03-06")
    assert settled.code == 0
    _report(folder, "count", "opinions", "+5", by="ann", on="2026-03-09")
    _report(folder, "count", "opinions", "--total", "88", by="ann", on="2026-03-09")
    rows = {row["id"]: row for row in _state(folder)[1]}  # type: ignore[index]
    assert not any("conflicts" in row for row in rows.values())
    assert (rows["logging"]["share"], rows["opinions"]["done"]) == (0.7, 88)


@pytest.mark.parametrize("packed_before", [False, True])
@pytest.mark.parametrize("shared", [1, 12])
def test_branches_that_pack_different_reports_of_a_month_merge(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, packed_before: bool, shared: int
) -> None:
    """Git takes no pack for a renamed file, so that it asks nobody which name is the right one."""
    repository(folder)
    _at(monkeypatch, _MARCH)
    long_note = " ".join(map(str, range(500)))
    for number in range(shared):
        _report(folder, "count", "opinions", f"+{number + 1}", "--note", long_note)
    if packed_before:
        _at(monkeypatch, _APRIL)
        rectify(folder, "log", "pack")
    commit(folder, "begin")
    for branch, by in (("one", "lee"), ("two", "kim")):
        git(folder, "checkout", "-q", "-b", branch, "main")
        _at(monkeypatch, _MARCH + timedelta(hours=1))
        _report(folder, "count", "opinions", "+7", by=by)
        _report(folder, "done", "access", "--unit", "crm" if branch == "one" else "hr", by=by)
        _at(monkeypatch, _APRIL)
        rectify(folder, "log", "pack")
        commit(folder, branch)
    states = []
    for order in (("one", "two"), ("two", "one")):
        git(folder, "checkout", "-q", "-B", "all", "main")
        for branch in order:
            git(folder, "merge", "-q", "--no-edit", "--no-ff", branch)
        assert all("-pack-" in path.name for path in _month(folder))
        states.append(_state(folder))
        for revision in ("main", "one", "two"):
            assert rectify(folder, "log", "check", "--against", revision).code == 0
    assert states[0] == states[1]
    rows = {row["id"]: row for row in states[0][1]}  # type: ignore[index]
    assert rows["opinions"]["done"] == shared * (shared + 1) // 2 + 14
    assert rows["access"]["done"] == 2
    files = _month(folder)
    assert rectify(folder, "log", "pack").code == 0
    assert _month(folder) == files


def test_a_clock_that_went_back_breaks_nobodys_own_reports(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours, words in ((0, ("done", "logging")), (-2, ("reopen", "logging")),
                         (-1, ("progress", "logging", "30"))):  # fmt: skip
        _at(monkeypatch, _MARCH + timedelta(hours=hours))
        _report(folder, *words)
    rows = _state(folder)[1]  # type: ignore[index]
    (row,) = (each for each in rows if each["id"] == "logging")
    assert (row["state"], row["share"]) == ("active", 0.3)
    assert "conflicts" not in row


def test_a_reader_during_a_packing_sees_every_report_once(reported: Path) -> None:
    before = _state(reported)
    real = pack_files.remove_packed
    seen = []

    def removing(folder: Path, names: list[str]) -> list[str]:
        for name in names:
            real(folder, [name])
            seen.append(_state(reported))
        return []

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("rectify_cli.app.log_pack.remove_packed", removing)
        rectify(reported, "log", "pack")
    assert len(seen) == 5
    assert all(each == before for each in seen)
