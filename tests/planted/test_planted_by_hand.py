"""Whole plans with thirty faults and more, written and marked by hand before they were checked.

They differ in script, shape and line ends as plans do; `‹rule›` stands right before the character
at which a finding begins, and is taken away before the plan is written.
"""

from codecs import BOM_UTF8
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.check import check_plans, found_by
from rectify_cli.app.here import Here
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look
from tests.planted.fault import MARK
from tests.planted.mix import Place, marked_places
from tests.render.read_back import READ_BACK

_PLANS = sorted(each for each in (Path(__file__).parent / "by_hand").iterdir())
_NOW = datetime(2026, 4, 8, 9, 0, tzinfo=UTC)
_MANY = 30


def _planted(folder: Path, to: Path, before: bytes, end: bytes) -> list[Place]:
    """Write a folder's files without their marks; gives the marked places, in order."""
    places: list[Place] = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name, text = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
        places += marked_places(name, text)
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = MARK.sub("", text).encode().replace(b"\n", end)
        target.write_bytes(data if name.endswith(".csv") else before + data)
    return sorted(places)


def _found(folder: Path) -> Found:
    here = Here(folder=folder, home=None, plan=None, cache=None, now=_NOW)
    return found_by(check_plans([Path("plan.yaml")], here), here, strict=False)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("before", [b"", BOM_UTF8], ids=["plain", "marked"])
@pytest.mark.parametrize("folder", _PLANS, ids=lambda folder: folder.name)
def test_all_faults_are_found_in_one_run_and_nothing_else(
    folder: Path, before: bytes, end: bytes, tmp_path: Path
) -> None:
    places = _planted(folder, tmp_path, before, end)
    found = _found(tmp_path).findings
    assert [(f.span.path, f.span.line, f.span.column, f.rule) for f in found] == places
    assert len(places) > _MANY
    assert all(f.fix is not None for f in found if f.rule in {"bad-date", "bad-length", "bad-id"})


@pytest.mark.parametrize("folder", _PLANS, ids=lambda folder: folder.name)
def test_they_are_the_same_in_the_same_order_in_all_formats(folder: Path, tmp_path: Path) -> None:
    places = _planted(folder, tmp_path, b"", b"\n")
    found = _found(tmp_path)
    severities = [finding.severity for finding in found.findings]
    wanted = [(how, rule, *place) for how, (*place, rule) in zip(severities, places, strict=True)]
    for name, form in FORMATS.items():
        told = list(READ_BACK[name](form.write(found, Look())))
        first = sorted(wanted, key=lambda each: str(each[0])) if name == "github" else wanted
        assert told == first, name
