"""What a check says of reports: never hidden nor frozen by a kept verdict, in every format."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.check import check_plans
from rectify_cli.app.here import Here
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.store.cache import users_cache
from tests.commands.program import rectify

_PLAN = """\
rectify: 1
title: Small
start: 2026-03-02
deadline: 2026-05-29
owners: {it: {title: IT}}
tasks:
  access: {owner: it, duration: 3d}
  logging: {owner: it, duration: 3d}
"""


def _report(folder: Path, *arguments: str) -> Path:
    known = set(folder.rglob("*.jsonl"))
    ran = rectify(folder, *arguments, "--by", "lee", "--on", "2026-03-03")
    assert ran.code == 0, ran.err
    (new,) = set(folder.rglob("*.jsonl")) - known
    return new


def _rules(folder: Path, cache: Path) -> list[str]:
    kept = users_cache({"XDG_CACHE_HOME": str(cache)}, None)
    now = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    here = Here(folder=folder, home=None, plan=None, cache=kept, now=now)
    return [each.rule for each in check_plans([Path("plan.yaml")], here).findings]


def test_a_kept_verdict_neither_hides_nor_freezes_what_is_wrong_with_reports(
    tmp_path: Path,
) -> None:
    folder, cache = tmp_path / "plans", tmp_path / "cache"
    folder.mkdir()
    (folder / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    assert _rules(folder, cache) == _rules(folder, cache) == []
    file = _report(folder, "done", "access")
    assert _rules(folder, cache) == []
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    assert _rules(folder, cache) == _rules(folder, cache) == ["torn-report"]
    file.write_bytes(whole)
    assert _rules(folder, cache) == []
    (folder / "plan.yaml").write_text(_PLAN.replace("access", "access-review"), encoding="utf-8")
    assert _rules(folder, cache) == _rules(folder, cache) == ["unknown-report"]
    file.unlink()
    assert _rules(folder, cache) == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_damaged_and_the_lost(tmp_path: Path, form: str) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    _report(tmp_path, "done", "access")
    torn = _report(tmp_path, "done", "logging")
    torn.write_bytes(torn.read_bytes()[:-9])
    (tmp_path / "plan.yaml").write_text(_PLAN.replace("access", "access-review"), encoding="utf-8")
    ran = rectify(tmp_path, "check", "--format", form)
    assert ran.code == 1
    assert "torn-report" in ran.out
    assert "unknown-report" in ran.out
    assert torn.relative_to(tmp_path).as_posix() in ran.out


def test_one_finding_for_a_task_that_counts_its_reports_and_says_who_inherits(
    tmp_path: Path,
) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    for verb in ("start", "note", "done"):
        _report(tmp_path, verb, "access", "--note", verb)
    (tmp_path / "plan.yaml").write_text(_PLAN.replace("access", "access-review"), encoding="utf-8")
    (found,) = json.loads(rectify(tmp_path, "check", "--json").out)["findings"]
    assert (found["rule"], found["line"], found["column"]) == ("unknown-report", 7, 3)
    assert found["message"] == "3 reports name 'access', which is no longer in the plan"
    assert found["fix"] == "renamed? add  was: [access]  here, and the reports follow"
    mended = _PLAN.replace("access: {", "access-review: {was: [access], ")
    (tmp_path / "plan.yaml").write_text(mended, encoding="utf-8")
    assert rectify(tmp_path, "check").code == 0


def test_mending_a_plan_does_not_bring_its_reports_into_play(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    _report(tmp_path, "done", "access")
    wrong = _PLAN.replace("access: {owner: it", "reviews: {ownr: it")
    (tmp_path / "plan.yaml").write_text(wrong, encoding="utf-8")
    ran = rectify(tmp_path, "check", "--fix")
    assert ran.code == 1
    assert "owner: it" in (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert "unknown-report" in ran.out
    assert "unknown-key" not in ran.out


def test_a_report_beside_a_plan_that_is_mounted_twice_is_one(tmp_path: Path) -> None:
    town = _PLAN.replace("deadline: 2026-05-29\n", "")
    (tmp_path / "town.yaml").write_text(town, encoding="utf-8")
    top = town.partition("owners:")[0] + "include: {one: town.yaml, two: town.yaml}\n"
    (tmp_path / "plan.yaml").write_text(top, encoding="utf-8")
    _report(tmp_path, "done", "one.access")
    (tmp_path / "town.yaml").write_text(town.replace("access", "review"), encoding="utf-8")
    said = "a report names 'access', which is no longer in the plan"
    assert said in rectify(tmp_path, "check").out
    assert "reports of what is not in the plan: 1" in rectify(tmp_path, "status").err
