"""A plan from the cache is the plan that was read: every output byte for byte, wherever it stands.

Every example plan and every accept and reject case is read anew, from the cache, and from the
cache at another place than where it was kept.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from rectify_cli.app.calendar_freeze import freeze_calendars
from rectify_cli.app.check import check_plans, found_by
from rectify_cli.app.here import Here
from rectify_cli.app.kept import entries
from rectify_cli.app.load import Loaded
from rectify_cli.app.schedule import Scheduled, judge, load_and_schedule
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Look
from rectify_cli.schedule.build import build_schedule
from rectify_cli.store.cache import Cache, keep
from tests.commands.program import rectify
from tests.hostile.fuzz_loader import all_views
from tests.marked import accept_cases, reject_cases

ROOT = Path(__file__).parents[2]
_NOW = datetime(2021, 4, 8, 9, 0, tzinfo=UTC)


class Example(NamedTuple):
    """A folder with a plan of this name in it."""

    folder: Path
    plan: str


def _examples() -> list[Example]:
    plans = [Example(path.parent, path.name) for path in sorted((ROOT / "plans").glob("*.yaml"))]
    cases = [Example(each.folder, each.plan) for each in (*accept_cases(), *reject_cases())]
    return [*plans, *cases]


def _name(example: Example) -> str:
    return (example.folder / example.plan).relative_to(ROOT).as_posix()


def _here(folder: Path, cache: Path | None) -> Here:
    return Here(folder, None, None, None if cache is None else Cache(cache), _NOW)


def _outputs(path: Path, here: Here) -> Iterator[str]:
    """All that is shown of a plan."""
    checked = check_plans([path], here)
    for form in FORMATS:
        look = Look(80, colour=False, language="zh")
        yield FORMATS[form].write(found_by(checked, here, strict=False), look)
    yield repr((checked.strict, checked.language))
    scheduled = load_and_schedule(path, here)
    assert isinstance(scheduled, Scheduled)
    plan, schedule = scheduled.loaded.plan, scheduled.schedule
    yield repr((scheduled.loaded.findings, scheduled.findings))
    yield repr([(path, source.text) for path, source in scheduled.loaded.sources.items()])
    if plan is not None and schedule is not None and scheduled.calendars is not None:
        frozen = freeze_calendars(plan, schedule, here, Path("new.yaml"), force=False)
        yield repr(frozen)
        (here.folder / "new.yaml").unlink(missing_ok=True)
        yield from all_views(schedule, "zh")
        again, findings = build_schedule(plan, scheduled.calendars.of)
        yield repr(findings)
        yield from all_views(again, "en")


def _kept(example: Example, folder: Path) -> Path:
    shutil.copytree(example.folder, folder, symlinks=True)
    return folder


@pytest.mark.parametrize("example", _examples(), ids=_name)
def test_a_recalled_plan_shows_the_same(example: Example, tmp_path: Path) -> None:
    folder = _kept(example, tmp_path / "a")
    _kept(example, tmp_path / "b" / "deep" / "down")
    path = Path(example.plan)
    fresh = list(_outputs(path, _here(folder, None)))
    cache = tmp_path / "cache"
    assert list(_outputs(path, _here(folder, cache))) == fresh
    assert list(_outputs(path, _here(folder, cache))) == fresh
    away = Path("deep", "down", example.plan)
    here = _here(tmp_path / "b", cache)
    assert list(_outputs(away, here)) == list(_outputs(away, here._replace(cache=None)))
    _is_recalled(away, here)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_plan_whose_name_is_no_text_is_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"plan\xff.yaml")
    text = (ROOT / "plans" / "iso27001.yaml").read_text("utf-8").replace("owners_from", "# ")
    (tmp_path / name).write_text(text, "utf-8")
    here = _here(tmp_path, tmp_path / "cache")
    found = judge(Path(name), here)
    load_and_schedule(Path(name), here)
    _is_recalled(Path(name), here)
    assert judge(Path(name), here) == found


def _is_recalled(path: Path, here: Here) -> None:
    """Else the comparisons above would compare nothing."""
    top = entries.Top(path, here, (here.folder / path).read_bytes())
    key = top.key
    assert key is not None
    anew = load_and_schedule(path, here._replace(cache=None))
    assert isinstance(anew, Scheduled)
    assert entries.recall_verdict(top, key) == anew.verdict
    recalled = entries.recall_scheduled(top, key)
    assert (recalled is None) == (anew.schedule is None)


@pytest.mark.parametrize("first", [judge, load_and_schedule])
def test_dates_are_kept_when_they_are_asked_for_again(
    first: Callable[[Path, Here], object], tmp_path: Path
) -> None:
    folder = tmp_path / "a"
    here = _here(folder, tmp_path / "cache")
    path = _plan_in(folder)
    top = entries.Top(path, here, (folder / path).read_bytes())
    key = top.key
    assert key is not None
    first(path, here)
    assert entries.recall_verdict(top, key) is not None
    assert entries.recall_scheduled(top, key) is None
    again = load_and_schedule(path, here)
    assert isinstance(again, Scheduled)
    kept = entries.recall_scheduled(top, key)
    assert kept is not None
    assert kept.schedule is not None
    assert again.schedule is not None
    assert kept.schedule.finish == again.schedule.finish


def _plan_in(folder: Path) -> Path:
    _kept(Example(ROOT / "plans", ""), folder)
    return Path("wuwei.yaml")


def test_any_change_of_any_file_is_seen(tmp_path: Path) -> None:
    folder, cache = tmp_path / "a", tmp_path / "cache"
    path = _plan_in(folder)
    here = _here(folder, cache)
    first = load_and_schedule(path, here)
    assert isinstance(first, Scheduled)
    assert first.loaded.asked
    for asked in first.loaded.asked:
        data = (folder / asked.path).read_bytes()
        (folder / asked.path).unlink()
        gone = judge(path, here)
        assert gone == judge(path, here._replace(cache=None))
        assert gone != first.verdict
        (folder / asked.path).write_bytes(data + b"# and more\n")
        assert judge(path, here) == judge(path, here._replace(cache=None))
        (folder / asked.path).write_bytes(data)
        assert judge(path, here) == first.verdict


@pytest.mark.parametrize("what", ["[]", "{}", '{"asked": []}', "garbled", "cut"])
def test_a_foreign_entry_is_no_entry(tmp_path: Path, what: str) -> None:
    folder, cache = tmp_path / "a", tmp_path / "cache"
    path = _plan_in(folder)
    here = _here(folder, cache)
    good = list(_outputs(path, here))
    key = entries.Top(path, here, (folder / path).read_bytes()).key
    assert key is not None
    for entry in cache.iterdir():
        head, _, body = entry.read_bytes().partition(b"\n")
        if json.loads(head)["key"].startswith("plan "):
            broken = {"garbled": body.replace(b"2", b"3"), "cut": body[:-20]}
            entry.write_bytes(head + b"\n" + broken.get(what, what.encode()))
    assert list(_outputs(path, here)) == good


@pytest.mark.parametrize("value", [[], {}, {"asked": []}, "x", 1, {"asked": [[1]]}])
def test_an_entry_of_another_form_is_no_entry(tmp_path: Path, value: object) -> None:
    folder, cache = tmp_path / "a", tmp_path / "cache"
    path = _plan_in(folder)
    here = _here(folder, cache)
    top = entries.Top(path, here, (folder / path).read_bytes())
    key = top.key
    assert key is not None
    for kind in ("verdict", "dated"):
        keep(here.cache, f"{key} {kind}", value)
    assert entries.recall_verdict(top, key) is None
    assert entries.recall_scheduled(top, key) is None


def test_a_warm_view_imports_no_reader(tmp_path: Path) -> None:
    """Neither YAML nor pydantic nor the library of holidays; a process of its own tells."""
    import subprocess  # noqa: PLC0415 - only here

    folder = tmp_path / "a"
    _plan_in(folder)
    script = (
        "import sys, os; from rectify_cli.cli.main import main; code = main(sys.argv[1:], "
        "os.environ); print([m for m in ('pydantic', 'yaml', 'holidays', 'dateutil') "
        "if m in sys.modules], file=sys.stderr)"
    )
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    for words in (["--plan", "wuwei.yaml"], ["check", "wuwei.yaml"], ["plan", "build",
                  "wuwei.yaml"], ["plan", "build", "wuwei.yaml", "--json"]):  # fmt: skip
        command = [sys.executable, "-c", script, *words]
        cold, warm = (
            subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
            for _ in range(2)
        )
        assert warm.stdout == cold.stdout
        assert warm.stderr.splitlines()[-1] == b"[]"


def test_a_check_imports_no_more_of_pydantic_than_its_core(tmp_path: Path) -> None:
    """Its front takes longer to load than the check of a plan takes."""
    import subprocess  # noqa: PLC0415 - only here

    folder = tmp_path / "a"
    path = _plan_in(folder)
    script = (
        "import sys; from rectify_cli.cli.main import main; "
        "code = main(sys.argv[1:], {'RECTIFY_NO_CACHE': '1'}); "
        "print(code, 'pydantic' in sys.modules, 'pydantic_core' in sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "check", str(path)]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert ran.stderr.splitlines()[-1] == b"0 False True"


def test_nothing_is_kept_where_the_cache_is_off(tmp_path: Path) -> None:
    path = _plan_in(tmp_path / "a")
    ran = rectify(tmp_path / "a", "check", str(path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert ran.code == 0
    assert not (tmp_path / "cache").exists()


def test_loaded_plans_say_what_they_asked_for(tmp_path: Path) -> None:
    path = _plan_in(tmp_path / "a")
    scheduled = load_and_schedule(path, _here(tmp_path / "a", None))
    assert isinstance(scheduled, Scheduled)
    assert isinstance(scheduled.loaded, Loaded)
    assert {each.path for each in scheduled.loaded.asked} == set(scheduled.loaded.plan.files[1:])  # type: ignore[union-attr]
