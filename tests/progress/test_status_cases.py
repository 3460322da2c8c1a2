"""Every case in `tests/cases/status`: a plan, reports, and how it stands on some days.

A case is a text of sections: `== plan` (YAML), `== reports` (see `story`), and one or more
`== as of DAY`, each with lines `path: key=value …`. `plan:` names the plan itself, `path of x,y:`
the part of some units. No Python is needed to add a case.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rectify_cli.progress.own_part import own_part
from rectify_cli.progress.status import Status
from tests.pipeline import schedule_of
from tests.progress.story import assessed, reports, row

CASES = sorted((Path(__file__).parent.parent / "cases" / "status").glob("*.txt"))


def sections(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        yield head.strip(), body


def shown(status: Status, path: str, key: str) -> str:
    if path == "plan":
        value = getattr(status, key)
    else:
        name, _, units = path.partition(" of ")
        found = row(status, name)
        if units:
            found = own_part(status, found, units.split(","))
        value = getattr(found, key, None) if key != "units" else None
        if key in {"percent", "count"}:
            value = getattr(found.facts, key)
        if key == "holds":
            value = [status.schedule.plan.tasks[each].path for each in found.held_by]
        if key == "conflicts":
            value = [f"{c.shown.by}/{c.other.by}" for c in found.conflicts]
        if key.startswith("state@"):
            value = found.units[key.removeprefix("state@")].state
    return said(value)


def said(value: object) -> str:
    if isinstance(value, Fraction | date):
        return str(value)
    if isinstance(value, tuple | list):
        return ",".join(map(said, value)) or "-"
    return "-" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_case_stands_as_it_says(case: Path) -> None:
    parts = list(sections("\n" + case.read_text(encoding="utf-8")))
    texts = dict(parts)
    schedule = schedule_of(texts["plan"])
    stored = reports(texts.get("reports", ""))
    expectations = 0
    for head, body in parts:
        if not head.startswith("as of "):
            continue
        status = assessed(schedule, stored, date.fromisoformat(head.removeprefix("as of ")))
        for line in filter(None, (line.partition("#")[0].strip() for line in body.splitlines())):
            path, _, rest = line.partition(": ")
            for word in rest.split():
                key, _, value = word.partition("=")
                expectations += 1
                assert shown(status, path, key) == value, f"{case.name}: {head}: {path} {key}"
    assert expectations


def test_there_are_cases() -> None:
    assert len(CASES) > 20
