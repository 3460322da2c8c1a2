"""How differences look, kept as files: two plans before and after, in each form.

A changed look is written anew with `RECTIFY_WRITE_GOLDENS=1 pytest tests/golden`, and reviewed.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from rectify_cli.app.here import Here
from rectify_cli.app.plan_diff import Compared, compare, diff_record, diff_report
from rectify_cli.app.which_plan import NoPlan
from rectify_cli.foundation.finding import say
from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.table.to_md import to_md
from rectify_cli.render.table.to_screen import to_screen

FOLDER = Path(__file__).parent / "plan_diff"
Look = Callable[[Compared, str], Iterator[str]]


@cache
def compared(language: str) -> Compared:
    here = Here(FOLDER / language, None, None, None, datetime(2026, 3, 2, tzinfo=UTC))
    found = compare("old.yaml", "new.yaml", lambda: NoPlan(say("none")), here)
    assert isinstance(found, Compared)
    return found


def screen(width: int | None, *, colour: bool = False) -> Look:
    return lambda found, language: to_screen(
        diff_report(found, language, whole=width is None, titled=False), width=width, colour=colour
    )


def markdown(found: Compared, language: str) -> Iterator[str]:
    return to_md(diff_report(found, language, whole=False, titled=True))


def json_text(found: Compared, _language: str) -> Iterator[str]:
    return to_json(diff_record(found))


LOOKS: dict[str, Look] = {
    "80.txt": screen(80),
    "80-colour.txt": screen(80, colour=True),
    "200.txt": screen(200),
    "tabs.txt": screen(None),
    "pull-request.md": markdown,
    "record.json": json_text,
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", LOOKS)
def test_a_difference(name: str, language: str) -> None:
    text = "".join(LOOKS[name](compared(language), language))
    path = FOLDER / language / name
    if os.environ.get("RECTIFY_WRITE_GOLDENS"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
